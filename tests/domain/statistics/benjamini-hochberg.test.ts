import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../../src/domain/statistics/benjamini-hochberg.ts';

// Benjamini & Hochberg 1995, section 4.1: treatments of myocardial infarction.
const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];

test('of the fifteen published p-values four are rejected at 0.05, one more than Bonferroni would', () => {
  expect(benjaminiHochberg(published, 0.05)).toEqual(published.map((_, i) => i < 4));
  expect(published.filter((p) => p <= 0.05 / 15)).toHaveLength(3);
});

test('a p-value above its own line is rejected with a larger one that is below', () => {
  expect(benjaminiHochberg([0.04, 0.03, 0.9], 0.1)).toEqual([true, true, false]);
  expect(benjaminiHochberg([0.03, 0.032], 0.033)).toEqual([true, true]);
});

test('nothing is rejected of nothing, and where no p-value is small', () => {
  expect(benjaminiHochberg([], 0.1)).toEqual([]);
  expect(benjaminiHochberg([0.2, 0.9], 0.1)).toEqual([false, false]);
});

test('what is no probability is refused', () => {
  expect(() => benjaminiHochberg([0.2, Number.NaN], 0.1)).toThrow(RangeError);
  expect(() => benjaminiHochberg([0.2], 2)).toThrow(RangeError);
});

test('each hypothesis keeps its place whatever the order, and a larger q rejects no fewer', () => {
  const pValue = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(pValue), pValue, pValue, (pValues, a, b) => {
      const [strict, loose] = [benjaminiHochberg(pValues, Math.min(a, b)), benjaminiHochberg(pValues, Math.max(a, b))];
      expect(benjaminiHochberg(pValues.toReversed(), Math.min(a, b))).toEqual(strict.toReversed());
      expect(strict.every((isRejected, i) => !isRejected || loose[i])).toBe(true);
    }),
  );
});
