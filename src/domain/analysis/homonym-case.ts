import { germanOthers } from './data/grammar-words.ts';
import type { Company } from './everyday-names.ts';
import type { Neighbour } from './neighbours.ts';

/** What the judgement looks at. Offsets are UTF-16 into `text`. */
export type HomonymCase = {
  text: string;
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
  /** Folded alias, and the alias as the panel writes it. */
  folded: string;
  alias: string;
  language: string;
  /** Stands at the head of a list item, heading or table cell. */
  isHead: boolean;
  /** Heads an item of a list, not a heading that might be about anything. */
  isListItem: boolean;
  /** What the items beside it in a list are headed by: other brands, labels such as "Budget:", or something else. */
  siblings: () => 'brands' | 'labels' | 'other';
  /** Most words of its line have capitals, or the line has no small letters: capitals say nothing. */
  capitalsSayNothing: boolean;
  /** The answer has no capital letters at all: small letters say nothing. */
  isAllLower: boolean;
  /** The same brand is named elsewhere in the answer by a name that is no ordinary word, or by its domain. */
  isBrandSupported: boolean;
  /** Within a longer name that begins with another brand's: "Colgate Total". */
  isInName: boolean;
  /** Another panel brand stands in the same sentence. */
  hasCompany: boolean;
  /** Joined by a comma or conjunction to another brand of the panel: 3, to one that may be a word too: 1, to none: 0. */
  rowOfNames: () => number;
  /** Folded words of the sentence. */
  sentenceWords: () => readonly string[];
  company: () => Company;
};

export type Shape = 'lower' | 'capital' | 'upper';

export function isSentenceStart(item: HomonymCase, before: Neighbour): boolean {
  if (before.word === '' || item.isHead) return true;
  // Only what is no noun has a small letter behind a German colon.
  const isOther = item.language === 'de' && germanOthers.has(item.folded);
  return (isOther ? /[.!?•|]["“«(]*$/ : /[:：.!?•|–—]["“«(]*$/).test(before.between);
}

/** "The Ford Maverick": the article belongs to the product that the capital behind the name begins. */
export function isMaker({ capitalsSayNothing, language }: HomonymCase, shape: Shape, after: Neighbour): boolean {
  return shape !== 'lower' && !capitalsSayNothing && language !== 'de' && after.between === '' && /^\p{Lu}/u.test(after.raw);
}
