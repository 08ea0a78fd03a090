import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell } from '../../../src/domain/metrics/cell.ts';
import { changeOf } from '../../../src/domain/overview/change.ts';

const cell = (prompt: string, visible: number, answered: number, parts: Partial<Cell> = {}): Cell => ({
  prompt,
  intent: prompt,
  stage: 'consideration',
  version: '1',
  engine: 'openai',
  weight: 1,
  counts: { ...emptyCounts(), answered, visible },
  ...parts,
});

test('a new wording and a new engine are no change of the brand', () => {
  const before = [cell('a', 5, 10), cell('b', 10, 10, { version: 'old' })];
  const after = [cell('a', 5, 10), cell('b', 0, 10, { version: 'new' }), cell('a', 10, 10, { engine: 'gemini' })];
  expect(changeOf(before, after)).toMatchObject({ difference: 0, before: { runs: 10 }, after: { runs: 10 } });
});

test('with nothing asked in both periods nothing is said', () => {
  expect(changeOf([cell('a', 5, 10)], [cell('b', 5, 10)])).toMatchObject({ difference: null, interval: null, smallest: null });
});

test('the difference lies in its interval, and swapping the sides swaps its sign', () => {
  const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(counts, (pairs) => {
      const side = (which: 0 | 1) => pairs.map((pair, index) => cell(`p${index}`, pair[which], 12));
      const { difference, interval, smallest } = changeOf(side(0), side(1));
      const back = changeOf(side(1), side(0));
      if (difference === null || interval === null || smallest === null) throw new Error('measured on both sides');
      expect(interval[0]).toBeLessThanOrEqual(difference + 1e-9);
      expect(interval[1]).toBeGreaterThanOrEqual(difference - 1e-9);
      expect(smallest).toBeGreaterThan(0);
      expect(back.difference).toBeCloseTo(-difference, 10);
      expect(back.interval?.[0]).toBeCloseTo(-interval[1], 10);
    }),
  );
});
