import { cueBit, type Cues, judging } from './cues.ts';
import { impliedVerdicts, type Verdict } from './contrasts.ts';
import { gappedGroups, isCommanded } from './gapping.ts';
import { isTurned } from './negations.ts';
import { caseEnd, isLeftOpen, isOfOthers, isOtherAdvice, isPlace } from './not-said-of-brands.ts';
import { beatenBehind } from './victories.ts';
import { type FoldedText, foldedSlice } from './fold.ts';
import type { FoundMention } from './mentions.ts';
import { type Said, withoutOverruled } from './overruled.ts';

/** What was said of a brand, counted in clauses: good and bad words, endorsements, warnings, and sentences that say something no rule knows, or plain facts. */
export type Tally = { positive: number; negative: number; recommended: number; warned: number; unread: number; facts: number };

export function createTally(): Tally {
  return { positive: 0, negative: 0, recommended: 0, warned: 0, unread: 0, facts: 0 };
}

/** One sentence with its mentions `[first, last)` and its cues; folded offsets. `topic` is what it is about if it names nobody. */
export type JudgedSentence = {
  folded: FoldedText;
  from: number;
  to: number;
  mentions: readonly FoundMention[];
  first: number;
  last: number;
  absent: Uint8Array;
  cues: Cues;
  topic: readonly string[];
  isDense: boolean;
};

/**
 * Gives each judgement word of the sentence to the brands it is said of: of its clause, not of the sentence ("X is cheap but Y is a
 * nightmare"). A side of a "but" that no word judges says the opposite of its other side.
 * @returns what was said, in the order of the text
 */
export function judgeSentence(sentence: JudgedSentence, tallyOf: (brand: string) => Tally, mayEndorse = true): readonly Verdict[] {
  const { cues } = sentence;
  const said: Said[] = [];
  let groups: Group[] | null = null;
  let asserted = -1;
  for (let i = 0; i < cues.count; i++) {
    const bits = cues.bits[i] as number;
    if ((bits & judging) === 0 || isInsideMention(sentence, i) || isLeftOpen(sentence, i)) continue;
    if ((bits & (cueBit.recommend | cueBit.warn)) === 0) {
      if (asserted === -1) asserted = caseEnd(sentence);
      if ((cues.froms[i] as number) < asserted) continue;
    }
    if (!mayEndorse && (bits & (cueBit.recommend | cueBit.warn)) !== 0) continue;
    groups ??= groupMentions(sentence);
    const beaten = beatenBehind(sentence, groups, i);
    const victor = beaten === null ? undefined : subjectBefore(sentence.folded, groups, cues.froms[i] as number);
    const brands = victor?.brands ?? beaten?.brands ?? targetOf(sentence, groups, i);
    if (brands.length === 0) continue;
    const turned = isTurned(sentence, i) !== (beaten !== null && victor === undefined);
    const endorses = (bits & cueBit.recommend) !== 0 && !turned;
    const warns = (bits & cueBit.warn) !== 0 || ((bits & cueBit.recommend) !== 0 && turned);
    said.push({ at: cues.froms[i] as number, brands, isGood: isGood(bits, turned), endorses, warns });
  }
  if (mayEndorse && sentence.first < sentence.last) {
    groups ??= groupMentions(sentence);
    const [group] = groups;
    if (group !== undefined && !said.some(({ brands }) => brands === group.brands) && isCommanded(sentence, group))
      said.push({ at: group.from, brands: group.brands, isGood: true, endorses: true, warns: false });
  }
  if (groups !== null) for (const brands of gappedGroups(sentence, groups, said)) for (const brand of brands) tallyOf(brand).recommended++;
  const implied = impliedVerdicts(sentence, said);
  const verdicts = withoutOverruled(sentence, said, implied);
  for (const [index, one] of verdicts.entries()) {
    const same = verdicts.slice(0, index).filter(({ brands, isGood: good }) => brands === one.brands && good === one.isGood);
    for (const brand of one.brands) count(tallyOf(brand), one, same.length < mostCounted);
  }
  for (const { brands, isGood: good } of implied) for (const brand of brands) tallyOf(brand)[good ? 'positive' : 'negative']++;
  return verdicts;
}

/** A row of adjectives is one opinion, not five. */
const mostCounted = 2;

function count(tally: Tally, { isGood: good, endorses, warns }: Said, isNew: boolean): void {
  if (warns) tally.warned++;
  else if (endorses) tally.recommended++;
  if (isNew) tally[good ? 'positive' : 'negative']++;
}

function isGood(bits: number, turned: boolean): boolean {
  const isBad = (bits & (cueBit.negative | cueBit.lack | cueBit.warn)) !== 0 && (bits & cueBit.recommend) === 0;
  return isBad === turned;
}

/** Names that are judged together; folded offsets. */
export type Group = { from: number; to: number; brands: string[] };
type Link = 'comma' | 'word' | null;

