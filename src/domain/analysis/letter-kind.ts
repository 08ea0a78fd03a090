/** What a UTF-16 unit is by Unicode's general category; halves of pairs are `none`. Asking a table is a tenth of asking an expression. */
export const letterKind = { none: 0, upper: 1, lower: 2, caseless: 3, number: 4 } as const;

const unknown = 255;
const table = new Uint8Array(0x10000).fill(unknown);

/** @param unit NaN, which stands behind a text's end, is `none` */
export function letterKindOf(unit: number): number {
  const known = table[unit];
  if (known !== unknown) return known ?? letterKind.none;
  return (table[unit] = classify(String.fromCharCode(unit)));
}

function classify(character: string): number {
  if (/\p{Lu}/u.test(character)) return letterKind.upper;
  if (/\p{Ll}/u.test(character)) return letterKind.lower;
  if (/\p{Lo}/u.test(character)) return letterKind.caseless;
  return /\p{N}/u.test(character) ? letterKind.number : letterKind.none;
}

export const isUpperUnit = (unit: number): boolean => letterKindOf(unit) === letterKind.upper;
export const isLowerUnit = (unit: number): boolean => letterKindOf(unit) === letterKind.lower;
export const isAsciiDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
