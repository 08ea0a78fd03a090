/**
 * Words by their beginnings, in flat arrays: what looks only where a word may begin is done with most places after two letters, and needs
 * no look at the others. States are numbered breadth first, so the children of a state stand in a row.
 */
export type PrefixTree = {
  /** The state of a word's first UTF-16 unit, 0 = no word begins so. */
  roots: Int32Array;
  /** The first states' children by unit, up to U+007F: where most looks end, they end at once. */
  rows: Int32Array;
  rowStates: number;
  /** The unit that leads into each state. */
  units: Uint16Array;
  /** The children of state s: from `children[s]` up to `children[s + 1]`. */
  children: Int32Array;
  /** Index of the word that ends in a state, -1 = none. */
  words: Int32Array;
};

const rowWidth = 128;
const mostRows = 256;

type Node = { unit: number; word: number; next: Map<number, Node> };

/** @param words distinct, not empty; the index is what `words` of a state holds */
export function buildPrefixTree(words: readonly string[]): PrefixTree {
  const root = createNode(0);
  for (const [index, word] of words.entries()) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const child = node.next.get(unit) ?? createNode(unit);
      node.next.set(unit, child);
      node = child;
    }
    node.word = index;
  }
  const states = [root];
  const children = [1];
  for (let state = 0; state < states.length; state++) {
    states.push(...(states[state] as Node).next.values());
    children.push(states.length);
  }
  const roots = new Int32Array(0x10000);
  for (let state = 1; state < (children[1] as number); state++) roots[(states[state] as Node).unit] = state;
  const rowStates = Math.min(states.length, mostRows);
  const rows = new Int32Array(rowStates * rowWidth);
  for (let state = 0; state < rowStates; state++)
    for (let child = children[state] as number; child < (children[state + 1] as number); child++) {
      const { unit } = states[child] as Node;
      if (unit < rowWidth) rows[state * rowWidth + unit] = child;
    }
  return {
    roots,
    rows,
    rowStates,
    units: Uint16Array.from(states, ({ unit }) => unit),
    children: Int32Array.from(children),
    words: Int32Array.from(states, ({ word }) => word),
  };
}

function createNode(unit: number): Node {
  return { unit, word: -1, next: new Map() };
}

/** The state behind `unit`, 0 = no word goes on so. */
export function childOf({ units, children, rows, rowStates }: PrefixTree, state: number, unit: number): number {
  if (state < rowStates && unit < rowWidth) return rows[state * rowWidth + unit] as number;
  const end = children[state + 1] as number;
  for (let child = children[state] as number; child < end; child++) if (units[child] === unit) return child;
  return 0;
}
