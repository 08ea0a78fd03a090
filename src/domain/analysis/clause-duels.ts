import { continuations } from './data/comparisons/continuation.ts';
import type { Continuation } from './data/comparisons/continued.ts';
import { anaphora } from './data/comparisons/anaphora.ts';
import { aspectOf, hypotheticals, lexicons } from './data/comparisons/index.ts';
import { comparedBehindName, comparedInFront, type Preference } from './comparisons.ts';
import { outcomeOf } from './continuations.ts';
import { placeholderBase, placeholders } from './marked-sentence.ts';

const longestClause = 160;
const shortestHead = 6;
const mostClauses = 12;

/** "for larger teams": whom it is for, not what is more of it. */
const forWhom =
  /(?<!\p{L})(?:for|fur|para|pour|per|voor|для|dla) (?:\p{L}+ )?(?:larger|bigger|smaller|older|younger|gro(?:ss|ß)ere|kleinere|altere|jungere|piu (?:grand|piccol)|plus (?:grand|petit)|mas (?:grande|peque)|maiores|menores|grotere|wieksz|mniejsz|больш|маленьк)\p{L}*/gu;

/**
 * "A has the wider range, B is cheaper; the latter …": in a sentence about two brands, each clause that says of one that it is more or
 * less of something, or better or worse, prefers one to the other, whatever joins the clauses. Clauses that compare with a name
 * themselves are left to the rules.
 */
export function findDuels(marked: string, language: string): Preference[] {
  const words = continuations[language];
  const lexicon = lexicons[language];
  const than = anaphora[language]?.than;
  const supposed = hypotheticals[language];
  if (words === undefined || lexicon === undefined || supposed === undefined || /[?？]\s*["')*_]*\s*$/.test(marked)) return [];
  const brands = [...new Set(placeholders(marked))];
  if (brands.length !== 2) return [];
  const found: Preference[] = [];
  for (const clause of clausesOf(withoutOpening(marked), words)) {
    const subject = subjectOf(clause);
    if (subject === null) continue;
    const said = clause
      .replace(/[\ue000-\uf8ff]/g, ' ')
      .slice(0, longestClause)
      .replace(forWhom, ' ');
    if (supposed.opening.test(said) || supposed.within.test(said) || than?.test(said) === true) continue;
    const outcome = outcomeOf(said, words, lexicon);
    if (outcome === null) continue;
    const other = brands.find((brand) => brand !== subject) as number;
    const [winner, loser] = outcome.isAhead ? [subject, other] : [other, subject];
    if (!found.some((one) => one.winner === winner && one.loser === loser))
      found.push({ winner, loser, aspect: aspectOf(language, said.trim(), null), weight: 'implied' });
  }
  return found;
}

/** "Between A and B, A has …", "在A和B之间，A…": names whom the sentence is about, and says nothing of them yet. */
const withoutOpening = (marked: string): string => marked.replace(opening, '');

const opening =
  /^[^\p{L}\ue000-\uf8ff]{0,6}(?:(?:between|of|comparing|zwischen|von|entre|tra|fra|tussen|miedzy|между|mellan|mezi|між|antara|giua|arasinda|ระหว่าง|بين|在)\P{Co}{0,8}[\ue000-\uf8ff]\P{Co}{1,8}[\ue000-\uf8ff]|[\ue000-\uf8ff](?:和|与|跟)[\ue000-\uf8ff])(?:之间|相比|中)?[^\p{L}\ue000-\uf8ff]{0,2}[,，:：]/u;

/** At the words that join clauses, at semicolons and colons, and where a name begins a new one. */
function clausesOf(marked: string, words: Continuation): string[] {
  const clauses: string[] = [];
  let open = '';
  for (const part of marked.split(words.joints).slice(0, mostClauses)) {
    // "A and B are …", "A, B are …": a row of names is no clause.
    const isRow = placeholders(open).length > 0 && open.replace(/[^\p{L}]|[\ue000-\uf8ff]/gu, '').length < shortestHead;
    if (isRow) open += ` ${part}`;
    else {
      clauses.push(open);
      open = part;
    }
  }
  return [...clauses, open].filter((clause) => clause.trim() !== '');
}

/** Whom a clause speaks of, if it names one brand, and not only to compare with. */
function subjectOf(clause: string): number | null {
  const [subject, ...others] = new Set(placeholders(clause));
  if (subject === undefined || others.length > 0) return null;
  const at = clause.indexOf(String.fromCharCode(placeholderBase + subject));
  const isOther = comparedInFront.test(clause.slice(Math.max(0, at - 24), at)) || comparedBehindName.test(clause.slice(at + 1, at + 14));
  return isOther ? null : subject;
}
