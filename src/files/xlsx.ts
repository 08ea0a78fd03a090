import { escapeMarkup } from './markup.ts';
import { toZip } from './zip.ts';

/** A number may say how it is shown; texts are texts, whatever they begin with. */
export type SheetCell = { text: string } | { value: number; shown: 'share' | 'count' | 'points' | 'plain' };
export type Sheet = { name: string; columns: readonly string[]; rows: readonly (readonly SheetCell[])[] };

/** Places in the list of formats below. */
const styles = { plain: 0, head: 1, share: 2, count: 3, points: 4, quoted: 5 } as const;
const longestText = 32_767;

/** A workbook of Office Open XML (ECMA-376): a sheet a table, the first row its titles. */
export function toXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = uniqueNames(sheets.map(({ name }) => name));
  const parts = sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`);
  const tabs = names.map((name, i) => `<sheet name="${escapeMarkup(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const links = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  const styleLink = `<Relationship Id="rId${sheets.length + 1}" Type="${relation}/styles" Target="styles.xml"/>`;
  return toZip([
    {
      path: '[Content_Types].xml',
      content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`,
    },
    { path: '_rels/.rels', content: relationships(`<Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/>`) },
    {
      path: 'xl/workbook.xml',
      content: `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    { path: 'xl/_rels/workbook.xml.rels', content: relationships([...links, styleLink].join('')) },
    { path: 'xl/styles.xml', content: styleSheet },
    ...sheets.map((sheet, i) => ({ path: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(sheet) })),
  ]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationships = (content: string) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

const format = (number: number, more = '') =>
  `<xf numFmtId="${number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;
const styleSheet = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="+0.0%;-0.0%;0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${format(0)}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${format(164)}${format(3)}${format(165)}${format(49, ' quotePrefix="1"')}</cellXfs></styleSheet>`;

function sheetXml({ columns, rows }: Sheet): string {
  const titles = columns.map((title, column) => textCell(title, place(0, column), styles.head)).join('');
  const lines = rows.map((row, i) => `<row r="${i + 2}">${row.map((cell, column) => cellXml(cell, place(i + 1, column))).join('')}</row>`);
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${frozen}<sheetData><row r="1">${titles}</row>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, at: string): string {
  if ('value' in cell) return `<c r="${at}" s="${styles[cell.shown]}"><v>${cell.value}</v></c>`;
  if (cell.text === '') return '';
  // A text stays one when somebody edits the cell or saves it as CSV.
  return textCell(cell.text, at, /^\s*[=+\-@]/.test(cell.text) ? styles.quoted : styles.plain);
}

function textCell(text: string, at: string, style: number): string {
  const shown = escapeMarkup(withoutControls(text.slice(0, longestText).toWellFormed()));
  return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

/** XML 1.0 has no place for them. */
// eslint-disable-next-line no-control-regex
const withoutControls = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/** Row and column from 0: 0, 27 → AB1. */
function place(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** At most 31 characters, none of those that a name may not hold, each once. */
function uniqueNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base =
      withoutControls(name)
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'|'$/g, '')
        .trim() || 'Sheet';
    let free = base.slice(0, 31);
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${base.slice(0, 27)} ${n}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
