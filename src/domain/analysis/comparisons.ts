import { aspectOf, comparisonRules, type ComparisonRule, hypotheticals } from './data/comparison-patterns.ts';
import { placeholderBase } from './marked-sentence.ts';

/** A stated preference within one sentence; `winner` and `loser` are indexes of mentions of that sentence. */
export type Preference = { winner: number; loser: number; aspect: string | null };

/**
 * Explicit preferences of one named brand over another. Left out: questions, what is only supposed ("if X were cheaper than Y",
 * "X might be better"), ties, and denials ("X is not better than Y", which prefers nobody; "not as good as" does).
 */
export function findPreferences(marked: string, language: string): Preference[] {
  const rules = comparisonRules[language];
  if (rules === undefined || /[?？]\s*["')*_]*\s*$/.test(marked)) return [];
  const found: Preference[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    for (const match of marked.matchAll(rule.pattern)) {
      if (isSupposed(marked, match, language)) continue;
      for (const preference of readMatch(match, rule, language)) {
        const key = `${Math.min(preference.winner, preference.loser)}/${Math.max(preference.winner, preference.loser)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push(preference);
      }
    }
  }
  return found;
}

function readMatch(match: RegExpExecArray, rule: ComparisonRule, language: string): Preference[] {
  const { a = '', b = '', word = '', aspect } = match.groups ?? {};
  const judged = rule.winner === 'word' ? rule.judge(word) : rule.winner;
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

function placeholders(text: string): number[] {
  const found: number[] = [];
  for (const unit of text) {
    const code = unit.charCodeAt(0);
    if (code >= placeholderBase && code < 0xf900) found.push(code - placeholderBase);
  }
  return found;
}

/** Within an unfinished "if" or "whether", or behind "might". A finished condition ("If you need X, A beats B") is a statement. */
function isSupposed(marked: string, match: RegExpExecArray, language: string): boolean {
  const words = hypotheticals[language];
  if (words === undefined) return false;
  const before = marked.slice(Math.max(0, match.index - 80), match.index);
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('、')) + 1);
  return words.opening.test(clause) || words.within.test(match[0]);
}
