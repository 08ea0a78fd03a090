/**
 * Aho–Corasick over UTF-16 code units in flat typed arrays: one linear pass finds every pattern, however many there are.
 * States are numbered breadth first: the shallow ones, where ordinary text spends its time, have complete rows (`dense`), the deep ones
 * one open-addressed hash table (key = state × alphabet + class) and failure links.
 */
export type Automaton = {
  /** Character class of each code unit; 0 = in no pattern. */
  classes: Uint16Array;
  alphabet: number;
  /** Complete rows of the first `denseStates` states: the next state × alphabet, complemented (~) where a pattern ends in it. */
  dense: Int32Array;
  denseStates: number;
  keys: Int32Array;
  targets: Int32Array;
  mask: number;
  fail: Int32Array;
  /** The state itself if a pattern ends there, else the nearest one down the failure chain, 0 = none. */
  output: Int32Array;
  /** The next such state below. */
  nextOutput: Int32Array;
  /** Index of the pattern that ends in a state, -1 = none. */
  pattern: Int32Array;
  lengths: Int32Array;
};

/** Hits of one scan: pattern `ids[i]` ends in front of unit `ends[i]`. Reused between scans. */
export type Hits = { count: number; ids: Int32Array; ends: Int32Array };

export function createHits(): Hits {
  return { count: 0, ids: new Int32Array(256), ends: new Int32Array(256) };
}

/** @param patterns distinct, not empty; the index is the pattern's id in the hits */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const { classes, alphabet } = classifyUnits(patterns);
  const trie = buildTrie(patterns, classes);
  const order = numberBreadthFirst(trie);
  const size = trie.length;
  const automaton: Automaton = {
    classes,
    alphabet,
    dense: new Int32Array(0),
    denseStates: 0,
    ...emptyTable(size),
    fail: new Int32Array(size),
    output: new Int32Array(size),
    nextOutput: new Int32Array(size),
    pattern: new Int32Array(size).fill(-1),
    lengths: Int32Array.from(patterns, (pattern) => pattern.length),
  };
  for (const node of order) {
    const state = node.state;
    automaton.pattern[state] = node.pattern;
    for (const [unit, child] of node.children) {
      const target = (trie[child] as TrieNode).state;
      insert(automaton, state * alphabet + unit, target);
    }
  }
  linkFailures(automaton, order, trie);
  fillDense(automaton, order, trie);
  return automaton;
}

/** Finds all occurrences, overlapping ones too, in order of their ends. */
export function scan(automaton: Automaton, chars: Uint16Array, from: number, to: number, hits: Hits): void {
  const { classes, alphabet, dense } = automaton;
  const denseEnd = automaton.denseStates * alphabet;
  hits.count = 0;
  // The row's beginning in `dense`, state × alphabet: one multiplication less a character.
  let row = 0;
  for (let i = from; i < to; i++) {
    const unit = classes[chars[i] as number] as number;
    row = row < denseEnd ? (dense[row + unit] as number) : nextOfDeep(automaton, row / alphabet, unit);
    if (row < 0) {
      row = ~row;
      report(automaton, row / alphabet, i + 1, hits);
    }
  }
}

function nextOfDeep(automaton: Automaton, from: number, unit: number): number {
  const { alphabet, dense, denseStates, fail } = automaton;
  if (unit === 0) return 0;
  for (let state = from; ; state = fail[state] as number) {
    if (state < denseStates) return dense[state * alphabet + unit] as number;
    const next = lookUp(automaton, state, unit);
    if (next !== 0) return automaton.output[next] === 0 ? next * alphabet : ~(next * alphabet);
  }
}

function report(automaton: Automaton, state: number, end: number, hits: Hits): void {
  for (let at = automaton.output[state] as number; at !== 0; at = automaton.nextOutput[at] as number) {
    if (hits.count === hits.ids.length) growHits(hits);
    hits.ids[hits.count] = automaton.pattern[at] as number;
    hits.ends[hits.count++] = end;
  }
}

function growHits(hits: Hits): void {
  const ids = new Int32Array(hits.count * 2);
  const ends = new Int32Array(hits.count * 2);
  ids.set(hits.ids);
  ends.set(hits.ends);
  hits.ids = ids;
  hits.ends = ends;
}

