import fc from 'fast-check';
import { expect, test } from 'vitest';
import { independentProducts, stays, wanderingProducts, wanderingVariance } from '../../../src/domain/statistics/wandering-level.ts';

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

test('the mean of weeks in a row varies as the sum of all their covariances says', () => {
  for (const weeks of [1, 2, 5, 26]) {
    const sum = range(weeks).reduce((all, i) => all + range(weeks).reduce((row, j) => row + stays ** Math.abs(i - j), 0), 0);
    expect(wanderingVariance(weeks)).toBeCloseTo(sum / weeks, 10);
  }
  expect(wanderingVariance(0.3)).toBe(1);
});

test('it grows with the weeks, towards (1 + φ)/(1 − φ) of a first-order autoregression', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 200, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (weeks, more) =>
        wanderingVariance(weeks + more) >= wanderingVariance(weeks) - 1e-12 && wanderingVariance(weeks) <= (1 + stays) / (1 - stays),
    ),
  );
  expect(wanderingVariance(1e6)).toBeCloseTo((1 + stays) / (1 - stays), 4);
});

test('what is left around a mean: two weeks by hand, and for many weeks nearly all of the covariance', () => {
  // Weeks a and b leave ±(a − b)/2, of variance (1 − φ)/2 each.
  expect(independentProducts(2)).toEqual({ squares: 1, neighbours: -0.5 });
  expect(wanderingProducts(2).squares).toBeCloseTo(1 - stays, 12);
  expect(wanderingProducts(2).neighbours).toBeCloseTo(-(1 - stays) / 2, 12);
  expect(wanderingProducts(400).squares / 400).toBeCloseTo(1, 1);
  expect(wanderingProducts(400).neighbours / 400).toBeCloseTo(stays, 1);
});
