import { cueLanguages } from './data/cues/index.ts';
import { fold, foldedAt, foldedSlice, type FoldedText } from './fold.ts';
import type { FoundMention } from './mentions.ts';
import { cellAt, isDelimiterRow, lineKind, type Lines } from './structure.ts';
import type { Workspace } from './workspace.ts';

/** Which brand a passage is about where its sentences do not say so: the section's heading, the list item's head, the table row's first cell. */
export type TopicTracker = {
  /** Tells the tracker that reading has come to `line`, whose first mentions are `mentions[first..last)`. */
  enterLine(line: number, first: number, last: number): void;
  /** Brands that the sentence at `offset` of the current line goes on about; empty where it speaks for itself. */
  brands(offset: number): readonly string[];
};

type Topic = { brands: string[]; depth: number; body: number };
const none: readonly string[] = [];
const noColumns = new Map<number, string>();

export function createTopicTracker({ text, folded, structure }: Workspace, mentions: readonly FoundMention[]): TopicTracker {
  const { lines } = structure;
  let section: Topic | null = null;
  let item: Topic | null = null;
  let row: string[] = [];
  let columns = noColumns;
  let current = 0;
  return {
    enterLine(line, first, last) {
      const kind = lines.kinds[line];
      const depth = lines.levels[line] as number;
      row = [];
      current = line;
      if (kind !== lineKind.table) columns = noColumns;
      if (kind === lineKind.rule) section = item = null;
      else if (kind === lineKind.heading) {
        item = null;
        const brands = headBrands(text, lines, line, mentions, first, last, 160);
        if (brands.length > 0) section = { brands, depth, body: 0 };
        else if (section !== null && depth <= section.depth) section = null;
      } else if (kind !== lineKind.table) item = nextItem(item, line, first, last);
      else if (isDelimiterRow(text, lines, line + 1)) columns = columnBrands(text, lines, line, mentions, first, last);
      else row = headBrands(text, lines, line, mentions, first, last, 60);
    },
    brands(offset) {
      if (row.length > 0) return row;
      if (columns.size > 0) {
        const brand = columns.get(cellAt(text, lines.contents[current] as number, offset));
        return brand === undefined ? none : [brand];
      }
      return item?.brands ?? section?.brands ?? none;
    },
  };

  function nextItem(open: Topic | null, line: number, first: number, last: number): Topic | null {
    const kind = lines.kinds[line];
    const depth = lines.levels[line] as number;
    if (open !== null && kind === lineKind.paragraph && isLabel(folded, lines, line)) return { ...open, body: open.body + 1 };
    const isMarked = kind === lineKind.bullet || kind === lineKind.ordered || isBoldStart(text, lines, line);
    if (isMarked) {
      const brands = headBrands(text, lines, line, mentions, first, last, 70);
      if (brands.length > 0 && (open === null || depth <= open.depth || !isNested(lines, line, kind))) return { brands, depth, body: 0 };
      if (open !== null && depth > open.depth) return { ...open, body: open.body + 1 };
      // "**HubSpot**" and then its bullets at the same depth.
      if (
        open !== null &&
        kind === lineKind.bullet &&
        open.depth === 0 &&
        depth === 0 &&
        brands.length === 0 &&
        isHeadOnly(lines, line, open)
      )
        return { ...open, body: open.body + 1 };
      return null;
    }
    if (open === null || depth > open.depth) return open === null ? null : { ...open, body: open.body + 1 };
    const isAfterGap = line > 0 && lines.kinds[line - 1] === lineKind.blank;
    return isAfterGap && open.body > 0 ? null : { ...open, body: open.body + 1 };
  }
}

function isNested(lines: Lines, line: number, kind: number | undefined): boolean {
  return kind === lineKind.bullet && (lines.levels[line] as number) > 1;
}

/** Heads a part of the same item: "Pros:", "**Cons**". */
function isLabel(folded: FoldedText, lines: Lines, line: number): boolean {
  const start = lines.starts[line] as number;
  const end = lines.ends[line] as number;
  if (end - start > 48) return false;
  const words = foldedSlice(folded, foldedAt(folded, start), foldedAt(folded, end));
  return sideLabels().has(words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

let labels: Set<string> | null = null;

function sideLabels(): Set<string> {
  labels ??= new Set(Object.values(cueLanguages).flatMap(({ pro, con }) => `${pro}|${con}`.split('|').map((label) => fold(label))));
  return labels;
}

function isHeadOnly(lines: Lines, line: number, open: Topic): boolean {
  const previous = lines.kinds[line - 1];
  return (
    open.body > 0 ||
    previous === lineKind.paragraph ||
    previous === lineKind.ordered ||
    (previous === lineKind.blank && lines.kinds[line - 2] !== lineKind.bullet)
  );
}

function isBoldStart(text: string, lines: Lines, line: number): boolean {
  return text.startsWith('**', (lines.starts[line] as number) + (lines.levels[line] as number));
}

/** Brands at the head of a line: in front of what closes its head, or within `reach` of its first word if nothing does. */
function headBrands(
  text: string,
  lines: Lines,
  line: number,
  mentions: readonly FoundMention[],
  first: number,
  last: number,
  reach: number,
): string[] {
  const content = lines.contents[line] as number;
  const brands: string[] = [];
  for (let i = first; i < last; i++) {
    const { start, pattern } = mentions[i] as FoundMention;
    if (start - content > reach) break;
    const before = text.slice(content, start);
    if (brands.length > 0 && /[:：–—|.。]|\s-\s|\b(?:with|than|to|from|vs\.?|versus|unlike|over)\b/i.test(before)) break;
    if (before !== '' && brands.length === 0 && /[.。!?！？]\s|\b(?:with|than|to|from|unlike|over|for|of|in|on|like)\s*$/i.test(before))
      break;
    if (brands.length === 0 && before.length > 45 && before.replace(/[^\p{L}]+/gu, '').length > 45) break;
    if (!brands.includes(pattern.brand)) brands.push(pattern.brand);
  }
  return brands;
}

/** The brand that heads each column, where the first row of a table names several. */
function columnBrands(
  text: string,
  lines: Lines,
  line: number,
  mentions: readonly FoundMention[],
  first: number,
  last: number,
): Map<number, string> {
  const columns = new Map<number, string>();
  for (const { start, pattern } of mentions.slice(first, last))
    columns.set(cellAt(text, lines.contents[line] as number, start), pattern.brand);
  return columns.size >= 2 ? columns : noColumns;
}