/** Names in a row are judged together: "HubSpot, Zoho and Pipedrive are easy". Two with a mere comma are not a row: "In Zoho, HubSpot …". */
function groupMentions({ folded, mentions, first, last, absent }: JudgedSentence): Group[] {
  const groups: Group[] = [];
  let row: Group[] = [];
  let hasWord = false;
  for (let i = first; i < last; i++) {
    if (absent[i] === 1) continue;
    const { from, to, pattern } = mentions[i] as FoundMention;
    const previous = row.at(-1);
    const link = previous === undefined ? null : linkBetween(folded, previous.to, from);
    // "Unlike Salesforce, HubSpot and Zoho …" begins its row behind the comma.
    const isAgain = row.some((group) => group.brands[0] === pattern.brand);
    const isApart = link === null || isAgain || (link === 'comma' && row.length === 1 && isCompared(folded, row[0] as Group));
    if (isApart) {
      closeRow(row, hasWord, groups);
      row = [];
      hasWord = false;
    }
    hasWord ||= link === 'word' && !isApart;
    row.push({ from, to, brands: [pattern.brand] });
  }
  closeRow(row, hasWord, groups);
  return groups;
}

function closeRow(row: Group[], hasWord: boolean, groups: Group[]): void {
  const head = row[0];
  const tail = row.at(-1);
  if (head === undefined || tail === undefined) return;
  if (row.length === 1 || (row.length === 2 && !hasWord)) for (const group of row) groups.push(group);
  else groups.push({ from: head.from, to: tail.to, brands: row.flatMap((group) => group.brands) });
}

