import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapInterval, sampleQuantile } from '../../../src/domain/statistics/bootstrap.ts';
import { clusterVariance, marketInterval } from '../../../src/domain/statistics/market-interval.ts';
import { panelInterval, panelVariance } from '../../../src/domain/statistics/panel-interval.ts';
import { estimateRatio, type PromptSums, type RatioEstimate, type Stratum } from '../../../src/domain/statistics/ratio-estimate.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

/** `hits[g][j]`: hits of the j-th wording of intent g, of `runs` answers each. */
const rates = (hits: number[][], runs: number): PromptSums[] =>
  hits.flatMap((wordings, cluster) => wordings.map((x) => ({ cluster, weight: 1, sums: { n: runs, x, y: runs, xx: x, xy: x, yy: runs } })));
const estimate = (strata: Stratum[]): RatioEstimate => {
  const result = estimateRatio(strata);
  if (result === null) throw new Error('nothing measured');
  return result;
};
const oneStage = (hits: number[][], runs: number) => estimate([{ weight: 1, prompts: rates(hits, runs) }]);
const width = (interval: readonly [number, number] | null) => (interval === null ? NaN : interval[1] - interval[0]);

describe('Wilson', () => {
  // Newcombe 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i', (x, n, low, high) => {
    const interval = wilson(x / n, n);
    expect(interval?.[0]).toBeCloseTo(low, 4);
    expect(interval?.[1]).toBeCloseTo(high, 4);
  });

  test('contains the value and stays within 0 to 1, for fractional n too', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (p, n) => {
        const [low, high] = wilson(p, n) ?? [NaN, NaN];
        expect(low >= 0 && low <= p && p <= high && high <= 1).toBe(true);
      }),
    );
  });

  test('of nothing is nothing', () => expect(wilson(0.5, 0)).toBeNull());

  test('lies near the exact Clopper–Pearson bounds', () => {
    // 15 of 148, Newcombe 1998, table I, method 5.
    const [low, high] = wilson(15 / 148, 148) ?? [NaN, NaN];
    expect(Math.abs(low - 0.0578)).toBeLessThan(0.01);
    expect(Math.abs(high - 0.1617)).toBeLessThan(0.01);
  });
});

describe('panel interval', () => {
  test('has the stratified variance of a worked example', () => {
    // p̂ = 0.2, 0.4, 0.6, 0.8 of 5 each: s² = 0.2, 0.3, 0.3, 0.2; Σ s²/R / m² = 1.0/5/16.
    expect(panelVariance(oneStage([[1], [2], [3], [4]], 5))).toBeCloseTo(1 / 80, 14);
  });

  test('is narrower where prompts always answer alike than where each answer is a toss', () => {
    const sure = oneStage([[5], [5], [0], [0], [5], [5], [0], [0]], 5);
    const toss = oneStage([[3], [2], [2], [3], [2], [3], [3], [2]], 5);
    expect(sure.value).toBe(toss.value);
    expect(width(panelInterval(sure))).toBeLessThan(0.5 * width(panelInterval(toss)));
  });

  test('is the plain Wilson interval at 0 % and 100 %', () => {
    for (const x of [0, 3]) {
      const interval = panelInterval(
        oneStage(
          Array.from({ length: 12 }, () => [x]),
          3,
        ),
      );
      expect(interval?.[0]).toBeCloseTo(wilson(x / 3, 36)?.[0] ?? NaN, 12);
      expect(interval?.[1]).toBeCloseTo(wilson(x / 3, 36)?.[1] ?? NaN, 12);
    }
  });

  test('takes single answers as drawn from all prompts', () => {
    const interval = panelInterval(oneStage([[1], [0], [1], [0], [1], [0], [0], [0]], 1));
    expect(interval?.[0]).toBeCloseTo(wilson(3 / 8, 8)?.[0] ?? NaN, 12);
  });

  test('does not take three hits on one prompt for certain', () => {
    const interval = panelInterval(oneStage([[3], ...Array.from({ length: 19 }, () => [0])], 3));
    expect(width(interval)).toBeGreaterThan(0.05);
  });
});

