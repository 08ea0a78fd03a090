/** How a script writes words decides where a name may begin and end. */
export const characterClass = {
  other: 0,
  latin: 1,
  digit: 2,
  cyrillic: 3,
  greek: 4,
  arabic: 5,
  hebrew: 6,
  han: 7,
  hiragana: 8,
  katakana: 9,
  hangul: 10,
  unspaced: 11,
  indic: 12,
  mark: 13,
  letter: 14,
} as const;

const unknown = 255;
const table = new Uint8Array(0x10000).fill(unknown);

/** Class of a folded code unit. Halves of surrogate pairs (rare letters) count as Han, by far the most frequent of them. */
export function classOf(code: number): number {
  const known = table[code] as number;
  if (known !== unknown) return known;
  const value = classify(code);
  table[code] = value;
  return value;
}

const scripts: [RegExp, number][] = [
  [/\p{Nd}/u, characterClass.digit],
  [/[\u30a1-\u30ff\u31f0-\u31ff]/, characterClass.katakana],
  [/[\u3041-\u309f]/, characterClass.hiragana],
  [/\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u, characterClass.unspaced],
  [/[\u0900-\u0dff]/, characterClass.indic],
  [/\p{M}/u, characterClass.mark],
  [/\p{Script=Han}/u, characterClass.han],
  [/\p{Script=Latin}/u, characterClass.latin],
  [/\p{Script=Cyrillic}/u, characterClass.cyrillic],
  [/\p{Script=Greek}/u, characterClass.greek],
  [/\p{Script=Arabic}/u, characterClass.arabic],
  [/\p{Script=Hebrew}/u, characterClass.hebrew],
  [/\p{Script=Hangul}/u, characterClass.hangul],
  [/\p{L}/u, characterClass.letter],
];

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return characterClass.han;
  const character = String.fromCharCode(code);
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return characterClass.other;
  for (const [pattern, value] of scripts) if (pattern.test(character)) return value;
  return characterClass.other;
}
