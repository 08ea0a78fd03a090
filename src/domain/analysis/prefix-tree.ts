import { breadthFirst, buildTrie, classifyUnits, type TrieNode } from './trie.ts';

/**
 * Words by their beginnings, for who looks only where a word may begin. A double array (Aoe 1989): the child of a state by a unit stands
 * at the state's base plus the unit's class, if it names the state as its parent. A step is one look, however many children there are.
 * The three arrays are views of one, and states are numbered by cells of it: all that is known of a state is read from memory at once.
 */
export type PrefixTree = {
  classes: Uint16Array;
  bases: Int32Array;
  /** -1 = no state stands there. */
  parents: Int32Array;
  /** Index of the word that ends in a state, -1 = none. */
  words: Int32Array;
};

const cell = 4;

/** The state behind `unit`, 0 = no word goes on so. Words begin in state 0. */
export function childOf({ classes, bases, parents }: PrefixTree, state: number, unit: number): number {
  const child = (bases[state] as number) + (classes[unit] as number) * cell;
  return parents[child] === state ? child : 0;
}

/** @param words distinct, not empty; the index is what `words` of a state holds */
export function buildPrefixTree(words: readonly string[]): PrefixTree {
  const { classes, alphabet } = classifyUnits(words);
  const trie = buildTrie(words, classes);
  const bases: number[] = [];
  const parents: number[] = [none];
  const ends: number[] = [];
  let firstFree = 1;
  for (const { state, children, pattern } of breadthFirst(trie)) {
    ends[state] = pattern;
    while (parents[firstFree] !== undefined) firstFree++;
    const base = roomFor([...children.keys()], parents, firstFree);
    bases[state] = base;
    for (const [unit, child] of children) {
      parents[base + unit] = state;
      (trie[child] as TrieNode).state = base + unit;
    }
  }
  return { classes, ...inCells(parents.length + alphabet, bases, parents, ends) };
}

/** @param count of cells: the last base may be followed by a whole alphabet that is not there */
function inCells(
  count: number,
  bases: readonly number[],
  parents: readonly number[],
  ends: readonly number[],
): Omit<PrefixTree, 'classes'> {
  const cells = new Int32Array(count * cell).fill(none);
  for (let at = 0; at < count; at++) {
    const parent = parents[at] ?? none;
    cells.set([(bases[at] ?? 0) * cell, parent === none ? none : parent * cell, ends[at] ?? none], at * cell);
  }
  return { bases: cells, parents: cells.subarray(1), words: cells.subarray(2) };
}

/** The first base at which a state's children find free cells. */
function roomFor(units: readonly number[], parents: readonly (number | undefined)[], firstFree: number): number {
  if (units.length === 0) return 0;
  let base = Math.max(0, firstFree - Math.min(...units));
  while (units.some((unit) => parents[base + unit] !== undefined)) base++;
  return base;
}

const none = -1;
