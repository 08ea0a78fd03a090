import type { ComparisonRule } from './data/comparisons/comparison-rule.ts';
import { type Compared, continuedPreference } from './continuations.ts';
import { articles, aspectOf, comparisonRules, hypotheticals } from './data/comparisons/index.ts';
import { isPlaceholder, matchesOf, placeholderBase, placeholders } from './marked-sentence.ts';
import { createRuleGates } from './rule-gate.ts';

/** A stated preference within one sentence; `winner` and `loser` are indexes of mentions of that sentence. */
export type Preference = { winner: number; loser: number; aspect: string | null; weight?: ComparisonRule['weight'] };

const gateOf = createRuleGates();

/**
 * Explicit preferences of one named brand over another. Left out: questions, what is only supposed ("if X were cheaper than Y",
 * "X might be better"), ties, and denials ("X is not better than Y", which prefers nobody; "not as good as" does).
 */
export function findPreferences(sentence: string, language: string): Preference[] {
  const rules = comparisonRules[language];
  if (rules === undefined || /[?？]\s*["')*_]*\s*$/.test(sentence)) return [];
  const article = articles[language] ?? null;
  const marked = article === null ? sentence : sentence.replaceAll(article, '');
  const found: Preference[] = chainedPreferences(marked);
  const read = new Map<string, { from: number; to: number }[]>();
  const missing = gateOf(language, () => rules.map(({ pattern }) => pattern))(marked);
  for (const [index, rule] of rules.entries()) {
    if (missing[index] !== 0) continue;
    for (const match of matchesOf(rule.pattern, marked)) {
      if (isSupposed(marked, match, language, rule) || isTakenBack(marked, match)) continue;
      const from = match.index;
      // The name that ends one statement may begin the next.
      const to = from + Math.max(1, match[0].length - 1);
      for (const preference of readMatch(match, rule, language)) {
        const key = `${Math.min(preference.winner, preference.loser)}/${Math.max(preference.winner, preference.loser)}`;
        const places = read.get(key) ?? [];
        // The rules overlap; the same pair elsewhere is another statement ("…, but B is more fun than A").
        if (places.some((place) => from < place.to && place.from < to)) continue;
        read.set(key, [...places, { from, to }]);
        add(found, { ...preference, weight: rule.weight });
        const next = continuedPreference(marked, from + behindLastName(match[0]), comparedIn(match, preference), language);
        if (next !== null) add(found, { winner: next.winner, loser: next.loser, aspect: aspectOf(language, next.word, null) });
      }
    }
  }
  return withoutGranted(found);
}

function add(found: Preference[], { winner, loser, aspect, weight }: Preference): void {
  if (!found.some((one) => one.winner === winner && one.loser === loser && one.aspect === aspect))
    found.push({ winner, loser, aspect, weight });
}

/** "Although B has more features, I recommend A": what is granted to B, without comparing it, is no preference of B. */
export function withoutGranted(found: Preference[]): Preference[] {
  if (!found.some(({ weight }) => weight === 'choice')) return found;
  return found.filter(
    ({ winner, loser, weight }) =>
      weight !== 'implied' || !found.some((one) => one.weight === 'choice' && one.winner === loser && one.loser === winner),
  );
}

function behindLastName(matched: string): number {
  let at = matched.length;
  while (at > 0 && !isPlaceholder(matched.charAt(at - 1))) at--;
  return at === 0 ? matched.length : at;
}

/** What stands in front of a name that something is compared with, and behind it. */
export const comparedInFront =
  /(?:\b(?:compared (?:to|with)|unlike|versus|next to|in contrast to|than|im vergleich (?:zu|mit)|verglichen mit|anders als|gegenuber|en comparacion con|comparado con|a diferencia de|frente a|par rapport a|compare a|contrairement a|rispetto a|a differenza di|em comparacao com|ao contrario d[aeo]|vergeleken met|in tegenstelling tot|between)|与|和|跟|相比于?|相较于?|比起?|较) ?$/;
export const comparedBehindName = /^(?:の[^、]{1,8})?(?:より|に比べ|と比べ|と比較)|^보다|^에 비해/;

/** The first name is what the sentence speaks of, unless it is what another is compared with. */
function comparedIn(match: RegExpExecArray, { winner, loser }: Preference): Compared {
  const names = placeholders(match[0]).filter((name) => name === winner || name === loser);
  const first = names[0] ?? winner;
  const at = match.index + match[0].indexOf(String.fromCharCode(placeholderBase + first));
  const isCompared =
    comparedInFront.test(match.input.slice(Math.max(0, at - 24), at)) || comparedBehindName.test(match.input.slice(at + 1, at + 14));
  const second = first === winner ? loser : winner;
  return isCompared ? { subject: second, object: first } : { subject: first, object: second };
}

/** "A > B > C": each is preferred to all behind it. */
function chainedPreferences(marked: string): Preference[] {
  if (!/[>＞≻]/.test(marked)) return [];
  const chain =
    /[\ue000-\uf8ff]{1,2}(?:\s?[=≈]\s?[\ue000-\uf8ff])*(?:\s?[>＞≻]{1,2}\s?[\ue000-\uf8ff](?:\s?[=≈]\s?[\ue000-\uf8ff])*)+/u.exec(
      marked,
    )?.[0];
  const steps = (chain ?? '').split(/[>＞≻]+/).map(placeholders);
  return steps.flatMap((winners, index) =>
    steps
      .slice(index + 1, index + mostInChain)
      .flat()
      .flatMap((loser) => winners.filter((winner) => winner !== loser).map((winner) => ({ winner, loser, aspect: null }))),
  );
}

const mostInChain = 10;

function readMatch(match: RegExpExecArray, rule: ComparisonRule, language: string): Preference[] {
  const { a = '', b = '', noun = '', word = '', aspect } = match.groups ?? {};
  const judged = rule.winner === 'word' ? rule.judge(`${noun}${word}`) : rule.winner;
  if (judged === null) return [];
  const [winners, losers] = judged === 'a' ? [a, b] : [b, a];
  const found: Preference[] = [];
  for (const winner of placeholders(winners)) {
    for (const loser of placeholders(losers)) {
      if (winner !== loser) found.push({ winner, loser, aspect: aspectOf(language, word, aspect ?? null) });
    }
  }
  return found;
}

const takenBack =
  /^[^.;!?]{0,30}(?:\b(?:but|though|although) (?:that|this|it)(?:'s| is| was| has)? (?:no longer|not|changed)|\bno longer (?:true|the case)|das stimmt (?:nicht mehr|so nicht)|但(?:这|那|現在|现在)?(?:已经|已經)?(?:不再|不是))/;

/** "X was better than Y in 2015, but that is no longer true". */
function isTakenBack(marked: string, match: RegExpExecArray): boolean {
  return takenBack.test(marked.slice(match.index + match[0].length, match.index + match[0].length + 80));
}

/** Within an unfinished "if" or "whether", or behind "might". A finished condition ("If you need X, A beats B") is a statement. */
function isSupposed(marked: string, match: RegExpExecArray, language: string, { weight }: ComparisonRule): boolean {
  const words = hypotheticals[language];
  if (words === undefined) return false;
  const before = marked.slice(Math.max(0, match.index - 80), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('、')) + 1);
  // "If you are torn between A and B, get A", "B may be cheaper, but I prefer A": the choice is stated.
  if (weight === 'choice') return false;
  if (words.opening.test(clause) || words.within.test(match[0])) return true;
  return words.supposed !== null && matchesOf(words.supposed, marked.slice(0, match.index + match[0].length)).length > 0;
}
