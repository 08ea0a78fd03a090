import { foldAstral, foldedSeveral, foldTable, foldUnit, isSpecial, markFlag, special, symbol } from './fold-character.ts';
import { readEntity } from './html-entities.ts';

/**
 * A text as names are compared: NFKC, lower case, no accents, Simplified Han, one kind of apostrophe and dash, entities
 * decoded, invisible characters gone, white space as one space (an empty line as one line feed).
 * `starts[i]` and `endOf(folded, i)` are the UTF-16 offsets in the original of what folded unit `i` came from; `ends` holds only the
 * ends that are not one behind the start (0 = it is), which saves the common case a write.
 */
export type FoldedText = {
  length: number;
  chars: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  /** Offsets in the original of the punctuation that structure and sentences hang on, so that nobody else has to look at every character. */
  marks: Int32Array;
  markCount: number;
  /** The original's code units, and their bytes: reading a typed array is cheaper than asking a string. */
  units: Uint16Array;
  bytes: Buffer;
  /** The folded units as a string, once somebody asks for a piece of it. */
  text: string | null;
  /** The unit that `foldedAt` found last: texts are read from the beginning on. */
  near: number;
};

const space = 32;
const lineFeed = 10;
/** Buffers larger than this are given back after use, so that one huge answer does not hold memory for ever. */
const keptCapacity = 1 << 20;

export function createFoldedText(capacity = 8192): FoldedText {
  const arrays = {
    chars: new Uint16Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    marks: new Int32Array(capacity),
  };
  return { length: 0, ...arrays, markCount: 0, ...unitsOf(capacity), text: null, near: 0 };
}

function unitsOf(capacity: number): Pick<FoldedText, 'units' | 'bytes'> {
  const units = new Uint16Array(capacity);
  return { units, bytes: Buffer.from(units.buffer) };
}

/** Folds `text` into `out`, whose arrays are reused and may be replaced by larger ones. Linear, no recursion. */
export function foldInto(text: string, out: FoldedText): void {
  reserve(out, text.length + 64);
  out.bytes.write(text, 0, 'utf16le');
  out.length = 0;
  out.markCount = 0;
  out.text = null;
  out.near = 0;
  for (let i = foldRun(text.length, 0, out); i < text.length; i = foldRun(text.length, i, out)) {
    i = foldRare(text, i, out) + 1;
    // A character may fold to many (ﷺ to 18).
    if (out.length + (text.length - i) > out.chars.length) grow(out, out.length + (text.length - i));
  }
}

/**
 * Folds characters that are one plain unit each, white space and line breaks. @returns the offset of the first one that is none of them;
 * the inner loop is free of calls and of all that is rare, because it is most of the cost
 */
function foldRun(length: number, from: number, out: FoldedText): number {
  const { chars, starts, ends, marks } = out;
  // Locals: a module's binding is looked up again for every character. Written out: only then the compiler knows them for constants.
  const table = foldTable;
  const source = out.units;
  const firstSpecial = 0xe000;
  const blank = 32;
  let k = out.length;
  let m = out.markCount;
  let last = endsInSpace(out) ? space : 1;
  let i = from;
  for (; ; i++) {
    // Not kept from one round to the next: that alone would cost a third more.
    let folded = 0;
    for (; i < length; i++, k++) {
      folded = table[source[i] as number] as number;
      // Two spaces are one: the table holds no unit below 32. One branch that is hardly ever taken, where a test for a space is a coin thrown.
      if (folded >= firstSpecial || (folded | last) === blank) break;
      last = folded;
      chars[k] = folded;
      starts[k] = i;
    }
    if (i === length) break;
    if (folded === space) continue;
    if (folded === special.newline) {
      k = foldNewline(i, k, chars, starts, ends);
      last = space;
    } else if (isSpecial(folded)) break;
    else {
      if (folded >= markFlag) marks[m++] = i;
      last = folded;
      chars[k] = folded;
      starts[k++] = i;
    }
  }
  out.length = k;
  out.markCount = m;
  return i;
}

