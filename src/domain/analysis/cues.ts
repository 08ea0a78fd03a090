import { type Automaton, buildAutomaton, scan } from './automaton.ts';
import { characterClass as is, classOf } from './character-class.ts';
import { cueLanguages } from './data/cues/index.ts';
import type { CueWords } from './data/cues/cue-words.ts';
import { fold, type FoldedText } from './fold.ts';
import { buildWordTrie, type Phrase, scanWords, type WordTrie } from './word-trie.ts';
import type { Workspace } from './workspace.ts';

export const cueBit = {
  positive: 1, negative: 2, lack: 4, negation: 8, negationAfter: 16, contrast: 32, recommend: 64, warn: 128, best: 256, pronouns: 512, compare: 1024, absent: 2048, ignore: 4096,
} as const; // prettier-ignore

/** Judgement words found in a text, in order; folded offsets. Of nested ones the longest is kept ("not only" hides "not"). */
export type Cues = { count: number; froms: Int32Array; tos: Int32Array; bits: Int32Array };

/** In scripts with spaces cues begin where words begin; in the others anywhere. */
type CueMachine = { words: WordTrie | null; automaton: Automaton | null; bits: Int32Array; lengths: Int32Array };
const unspacedLanguages = new Set(['zh', 'ja', 'ko']);
const machines = new Map<string, CueMachine>();
const noCues: Cues = { count: 0, froms: new Int32Array(0), tos: new Int32Array(0), bits: new Int32Array(0) };

export function createCues(): Cues {
  return { count: 0, froms: new Int32Array(256), tos: new Int32Array(256), bits: new Int32Array(256) };
}

export function isJudgedLanguage(language: string): boolean {
  return language in cueLanguages;
}

/** Fills `out` with the cues of the text in one pass. Without a lexicon for the language there are none. */
export function findCues(workspace: Workspace, language: string, out: Cues): Cues {
  const words = cueLanguages[language];
  if (words === undefined) return noCues;
  const machine = machines.get(language) ?? buildMachine(language, words);
  const { folded, structure } = workspace;
  out.count = 0;
  const add = (from: number, to: number, bits: number): void => {
    if (structure.mask[folded.starts[from] as number] === 0) push(out, from, to, bits);
  };
  if (machine.words !== null) scanWords(machine.words, folded.chars, folded.length, add);
  else if (machine.automaton !== null) scanAnywhere(machine, machine.automaton, workspace, add);
  return out;
}

function scanAnywhere(machine: CueMachine, automaton: Automaton, { folded, cueHits }: Workspace, add: (from: number, to: number, bits: number) => void): void {
  scan(automaton, folded.chars, 0, folded.length, cueHits);
  for (let i = 0; i < cueHits.count; i++) {
    const id = cueHits.ids[i] as number;
    const to = cueHits.ends[i] as number;
    const from = to - (machine.lengths[id] as number);
    if (standsAlone(folded, from, to)) add(from, to, machine.bits[id] as number);
  }
}

/** First cue that begins at or behind a folded offset. */
export function firstCueFrom(cues: Cues, offset: number): number {
  let low = 0;
  let high = cues.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues.froms[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** All bits of the cues within a folded range. */
export function bitsWithin(cues: Cues, from: number, to: number): number {
  let bits = 0;
  for (let i = firstCueFrom(cues, from); i < cues.count && (cues.froms[i] as number) < to; i++) bits |= cues.bits[i] as number;
  return bits;
}

const hints = cueBit.compare | cueBit.absent;

/** Of nested cues the outer is kept, with the hints of the inner; whatever the new one covers is taken back. */
function push(out: Cues, from: number, to: number, bits: number): void {
  let kept = bits;
  while (out.count > 0 && (out.froms[out.count - 1] as number) >= from && (out.tos[out.count - 1] as number) <= to) {
    kept |= (out.bits[out.count - 1] as number) & hints;
    out.count--;
  }
  const last = out.count - 1;
  if (last >= 0 && (out.tos[last] as number) >= to) {
    out.bits[last] = (out.bits[last] as number) | (kept & hints);
    return;
  }
  if (out.count === out.froms.length) grow(out);
  out.froms[out.count] = from;
  out.tos[out.count] = to;
  out.bits[out.count++] = kept;
}

function grow(out: Cues): void {
  for (const key of ['froms', 'tos', 'bits'] as const) {
    const larger = new Int32Array(out.count * 2);
    larger.set(out[key]);
    out[key] = larger;
  }
}

/** Latin cues are whole words; a Korean one with a space behind it is no end of a longer word. */
function standsAlone(folded: FoldedText, from: number, to: number): boolean {
  const first = classOf(folded.chars[from] as number);
  const last = classOf(folded.chars[to - 1] as number);
  const before = from === 0 ? is.other : classOf(folded.chars[from - 1] as number);
  if (first === is.latin && before === is.latin) return false;
  if (first === is.hangul && last === is.other && before === is.hangul) return false;
  return last !== is.latin || to >= folded.length || classOf(folded.chars[to] as number) !== is.latin;
}

function buildMachine(language: string, words: CueWords): CueMachine {
  const bitsOf = new Map<string, number>();
  const anyEnding = new Set<string>();
  for (const [kind, list] of Object.entries(words)) {
    const bit = cueBit[kind as keyof CueWords];
    for (const raw of list.split('|')) {
      if (raw === '' || raw === '_') continue;
      // A trailing space belongs to the cue: Korean "안 " is not the beginning of 안전.
      const text = fold(raw.replace(/\*$/, '')) + (raw.endsWith(' ') ? ' ' : '');
      if (raw.endsWith('*')) anyEnding.add(text);
      bitsOf.set(text, (bitsOf.get(text) ?? 0) | bit);
    }
  }
  const patterns = [...bitsOf.keys()];
  const isSpaced = !unspacedLanguages.has(language);
  const phrases = patterns.map((text): Phrase => ({ text, bits: bitsOf.get(text) ?? 0, takesAnyEnding: anyEnding.has(text) }));
  const machine: CueMachine = {
    words: isSpaced ? buildWordTrie(phrases) : null,
    automaton: isSpaced ? null : buildAutomaton(patterns),
    bits: Int32Array.from(phrases, (phrase) => phrase.bits),
    lengths: Int32Array.from(patterns, (pattern) => pattern.length),
  };
  machines.set(language, machine);
  return machine;
}
