import { characterClass as is, classOf } from './character-class.ts';
import { cueLanguages } from './data/cues/index.ts';
import type { CueWords } from './data/cues/cue-words.ts';
import { machineWords } from './data/cues/machine-words.ts';
import { fold } from './fold.ts';
import { ignoranceWords } from './data/absent/vocabulary.ts';
import { buildPrefixTree, childOf, type PrefixTree } from './prefix-tree.ts';
import type { Workspace } from './workspace.ts';

export const cueBit = {
  positive: 1, negative: 2, lack: 4, negation: 8, negationAfter: 16, contrast: 32, recommend: 64, warn: 128, best: 256, pronouns: 512, compare: 1024, absent: 2048, ignore: 4096, ordinal: 8192, fact: 16384, pro: 32768, con: 65536, machine: 131072, past: 262144, open: 524288,
} as const; // prettier-ignore

/** What judges a brand. */
export const judging = cueBit.positive | cueBit.negative | cueBit.lack | cueBit.recommend | cueBit.warn;

/** Judgement words found in a stretch of text, in order; folded offsets. Of nested ones the longest is kept ("not only" hides "not"). */
export type Cues = { count: number; froms: Int32Array; tos: Int32Array; bits: Int32Array };

type CueMachine = { tree: PrefixTree; bits: Int32Array; takesAnyEnding: Uint8Array };
const machines = new Map<string, CueMachine>();

/** Finds the cues of one answer where they are asked for: most sentences name no brand, and nobody asks what they say. */
export type CueReader = { workspace: Workspace; machine: CueMachine | null; cues: Cues };

/** Without a lexicon for the language there are no cues. */
export function createCueReader(workspace: Workspace, language: string): CueReader {
  const words = cueLanguages[language];
  const machine = words === undefined ? null : (machines.get(language) ?? buildMachine(language, words));
  for (const buffer of [shared, collected]) if (buffer.froms.length > mostKeptCues) Object.assign(buffer, createCues());
  return { workspace, machine, cues: shared };
}

function createCues(): Cues {
  return { count: 0, froms: new Int32Array(256), tos: new Int32Array(256), bits: new Int32Array(256) };
}

/** One buffer for all readers: what one of them found is read before the next one looks. */
const shared = createCues();
const collected = createCues();
const mostKeptCues = 1 << 16;

export function isJudgedLanguage(language: string): boolean {
  return language in cueLanguages;
}

/** The cues of the folded range `[from, to)`. They hold until the reader is asked again. */
export function cuesWithin({ workspace, machine, cues }: CueReader, from: number, to: number): Cues {
  cues.count = 0;
  if (machine === null) return cues;
  collect(machine, workspace, from, to);
  for (let i = 0; i < collected.count; i++)
    push(cues, collected.froms[i] as number, collected.tos[i] as number, collected.bits[i] as number);
  return cues;
}

/** All cue words of a range, nested ones too, by where they end. */
function collect({ tree, bits, takesAnyEnding }: CueMachine, { folded, structure }: Workspace, from: number, to: number): void {
  const { chars, starts, length } = folded;
  const { words } = tree;
  collected.count = 0;
  for (let at = from > 0 ? wordEnd(chars, from - 1, to) : from; at < to; at = wordEnd(chars, at, to)) {
    let state = 0;
    for (let end = at; end < to;) {
      state = childOf(tree, state, chars[end++] as number);
      if (state === 0) break;
      const id = words[state] as number;
      if (id !== -1 && standsAlone(chars, length, at, end, takesAnyEnding[id] === 1) && structure.mask[starts[at] as number] === 0)
        insertByEnd(collected, at, end, bits[id] as number);
    }
  }
}

/** Behind the word that the unit at `from` is in, or behind the unit where words have no spaces between them. "n't" is a word. */
function wordEnd(chars: Uint16Array, from: number, to: number): number {
  const kind = classOf(chars[from] as number);
  let at = from + 1;
  if (!isSpaced(kind)) return at;
  while (at < to && classOf(chars[at] as number) === kind && (chars[at] !== letterN || chars[at + 1] !== apostrophe)) at++;
  return at;
}

function insertByEnd(out: Cues, from: number, to: number, bits: number): void {
  if (out.count === out.froms.length) grow(out);
  let at = out.count++;
  for (; at > 0 && (out.tos[at - 1] as number) > to; at--) {
    out.froms[at] = out.froms[at - 1] as number;
    out.tos[at] = out.tos[at - 1] as number;
    out.bits[at] = out.bits[at - 1] as number;
  }
  out.froms[at] = from;
  out.tos[at] = to;
  out.bits[at] = bits;
}

