import type { Figure } from '../metrics/cell.ts';
import type { Block, Cell, Table } from './document.ts';
import type { Words } from './words.ts';

/** The column titles that a table can have. */
export type Column = keyof Words['texts']['columns'];

export const paragraph = (text: string): Block => ({ kind: 'text', text });
export const plain = (text: string): Cell => ({ text });
export const brandCell = (brand: string | null, own: string | null, words: Words): Cell => ({
  text: words.brand(brand),
  ...(brand === own && brand !== null && { strong: true }),
});
export const countCell = (value: number, words: Words): Cell => ({ text: words.number(value), value, unit: 'count' });
export const figureCell = (figure: Figure, words: Words): Cell => ({ text: words.figure(figure), value: figure.value, unit: 'share' });
export const shareCell = (value: number, words: Words): Cell => ({ text: words.share(value), value, unit: 'share' });
export const pointsCell = (difference: Parameters<Words['points']>[0], words: Words): Cell => ({
  text: words.points(difference),
  value: difference.value,
  unit: 'points',
});

export const table = (caption: string, columns: readonly Column[], rows: Cell[][], words: Words): Table => ({
  kind: 'table',
  caption,
  columns: columns.map((column) => words.texts.columns[column]),
  rows,
});

/** The weightiest rows, and how many more the files of figures have. */
export function shortTable<Item>(
  caption: string,
  columns: readonly Column[],
  items: readonly Item[],
  toRow: (item: Item) => Cell[],
  { words, most, total = items.length }: { words: Words; most: number; total?: number },
): Block[] {
  if (items.length === 0) return [];
  const shown = table(caption, columns, items.slice(0, most).map(toRow), words);
  const left = total - Math.min(most, items.length);
  return left > 0 ? [shown, paragraph(words.say(words.texts.more, { count: words.number(left) }))] : [shown];
}
