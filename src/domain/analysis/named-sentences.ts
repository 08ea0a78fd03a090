import { characterClass, classOf } from './character-class.ts';
import type { FoundMention } from './mentions.ts';
import { sentenceAt } from './sentences.ts';
import { notProse } from './structure.ts';
import type { Workspace } from './workspace.ts';

/** A sentence of the answer's prose: its length in words, and the brands visible in it, each once. */
export type NamedSentence = { words: number; brands: string[] };

/** The sentences of an answer in text order; those without a word (rules, lone marks) are none. */
export function namedSentences(workspace: Workspace, mentions: readonly FoundMention[], absent: Uint8Array): NamedSentence[] {
  const { sentences } = workspace;
  const brands = new Map<number, Set<string>>();
  mentions.forEach(({ start, pattern }, i) => {
    if (absent[i] === 1) return;
    const at = sentenceAt(sentences, start);
    brands.set(at, (brands.get(at) ?? new Set()).add(pattern.brand));
  });
  const found: NamedSentence[] = [];
  for (let at = 0; at < sentences.count; at++) {
    const words = countWords(workspace, sentences.starts[at] as number, sentences.ends[at] as number);
    const named = [...(brands.get(at) ?? [])];
    if (words > 0 || named.length > 0) found.push({ words: Math.max(1, words), brands: named });
  }
  return found;
}

const wordEach = new Set<number>([characterClass.han, characterClass.hiragana, characterClass.katakana, characterClass.unspaced]);

/** Runs of letters and digits; in scripts that leave no space between words each character is one. Addresses are no words. */
function countWords({ text, structure }: Workspace, start: number, end: number): number {
  let words = 0;
  let isWithin = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const kind = structure.mask[at] === notProse.hidden || isSurrogate(code) ? characterClass.other : classOf(code);
    if (wordEach.has(kind)) words++;
    else if (kind !== characterClass.other && !isWithin) words++;
    isWithin = kind === characterClass.other ? isWithin && isApostrophe(code) : !wordEach.has(kind);
  }
  return words;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
