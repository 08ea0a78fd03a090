import { fold } from './fold.ts';
import { anyBrand, anyBrands } from './marked-sentence.ts';

/**
 * A regular expression over marked sentences from a readable source. `<B>` is one brand, `<Bs>` one or more, `<x:B>`/`<x:Bs>` the same
 * captured as x, `~` a stretch without brand or end of clause up to 40 characters. Words may carry accents: they are folded like the text.
 */
export function sentencePattern(source: string, words: Readonly<Record<string, string>> = {}): RegExp {
  let expanded = source;
  for (let depth = 0; depth < 3; depth++) expanded = expanded.replace(/\{([a-z]+)\}/gi, (whole, name: string) => words[name] ?? whole);
  const folded = expanded.replace(/[^\u0000-\u007f]+/g, (part) => fold(part));
  return new RegExp(
    folded
      .replace(/<(\w+):Bs>/g, (_, name: string) => `(?<${name}>${anyBrands})`)
      .replace(/<(\w+):B>/g, (_, name: string) => `(?<${name}>${anyBrand})`)
      .replaceAll('<Bs>', `(?:${anyBrands})`)
      .replaceAll('<B>', anyBrand)
      .replaceAll('~', '[^\\ue000-\\uf8ff.;:!?]{0,40}?'),
    'gu',
  );
}

/**
 * What may stand between "about" and a name: "the Swiss health insurer “Acme”". Up to five words, none of them one of `relations`, behind
 * which the name is not what the sentence is about: "problems with Acme".
 */
export const describedBy = (relations: string): string => `["'*(«„“ ]*(?:(?!(?:${relations})[\\s'])[\\p{L}\\p{N}'-]+[\\s"*(«„“]+){0,5}`;
