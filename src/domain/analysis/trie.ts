/** `children` by class of unit; `pattern` that ends here, -1 = none; `state` is its number, once it has one. */
export type TrieNode = { children: Map<number, number>; pattern: number; state: number };

/** Numbers of the units that occur, 0 = in no pattern. What occurs most comes first, so that what is read most is one piece of memory. */
export function classifyUnits(patterns: readonly string[]): { classes: Uint16Array; alphabet: number } {
  const counts = new Map<number, number>();
  for (const pattern of patterns) {
    for (let i = 0; i < pattern.length; i++) counts.set(pattern.charCodeAt(i), (counts.get(pattern.charCodeAt(i)) ?? 0) + 1);
  }
  const classes = new Uint16Array(0x10000);
  const units = [...counts].toSorted((a, b) => b[1] - a[1]);
  for (const [index, [unit]] of units.entries()) classes[unit] = index + 1;
  return { classes, alphabet: units.length + 1 };
}

export function buildTrie(patterns: readonly string[], classes: Uint16Array): TrieNode[] {
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

export function breadthFirst(trie: readonly TrieNode[]): TrieNode[] {
  const order = [trie[0] as TrieNode];
  for (const { children } of order) for (const child of children.values()) order.push(trie[child] as TrieNode);
  return order;
}
