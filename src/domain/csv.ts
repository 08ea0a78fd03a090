/** Spreadsheets run what begins like this as a formula. */
const formula = /^[=+\-@\t\r]/;
/** What `harmless` has put before such a cell. */
const guarded = /^'(?='*[=+\-@\t\r])/;

/** A cell that no spreadsheet runs; `parseCsv` takes the mark off again. */
const harmless = (cell: string): string => (formula.test(cell) || guarded.test(cell) ? `'${cell}` : cell);
const quote = (cell: string): string => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell);

/** RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something else. Cells that begin with = + - @ are made harmless. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => quote(harmless(cell))).join(',')).join('\r\n')}\r\n`;

export type CsvRow = { line: number; cells: string[] };

/** Rows with the line that each begins on; comma, semicolon or tab, whichever the first line has most of. Empty lines are left out. */
export function parseCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let [row, cell, quoted, line, begins] = [[] as string[], '', false, 1, 1];
  const endCell = () => {
    row.push(cell.replace(guarded, ''));
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one.trim() !== '')) rows.push({ line: begins, cells: row });
    row = [];
  };
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === '\n') line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') cell += source[++at];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) endCell();
    else if (char === '\n') {
      endRow();
      begins = line;
    } else if (char !== '\r' || source[at + 1] !== '\n') cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
