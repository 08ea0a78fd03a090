import type { ComparisonRule } from './data/comparisons/comparison-rule.ts';
import { articles, aspectOf, comparisonRules, hypotheticals } from './data/comparisons/index.ts';
import { matchesOf, placeholders } from './marked-sentence.ts';
import { createRuleGates } from './rule-gate.ts';

/** A stated preference within one sentence; `winner` and `loser` are indexes of mentions of that sentence. */
export type Preference = { winner: number; loser: number; aspect: string | null };

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
  const found: Preference[] = [];
  const read = new Map<string, { from: number; to: number }[]>();
  const missing = gateOf(language, () => rules.map(({ pattern }) => pattern))(marked);
  for (const [index, rule] of rules.entries()) {
    if (missing[index] !== 0) continue;
    for (const match of matchesOf(rule.pattern, marked)) {
      if (isSupposed(marked, match, language) || isTakenBack(marked, match)) continue;
      const from = match.index;
      // The name that ends one statement may begin the next.
      const to = from + Math.max(1, match[0].length - 1);
      for (const preference of readMatch(match, rule, language)) {
        const key = `${Math.min(preference.winner, preference.loser)}/${Math.max(preference.winner, preference.loser)}`;
        const places = read.get(key) ?? [];
        // The rules overlap; the same pair elsewhere is another statement ("…, but B is more fun than A").
        if (places.some((place) => from < place.to && place.from < to)) continue;
        read.set(key, [...places, { from, to }]);
        if (!found.some((one) => one.winner === preference.winner && one.loser === preference.loser && one.aspect === preference.aspect))
          found.push(preference);
      }
    }
  }
  return found;
}

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
function isSupposed(marked: string, match: RegExpExecArray, language: string): boolean {
  const words = hypotheticals[language];
  if (words === undefined) return false;
  const before = marked.slice(Math.max(0, match.index - 80), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('、')) + 1);
  return words.opening.test(clause) || words.within.test(match[0]);
}
