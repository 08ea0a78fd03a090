import { isAbbreviation } from './data/abbreviations.ts';
import type { FoldedText } from './fold.ts';
import { isAsciiDigit, isLowerUnit, isUpperUnit } from './letter-kind.ts';
import { type Lines, lineKind } from './structure.ts';

/** Sentences in text order, as UTF-16 offsets. Table cells, headings and list items are sentences of their own. */
export type Sentences = { count: number; starts: Int32Array; ends: Int32Array };

/** No human sentence is longer; a cut here keeps everything that looks within a sentence linear on hostile text. */
const longestSentence = 1500;

export function createSentences(): Sentences {
  return { count: 0, starts: new Int32Array(256), ends: new Int32Array(256) };
}

export function findSentences(text: string, folded: FoldedText, lines: Lines, out: Sentences): void {
  const marks: Marks = { offsets: folded.marks, count: folded.markCount, next: 0 };
  out.count = 0;
  if (out.starts.length > 1 << 16) Object.assign(out, createSentences());
  for (let line = 0; line < lines.count; line++) {
    const kind = lines.kinds[line];
    if (kind === lineKind.blank || kind === lineKind.hidden || kind === lineKind.rule) continue;
    const start = lines.starts[line] as number;
    while (isWrapped(text, lines, line)) line++;
    splitBlock(text, start, lines.ends[line] as number, kind === lineKind.table, marks, out);
  }
}

/** Index of the sentence that holds `offset`; the nearest one before it where none does. */
export function sentenceAt(sentences: Sentences, offset: number): number {
  let low = 0;
  let high = sentences.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the next line goes on with this line's sentence: no mark of its own, and it starts small. */
function isWrapped(text: string, lines: Lines, line: number): boolean {
  const kind = lines.kinds[line];
  if (line + 1 >= lines.count || kind === lineKind.heading || kind === lineKind.table) return false;
  if (lines.kinds[line + 1] !== lineKind.paragraph) return false;
  if (!isLowerUnit(text.charCodeAt(lines.contents[line + 1] as number))) return false;
  const last = text.slice(Math.max(lines.starts[line] as number, (lines.ends[line] as number) - 2), lines.ends[line]).trimEnd();
  return !/[.!?:。！？：]$/.test(last);
}

const terminator = new Uint8Array(0x10000);
for (const character of '.!?。！？｡؟۔।॥։።។။‽⁇⁈⁉') terminator[character.charCodeAt(0)] = 1;
terminator[124] = 2;

/** Noted punctuation, read once from front to back. */
type Marks = { offsets: Int32Array; count: number; next: number };

function splitBlock(text: string, from: number, end: number, isTable: boolean, marks: Marks, out: Sentences): void {
  let start = from;
  let resume = from;
  for (; marks.next < marks.count; marks.next++) {
    const at = marks.offsets[marks.next] as number;
    if (at >= end) break;
    const kind = at < resume ? 0 : terminator[text.charCodeAt(at)];
    if (kind === 0) continue;
    const next = kind === 2 ? (isTable ? at + 1 : 0) : sentenceEnd(text, at, start, end);
    if (next === 0) continue;
    start = addCut(text, out, start, next);
    resume = next;
  }
  if (start < end) addCut(text, out, start, end);
}

/** Adds a sentence, in pieces where it is too long to be one. */
function addCut(text: string, out: Sentences, from: number, end: number): number {
  let start = from;
  while (end - start > longestSentence + 100) {
    const space = text.slice(start + longestSentence, start + longestSentence + 100).indexOf(' ');
    start = add(out, start, start + longestSentence + (space === -1 ? 0 : space + 1));
  }
  return add(out, start, end);
}

function add(out: Sentences, start: number, end: number): number {
  if (out.count === out.starts.length) {
    const starts = new Int32Array(out.count * 2);
    const ends = new Int32Array(out.count * 2);
    starts.set(out.starts);
    ends.set(out.ends);
    out.starts = starts;
    out.ends = ends;
  }
  out.starts[out.count] = start;
  out.ends[out.count++] = end;
  return end;
}

/** Behind the terminator at `at` and its closing quotes, 0 if the sentence goes on there ("4.6", "e.g. Zoho", "Yahoo! is"). */
function sentenceEnd(text: string, at: number, start: number, end: number): number {
  const code = text.charCodeAt(at);
  let next = at + 1;
  while (next < end && isClosing(text.charCodeAt(next))) next++;
  if (code > 127 || next >= end) return next;
  const following = text.charCodeAt(next);
  if (following > 32) return isJoinedUp(text, at, next) ? next : 0;
  let word = next;
  while (word < end && isBetween(text.charCodeAt(word))) word++;
  if (word >= end) return next;
  if (isLowerUnit(text.charCodeAt(word)) && !/^(i[A-Z]|e[A-Z])/.test(text.slice(word, word + 2))) return 0;
  return code === 46 && isAbbreviation(text, at, start) ? 0 : next;
}

function isClosing(code: number): boolean {
  return code === 34 || code === 39 || code === 41 || code === 42 || code === 95 || code === 93 || code === 46 || code === 33 || code === 63 ||
    code === 0x201d || code === 0x2019 || code === 0x300d || code === 0x300f || code === 0xff09 || code === 0xbb; // prettier-ignore
}

function isBetween(code: number): boolean {
  return code <= 32 || code === 42 || code === 95 || code === 34 || code === 40 || code === 91 || code === 0x201c || code === 0x2018;
}

/** "for teams.Amazon offers": some engines lose the space. "U.S.A" and "Node.JS" are no ends. */
function isJoinedUp(text: string, at: number, next: number): boolean {
  if (text.charCodeAt(next) > 0x2e80) return true;
  return isUpperUnit(text.charCodeAt(next)) && endsWord(text.charCodeAt(at - 1)) && /[\p{Ll}\s]/u.test(text.charAt(next + 1));
}

const endsWord = (unit: number): boolean => isLowerUnit(unit) || isAsciiDigit(unit) || unit === 41 || unit === 37;
