/** What a line of the answer is. `paragraph` is everything without a marker. */
export const lineKind = { blank: 0, paragraph: 1, heading: 2, bullet: 3, ordered: 4, table: 5, rule: 6, hidden: 7 } as const;

/** Why a stretch is not prose. A bare domain may still be a mention where the alias is that domain (monday.com). */
export const notProse = { hidden: 1, domain: 2 } as const;

/** Lines of a text, in parallel arrays: objects would cost more than the scan on hostile input. Offsets are UTF-16, end exclusive. */
export type Lines = {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  /** Heading level, or depth of indentation in columns. */
  levels: Int32Array;
  /** The number that the writer gave the line (1., 一、, ①), 0 = none. */
  numbers: Int32Array;
  /** Where the words begin, behind markers and emphasis. */
  contents: Int32Array;
  /** The line that `lineAt` found last. */
  near: number;
};

/** `reference` is the label of a definition further down (`[The Verge][1]`) until it is resolved. */
export type Link = { url: string; reference: string | null; title: string | null; start: number; end: number };

export type Structure = { mask: Uint8Array; lines: Lines; links: Link[]; definitions: Map<string, { url: string; title: string | null }> };

export function createStructure(): Structure {
  return { mask: new Uint8Array(8192), lines: createLines(256), links: [], definitions: new Map() };
}

function createLines(capacity: number): Lines {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    kinds: new Uint8Array(capacity),
    levels: new Int32Array(capacity),
    numbers: new Int32Array(capacity),
    contents: new Int32Array(capacity),
    near: 0,
  };
}

export function resetStructure(structure: Structure, length: number): void {
  const capacity = structure.mask.length;
  if (capacity < length || (capacity > 1 << 20 && length < capacity / 4))
    structure.mask = new Uint8Array(Math.max(8192, length + (length >> 2)));
  else structure.mask.fill(0, 0, length);
  if (structure.lines.starts.length > 1 << 16) structure.lines = createLines(256);
  structure.lines.count = 0;
  structure.lines.near = 0;
  structure.links = [];
  structure.definitions = new Map();
}

/** Makes room for one more line and returns its index. */
export function addLine(structure: Structure): number {
  const { lines } = structure;
  if (lines.count === lines.starts.length) {
    const larger = createLines(lines.count * 2);
    larger.starts.set(lines.starts);
    larger.ends.set(lines.ends);
    larger.kinds.set(lines.kinds);
    larger.levels.set(lines.levels);
    larger.numbers.set(lines.numbers);
    larger.contents.set(lines.contents);
    larger.count = lines.count;
    structure.lines = larger;
  }
  return structure.lines.count++;
}

/** Index of the line that holds `offset`: mostly the one that was found last, or the next, else by binary search. */
export function lineAt(lines: Lines, offset: number): number {
  const { near } = lines;
  if (isOn(lines, near, offset)) return near;
  if (isOn(lines, near + 1, offset)) return (lines.near = near + 1);
  let low = 0;
  let high = lines.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return (lines.near = low);
}

function isOn({ count, starts }: Lines, line: number, offset: number): boolean {
  return line < count && (starts[line] as number) <= offset && (line + 1 === count || (starts[line + 1] as number) > offset);
}

/** The row of dashes under a table's first row. */
export function isDelimiterRow(text: string, lines: Lines, line: number): boolean {
  if (line >= lines.count || lines.kinds[line] !== lineKind.table) return false;
  const start = lines.starts[line] as number;
  return /^[\s|:-]+$/.test(text.slice(start, Math.min(lines.ends[line] as number, start + 400)));
}

/** Which cell of its row `offset` lies in, from 1. `row` is where the row begins. */
export function cellAt(text: string, row: number, offset: number): number {
  let cell = text.charCodeAt(row) === 124 ? 0 : 1;
  for (let at = row; at < offset && at - row < 4000; at++) if (text.charCodeAt(at) === 124) cell++;
  return cell;
}