/** One line break is a space, an empty line ends the paragraph. A break's space says so in `ends`, where a typed space has 0. @returns the length behind it */
function foldNewline(at: number, length: number, chars: Uint16Array, starts: Int32Array, ends: Int32Array): number {
  const last = length - 1;
  const previous = last < 0 ? lineFeed : chars[last];
  if (previous === lineFeed) return length;
  if (previous === space) {
    if (ends[last] !== 0) chars[last] = lineFeed;
    ends[last] = at + 1;
    return length;
  }
  chars[length] = space;
  starts[length] = at;
  ends[length] = at + 1;
  return length + 1;
}

/** Whether a space more would change nothing: at the beginning, behind a space, behind an empty line. */
function endsInSpace(out: FoldedText): boolean {
  const last = out.length === 0 ? lineFeed : out.chars[out.length - 1];
  return last === space || last === lineFeed;
}

/** A character not met before, or one that one folded unit cannot describe. @returns the offset of the last original unit consumed */
function foldRare(text: string, at: number, out: FoldedText): number {
  const folded = foldUnit(text.charCodeAt(at));
  if (isSpecial(folded)) return foldSpecial(text, at, folded, out);
  if (folded >= markFlag) noteMark(at, out);
  if (folded !== space || !endsInSpace(out)) emit(folded, at, 0, out);
  return at;
}

function noteMark(at: number, out: FoldedText): void {
  out.marks[out.markCount++] = at;
}

/** The folded form of a short string: an alias, a cue, a `near` term. */
export function fold(text: string): string {
  const out = createFoldedText(text.length * 2 + 64);
  foldInto(text, out);
  return foldedSlice(out, 0, out.length).trim();
}

export function foldedSlice(folded: FoldedText, from: number, to: number): string {
  folded.text ??= Buffer.from(folded.chars.buffer).toString('utf16le', 0, folded.length * 2);
  return folded.text.slice(from, to);
}

/**
 * Index of the first folded unit that comes from `offset` or behind it. Nearly all characters fold to one: from the unit found last it is
 * about as far as in the original; where it is not, halving finds it.
 */
export function foldedAt(folded: FoldedText, offset: number): number {
  const { starts, length, near } = folded;
  let at = Math.max(0, Math.min(length, near + offset - (starts[near] as number)));
  for (let steps = 0; steps < mostSteps; steps++) {
    if (at < length && (starts[at] as number) < offset) at++;
    else if (at > 0 && (starts[at - 1] as number) >= offset) at--;
    else return remember(folded, at);
  }
  return remember(folded, halve(folded, offset));
}

const mostSteps = 8;

function remember(folded: FoldedText, at: number): number {
  folded.near = Math.max(0, Math.min(at, folded.length - 1));
  return at;
}

