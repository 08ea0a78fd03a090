import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDocument } from '../../src/domain/report/document.ts';
import { figureColumns, figureRows } from '../../src/domain/report/figure-rows.ts';
import { reportLanguages, reportSchema } from '../../src/domain/report/report.ts';
import { piecesOf } from '../../src/domain/report/pieces.ts';
import { toCsv } from '../../src/files/csv.ts';
import { reportMail } from '../../src/files/report-mail.ts';
import { reportPage } from '../../src/files/report-html.ts';
import { toXlsx } from '../../src/files/xlsx.ts';
import { reportFile } from '../../src/services/report-files.ts';
import { sampleReport } from '../domain/report/sample.ts';
import { sheetCells, unzip } from './unzip.ts';

const report = sampleReport();
const fileOf = async (format: Parameters<typeof reportFile>[1], language: Parameters<typeof reportFile>[2] = 'en') =>
  Buffer.from((await reportFile(report, format, language)).content);

/** RFC 4180, as any reader does it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && plain === '' && quoted === undefined) break;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Every number that stands anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

test('no line ends within an interval, in no table, sentence or mail of any language', () => {
  for (const language of reportLanguages) {
    const document = toDocument(report, language);
    const mail = reportMail(document, { subject: 's', open: 'o', unsubscribe: 'u', why: 'w' }, { open: 'o', unsubscribe: 'u' });
    for (const html of [reportPage(document), mail.html]) {
      const whole = /<span style="white-space:nowrap">[（(][^<]*[）)]<\/span>/g;
      expect(html.match(whole)?.length).toBeGreaterThan(5);
      expect(html.slice(html.indexOf('<body')).replaceAll(whole, '')).not.toMatch(/\d[^<>]{0,3}[–][+−]?\d+(?:\.\d)?%|[（(][+−]\d/);
    }
    for (const { blocks } of document.sections)
      for (const block of blocks) {
        const texts = block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items.map(({ text }) => text) : block.rows.flat().map(({ text }) => text); // prettier-ignore
        for (const text of texts) expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text); // prettier-ignore
      }
  }
});

describe('one set of numbers is behind all files', () => {
  test('JSON is the report, and is read back as it was', async () => {
    expect(reportSchema.parse(JSON.parse((await fileOf('json')).toString()))).toEqual(report);
  });

  test('CSV and workbook hold the same figures, and every figure of the report', async () => {
    const rows = parseCsv((await fileOf('csv')).toString());
    const files = unzip(await fileOf('xlsx'));
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    const cells = sheetCells(files.get(`xl/worksheets/sheet${names.indexOf('Figures') + 1}.xml`) ?? '');
    const letters = figureColumns.map((_, i) => String.fromCodePoint(65 + i));
    expect(rows).toHaveLength(figureRows(report).length + 1);
    for (const [at, row] of rows.entries()) {
      expect(row).toHaveLength(figureColumns.length);
      for (const [column, text] of row.entries()) {
        const cell = cells.get(`${letters[column]}${at + 1}`) ?? '';
        if (typeof cell === 'number') expect(Number(text)).toBe(cell);
        else expect(text.replace(/^'(?=\s*[=+\-@])/, '')).toBe(cell);
      }
    }
    const { actions: _a, summary: _s, version: _v, ...sections } = report;
    const inFiles = new Set(figureRows(report).flatMap((row) => Object.values(row).filter((value) => typeof value === 'number')));
    expect(numbersIn(sections).filter((number) => !inFiles.has(number))).toEqual([]);
  });

  test.each(reportLanguages)(
    'page, PDF, mail and text in %s show the same tables, each number of which is in the report',
    async (language) => {
      const document = toDocument(report, language);
      const cells = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])));
      const known = numbersIn(report);
      const derived = report.competitors.instead.flatMap(({ answers, brands }) => brands.map((one) => one.answers / answers));
      const ahead = report.competitors.rivals.map(({ before, only }) => before + only);
      const allowed = new Set([...known, ...derived, ...ahead]);
      for (const { value } of cells) if (typeof value === 'number') expect(allowed.has(value), String(value)).toBe(true);
      const [html, text] = [
        (await fileOf('html', language)).toString().replaceAll(/<\/?span[^>]*>/g, ''),
        (await fileOf('text', language)).toString(),
      ];
      for (const { text: shown, value } of cells) {
        if (value === undefined) continue;
        expect(html).toContain(`<bdi>${shown}</bdi>`);
        expect(text).toContain(shown);
      }
    },
  );

  test('every number of the opening words is one that the report shows', () => {
    for (const language of reportLanguages) {
      const summary = report.summary[language] ?? '';
      const shown =
        JSON.stringify(toDocument(report, language).sections.slice(1)) +
        JSON.stringify(report.certainty) +
        JSON.stringify(report.competitors) +
        JSON.stringify(report.prompts);
      const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
      const days = ['2026-09-07', '2026-09-13'].map((one) => day.format(new Date(one)));
      const words = days.reduce((left, one) => left.replaceAll(one, ''), summary);
      const instead = report.competitors.instead.flatMap(({ answers, brands }) => [answers, ...brands.map((one) => one.answers)]);
      const sums = [instead.filter((_, i) => i % 2 === 0), instead.filter((_, i) => i % 2 === 1)].map((all) =>
        all.reduce((a, b) => a + b, 0),
      );
      const share = report.certainty.observations.missing / numbersIn(report.certainty.observations).reduce((a, b) => a + b, 0);
      const known = [
        ...sums.map((sum) => new Intl.NumberFormat(language).format(sum)),
        new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share),
        String(report.noise.length),
        String(report.suspected.length),
        '5',
        '95%',
      ];
      for (const [number] of words.matchAll(/\d[\d.,]*%?/g)) {
        const told = number.replace(/[.,]$/, '');
        expect(shown.includes(told) || known.includes(told), `${told} in: ${summary}`).toBe(true);
      }
    }
  });
});

test('a mail keeps to the own brand at each stage, in HTML and in plain text', () => {
  const words = { subject: 'Veldrano\r\nBcc: x', open: 'Open', unsubscribe: 'Leave', why: 'Why' };
  const { subject, text, html } = reportMail(toDocument(report, 'en'), words, {
    open: 'https://a.example',
    unsubscribe: 'https://b.example',
  });
  expect(subject).toBe('Veldrano Bcc: x');
  const stages = text.split('\n').filter((line) => /^- (Stage|Brand): .*Named first|^- Brand: .*In conversations/.test(line));
  expect(stages.length).toBeGreaterThan(3);
  for (const line of stages) expect(line).toContain('Brand: Acme');
  expect(html).toContain('font-weight:bold');
  expect(html).not.toMatch(/<script|<img|<link|class=/);
});

test('no text becomes a formula, whatever it begins with', async () => {
  for (const row of parseCsv((await fileOf('csv')).toString()).slice(1)) {
    for (const text of row) if (Number.isNaN(Number(text))) expect(text).not.toMatch(/^\s*[=+\-@]/);
  }
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('=', '+', '-', '@', ' =', '\t=', ''),
      (texts, start) => {
        const row = texts.map((text) => start + text);
        const [read = []] = parseCsv(toCsv(row.map(String), [])).slice(0, 1);
        expect(read).toHaveLength(row.length === 1 && row[0] === '' ? read.length : row.length);
        for (const text of read) expect(text).not.toMatch(/^\s*[=+\-@\t\r]/);
        const cells = sheetCells(
          unzip(toXlsx([{ name: 'x', columns: ['a'], rows: [row.map((text) => ({ text }))] }])).get('xl/worksheets/sheet1.xml') ?? '',
        );
        for (const value of cells.values()) expect(typeof value).toBe('string');
      },
    ),
  );
  const strange = unzip(
    toXlsx([
      { name: "[a]/b:*?'", columns: ['\u0000<&>"'], rows: [] },
      { name: 'A b', columns: [], rows: [] },
    ]),
  );
  expect(strange.get('xl/worksheets/sheet1.xml')).toContain('&lt;&amp;&gt;&quot;');
});