type TrieNode = { children: Map<number, number>; pattern: number; state: number };

function classifyUnits(patterns: readonly string[]): { classes: Uint16Array; alphabet: number } {
  const classes = new Uint16Array(0x10000);
  let alphabet = 1;
  for (const pattern of patterns) {
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i);
      if (classes[code] === 0) classes[code] = alphabet++;
    }
  }
  return { classes, alphabet };
}

function buildTrie(patterns: readonly string[], classes: Uint16Array): TrieNode[] {
  const trie: TrieNode[] = [{ children: new Map(), pattern: -1, state: 0 }];
  for (const [id, pattern] of patterns.entries()) {
    let at = 0;
    for (let i = 0; i < pattern.length; i++) {
      const unit = classes[pattern.charCodeAt(i)] as number;
      const node = trie[at] as TrieNode;
      let next = node.children.get(unit);
      if (next === undefined) {
        next = trie.length;
        trie.push({ children: new Map(), pattern: -1, state: 0 });
        node.children.set(unit, next);
      }
      at = next;
    }
    (trie[at] as TrieNode).pattern = id;
  }
  return trie;
}

function numberBreadthFirst(trie: TrieNode[]): TrieNode[] {
  const order = [trie[0] as TrieNode];
  for (let i = 0; i < order.length; i++) {
    for (const child of (order[i] as TrieNode).children.values()) {
      const node = trie[child] as TrieNode;
      node.state = order.length;
      order.push(node);
    }
  }
  return order;
}

function emptyTable(states: number): Pick<Automaton, 'keys' | 'targets' | 'mask'> {
  let size = 16;
  while (size < states * 3) size *= 2;
  return { keys: new Int32Array(size).fill(-1), targets: new Int32Array(size), mask: size - 1 };
}

function insert(automaton: Automaton, key: number, target: number): void {
  let slot = Math.imul(key, 0x9e3779b1) & automaton.mask;
  while (automaton.keys[slot] !== -1) slot = (slot + 1) & automaton.mask;
  automaton.keys[slot] = key;
  automaton.targets[slot] = target;
}

function lookUp(automaton: Automaton, state: number, unit: number): number {
  const key = state * automaton.alphabet + unit;
  let slot = Math.imul(key, 0x9e3779b1) & automaton.mask;
  while (automaton.keys[slot] !== -1) {
    if (automaton.keys[slot] === key) return automaton.targets[slot] as number;
    slot = (slot + 1) & automaton.mask;
  }
  return 0;
}

/** Entries of `dense`: a megabyte holds every state that matters for speed, and many analyzers can be kept. */
const mostDenseEntries = 1 << 18;

function fillDense(automaton: Automaton, order: TrieNode[], trie: TrieNode[]): void {
  const { alphabet, fail } = automaton;
  const states = Math.min(order.length, Math.max(1, Math.floor(mostDenseEntries / alphabet)));
  const dense = new Int32Array(states * alphabet);
  for (let state = 0; state < states; state++) {
    if (state > 0) dense.copyWithin(state * alphabet, (fail[state] as number) * alphabet, ((fail[state] as number) + 1) * alphabet);
    for (const [unit, child] of (order[state] as TrieNode).children) {
      const next = (trie[child] as TrieNode).state;
      dense[state * alphabet + unit] = automaton.output[next] === 0 ? next * alphabet : ~(next * alphabet);
    }
  }
  automaton.dense = dense;
  automaton.denseStates = states;
}

function linkFailures(automaton: Automaton, order: TrieNode[], trie: TrieNode[]): void {
  const { fail, output, nextOutput, pattern } = automaton;
  for (const node of order) {
    for (const [unit, child] of node.children) {
      const state = (trie[child] as TrieNode).state;
      let below = node.state === 0 ? 0 : (fail[node.state] as number);
      while (below !== 0 && lookUp(automaton, below, unit) === 0) below = fail[below] as number;
      const target = node.state === 0 ? 0 : lookUp(automaton, below, unit);
      fail[state] = target;
      const lower = output[target] as number;
      output[state] = pattern[state] === -1 ? lower : state;
      nextOutput[state] = lower;
    }
  }
}
