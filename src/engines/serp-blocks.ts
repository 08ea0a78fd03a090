import { z } from 'zod';
import type { EngineCitation } from './engine.ts';
import { count, list, text, texts } from './fields.ts';

const indexes = z.array(z.number()).nullish().catch(null);
const block = z.object({
  type: text,
  title: text,
  snippet: text,
  code: text,
  reference_indexes: indexes,
  list,
  text_blocks: list,
  table: z.array(z.array(z.string())).nullish().catch(null),
  product_labels: texts,
  comparison: z
    .array(z.object({ feature: text, values: texts }))
    .nullish()
    .catch(null),
});
type Block = z.infer<typeof block>;
const reference = z.object({ index: count, link: z.string().min(1), title: text, snippet: text, source: text });
type Reference = z.infer<typeof reference>;

/** `apart`: a blank line before it, as between paragraphs; list items have none. */
type Piece = { text: string; references: readonly number[]; apart?: boolean };

/**
 * SerpApi's `text_blocks` as Markdown, and each of its references as a citation: with the place of the block that names
 * it (`reference_indexes`, 0-based), once for every such block; without a place where no block does.
 */
export function readTextBlocks(blocks: readonly unknown[], references: readonly unknown[]): { text: string; citations: EngineCitation[] } {
  const known = new Map<number, Reference>();
  references.forEach((raw, position) => {
    const parsed = reference.safeParse(raw);
    if (parsed.success) known.set(parsed.data.index ?? position, parsed.data);
  });
  const placed = new Set<number>();
  const citations: EngineCitation[] = [];
  let whole = '';
  for (const piece of piecesOf(blocks)) {
    if (whole !== '') whole += piece.apart ? '\n\n' : '\n';
    const start = whole.length;
    whole += piece.text;
    for (const index of piece.references) {
      const cited = known.get(index);
      if (!cited) continue;
      placed.add(index);
      citations.push(citationOf(cited, { start, end: whole.length }));
    }
  }
  for (const [index, cited] of known) if (!placed.has(index)) citations.push(citationOf(cited, null));
  return { text: whole, citations };
}

function piecesOf(blocks: readonly unknown[]): Piece[] {
  return blocks.flatMap((raw, position) => {
    const parsed = block.safeParse(raw);
    if (!parsed.success) return [];
    const [first, ...rest] = piecesOfBlock(parsed.data);
    return first ? [{ ...first, apart: position > 0 }, ...rest] : [];
  });
}

function piecesOfBlock(one: Block): Piece[] {
  const references = one.reference_indexes ?? [];
  const own: Piece[] = [];
  if (one.type === 'heading' && one.snippet) own.push({ text: `### ${one.snippet}`, references });
  else if (one.title || one.snippet) own.push({ text: sentenceOf(one), references });
  if (one.code) own.push({ text: `\`\`\`\n${one.code}\n\`\`\``, references });
  const rows = one.table ?? comparisonRows(one);
  if (rows.length > 0) own.push({ text: tableOf(rows), references });
  return [...own, ...itemsOfList(one.list ?? [], 0), ...piecesOf(one.text_blocks ?? [])];
}

function itemsOfList(items: readonly unknown[], depth: number): Piece[] {
  return items.flatMap((raw) => {
    const parsed = block.safeParse(raw);
    if (!parsed.success) return typeof raw === 'string' ? [{ text: `${'  '.repeat(depth)}- ${raw}`, references: [] }] : [];
    const item = parsed.data;
    const line = { text: `${'  '.repeat(depth)}- ${sentenceOf(item)}`, references: item.reference_indexes ?? [] };
    const shown = item.title || item.snippet ? [line] : [];
    return [...shown, ...itemsOfList(item.list ?? [], depth + 1), ...piecesOf(item.text_blocks ?? [])];
  });
}

/** A title and its text on one line; the page repeats the title in some texts. */
function sentenceOf({ title, snippet }: Block): string {
  if (!title) return snippet ?? '';
  if (!snippet) return title;
  if (snippet.startsWith(title)) return snippet;
  return /[:.!?：。]$/.test(title) ? `${title} ${snippet}` : `${title}: ${snippet}`;
}

function comparisonRows({ product_labels: labels, comparison }: Block): string[][] {
  if (!comparison) return [];
  return [['', ...(labels ?? [])], ...comparison.map((row) => [row.feature ?? '', ...(row.values ?? [])])];
}

function tableOf([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function citationOf(cited: Reference, span: { start: number; end: number } | null): EngineCitation {
  return {
    url: cited.link,
    title: cited.title || cited.source || null,
    start: span?.start ?? null,
    end: span?.end ?? null,
    citedText: cited.snippet || null,
  };
}
