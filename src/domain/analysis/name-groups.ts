import { lineKind, notProse, type Structure } from './structure.ts';

/** A stretch of text that may begin with a name, and the sentence or line that it stands in. UTF-16 offsets. */
export type NameItem = { start: number; end: number; lineStart: number; lineEnd: number };
/** Items of one list, headings of one level, cells of one column or header row: if one is a brand, the others may be too. */
export type NameGroup = NameItem[];

const boldParagraph = 20;
const longestLine = 300;

type Open = { kind: number; level: number; items: NameItem[] };

/** All lists of the answer, in one pass over its lines. */
export function findNameGroups(text: string, { lines, mask }: Structure): NameGroup[] {
  const open = new Map<string, Open>();
  const done: Open[] = [];
  const close = (keep: (one: Open) => boolean) => {
    for (const [key, one] of open) {
      if (keep(one)) continue;
      done.push(one);
      open.delete(key);
    }
  };
  const tables: NameGroup[] = [];
  for (let line = 0; line < lines.count; line++) {
    const [start, end] = [lines.contents[line] as number, lines.ends[line] as number];
    const level = lines.levels[line] as number;
    let kind = lines.kinds[line] as number;
    if (kind === lineKind.table) {
      const last = lastTableLine(lines.kinds, lines.count, line);
      tables.push(...tableGroups(text, lines.starts, lines.ends, line, last));
      line = last;
      continue;
    }
    if (kind === lineKind.paragraph) {
      if (!text.startsWith('**', lines.starts[line])) {
        if (level < 2) close(({ kind: one }) => one !== lineKind.bullet);
        tables.push(leadingLabels(text, start, end));
        continue;
      }
      kind = boldParagraph;
    } else if (kind === lineKind.heading) {
      close((one) => one.kind === lineKind.heading && one.level <= level);
    } else if (kind !== lineKind.bullet && kind !== lineKind.ordered) continue;
    if (mask[start] === notProse.hidden) continue;
    const key = `${kind}/${level}`;
    const group = open.get(key) ?? { kind, level, items: [] };
    open.set(key, group);
    group.items.push({ start, end, lineStart: start, lineEnd: Math.min(end, start + longestLine) });
  }
  close(() => false);
  return [...joinScattered(done), ...tables].filter((group) => group.length >= 2);
}

/** "### Best for teams" with one item below, over and over, is one list. */
function joinScattered(groups: readonly Open[]): NameGroup[] {
  const scattered = new Map<string, NameItem[]>();
  const joined: NameGroup[] = [];
  for (const { kind, level, items } of groups) {
    if (items.length > 2) joined.push(items);
    else add(scattered, `${kind}/${level}`, items);
  }
  return [...joined, ...scattered.values()];
}

function add<K>(groups: Map<K, NameItem[]>, key: K, items: readonly NameItem[]): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [...items]);
  else group.push(...items);
}

function lastTableLine(kinds: Uint8Array, count: number, from: number): number {
  let last = from;
  while (last + 1 < count && kinds[last + 1] === lineKind.table) last++;
  return last;
}

/** The header row, and each column without it. */
function tableGroups(text: string, starts: Int32Array, ends: Int32Array, first: number, last: number): NameGroup[] {
  const header: NameGroup = [];
  const columns = new Map<number, NameItem[]>();
  for (let line = first; line <= last; line++) {
    const [lineStart, lineEnd] = [starts[line] as number, ends[line] as number];
    if (/^[\s|:-]+$/.test(text.slice(lineStart, Math.min(lineEnd, lineStart + 400)))) continue;
    let at = lineStart;
    for (const [column, cell] of text.slice(lineStart, lineEnd).split('|').slice(0, 12).entries()) {
      const item = { start: at, end: at + cell.length, lineStart, lineEnd: Math.min(lineEnd, lineStart + longestLine) };
      at += cell.length + 1;
      if (cell.trim() === '') continue;
      if (line === first) header.push(item);
      else add(columns, column, [item]);
    }
  }
  return [header, ...columns.values()];
}

const label = /(?<=^|[.!?)”"]\s?|\s)(?:[\p{Lu}\d][^\s:.!?]*(?:\s|(?=:))){1,8}(?=:\s?[\p{Lu}"“])/gu;

/** Some engines lose the line breaks of their lists: "… basket.COSORI Dual Air Fryer: While it …". */
function leadingLabels(text: string, start: number, end: number): NameGroup {
  const items: NameGroup = [];
  for (let at = start; at < end; at += 4000) {
    const part = text.slice(at, Math.min(end, at + 4000));
    if (!part.includes(':')) continue;
    for (const found of part.matchAll(label)) {
      const from = at + found.index;
      const behind = /[.!?](?=\s|\p{Lu})/u.exec(text.slice(from + found[0].length, Math.min(end, from + longestLine)));
      const lineEnd = behind === null ? Math.min(end, from + longestLine) : from + found[0].length + behind.index + 1;
      items.push({ start: from, end: from + found[0].length + 1, lineStart: from, lineEnd });
    }
  }
  return items;
}