/** All bits of the cues within a folded range. */
export function bitsWithin(reader: CueReader, from: number, to: number): number {
  return allBits(cuesWithin(reader, from, to));
}

export function allBits(cues: Cues): number {
  let bits = 0;
  for (let i = 0; i < cues.count; i++) bits |= cues.bits[i] as number;
  return bits;
}

const hints = cueBit.compare | cueBit.absent | cueBit.ordinal | cueBit.fact | cueBit.machine | cueBit.past | cueBit.open;

/** Of nested cues the outer is kept, with the hints of the inner; whatever the new one covers is taken back. */
function push(out: Cues, from: number, to: number, bits: number): void {
  let kept = bits;
  while (out.count > 0 && (out.froms[out.count - 1] as number) >= from && (out.tos[out.count - 1] as number) <= to) {
    kept |= (out.bits[out.count - 1] as number) & hints;
    out.count--;
  }
  const last = out.count - 1;
  // Of two that overlap the one that began first: "not worth" before "worth the money".
  if (last >= 0 && (out.tos[last] as number) > from) {
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

/** Cues of scripts with spaces are whole words ("n't" apart); a Korean one with a space behind it is no end of a longer word. */
function standsAlone(chars: Uint16Array, length: number, from: number, to: number, takesAnyEnding: boolean): boolean {
  const first = classOf(chars[from] as number);
  if (from > 0 && (isSpaced(first) || first === is.hangul) && classOf(chars[from - 1] as number) === first) {
    const isContraction = chars[from + 1] === apostrophe && chars[from] === letterN;
    const isWithinHangul = first === is.hangul && classOf(chars[to - 1] as number) !== is.other;
    if (!isContraction && !isWithinHangul) return false;
  }
  if (from > 0 && to - from <= shortWord && isCliticScript(first) && !beginsWord(chars, from, first)) return false;
  if (takesAnyEnding || to >= length) return true;
  const last = classOf(chars[to - 1] as number);
  return !isSpaced(last) || classOf(chars[to] as number) !== last;
}

/** A short Arabic, Hebrew or Hindi cue with its space: "ما " must not be the end of "مما ". */
const shortWord = 4;

function isCliticScript(kind: number): boolean {
  return kind === is.arabic || kind === is.hebrew || kind === is.indic;
}

/** At the beginning of a word, or behind its "and": و, ف, ו. */
function beginsWord(chars: Uint16Array, from: number, kind: number): boolean {
  const before = chars[from - 1] as number;
  if (classOf(before) !== kind) return true;
  return clitics.has(before) && (from < 2 || classOf(chars[from - 2] as number) !== kind);
}

const clitics = new Set([0x648, 0x641, 0x5d5, 0x5e9]);

const apostrophe = 39;
const letterN = 110;

function isSpaced(kind: number): boolean {
  return kind === is.latin || kind === is.cyrillic || kind === is.greek;
}

/** What a statement that nothing is known cannot do without. */
function knowsWords(language: string): string {
  const { knows = '', unknown = '' } = ignoranceWords[language] ?? {};
  return `${knows} ${unknown}`.trim().replaceAll(' ', '|');
}

function buildMachine(language: string, words: CueWords): CueMachine {
  const bitsByPattern = new Map<string, number>();
  const anyEnding = new Set<string>();
  const absent = `${words.absent}|${knowsWords(language)}`;
  for (const [kind, list] of Object.entries({ ...words, absent, machine: machineWords })) {
    const bit = cueBit[kind as keyof typeof cueBit];
    for (const raw of list.split('|')) {
      if (raw === '' || raw === '_') continue;
      // A trailing space belongs to the cue: Korean "안 " is not the beginning of 안전.
      const text = fold(raw.replace(/\*$/, '')) + (raw.endsWith(' ') ? ' ' : '');
      if (raw.endsWith('*')) anyEnding.add(text);
      bitsByPattern.set(text, (bitsByPattern.get(text) ?? 0) | bit);
    }
  }
  const patterns = [...bitsByPattern.keys()];
  const machine: CueMachine = {
    tree: buildPrefixTree(patterns),
    bits: Int32Array.from(patterns, (pattern) => bitsByPattern.get(pattern) ?? 0),
    takesAnyEnding: Uint8Array.from(patterns, (pattern) => (anyEnding.has(pattern) ? 1 : 0)),
  };
  machines.set(language, machine);
  return machine;
}
