import type { Verdict } from './contrasts.ts';
import { fold, foldedSlice } from './fold.ts';
import type { Group, JudgedSentence } from './judgements.ts';

/** "拍照选A，续航选B", "写真ならA、電池ならB。": a row of cases, each with its choice. */
const caseChoice = /(?:^|[，,、；;。：:])[^，,、；;。：:]{1,12}?(?:就|直接|可以|建议|闭眼|优先)?(?:选|买|用|入|上|看|找|去|冲)$/u;
const conditionBehind =
  /^(?:'s)?[\s*_)]{1,4}(?:if|for|when|where|wenn|falls|fur|si|para|pour|cuando|quando|se (?:il|la|lo|vuoi|cerchi|hai|non|serve|voce|quer|precisa|busca|nao|o|a)|per|as (?:a|an|the|your)|если|для|als|voor|jesli|dla|neu|cho)\b|^[\s*_)]{1,4}(?:если|для)/;
const caseFor =
  /(?:^|[;,.])[\s*_]{0,3}(?:and |und |y |et |e )?(?:for|fur|para|pour|per|voor|для|dla|for|pro|untuk) [^;,.:]{2,36}[,:—–-][\s*_]{1,3}(?:the |el |la |le |il |o )?$/u;
const leadOf = 48;

/** Whom a row of at least two cases names, if each name of the sentence is such a choice, but for one. */
function casesOf({ folded, from, to, isDense }: JudgedSentence, groups: readonly Group[]): string[][] {
  const chosen = groups.filter((group, index) => {
    const floor = index === 0 ? from : (groups[index - 1] as Group).to;
    const before = foldedSlice(folded, Math.max(floor, group.from - leadOf), group.from);
    const behind = foldedSlice(folded, group.to, Math.min(to, group.to + 6));
    if (!isDense) return endBehind.test(behind) && caseFor.test(before);
    if (index === 0 ? caseChoice.test(before) : caseChoice.test(before) && !/^[和与跟、]/.test(before)) return true;
    return conditionBefore.test(before) && /^ ?(?:です)?(?:[、,。.]|$)/.test(behind);
  });
  return chosen.length >= 2 && chosen.length >= groups.length - 1 ? chosen.map((group) => group.brands) : [];
}

const comma = /[,;][\s*_(]*(?:(?:and|or|und|oder|y|o|et|ou|e|и|или|en|of|i|va)\s)?(?:the |a |la |el |le |il |o )?[\s*_(]*$/;
const conditionBefore = /(?:なら|には|向けなら|重視なら|時は|시면|라면|다면|려면|분은|분께는)[、,\s*「]*$/;
const dashBefore = /(?<!\p{L})(?:if|wenn|si|se|если|якщо|jesli|als|om|jos|pokud|jika|neu|eger) [^;,.\ue000-\uf8ff]{2,40} [—–-] ?$/u;
const conditionInFront =
  /[;,.][\s*_]*(?:and |und |y |et |e |en )?(?:for|if|when|beyond|above|otherwise|for|für|bei|ab|wenn|wer|para|si|a partir de|pour|si|per|se|acima de|voor|als)\b[^;.]{0,48}$/;
const endBehind = /^[\s*_)]*(?:[.;,!:–]|$)/;
const particleBehind = /^ ?(?:を|が|に|을|를|이|가)?[、,]/;

const condition = 'if|for|when|once|where|wenn|falls|für|sobald|si|para|cuando|pour|quand|se|per|quando';
const command =
  'use|try|get|take|grab|buy|choose|pick|go for|look at|look to|take a look at|check out|opt for|stick with|start with|turn to|consider|head to|have a look at|nimm|nehmen sie|schauen sie sich|schau dir|greif zu|greifen sie zu|nutze|nutzen sie|kauf|usa|elige|compra|prueba|mira|echa un vistazo a|opta por|prenez|choisissez|utilisez|regardez|tournez-vous vers|optez pour|scegli|prendi|guarda|opta per|punta su|usa|compre|escolha|use';
const article = '(?:the |a |an |el |la |le |den |die |das |einen |il |o )?[*_"]*$';
const commandFirst = new RegExp(`^[^\\p{L}]*(?:${fold(command)}) ${article}`, 'u');
const commandBehind = new RegExp(
  `^[^\\p{L}]*(?:${fold(condition)})\\b[^.;]{3,90}, (?:then |just |simply )?(?:${fold(command)}) ${article}`,
  'u',
);
const conditionNear = new RegExp(`^[^.;!?\\ue000]{0,28}? (?:${fold(condition)})\\b`, 'u');
const commandDense =
  /^[^，。]{0,2}(?:想|要|如果|需要|预算|追求|看重|喜欢|适合)[^。！？]{2,40}[，,](?:就|直接|可以)?(?:用|选|买|上|入手|冲)$/u;

/** "Use A when …", "If …, get A", "想…就用A": a verb that is plain elsewhere advises where it commands, under a condition. */
export function isCommanded({ folded, from, to, isDense }: JudgedSentence, group: Group): boolean {
  if (group.from - from > 120) return false;
  const before = foldedSlice(folded, from, group.from);
  if (isDense) return commandDense.test(before.trimEnd());
  if (commandBehind.test(before)) return true;
  return commandFirst.test(before) && conditionNear.test(foldedSlice(folded, group.to, Math.min(to, group.to + 60)));
}

/**
 * "Choose A if …, B if …": what endorses the first name is said once and holds for those behind it; in Japanese and Korean, where it
 * stands last, for those in front ("安さならA、性能ならBがおすすめ"). Behind a condition, a name alone is enough ("…; for large teams B").
 */
export function gappedGroups(sentence: JudgedSentence, groups: readonly Group[], verdicts: readonly Verdict[]): string[][] {
  const { folded, from, to, isDense } = sentence;
  const endorsed = groups.findIndex((group) => verdicts.some(({ endorses, brands }) => endorses === true && brands === group.brands));
  if (endorsed === -1) return groups.length > 1 ? casesOf(sentence, groups) : [];
  const isSilent = (group: Group): boolean => verdicts.every(({ brands, endorses }) => brands !== group.brands || endorses !== true);
  return groups
    .filter((group, index) => {
      if (index === endorsed || !isSilent(group)) return false;
      const before = foldedSlice(folded, Math.max(from, group.from - 14), group.from);
      const behind = foldedSlice(folded, group.to, Math.min(to, group.to + 14));
      return isDense
        ? index < endorsed && conditionBefore.test(before) && particleBehind.test(behind)
        : index > endorsed && ((comma.test(before) && conditionBehind.test(behind)) || isBehindCondition(index, behind));
    })
    .map((group) => group.brands);

  /** "For small teams I'd pick A; for larger ones B." */
  function isBehindCondition(index: number, behind: string): boolean {
    const group = groups[index] as Group;
    const floor = Math.max((groups[index - 1] as Group).to, group.from - 64);
    const before = foldedSlice(folded, floor, group.from);
    return endBehind.test(behind) && (conditionInFront.test(before) || dashBefore.test(before));
  }
}
