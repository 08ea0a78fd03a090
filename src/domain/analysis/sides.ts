import { cueBit, type Cues } from './cues.ts';
import type { FoldedText } from './fold.ts';
import { cellAt, isDelimiterRow, lineKind, type Lines } from './structure.ts';
import { unitTable } from './unit-table.ts';

/** What speaks for a brand, or against it, because it stands under such a label. */
export type Side = 'pro' | 'con';
/** `head`: where the words behind a name that opens the sentence begin (folded). */
export type SideSentence = { line: number; start: number; head: number; cues: Cues; folded: FoldedText; from: number; to: number };
/** Tells the side of each sentence, in the order of the text; `label` where it is the heading of a side and says nothing itself. */
export type SideTracker = (sentence: SideSentence) => Side | 'label' | null;

/** "Pros:", a bullet that begins so, a heading "✅ What we like" with the bullets below it, or a table's column. */
export function createSideTracker(text: string, lines: Lines): SideTracker {
  let open: { side: Side; line: number } | null = null;
  let columns = new Map<number, Side>();
  let table = -1;
  return (sentence) => {
    const { line, start } = sentence;
    const kind = lines.kinds[line];
    const label = labelOf(sentence);
    if (kind === lineKind.table) {
      if (table !== line - 1 && table !== line && table !== line + 1) columns = new Map();
      table = isDelimiterRow(text, lines, line + 1) ? line + 1 : line;
      const cell = cellAt(text, lines.contents[line] as number, start);
      if (table === line) return columns.get(cell) ?? null;
      if (label !== null) columns.set(cell, label.side);
      return label === null ? null : 'label';
    }
    if (label !== null) {
      open = { side: label.side, line };
      return label.isAlone ? 'label' : label.side;
    }
    if (open !== null && !goesOn(lines, open.line, line)) open = null;
    if (open !== null) open.line = line;
    return open?.side ?? null;
  };
}

/** Bullets under a label and the rest of its own line belong to it. */
function goesOn(lines: Lines, from: number, line: number): boolean {
  if (line === from) return true;
  if (lines.kinds[line] !== lineKind.bullet) return false;
  for (let at = from + 1; at < line; at++) if (lines.kinds[at] !== lineKind.blank) return false;
  const depth = lines.levels[line] as number;
  return lines.kinds[from] !== lineKind.bullet || depth >= (lines.levels[from] as number);
}

const longestLead = 8;

function labelOf({ cues, folded, from, to, head }: SideSentence): { side: Side; isAlone: boolean } | null {
  for (let i = 0; i < cues.count && (cues.froms[i] as number) - Math.max(from, head) <= longestLead; i++) {
    const bits = cues.bits[i] as number;
    if ((bits & (cueBit.pro | cueBit.con)) === 0 || ((cues.froms[i] as number) < head && head > from)) continue;
    const side = (bits & cueBit.con) !== 0 ? 'con' : 'pro';
    const end = endOfMarks(folded, cues.tos[i] as number, to);
    if (end === to) return { side, isAlone: true };
    return isColon(folded.chars[end] as number) || (cues.tos[i] as number) - (cues.froms[i] as number) === 1
      ? { side, isAlone: endOfMarks(folded, end + 1, to) === to }
      : null;
  }
  return null;
}

const isColon = (code: number): boolean => code === 58 || code === 0xff1a;

/** Behind spaces, emphasis and a table's bars. */
function endOfMarks({ chars }: FoldedText, from: number, to: number): number {
  let at = from;
  while (at < to && marks[chars[at] as number] === 1) at++;
  return at;
}

const marks = unitTable(' *_|\n\r\t');
