import { anaphora, turning } from './data/comparisons/anaphora.ts';
import { continuations } from './data/comparisons/continuation.ts';
import { aspectOf, hypotheticals, lexicons } from './data/comparisons/index.ts';
import { outcomeOf } from './continuations.ts';
import { anyBrand, placeholderBase } from './marked-sentence.ts';

/** The number of the brand that only the sentence before names; no sentence has as many mentions. */
export const antecedent = 4000;
const antecedentMark = String.fromCharCode(placeholderBase + antecedent);

/** Furthest a subject stands from the beginning of its sentence. */
const longestOpening = 48;
const longestSaid = 90;
const shortestClause = 12;
const name = new RegExp(anyBrand);
const never = /(?!)/;
/** What is not set against the brand before compares by itself only ("costs twice as much"), not by an adjective. */
const none = { good: never, bad: never };

/** "It outlasts B", "比B便宜": the sentence with its subject, the brand before, where it has a pronoun or nothing for it; else null. */
export function withAntecedent(marked: string, language: string): string | null {
  const words = anaphora[language];
  const at = marked.search(name);
  if (words === undefined || at === -1) return null;
  const lead = marked.slice(0, Math.min(at, longestOpening));
  const pronoun = words.subject.exec(lead);
  if (pronoun !== null) return lead.slice(0, pronoun.index) + antecedentMark + marked.slice(pronoun.index + pronoun[0].length);
  if (words.dropped?.test(marked) !== true) return null;
  return `${antecedentMark}${language === 'zh' ? '' : language === 'ja' ? 'は' : '은 '}${marked}`;
}

/** "B costs noticeably less", "Bのほうが安い": whether the only brand of a sentence is ahead of the brand before it; null where it is not set against it. */
export function isAheadOfAntecedent(
  marked: string,
  language: string,
  wereBothNamed: boolean,
): { isAhead: boolean; aspect: string | null } | null {
  const words = anaphora[language];
  const continued = continuations[language];
  const lexicon = lexicons[language];
  const at = marked.search(name);
  if (words === undefined || continued === undefined || lexicon === undefined || at === -1 || at > longestOpening) return null;
  const behind = marked.slice(at + 1, at + 1 + longestSaid).split(/[;:!?。！？；(（–—]|\.(?:\s|$)/)[0] ?? '';
  const comma = behind.indexOf(',', shortestClause);
  const lead = marked.slice(0, at);
  const { against, than, same } = words;
  if (isRightBefore(words.instead, lead) || (wereBothNamed && words.choice !== null && isRightBefore(words.choice, lead)))
    return { isAhead: true, aspect: null };
  const outcomeIn = (clause: string): { isAhead: boolean; aspect: string | null } | null => {
    const said = clause.replace(/[\ue000-\uf8ff]/g, '');
    const supposed = hypotheticals[language];
    if (than.test(said)) return null;
    const isSetAgainst = against.test(`${lead} ${said}`) || turning.test(lead);
    if (supposed === undefined || supposed.opening.test(lead) || supposed.within.test(said)) return null;
    // "In comparison B is sturdy": what stands in front makes a comparative of every adjective.
    const isExplicit = against.test(lead) || same?.test(said) === true;
    const outcome = outcomeOf(said, isExplicit ? { ...continued, marks: null } : continued, isSetAgainst ? lexicon : none);
    return outcome === null ? null : { isAhead: outcome.isAhead, aspect: aspectOf(language, said.trim(), null) };
  };
  return outcomeIn(comma === -1 ? behind : behind.slice(0, comma)) ?? (comma === -1 ? null : outcomeIn(behind));
}

function isRightBefore(words: RegExp, lead: string): boolean {
  const found = words.exec(lead);
  return found !== null && lead.slice(found.index + found[0].length).trim() === '';
}
