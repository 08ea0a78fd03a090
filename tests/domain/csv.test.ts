import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, writeCsv } from '../../src/domain/csv.ts';

const cells = (text: string) => parseCsv(text).map((row) => row.cells);

test('what was written is read back, whatever the cells hold', () => {
  const row = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', "'", '=', '-', ' ', '中', ';', '\t') }), {
    minLength: 2,
    maxLength: 2,
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const body = rows.filter((one) => one.some((cell) => cell.trim() !== ''));
      const table = [['text', 'tags'], ...body];
      expect(cells(writeCsv(table))).toEqual(table);
    }),
  );
});

test('no cell of a file is run by a spreadsheet', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (start, rest) => {
      const [, line = ''] = writeCsv([['text'], [start + rest]]).split('\uFEFFtext\r\n');
      expect(line.replace(/^"/, '')).toMatch(/^'/);
    }),
  );
});

test('files of spreadsheets that separate with semicolons or tabs are read too, with the line of each row', () => {
  expect(cells('stage;text\nawareness;"a; b"')).toEqual([
    ['stage', 'text'],
    ['awareness', 'a; b'],
  ]);
  expect(cells('stage\ttext\r\nawareness\tx')).toEqual([
    ['stage', 'text'],
    ['awareness', 'x'],
  ]);
  expect(parseCsv('a,b\n\n"x\ny",1\nz,2').map(({ line }) => line)).toEqual([1, 3, 5]);
});
