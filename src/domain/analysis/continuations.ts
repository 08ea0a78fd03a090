import { continuations } from './data/comparisons/continuation.ts';
import type { Continuation } from './data/comparisons/continued.ts';
import { lexicons } from './data/comparisons/index.ts';
import { anyBrand, placeholderBase } from './marked-sentence.ts';

/** Two brands that a sentence has just compared, as numbers of mentions; `subject` is what it speaks of. */
export type Compared = { subject: number; object: number };
type Outcome = { winner: number; loser: number; word: string };

const anyName = new RegExp(anyBrand);
const longestRest = 140;
const longestLead = 70;
const longestName = 24;
const longestArticle = 2;

/**
 * "A is louder than B, while B costs half as much", "…, but better at pets than B", "…, though it beats it on price": a second preference
 * among the same two, which the rest of the sentence states by naming one of them again.
 */
export function continuedPreference(marked: string, end: number, { subject, object }: Compared, language: string): Outcome | null {
  const words = continuations[language];
  const lexicon = lexicons[language];
  if (words === undefined || lexicon === undefined) return null;
  const rest = marked.slice(end, end + longestRest);
  const stop = rest.search(/[.!?。！？](?:\s|$)|[。！？]/);
  const joint = jointOf(stop === -1 ? rest : rest.slice(0, stop), words);
  if (joint === null) return null;
  const named = nameAtHead(joint.clause, words);
  if (named !== null && named.brand !== subject && named.brand !== object) return null;
  const about = named?.brand ?? (joint.isObject ? object : subject);
  const other = about === subject ? object : subject;
  const clause = joint.clause.slice(named?.end ?? 0);
  const said = withoutOther(clause, other, words);
  const isNamed = named !== null || joint.isObject || said.isCompared || words.it.test(said.text);
  const word = isNamed ? outcomeOf(said.text, said.isCompared ? { ...words, marks: null } : words, lexicon) : null;
  return word === null ? null : { winner: word.isAhead ? about : other, loser: word.isAhead ? other : about, word: said.text.trim() };
}

type Lexicons = { good: RegExp; bad: RegExp };

/** The clause behind the first "but" or "which", if no name stands before it. */
function jointOf(rest: string, { but, which }: Continuation): { clause: string; isObject: boolean } | null {
  const relative = which === null ? null : /^[’'s]*,? ?/.exec(rest);
  if (relative !== null) {
    const behind = rest.slice(relative[0].length);
    const found = which?.exec(behind);
    if (found?.index === 0) return { clause: behind.slice(found[0].length), isObject: true };
  }
  const found = but.exec(rest) ?? /;/.exec(rest);
  if (found === null || found.index > longestLead || anyName.test(rest.slice(0, found.index))) return null;
  return { clause: rest.slice(found.index + found[0].length), isObject: false };
}

/** A name that the clause begins with; not one that it only compares with. */
function nameAtHead(clause: string, { than }: Continuation): { brand: number; end: number } | null {
  const at = clause.slice(0, longestName).search(anyName);
  if (
    at === -1 ||
    (clause.slice(0, at).trim().length > longestArticle && than.test(clause.slice(0, at))) ||
    clause.startsWith('に', at + 1)
  )
    return null;
  return { brand: clause.charCodeAt(at) - placeholderBase, end: at + 1 };
}

/** Up to the next name; the other of the two may be named as what is compared with. */
function withoutOther(clause: string, other: number, { than }: Continuation): { text: string; isCompared: boolean } {
  const name = String.fromCharCode(placeholderBase + other);
  const at = clause.indexOf(name);
  const isCompared = at !== -1 && (than.test(clause.slice(0, at)) || /^(?:に|より|보다)/.test(clause.slice(at + 1)));
  const rest = isCompared ? clause.slice(0, at).replace(than, ' ') + clause.slice(at + 1) : clause;
  const next = rest.search(anyName);
  return { text: next === -1 ? rest : rest.slice(0, next), isCompared };
}

export function outcomeOf(said: string, { ahead, behind, not, marks }: Continuation, { good, bad }: Lexicons): { isAhead: boolean } | null {
  if (behind.test(said)) return { isAhead: false };
  if (not.test(said)) return null;
  if (ahead.test(said)) return { isAhead: true };
  if (marks !== null && !marks.test(said)) return null;
  if (bad.test(said)) return { isAhead: false };
  return good.test(said) ? { isAhead: true } : null;
}
