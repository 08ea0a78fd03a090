import { simplifyHan } from './han-variants.ts';

/** What stands for any character that can never be part of a name (controls, emoji, private use, ™). */
export const symbol = 0xfffd;

/** Characters that one folded code unit cannot describe. They live in the private use area, which itself folds to `symbol`. */
export const special = {
  /** Not asked for yet. */
  unknown: 0xe000,
  drop: 0xe001,
  dropMark: 0xe002,
  newline: 0xe004,
  several: 0xe005,
  composes: 0xe006,
  surrogate: 0xe007,
  ampersand: 0xe008,
  backslash: 0xe009,
} as const;

/** Added to a folded unit that structure or sentences hang on: its place is noted. */
export const markFlag = 0x10000;

/** What each UTF-16 code unit folds to: a unit (with `markFlag` or not), or `special`. Filled as characters are met: most texts need a few hundred. */
export const foldTable = new Int32Array(0x10000).fill(special.unknown);

export function isSpecial(folded: number): boolean {
  return (folded & 0xfff0) === 0xe000;
}

const marks = /[[\](<`:.!?|（【。！？｡؟۔।॥։።‽]/;
const severalTable = new Map<number, string>();
const astralTable = new Map<number, string>();

const singles = new Map<string, string>();
for (const [from, to] of [
  ['‘’‛ʼʹʻʽ′´`＇ꞌ՚׳｀', "'"],
  ['“”„‟″«»״＂', '"'],
  ['‐‑‒–—―−﹘﹣－⸺⸻゠᠆־', '-'],
  ['・･·•‧∙', '·'],
  ['ıİ', 'i'],
  ['øØ', 'o'],
  ['đĐðÐ', 'd'],
  ['łŁ', 'l'],
  ['ħĦ', 'h'],
  ['ŧŦ', 't'],
  ['ŋŊ', 'n'],
  ['ς', 'σ'],
  ['йЙ', 'й'],
  ['أإآٱٲٳ', 'ا'],
  ['ىیېۍ', 'ي'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ةۀہھە', 'ه'],
  ['کڪ', 'ك'],
] as const) {
  for (const character of from) singles.set(character, to);
}
const multiples = new Map<string, string>([
  ['æ', 'ae'], ['Æ', 'ae'], ['œ', 'oe'], ['Œ', 'oe'], ['ß', 'ss'], ['ẞ', 'ss'], ['þ', 'th'], ['Þ', 'th'],
]); // prettier-ignore

// Marks that change nothing about which name it is: Hebrew points, Arabic vowels, Indic nukta, variation selectors.
const droppedMark =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u093c\u09bc\u0a3c\ufe00-\ufe0f]/;
const dropped = /[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const composing = /[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u3099\u309a\u1161-\u1175\u11a8-\u11c2]/;
const spaces = /[\t\v\f\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const newlines = /[\n\u0085\u2028\u2029]/;
// Compatibility forms that NFKC would glue to the word before them ("HubSpot™", "Zoho²", "①Acme").
const neverLetters = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f™®©℠²³¹⁰-₎ªº①-⓿❶-➓㊀-㊿\ue000-\uf8ff\ufff0-\uffff]/;

/** The table's entry for a code unit, worked out where it was never asked for. */
export function foldUnit(code: number): number {
  const known = foldTable[code] as number;
  if (known !== special.unknown) return known;
  const value = classify(code);
  foldTable[code] = value;
  return value;
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return special.surrogate;
  const character = String.fromCharCode(code);
  if (character === '&' || character === '＆' || character === '﹠') return character === '&' ? special.ampersand : 38;
  if (character === '\\') return special.backslash;
  if (spaces.test(character)) return 32;
  if (newlines.test(character)) return special.newline;
  if (dropped.test(character)) return special.drop;
  if (droppedMark.test(character)) return special.dropMark;
  if (composing.test(character)) return special.composes;
  if (neverLetters.test(character)) return symbol;
  const folded = foldString(character);
  if (folded.length === 1) return folded.charCodeAt(0) + (marks.test(character) ? markFlag : 0);
  severalTable.set(code, folded);
  return folded.length === 0 ? special.drop : special.several;
}

/** The folded form of a character whose table entry is `several`. */
export function foldedSeveral(code: number): string {
  return severalTable.get(code) ?? '';
}

/** Symbols that judge what they stand at. A unit of their own each: as `symbol`, any emoji would say what they say. */
const medals = new Map<string, string>([['🥇', '\ue010']]);

/** Folded form of a character outside the BMP: one unit where there is one (𝐇 → h), the pair itself for letters, else `symbol`. */
export function foldAstral(codePoint: number): string {
  const known = astralTable.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(simplifyHan(codePoint));
  const folded = /[\p{L}\p{N}\p{M}]/u.test(character) ? foldString(character) : (medals.get(character) ?? String.fromCharCode(symbol));
  astralTable.set(codePoint, folded);
  return folded;
}

function foldString(character: string): string {
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase()) folded += foldPart(part);
  return folded;
}

function foldPart(part: string): string {
  const single = singles.get(part);
  if (single !== undefined) return single;
  const multiple = multiples.get(part);
  if (multiple !== undefined) return multiple;
  if (droppedMark.test(part) || dropped.test(part) || /[\u0300-\u036f]/.test(part)) return '';
  if (spaces.test(part)) return ' ';
  const code = part.codePointAt(0) ?? 0;
  if (isHan(code)) return String.fromCodePoint(simplifyHan(code));
  if (code < 0x1100 || (code >= 0x1e00 && code < 0x2000)) return stripAccents(part);
  return /\p{Nd}/u.test(part) ? asciiDigit(part) : part;
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0x20000;
}

function stripAccents(part: string): string {
  if (/\p{Nd}/u.test(part)) return asciiDigit(part);
  const base = part.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  let folded = '';
  for (const letter of base) {
    if (!droppedMark.test(letter)) folded += singles.get(letter) ?? letter;
  }
  return folded;
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