function halve({ starts, length }: FoldedText, offset: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function endOf(folded: FoldedText, index: number): number {
  return (folded.ends[index] as number) || (folded.starts[index] as number) + 1;
}

function reserve(out: FoldedText, capacity: number): void {
  const isWasteful = out.chars.length > keptCapacity && capacity < out.chars.length / 4;
  if (out.chars.length >= capacity && !isWasteful) {
    out.ends.fill(0, 0, capacity);
    return;
  }
  const size = Math.max(8192, capacity + (capacity >> 2));
  out.chars = new Uint16Array(size);
  out.starts = new Int32Array(size);
  out.ends = new Int32Array(size);
  out.marks = new Int32Array(size);
  Object.assign(out, unitsOf(size));
}

/** Handles one character that is not a plain unit. @returns the offset of the last original unit consumed */
function foldSpecial(text: string, at: number, kind: number, out: FoldedText): number {
  switch (kind) {
    case special.newline:
      out.length = foldNewline(at, out.length, out.chars, out.starts, out.ends);
      return at;
    case special.drop:
      return at;
    case special.dropMark:
      return extendLast(at, out);
    case special.composes:
      return foldMark(text.charCodeAt(at), at, out);
    case special.several:
      return emitString(foldedSeveral(text.charCodeAt(at)), at, at + 1, out);
    case special.surrogate:
      return foldSurrogate(text, at, out);
    case special.ampersand:
      return foldAmpersand(text, at, out);
    default:
      return foldBackslash(text, at, out);
  }
}

function extendLast(at: number, out: FoldedText): number {
  if (out.length > 0 && endOf(out, out.length - 1) === at) out.ends[out.length - 1] = at + 1;
  return at;
}

const compositions = new Map<number, number>();

/** Combining accents, kana voicing marks and conjoining jamo join the unit before them: e + ́ = é = e, か + ゛ = が, ᄉ + ᅡ = 사. */
function foldMark(mark: number, at: number, out: FoldedText): number {
  const last = out.length - 1;
  if (last < 0 || endOf(out, last) !== at) return at;
  const base = out.chars[last] as number;
  const key = base * 0x10000 + mark;
  let composed = compositions.get(key);
  if (composed === undefined) {
    composed = compose(base, mark);
    if (compositions.size < 50_000) compositions.set(key, composed);
  }
  out.chars[last] = composed;
  out.ends[last] = at + 1;
  return at;
}

function compose(base: number, mark: number): number {
  const joined = (String.fromCharCode(base) + String.fromCharCode(mark)).normalize('NFC');
  if (joined.length !== 1) return base;
  const folded = foldUnit(joined.charCodeAt(0));
  return isSpecial(folded) ? base : folded & 0xffff;
}

function foldSurrogate(text: string, at: number, out: FoldedText): number {
  // Not codePointAt: once Node 24 has compiled it, it looks behind the end of a text that was cut out of a longer one.
  const high = text.charCodeAt(at);
  const low = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  if (high >= 0xdc00 || low < 0xdc00 || low > 0xdfff) {
    emit(symbol, at, at + 1, out);
    return at;
  }
  emitString(foldAstral((high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000), at, at + 2, out);
  return at + 1;
}

function foldAmpersand(text: string, at: number, out: FoldedText): number {
  const entity = readEntity(text, at);
  if (entity === null) {
    emit(38, at, at + 1, out);
    return at;
  }
  const { codePoint, end } = entity;
  if (codePoint === 38 || codePoint === 92) emit(codePoint, at, end, out);
  else if (codePoint >= 0x10000) emitString(foldAstral(codePoint), at, end, out);
  else emitEntity(codePoint, at, end, out);
  return end - 1;
}

function emitEntity(code: number, at: number, end: number, out: FoldedText): void {
  const folded = foldUnit(code);
  if (folded === space || folded === special.newline) {
    if (!endsInSpace(out)) emit(space, at, end, out);
  } else if (!isSpecial(folded)) emit(folded, at, end, out);
  else if (folded === special.several) emitString(foldedSeveral(code), at, end, out);
  else if (folded === special.composes) {
    foldMark(code, at, out);
    if (out.length > 0 && endOf(out, out.length - 1) === at + 1) out.ends[out.length - 1] = end;
  }
}

/** Markdown's backslash escapes ("E\*TRADE", "Yahoo\!") are not part of the name. */
function foldBackslash(text: string, at: number, out: FoldedText): number {
  noteMark(at, out);
  const next = text.charCodeAt(at + 1);
  const escapes = (next > 32 && next < 48) || (next > 57 && next < 65) || (next > 90 && next < 97) || (next > 122 && next < 127);
  if (!escapes) emit(92, at, at + 1, out);
  return at;
}

function emitString(folded: string, start: number, end: number, out: FoldedText): number {
  const needed = out.length + folded.length;
  if (needed > out.chars.length) grow(out, needed);
  for (let i = 0; i < folded.length; i++) emit(folded.charCodeAt(i), start, end, out);
  return end - 1;
}

function emit(code: number, start: number, end: number, out: FoldedText): void {
  out.chars[out.length] = code;
  out.starts[out.length] = start;
  out.ends[out.length] = end;
  out.length++;
}

function grow(out: FoldedText, needed: number): void {
  const size = needed * 2;
  const chars = new Uint16Array(size);
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  const marks = new Int32Array(size);
  chars.set(out.chars);
  starts.set(out.starts);
  ends.set(out.ends);
  marks.set(out.marks);
  Object.assign(out, { chars, starts, ends, marks });
}
