import { type Automaton, ending, lookUp, unlisted } from './automaton.ts';
import { breadthFirst, buildTrie, classifyUnits, type TrieNode } from './trie.ts';

/** @param patterns distinct, not empty; the index is the pattern's id in the hits */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const { classes, alphabet } = classifyUnits(patterns);
  const trie = buildTrie(patterns, classes);
  const order = breadthFirst(trie);
  for (const [state, node] of order.entries()) node.state = state;
  const size = trie.length;
  const automaton: Automaton = {
    classes,
    alphabet,
    dense: new Uint16Array(0),
    shift: 0,
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

/** Entries of `dense`: a megabyte holds every state that matters for speed, and many analyzers can be kept. */
const mostDenseEntries = 1 << 19;

function fillDense(automaton: Automaton, order: TrieNode[], trie: TrieNode[]): void {
  const { alphabet, fail } = automaton;
  const shift = Math.ceil(Math.log2(alphabet));
  const width = 1 << shift;
  const states = Math.min(order.length, Math.max(1, mostDenseEntries >> shift), ending - 1);
  const dense = new Uint16Array(states * width);
  for (let state = 0; state < states; state++) {
    const below = (fail[state] as number) * width;
    if (state > 0) dense.copyWithin(state * width, below, below + width);
    for (const [unit, child] of (order[state] as TrieNode).children) {
      const next = (trie[child] as TrieNode).state;
      dense[state * width + unit] = next >= states ? unlisted : automaton.output[next] === 0 ? next : next + ending;
    }
  }
  automaton.dense = dense;
  automaton.shift = shift;
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
