/**
 * The words that a lexicon's entries begin with, as bits by their hash: what is not among them needs no look into the lexicon, which is
 * far larger than the processor's nearest memory. A bit that is set by chance costs that look, nothing else.
 */
export type FirstWords = { words: Int32Array; stems: Int32Array; shortestStem: number };

export function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** Hashes have 16 bits: the table takes 8 KB. */
const tableLength = 1 << 11;

/** @param stems words that any ending may follow */
export function createFirstWords(words: readonly string[], stems: readonly string[]): FirstWords {
  const shortestStem = Math.min(...stems.map((stem) => stem.length), longestStem);
  const tableOf = (beginnings: readonly string[]): Int32Array => {
    const table = new Int32Array(tableLength);
    for (const beginning of beginnings) {
      const hash = hashOf(unitsOf(beginning), 0, beginning.length);
      table[hash >>> 5] = (table[hash >>> 5] as number) | (1 << (hash & 31));
    }
    return table;
  };
  return { words: tableOf(words), stems: tableOf(stems.map((stem) => stem.slice(0, shortestStem))), shortestStem };
}

const longestStem = 100;

/** Whether an entry may begin with the word `[from, to)`, or with a stem of it; false only where none does. */
export function mayBegin({ words, stems, shortestStem }: FirstWords, units: Uint16Array, from: number, to: number): boolean {
  if (isSet(words, hashOf(units, from, to))) return true;
  return to - from > shortestStem && isSet(stems, hashOf(units, from, from + shortestStem));
}

function isSet(table: Int32Array, hash: number): boolean {
  return ((table[hash >>> 5] as number) & (1 << (hash & 31))) !== 0;
}

function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (units[at] as number)) | 0;
  return Math.imul(hash, 0x9e3779b1) >>> 16;
}
