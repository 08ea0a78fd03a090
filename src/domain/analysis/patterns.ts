import type { Automaton } from './automaton.ts';
import { buildAutomaton } from './build-automaton.ts';
import { classOf } from './character-class.ts';
import { hanLongerWords } from './data/longer-words.ts';
import { fold } from './fold.ts';
import { isOrdinaryName } from './ordinary-names.ts';
import { inflectedStems } from './inflection.ts';
import type { Alias, Panel } from './panel.ts';

/** One thing the automaton looks for: an alias, or a variant of its spelling, folded. */
export type Pattern = {
  brand: string;
  alias: Alias;
  folded: string;
  length: number;
  firstClass: number;
  lastClass: number;
  /** A Cyrillic, Greek or Latin name without its final vowel, to be followed by a case ending. */
  isStem: boolean;
  /** The name that the pattern stands for: for a stem the whole of it. */
  word: string;
  /** The alias is an ordinary word too (Target, Zoom in): grammar decides. */
  isOrdinary: boolean;
  /** Longer words that contain it and are something else, with the offset of the alias in them. */
  longerWords: LongerWords;
  /** The alias's `near` and `notNear` terms, folded. */
  conditions: { near: string[]; notNear: string[] };
};
/** By the unit in front of the alias (plus `unitInFront`), or behind it where the word begins with the alias: most places need one look. */
export type LongerWords = ReadonlyMap<number, readonly { word: string; offset: number }[]>;
export const unitInFront = 0x10000;
export type CompiledPanel = { automaton: Automaton; patterns: Pattern[] };

export function compilePanel(panel: Panel): CompiledPanel {
  const byText = new Map<string, Pattern>();
  const brands = panel.brands.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const brand of brands) for (const alias of brand.aliases) add(byText, brand.id, alias, fold(alias.text), false);
  for (const brand of brands) {
    for (const alias of brand.aliases) {
      for (const variant of spellings(alias.text, fold(alias.text))) add(byText, brand.id, alias, variant, false);
      for (const stem of inflectedStems(fold(alias.text))) add(byText, brand.id, alias, stem, true);
    }
  }
  const patterns = [...byText.values()];
  return { automaton: buildAutomaton(patterns.map((pattern) => pattern.folded)), patterns };
}

/** An alias as it is written wins over another brand's variant. */
function add(byText: Map<string, Pattern>, brand: string, alias: Alias, folded: string, isStem: boolean): void {
  if (folded === '' || byText.has(folded)) return;
  const word = isStem ? fold(alias.text) : folded;
  byText.set(folded, {
    brand,
    alias,
    folded,
    length: folded.length,
    firstClass: classOf(folded.charCodeAt(0)),
    lastClass: classOf(folded.charCodeAt(folded.length - 1)),
    isStem,
    word,
    isOrdinary: isOrdinaryName(word, alias.text),
    longerWords: longerWords(folded, alias.notIn),
    conditions: { near: alias.near.map(fold), notNear: alias.notNear.map(fold) },
  });
}

/** People leave out apostrophes (McDonalds), hyphens (Coca Cola), middle dots (コカコーラ) and quotation marks (Toys R Us), and set spaces around signs (AT & T). */
function spellings(written: string, folded: string): string[] {
  const variants = new Set<string>();
  // Persian: a zero-width non-joiner, or the space that many write for it.
  if (written.includes('\u200c')) variants.add(fold(written.replaceAll('\u200c', ' ')));
  if (/\p{L}'\p{L}/u.test(folded)) variants.add(folded.replaceAll("'", ''));
  if (/[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(folded)) variants.add(folded.replaceAll('-', ' '));
  if (/[\p{L}\p{N}] [\p{L}\p{N}]/u.test(folded)) variants.add(folded.replaceAll(' ', '-'));
  if (/[\u3041-\u30ff]·/.test(folded)) variants.add(folded.replaceAll('·', ''));
  if (/["']\p{L}+["']/u.test(folded))
    variants.add(folded.replace(/["'](\p{L}+)["']/gu, '$1')).add(folded.replace(/["'](\p{L}+)["']/gu, "'$1'"));
  if (/[\p{L}\p{N}]&[\p{L}\p{N}]/u.test(folded)) variants.add(folded.replaceAll('&', ' & '));
  if (/[\p{L}\p{N}] & [\p{L}\p{N}]/u.test(folded)) variants.add(folded.replaceAll(' & ', '&')).add(folded.replaceAll(' & ', ' and '));
  variants.delete(folded);
  return [...variants].filter((variant) => [...variant].length > 2);
}

function longerWords(folded: string, own: string[]): LongerWords {
  const words = [...own.map(fold), ...hanLongerWords(folded)];
  const found = new Map<number, { word: string; offset: number }[]>();
  for (const word of words) {
    for (let offset = word.indexOf(folded); offset !== -1 && word.length > folded.length; offset = word.indexOf(folded, offset + 1)) {
      const unit = offset === 0 ? word.charCodeAt(folded.length) : unitInFront + word.charCodeAt(offset - 1);
      found.set(unit, [...(found.get(unit) ?? []), { word, offset }]);
    }
  }
  return found;
}
