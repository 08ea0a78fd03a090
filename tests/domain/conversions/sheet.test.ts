import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureFunnel } from '../../../src/domain/conversions/funnel.ts';
import { judgeSheet, keyOf, missingColumns, type DayCount } from '../../../src/domain/conversions/sheet.ts';
import { parseCsv } from '../../../src/domain/csv.ts';
import { stages } from '../../../src/domain/journey.ts';

const judge = (csv: string, present: DayCount[] = []) => judgeSheet(parseCsv(csv), new Map(present.map((count) => [keyOf(count), count])));

test('each bad cell is named with its line and what is wrong with it', () => {
  const rows = judge(
    [
      'Stage,Date,Visitors,Conversions',
      'awareness,2026-09-07,1000,620',
      'decision,2026-02-30,"1,200",3',
      'checkout,,10,11',
      'awareness,2026-09-07,1000,619',
      'awareness,2026-09-07,1000,620',
      'consideration,07.09.2026,-5,',
    ].join('\n'),
  );
  expect(
    rows.map(({ line, status, problems }) => [line, status, ...problems.map(({ column, problem }) => `${column} ${problem}`)]),
  ).toEqual([
    [2, 'new'],
    [3, 'bad', 'date no_date', 'visitors no_count'],
    [4, 'bad', 'stage unknown_stage', 'date missing', 'conversions too_many'],
    [5, 'bad', 'date twice'],
    [6, 'known'],
    [7, 'bad', 'date no_date', 'visitors no_count', 'conversions missing'],
  ]);
});

test('a file without a column says which; columns may stand in any order', () => {
  expect(missingColumns(parseCsv('stage;visitors\nawareness;3')[0])).toEqual(['date', 'conversions']);
  expect(missingColumns(undefined)).toHaveLength(4);
  expect(judge('conversions;visitors;date;stage\n1;2;2026-09-07;Decision')[0]?.count).toEqual({
    stage: 'decision',
    date: '2026-09-07',
    visitors: 2,
    conversions: 1,
  });
});

const counts = fc.uniqueArray(
  fc
    .record({
      stage: fc.constantFrom(...stages),
      day: fc.integer({ min: 0, max: 20_000 }),
      visitors: fc.nat(2_000_000_000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ stage, day, visitors, share }): DayCount => ({
      stage,
      date: new Date(day * 86_400_000).toISOString().slice(0, 10),
      visitors,
      conversions: Math.floor(visitors * share),
    })),
  { selector: keyOf },
);
const toCsv = (rows: readonly DayCount[]) =>
  ['stage,date,visitors,conversions', ...rows.map((one) => [one.stage, one.date, one.visitors, one.conversions].join(','))].join('\r\n');

test('what is written is read again, and the second time nothing is new', () => {
  fc.assert(
    fc.property(counts, (rows) => {
      const first = judge(toCsv(rows));
      expect(first.map(({ count }) => count)).toEqual(rows);
      expect(first.every(({ status }) => status === 'new')).toBe(true);
      expect(judge(toCsv(rows), rows).every(({ status }) => status === 'known')).toBe(true);
    }),
  );
});

test('a rate is the sum of its days: 10 of 20 and 90 of 980 are 10 %, not 29.6 %', () => {
  const { stages: measured, overall } = measureFunnel([
    { stage: 'awareness', date: '2026-09-07', visitors: 20, conversions: 10 },
    { stage: 'awareness', date: '2026-09-08', visitors: 980, conversions: 90 },
    { stage: 'decision', date: '2026-09-08', visitors: 50, conversions: 49 },
    { stage: 'decision', date: '2026-09-09', visitors: 50, conversions: 1 },
    { stage: 'retention', date: '2026-09-09', visitors: 0, conversions: 0 },
  ]);
  expect(measured).toEqual([
    { stage: 'awareness', days: 2, visitors: 1000, conversions: 100, rate: 0.1, lost: 0.9 },
    { stage: 'decision', days: 2, visitors: 100, conversions: 50, rate: 0.5, lost: 0.5 },
    { stage: 'retention', days: 1, visitors: 0, conversions: 0, rate: null, lost: null },
  ]);
  // Bought is held against who came on the same days.
  expect(overall).toEqual({ days: 1, visitors: 980, conversions: 49, rate: 0.05 });
  expect(measureFunnel([])).toEqual({ stages: [], overall: null });
});
