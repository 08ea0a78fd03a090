import { describe, expect, test } from 'vitest';
import { logGamma, regularizedBeta } from '../../../src/domain/statistics/beta.ts';
import { normalQuantile } from '../../../src/domain/statistics/normal.ts';
import { studentTCdf, studentTQuantile, t95 } from '../../../src/domain/statistics/student-t.ts';

describe('normal quantile', () => {
  // Wichura 1988 gives p = 0.25, 0.001 and 1e-20 as test values; the rest from printed tables.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798409],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
  ])('of %f', (p, expected) => expect(normalQuantile(p)).toBeCloseTo(expected, 12));

  test('has no value outside 0 to 1, and no end at 0 and 1', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(1.1)).toBeNaN();
  });
});

describe("Student's t quantile", () => {
  // Fisher & Yates' table III, digits beyond the table from R 4.3 qt().
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 5, 2.5705818356363146],
    [0.975, 9, 2.262157162798205],
    [0.975, 30, 2.042272456301238],
    [0.975, 120, 1.9799304050824413],
    [0.995, 10, 3.169272672616866],
    [0.95, 19, 1.729132811521367],
    [0.025, 9, -2.262157162798205],
  ])('of %f with %i degrees of freedom', (p, df, expected) => expect(studentTQuantile(p, df)).toBeCloseTo(expected, 10));

  test('goes over into the normal one', () => {
    expect(studentTQuantile(0.975, 1e12)).toBeCloseTo(normalQuantile(0.975), 10);
  });

  test('undoes the distribution function, with fractional degrees of freedom too', () => {
    for (const df of [0.7, 1, 2.5, 9, 38.4, 999, 1001, 5000]) {
      for (const p of [0.01, 0.3, 0.5, 0.8, 0.999]) expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 9);
    }
  });

  test('is the same when it is remembered', () => {
    expect(t95(13)).toBe(studentTQuantile(0.975, 13));
    expect(t95(13)).toBe(studentTQuantile(0.975, 13));
  });

  test('has no value for impossible arguments', () => {
    for (const [p, df] of [
      [0, 3],
      [1, 3],
      [0.5, 0],
      [0.5, -1],
    ] as const)
      expect(studentTQuantile(p, df)).toBeNaN();
  });
});

test('ln Γ gives factorials and Γ(½) = √π', () => {
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  expect(logGamma(0.1)).toBeCloseTo(2.252712651734206, 12);
});

test('the incomplete beta function is the tail of a binomial', () => {
  // I_p(k, n−k+1) = P(at least k of n): DLMF 8.17.5.
  expect(regularizedBeta(2, 3, 0.5)).toBeCloseTo(11 / 16, 14);
  expect(regularizedBeta(3, 3, 0.3)).toBeCloseTo(10 * 0.3 ** 3 * 0.7 ** 2 + 5 * 0.3 ** 4 * 0.7 + 0.3 ** 5, 14);
  expect(regularizedBeta(2, 3, 0)).toBe(0);
  expect(regularizedBeta(2, 3, 1)).toBe(1);
});
