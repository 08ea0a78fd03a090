export type CsvValue = string | number | boolean | null | undefined;

/** A spreadsheet would run a text that begins so as a formula. */
const startsFormula = /^\s*[=+\-@\t\r]/;

/** RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read every script; no text becomes a formula. */
export const toCsv = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
