import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trendMarks, type TrendBasis } from '../../src/domain/trend-marks.ts';

const basis = (start: string, more: Partial<TrendBasis> = {}): TrendBasis => ({
  start,
  panel: ['1'],
  parser: ['1'],
  model: ['m1'],
  prompts: ['a', 'b'],
  promptsName: 'ab',
  ...more,
});

test('a trend that rests on the same things throughout has no marks', () => {
  expect(trendMarks([])).toEqual([]);
  expect(trendMarks([basis('2026-09-14'), basis('2026-09-07')])).toEqual([]);
});

test('a panel, parser or model is marked where it is used first, and not again when the old one has faded out', () => {
  const periods = [
    basis('2026-09-07'),
    basis('2026-09-14', { panel: ['1', '2'] }),
    basis('2026-09-21', { panel: ['2'], parser: ['2'], model: ['m2'] }),
    basis('2026-09-28', { panel: ['2'], parser: ['2'] }),
  ];
  expect(trendMarks(periods)).toEqual([
    { at: '2026-09-14', kind: 'panel', from: ['1'], to: ['2'] },
    { at: '2026-09-21', kind: 'parser', from: ['1'], to: ['2'] },
    { at: '2026-09-21', kind: 'model', from: ['m1'], to: ['m2'] },
  ]);
});

test('new wordings are marked by the names of the two sets; a sweep that lacks some is no change', () => {
  const periods = [basis('2026-09-07'), basis('2026-09-14', { prompts: ['a'], promptsName: 'a' }), basis('2026-09-21')];
  expect(trendMarks(periods)).toEqual([]);
  const edited = basis('2026-09-21', { prompts: ['a', 'c'], promptsName: 'ac' });
  expect(trendMarks([basis('2026-09-07'), edited])).toEqual([{ at: '2026-09-21', kind: 'prompts', from: ['ab'], to: ['ac'] }]);
});

test('every value is new once at most, whatever the order in which periods are given', () => {
  const period = fc.record({
    start: fc.integer({ min: 10, max: 28 }).map((day) => `2026-09-${day}`),
    panel: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(period, { selector: (one) => one.start, maxLength: 8 }), (periods) => {
      const all = periods.map(({ start, panel }) => basis(start, { panel }));
      const marks = trendMarks(all);
      expect(trendMarks(all.toReversed())).toEqual(marks);
      const told = marks.flatMap(({ to }) => to);
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});
