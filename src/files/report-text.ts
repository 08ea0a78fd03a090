import type { Block, Document } from '../domain/report/document.ts';

/** A report as plain text, for mails and terminals. */
export function reportText({ language, title, period, simulated, sections }: Document): string {
  const parts = sections.map((section) =>
    [section.title.toUpperCase(), ...section.blocks.map((block) => blockText(block, language === 'en' ? ': ' : '：'))].join('\n\n'),
  );
  return `${[title, period, ...(simulated === null ? [] : [simulated]), ...parts].join('\n\n')}\n`;
}

function blockText(block: Block, colon: string): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'list')
    return block.items.map(({ text, note }, i) => `${i + 1}. ${text}${note === null ? '' : `\n   ${note}`}`).join('\n');
  const lines = block.rows.map((row) =>
    row
      .map(({ text }, column) => (text === '' ? '' : `${block.columns[column] ?? ''}${colon}${text.replaceAll(/\s+/g, ' ')}`))
      .filter(Boolean)
      .join(' | '),
  );
  return [block.caption, ...lines.map((line) => `- ${line}`)].join('\n');
}
