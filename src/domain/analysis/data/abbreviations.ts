import { isAsciiDigit, isUpperUnit } from '../letter-kind.ts';

const words = new Set(
  'e.g i.e vs inc ltd corp co llc dr mr mrs ms jr sr st no nr approx dept est fig vol pp p al ca cf resp z.b d.h u.a o.ä bzw bspw usw inkl exkl evtl ggf p.ej ej sra núm aprox av env m mme mlle n° ex dott sig ecc pag т.е т.д т.п др г им см напр sq ft'.split(
    ' ',
  ),
);

const longestWord = Math.max(...Array.from(words, (word) => word.length));

/** Whether the full stop at `at` belongs to an abbreviation, an initial, or a list number that opens the sentence. */
export function isAbbreviation(text: string, at: number, sentenceStart: number): boolean {
  let from = at;
  while (from > sentenceStart && at - from < 12 && !opensWord(text.charCodeAt(from - 1))) from--;
  // Nearly all sentences end in a word that is too long for any of these; initials ("U.S.A") have a full stop behind their first letter.
  if (at - from > longestWord && text.charCodeAt(from + 1) !== 46) return false;
  const word = text.slice(from, at);
  if (words.has(word.toLowerCase())) return true;
  if (!isAsciiDigit(text.charCodeAt(from))) return isUpperUnit(text.charCodeAt(from)) && /^\p{Lu}(\.\p{Lu})*$/u.test(word);
  if (/^\d+-(?:qt|oz|ft|lb|in|gal)$/i.test(word)) return true;
  return /^\d{1,3}$/.test(word) && text.slice(sentenceStart, from).replace(/[\s*_#>-]+/g, '') === '';
}

function opensWord(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 40 || code === 42 || code === 95 || code === 0x201c || isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  return code >= 0xa0 && (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || (code >= 0x2028 && code <= 0x202f));
}
