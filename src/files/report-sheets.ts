import { toDocument, type Block, type Cell } from '../domain/report/document.ts';
import { figureColumns, figureRows, type FigureRow } from '../domain/report/figure-rows.ts';
import type { Report, ReportLanguage } from '../domain/report/report.ts';
import { toCsv } from './csv.ts';
import { toXlsx, type Sheet, type SheetCell } from './xlsx.ts';

/** Every figure of a report as CSV. */
export const reportCsv = (report: Report): string =>
  toCsv(
    figureColumns,
    figureRows(report).map((row) => figureColumns.map((column) => row[column])),
  );

/** A workbook: what the report says, section by section, then every figure. */
export function reportWorkbook(report: Report, language: ReportLanguage): Uint8Array {
  const sections = toDocument(report, language).sections.flatMap(({ title, blocks }) => sectionSheets(title, blocks));
  const figures: Sheet = { name: 'Figures', columns: figureColumns, rows: figureRows(report).map(figureCells) };
  return toXlsx([...sections, figures]);
}

/** Sentences of a section on one sheet, each of its tables on one of its own. */
function sectionSheets(title: string, blocks: readonly Block[]): Sheet[] {
  const sentences = blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return block.kind === 'text' ? [[{ text: block.text }]] : block.items.map(({ text, note }) => [{ text }, { text: note ?? '' }]);
  });
  const tables = blocks.flatMap((block): Sheet[] =>
    block.kind === 'table' ? [{ name: title, columns: block.columns, rows: block.rows.map((row) => row.map(tableCell)) }] : [],
  );
  return [...(sentences.length > 0 ? [{ name: title, columns: [title], rows: sentences }] : []), ...tables];
}

const tableCell = ({ text, value, unit = 'count' }: Cell): SheetCell => (typeof value === 'number' ? { value, shown: unit } : { text });

const figureCells = (row: FigureRow): SheetCell[] =>
  figureColumns.map((column) => {
    const value = row[column];
    return typeof value === 'number' ? { value, shown: 'plain' } : { text: value === null || value === undefined ? '' : String(value) };
  });
