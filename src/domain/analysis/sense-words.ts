import { senses } from './data/senses.ts';

type SenseWords = { next: ReadonlySet<string>; before: ReadonlySet<string>; near: ReadonlySet<string>; brand: ReadonlySet<string> };
const senseWords = new Map<string, SenseWords>();

/** What tells the brand from the word, looked up once and kept; undefined for a word that needs none. */
export function senseOf(word: string): SenseWords | undefined {
  const known = senseWords.get(word);
  const sense = senses[word];
  if (known !== undefined || sense === undefined) return known;
  const split = (words = ''): ReadonlySet<string> => new Set(words === '' ? [] : words.split(' '));
  const made = { next: split(sense.next), before: split(sense.before), near: split(sense.near), brand: split(sense.brand) };
  senseWords.set(word, made);
  return made;
}
