import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialShift } from '../../../src/domain/statistics/binomial-shift.ts';
import { normalTail } from '../../../src/domain/statistics/normal-tail.ts';
import { normalQuantile } from '../../../src/domain/statistics/normal.ts';
import { discreteSampler, poissonBinomial } from '../../../src/domain/statistics/poisson-binomial.ts';
import { randomBeta } from '../../../src/domain/statistics/random-beta.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';

describe('the normal tail', () => {
  test.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300933],
    [6, 9.865876450376946e-10],
    [-1, 0.8413447460685429],
  ])('beyond %f is %f', (z, p) => {
    expect(normalTail(z) / p).toBeCloseTo(1, 11);
  });

  test('is the inverse of the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), (p) => Math.abs(normalTail(-normalQuantile(p)) / p - 1) < 1e-9),
    );
  });
});

describe('a shift between two proportions', () => {
  test('is the root of the likelihood ratio: 60 of 100 against 40 of 100', () => {
    expect(binomialShift(0.6, 100, 0.4, 100)).toBeCloseTo(-Math.sqrt(2 * 200 * (0.6 * Math.log(1.2) + 0.4 * Math.log(0.8))), 12);
  });

  test('is finite at 0 and 100 %, and nothing where nothing differs', () => {
    const share = fc.constantFrom(0, 0.001, 0.3, 1);
    fc.assert(
      fc.property(
        share,
        share,
        (a, b) => Number.isFinite(binomialShift(a, 50, b, 7)) && Math.sign(binomialShift(a, 50, b, 7)) === Math.sign(b - a),
      ),
    );
  });
});

describe('hits of unlike trials', () => {
  test('add up to one, with the mean and variance of their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (chances) => {
        const pmf = poissonBinomial(chances);
        const mean = pmf.reduce((sum, p, k) => sum + k * p, 0);
        const square = pmf.reduce((sum, p, k) => sum + k * k * p, 0);
        expect(pmf.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(mean).toBeCloseTo(
          chances.reduce((sum, p) => sum + p, 0),
          9,
        );
        expect(square - mean ** 2).toBeCloseTo(
          chances.reduce((sum, p) => sum + p * (1 - p), 0),
          8,
        );
      }),
    );
  });

  test('are drawn as often as they should be', () => {
    const pmf = poissonBinomial([0.1, 0.5, 0.9, 0.3]);
    const draw = discreteSampler(pmf);
    const random = seededRandom(3);
    const counts = pmf.map(() => 0);
    for (let i = 0; i < 50_000; i++) {
      const hits = draw(random);
      counts[hits] = (counts[hits] ?? 0) + 1;
    }
    pmf.forEach((p, k) => expect(Math.abs((counts[k] ?? 0) / 50_000 - p)).toBeLessThan(0.02));
  });
});

test('beta variates have the mean and variance of their distribution', () => {
  const random = seededRandom(5);
  const draws = Array.from({ length: 20_000 }, () => randomBeta(0.6, 1.4, random));
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(0.3, 1);
  expect(variance).toBeCloseTo(0.07, 2);
});