describe('market interval', () => {
  const hits = [[0], [1], [2], [3], [4], [5], [1], [2], [3], [4]];

  test('has the variance of the intent means over their number', () => {
    // Intent means 0, .2, .4, .6, .8, 1, .2, .4, .6, .8: s² = 0.1  (Σ(x−0.5)² = 0.9, over 9).
    const clusters = clusterVariance(oneStage(hits, 5));
    expect(clusters?.variance).toBeCloseTo(0.1 / 10, 12);
    expect(clusters?.freedom).toBe(9);
  });

  test('counts wordings of one intent as one cluster', () => {
    const split = oneStage(
      hits.map(([x = 0]) => [x, x]),
      5,
    );
    expect(clusterVariance(split)?.variance).toBeCloseTo(0.1 / 10, 12);
  });

  test('is not shown under 10 intents', () => {
    expect(marketInterval(oneStage(hits.slice(1), 5))).toBeNull();
    expect(marketInterval(oneStage(hits, 5))).not.toBeNull();
  });

  test('has a width at 0 % and 100 %, between that of as many answers and that of as many intents', () => {
    for (const x of [0, 5]) {
      const interval = marketInterval(
        oneStage(
          Array.from({ length: 20 }, () => [x]),
          5,
        ),
      );
      expect(width(interval)).toBeGreaterThan(width(wilson(x / 5, 100)));
      expect(width(interval)).toBeLessThan(width(wilson(x / 5, 20)));
    }
  });

  test('takes an intent that is asked in two stages as one', () => {
    const apart = estimate([
      { weight: 1, prompts: rates(hits, 5) },
      { weight: 1, prompts: rates(hits, 5).map((prompt) => ({ ...prompt, cluster: prompt.cluster + 10 })) },
    ]);
    const shared = estimate([
      { weight: 1, prompts: rates(hits, 5) },
      { weight: 1, prompts: rates(hits, 5) },
    ]);
    expect(clusterVariance(apart)?.variance).toBeCloseTo(0.005, 12);
    expect(clusterVariance(apart)?.freedom).toBeCloseTo(18, 9);
    expect(clusterVariance(shared)?.variance).toBeCloseTo(0.01, 12);
  });
});

describe('ratio of sums', () => {
  test('linearises as the textbook does', () => {
    // x = 1,2,3 of y = 2,2,5: r = 6/9; residuals −1/3, 2/3, −1/3; Σ d²/(n(n−1)) / ȳ² = (2/3)/6/9.
    const prompts = (
      [
        [1, 2],
        [2, 2],
        [3, 5],
      ] as const
    ).map(([x, y], cluster) => ({
      cluster,
      weight: 1,
      sums: { n: 1, x, y, xx: x * x, xy: x * y, yy: y * y },
    }));
    // Ten times over, so that it may be shown: the variance of 30 intents.
    const many = Array.from({ length: 10 }, (_, k) => prompts.map((prompt) => ({ ...prompt, cluster: prompt.cluster + 3 * k }))).flat();
    const result = estimate([{ weight: 1, prompts: many }]);
    expect(result.value).toBeCloseTo(2 / 3, 14);
    expect(clusterVariance(result)?.variance).toBeCloseTo(20 / 3 / (30 * 29) / 9, 12);
  });

  test('leaves the weight of an unmeasured stage to the others', () => {
    const result = estimate([
      { weight: 3, prompts: rates([[0]], 0) },
      { weight: 1, prompts: rates([[1], [2]], 4) },
    ]);
    expect(result.value).toBe(3 / 8);
  });

  test('is not measured without observations', () => {
    expect(estimateRatio([])).toBeNull();
    expect(estimateRatio([{ weight: 1, prompts: rates([[0], [0]], 0) }])).toBeNull();
  });
});

describe('bootstrap', () => {
  test('quantiles are those of R, type 7', () => {
    const sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(sampleQuantile(sorted, 0.025)).toBeCloseTo(1.225, 12);
    expect(sampleQuantile(sorted, 0.5)).toBe(5.5);
    expect(sampleQuantile(sorted, 1)).toBe(10);
  });

  test('agrees with the standard error of a mean', () => {
    // Treated mice of Efron & Tibshirani 1993, table 2.1: mean 86.86, plug-in standard error 23.36 (table 2.2: 25.24 with n − 1).
    const mice = [94, 197, 16, 38, 99, 141, 23];
    const mean = ([drawn]: Int32Array[]) => [...(drawn ?? [])].reduce((sum, i) => sum + (mice[i] ?? 0), 0) / mice.length;
    const [low, high] = bootstrapInterval([7], mean, seededRandom(1), 20_000) ?? [NaN, NaN];
    expect((high - low) / (2 * 1.96)).toBeGreaterThan(21.5);
    expect((high - low) / (2 * 1.96)).toBeLessThan(24.5);
    expect(low).toBeLessThan(86.86);
    expect(high).toBeGreaterThan(86.86);
  });

  test('is the same for the same seed, and null where the statistic is often undefined', () => {
    const statistic = ([drawn]: Int32Array[]) => drawn?.[0] ?? 0;
    expect(bootstrapInterval([9], statistic, seededRandom(3))).toEqual(bootstrapInterval([9], statistic, seededRandom(3)));
    expect(bootstrapInterval([2], ([drawn]) => (drawn?.[0] === 0 ? null : 1), seededRandom(3))).toBeNull();
  });
});
