/**
 * An answer before any vendor's format: blocks of spans. A span is a sentence or a piece of one; `cites` are
 * positions in the answer's sources; `brand` is the one it speaks of. Structural text (bullets, pipes) cites nothing.
 */
export type Span = { text: string; cites: number[]; brand: string | null };

export type ListItem = { title: string | null; spans: Span[] };

export type Block =
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'heading'; text: string }
  | { type: 'list'; ordered: boolean; colon: string; items: ListItem[] }
  | { type: 'table'; rows: string[][] };

export const span = (text: string, brand: string | null = null): Span => ({ text, cites: [], brand });

/** All spans that can carry a citation. */
export function citableSpans(blocks: readonly Block[]): Span[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return block.spans;
    if (block.type === 'list') return block.items.flatMap((item) => item.spans);
    return [];
  });
}

/** Markdown, in pieces; joined without separator they are the whole text. */
export function toMarkdown(blocks: readonly Block[], sentenceGap: string): Span[] {
  const pieces: Span[] = [];
  blocks.forEach((block, index) => {
    if (index > 0) pieces.push(span('\n\n'));
    if (block.type === 'heading') pieces.push(span(`### ${block.text}`));
    else if (block.type === 'paragraph') pushSentences(pieces, block.spans, sentenceGap);
    else if (block.type === 'table') pieces.push(span(tableText(block.rows)));
    else
      block.items.forEach((item, position) => {
        const bullet = block.ordered ? `${position + 1}. ` : '- ';
        const title = item.title === null ? '' : `**${item.title}**${item.spans.length > 0 ? block.colon : ''}`;
        pieces.push(span(`${position > 0 ? '\n' : ''}${bullet}${title}`));
        pushSentences(pieces, item.spans, sentenceGap);
      });
  });
  return pieces;
}

function pushSentences(pieces: Span[], spans: readonly Span[], gap: string): void {
  spans.forEach((sentence, index) => {
    if (index > 0 && gap !== '') pieces.push(span(gap));
    pieces.push(sentence);
  });
}

function tableText(rows: readonly string[][]): string {
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  const divider = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  return [lines[0] ?? '', divider, ...lines.slice(1)].join('\n');
}

export const textOf = (pieces: readonly Span[]): string => pieces.map((piece) => piece.text).join('');
