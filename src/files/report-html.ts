import type { Block, Cell, Document, Section, Table } from '../domain/report/document.ts';
import { escapeMarkup, figureMarkup, isLong } from './markup.ts';

/** A report as one HTML page that asks for nothing but the style sheets named. */
export const reportPage = (document: Document, styleSheets: readonly string[] = []): string =>
  `<!doctype html><html lang="${document.language}"><head><meta charset="utf-8"><title>${escapeMarkup(document.title)}</title>${styleSheets
    .map((address) => `<link rel="stylesheet" href="${escapeMarkup(address)}">`)
    .join('')}<style>${style}</style></head><body>${headOf(document)}${document.sections.map(sectionHtml).join('')}</body></html>`;

const style = `
  body { font: 9.5pt/1.45 'Noto Sans', 'Helvetica Neue', Arial, 'Noto Sans SC Variable', 'Noto Sans TC Variable', sans-serif; color: #1f2328; margin: 0; }
  :lang(zh-TW) { font-family: 'Noto Sans TC Variable', 'Noto Sans SC Variable', sans-serif; }
  :lang(zh-CN) { font-family: 'Noto Sans SC Variable', 'Noto Sans TC Variable', sans-serif; }
  h1 { font-size: 17pt; margin: 0; } h2 { font-size: 12.5pt; margin: 16pt 0 4pt; break-after: avoid; }
  p { margin: 3pt 0; } .dim { color: #57606a; } .note { background: #fff3bf; padding: 4pt 6pt; }
  table { border-collapse: collapse; width: 100%; margin: 2pt 0 8pt; font-size: 8pt; }
  caption { text-align: left; padding: 4pt 0 2pt; font-size: 9pt; break-after: avoid; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  th, td { text-align: left; vertical-align: top; padding: 2pt 4pt; border-bottom: 0.5pt solid #d0d7de; overflow-wrap: break-word; word-break: keep-all; }
  td.long { overflow-wrap: anywhere; word-break: normal; } p, li, caption { overflow-wrap: anywhere; }
  table.wide { font-size: 7pt; } .wide th, .wide td { padding: 2pt 1.5pt; }
  td.number { font-variant-numeric: tabular-nums; } li { margin: 3pt 0; break-inside: avoid; }`;

const headOf = ({ title, period, simulated }: Document): string =>
  `<h1>${escapeMarkup(title)}</h1><p class="dim">${escapeMarkup(period)}</p>${simulated === null ? '' : `<p class="note">${escapeMarkup(simulated)}</p>`}`;

const sectionHtml = ({ title, blocks }: Section): string =>
  `<section><h2>${escapeMarkup(title)}</h2>${blocks.map(blockHtml).join('')}</section>`;

function blockHtml(block: Block): string {
  if (block.kind === 'text') return `<p>${figureMarkup(block.text)}</p>`;
  if (block.kind === 'list')
    return `<ol>${block.items.map(({ text, note }) => `<li>${figureMarkup(text)}${note === null ? '' : `<br><span class="dim">${escapeMarkup(note)}</span>`}</li>`).join('')}</ol>`;
  return tableHtml(block);
}

function tableHtml({ caption, columns, rows }: Table): string {
  const titles = columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('');
  return `<table${columns.length > 8 ? ' class="wide"' : ''}><caption>${figureMarkup(caption)}</caption><thead><tr>${titles}</tr></thead><tbody>${lines}</tbody></table>`;
}

function cellHtml({ text, value, strong }: Cell): string {
  const name = value !== undefined ? ' class="number"' : isLong(text) ? ' class="long"' : '';
  const shown = `<bdi>${figureMarkup(text)}</bdi>`;
  return `<td${name}>${strong ? `<strong>${shown}</strong>` : shown}</td>`;
}
