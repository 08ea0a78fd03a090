import { characterClass, classOf } from './character-class.ts';

/** Phrases that begin where a word begins, in flat arrays: looked up from each word's start, so that most letters are only skipped. */
export type WordTrie = {
  classes: Uint8Array;
  alphabet: number;
  /** Node × alphabet + class → node; 0 = none. */
  next: Uint16Array;
  /** Bits of the phrase that ends in a node, 0 = none, and whether it may go on inside a word. */
  bits: Int32Array;
  takesAnyEnding: Uint8Array;
};
export type Phrase = { text: string; bits: number; takesAnyEnding: boolean };
export type Found = (from: number, to: number, bits: number) => void;

const apostrophe = 39;
const letterN = 110;

export function buildWordTrie(phrases: readonly Phrase[]): WordTrie {
  const classes = new Uint8Array(0x10000);
  let alphabet = 1;
  let size = 1;
  for (const { text } of phrases) {
    size += text.length;
    for (let i = 0; i < text.length; i++) if (classes[text.charCodeAt(i)] === 0) classes[text.charCodeAt(i)] = alphabet++;
  }
  const trie: WordTrie = { classes, alphabet, next: new Uint16Array(size * alphabet), bits: new Int32Array(size), takesAnyEnding: new Uint8Array(size) };
  let nodes = 1;
  for (const { text, bits, takesAnyEnding } of phrases) {
    let node = 0;
    for (let i = 0; i < text.length; i++) {
      const slot = node * alphabet + (classes[text.charCodeAt(i)] as number);
      if (trie.next[slot] === 0) trie.next[slot] = nodes++;
      node = trie.next[slot] as number;
    }
    trie.bits[node] = bits;
    trie.takesAnyEnding[node] = takesAnyEnding ? 1 : 0;
  }
  return numberBreadthFirst(trie, nodes);
}

/** Puts the rows of short prefixes, where nearly every look-up ends, side by side: they stay in the cache. */
function numberBreadthFirst({ classes, alphabet, next, bits, takesAnyEnding }: WordTrie, nodes: number): WordTrie {
  const order = [0];
  const numbers = new Uint16Array(nodes);
  const made: WordTrie = { classes, alphabet, next: new Uint16Array(nodes * alphabet), bits: new Int32Array(nodes), takesAnyEnding: new Uint8Array(nodes) };
  for (let at = 0; at < order.length; at++) {
    const node = order[at] as number;
    made.bits[at] = bits[node] as number;
    made.takesAnyEnding[at] = takesAnyEnding[node] as number;
    for (let unit = 0; unit < alphabet; unit++) {
      const child = next[node * alphabet + unit] as number;
      if (child === 0) continue;
      numbers[child] = order.length;
      made.next[at * alphabet + unit] = order.length;
      order.push(child);
    }
  }
  return made;
}

/** Reports every phrase that stands as whole words, from left to right, of one start the shorter first. */
export function scanWords(trie: WordTrie, chars: Uint16Array, length: number, found: Found): void {
  for (let i = 0; i < length; ) {
    if (!isLetter(chars[i] as number)) {
      i++;
      continue;
    }
    walk(trie, chars, i, length, found);
    for (i++; i < length && isLetter(chars[i] as number); i++);
    // "n't" is a word of its own for this purpose.
    if (chars[i] === apostrophe && chars[i - 1] === letterN) walk(trie, chars, i - 1, length, found);
  }
}

function walk({ classes, alphabet, next, bits, takesAnyEnding }: WordTrie, chars: Uint16Array, start: number, length: number, found: Found): void {
  let node = 0;
  for (let i = start; i < length; i++) {
    node = next[node * alphabet + (classes[chars[i] as number] as number)] as number;
    if (node === 0) return;
    if (bits[node] === 0) continue;
    if (takesAnyEnding[node] === 1 || i + 1 >= length || !isLetter(chars[i + 1] as number)) found(start, i + 1, bits[node] as number);
  }
}

const letters = new Uint8Array(0x10000);

/** Letters of scripts that put spaces between words, and digits. */
function isLetter(code: number): boolean {
  if (letters[code] === 0) letters[code] = classOf(code) === characterClass.other ? 1 : 2;
  return letters[code] === 2;
}