const joint = /^['’]?s?[\s,、，/&+*_"]*(?:and|or|nor|und|oder|y|e|o|ou|et|和|与|及|以及|或|と|や|및|와|과|и|или|plus)?[\s*_,"]*$/u;

function linkBetween(folded: FoldedText, from: number, to: number): Link {
  if (to - from > 12 || to <= from) return null;
  const between = foldedSlice(folded, from, to);
  if (!joint.test(between)) return null;
  return /^['’]?s?[\s*_"]*,[\s*_"]*$/.test(between) ? 'comma' : 'word';
}

function isInsideMention({ mentions, first, last, cues }: JudgedSentence, cue: number): boolean {
  const from = cues.froms[cue] as number;
  const to = cues.tos[cue] as number;
  for (let i = first; i < last; i++) {
    const mention = mentions[i] as FoundMention;
    if (mention.from < to && from < mention.to) return true;
  }
  return false;
}

/** Whose judgement a cue is: the name it stands right in front of, or that an endorsement is about to give; else the last subject of its clause. */
function targetOf(sentence: JudgedSentence, groups: readonly Group[], cue: number): readonly string[] {
  if (groups.length === 0) return isOfOthers(sentence, cue) ? [] : sentence.topic;
  const { cues, topic } = sentence;
  const from = cues.froms[cue] as number;
  const to = cues.tos[cue] as number;
  const isEndorsement = ((cues.bits[cue] as number) & (cueBit.recommend | cueBit.warn)) !== 0;
  const next = groups.find((group) => group.from >= to);
  const after =
    next !== undefined && isEndorsement && ((cues.bits[cue] as number) & cueBit.warn) === 0 && isPlace(sentence.folded, to, next.from)
      ? undefined
      : next;
  if (after !== undefined && isGenitive(sentence, cue, after.from)) return after.brands;
  const before = subjectBefore(sentence.folded, groups, from);
  if (after !== undefined && isAbout(sentence, to, after.from, isEndorsement)) return pick(sentence, after, topic);
  const clause = clauseStart(sentence, cue);
  if (isEndorsement && isOtherAdvice(sentence, clause, to, before)) return [];
  if (before !== undefined && before.from >= clause) return pick(sentence, before, topic);
  if (
    after !== undefined &&
    after.from < clauseEnd(sentence, cue) &&
    (before === undefined || clause > before.to) &&
    topic.length === 0 &&
    !isCompared(sentence.folded, after)
  )
    return after.brands;
  if (topic.length > 0 && before === undefined) return topic;
  if (before !== undefined) return pick(sentence, before, topic);
  return after === undefined ? topic : after.brands;
}

/** The last name before a cue that is not what something is compared with ("A比B更贵", "AはBより高い": A). */
function subjectBefore(folded: FoldedText, groups: readonly Group[], at: number): Group | undefined {
  let nearest: Group | undefined;
  for (let i = groups.length - 1; i >= 0; i--) {
    const group = groups[i] as Group;
    if (group.to > at) continue;
    nearest ??= group;
    if (!isCompared(folded, group)) return group;
  }
  return nearest;
}

const comparedBefore =
  /(?:(?<!\p{L})(?:than|unlike|over|versus|vs\.?|compared (?:to|with)|as|als|wie|que|como|di|dan|niz|od|nez|oproti|an|kuin|чем|ніж|нiж|hon|so voi|daripada|dibanding|dibandingkan|ketimbang|beats|outperforms|instead of|rather than|statt|im vergleich zu|im gegensatz zu|frente a|contrairement a|par rapport a|rispetto a|a differenza di|do que|ao contrario d[eao])(?: (?:en|con|de|a|por|chez|bei|mit|zu|with|from|at|on|in))? (?:the |der |die |dem |den |el |la |le |il |o )?|(?:比起?|优于|胜过|强于|相比于?|不如|不及|没有|不像|低于|高于|好过|超过|逊于|比不上|输给|相较于?|กว่า|من|다는) ?)$/u;
const comparedBehind =
  /^ ?(?:の[^、。]{1,8})?(?:より|に比べ|と比べ|ほど)|^ ?(?:보다|에 비해|만큼|相比|की तुलना|के मुकाबले)|^['’]?(?:dan|den|tan|ten|ya gore|ye gore) /;

function isCompared(folded: FoldedText, { from, to }: Group): boolean {
  return (
    comparedBefore.test(foldedSlice(folded, Math.max(0, from - 24), from)) ||
    comparedBehind.test(foldedSlice(folded, to, Math.min(folded.length, to + 12)))
  );
}

/** In a passage about X, a name behind a preposition ("integrates with Slack") is not what is judged. */
function pick(sentence: JudgedSentence, group: Group, topic: readonly string[]): readonly string[] {
  if (topic.length === 0 || group.brands.some((brand) => topic.includes(brand))) return group.brands;
  return isBehindPreposition(sentence.folded, group.from) ? topic : group.brands;
}

const prepositions =
  /(?:^|[\s(])(?:with|like|to|from|than|of|by|for|into|via|on|in|at|as|an?|including|mit|von|als|wie|zu|bei|con|de|a|como|que|avec|comme|com|and|und|y|et)\s(?:the\s|other\s)?["*]*$/;
const hanPrepositions = /(?:与|和|比|像|跟|同|对|用|从|的|と|や|より|、|와|과|보다) ?$/;

function isBehindPreposition(folded: FoldedText, at: number): boolean {
  const before = foldedSlice(folded, Math.max(0, at - 14), at);
  return prepositions.test(before) || hanPrepositions.test(before);
}

const comparing =
  /(?<!\p{L})(?:than|over|to|instead|vs|versus|unlike|alternative|compared|als|que|di|чем|dan|niz|nez|kuin|daripada)(?!\p{L})|比|보다|より|[,;:，；。、.]/u;

/** "the simplicity of X", "la complejidad de X". */
const genitive =
  /^[*_]* (?:of|about|with|de|del|des|du|d'|da|do|dos|di|della|dell'|von|vom|bei|an)(?: (?:the|el|la|le|o|a|der|dem))? ?[*_]*$/;

/** The cue, or the last of a row of cues ("critican la complejidad de X"), is said of the name behind it. */
function isGenitive({ folded, cues, isDense }: JudgedSentence, cue: number, name: number): boolean {
  if (isDense) return false;
  let end = cues.tos[cue] as number;
  for (let i = cue + 1; i < cues.count; i++) {
    if (((cues.bits[i] as number) & judging) === 0) continue;
    if ((cues.froms[i] as number) - end > 5) break;
    end = cues.tos[i] as number;
  }
  return name > end && name - end <= 12 && genitive.test(foldedSlice(folded, end, name));
}

/** Whether what a cue says is about the name behind it: an adjective before its noun, or "we recommend X", "the best choice is X". */
function isAbout({ folded, isDense }: JudgedSentence, from: number, to: number, isEndorsement: boolean): boolean {
  const reach = isEndorsement ? (isDense ? 14 : 48) : isDense ? 1 : 2;
  if (to - from > reach) return false;
  const between = foldedSlice(folded, from, to);
  if (isEndorsement && /^[^:：,;.，；。]{0,24}[:：][\s*_[]*$|^[\s*]*[:：]/.test(between)) return true;
  return !comparing.test(between.replace(/^[\s*]*(?::|：)/, ''));
}

function clauseStart(sentence: JudgedSentence, cue: number): number {
  const { cues, from, folded } = sentence;
  let start = from;
  for (let i = cue - 1; i >= 0; i--) {
    if (((cues.bits[i] as number) & cueBit.contrast) === 0) continue;
    start = cues.tos[i] as number;
    break;
  }
  for (let at = (cues.froms[cue] as number) - 1; at > start; at--) {
    const code = folded.chars[at];
    if (code === 59 || code === 0x2014 || code === 0xff1b) return at;
  }
  return start;
}

function clauseEnd(sentence: JudgedSentence, cue: number): number {
  const { cues, to, folded } = sentence;
  let end = to;
  for (let i = cue + 1; i < cues.count && end === to; i++)
    if (((cues.bits[i] as number) & cueBit.contrast) !== 0) end = cues.froms[i] as number;
  for (let at = cues.tos[cue] as number; at < end; at++) if (folded.chars[at] === 59 || folded.chars[at] === 0xff1b) return at;
  return end;
}
