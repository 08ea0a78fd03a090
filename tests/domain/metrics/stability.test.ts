import { describe, expect, test } from 'vitest';
import { dropOff } from '../../../src/domain/metrics/drop-off.ts';
import { figures } from '../../../src/domain/metrics/index.ts';
import { jaccard, rankBiasedOverlap } from '../../../src/domain/statistics/rank-similarity.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { cell } from './cells.ts';

test('Jaccard is what both name of what either names', () => {
  expect(jaccard(['a', 'b', 'c'], ['c', 'b', 'd'])).toBe(0.5);
  expect(jaccard(['a'], [])).toBe(0);
  expect(jaccard([], [])).toBeNull();
});

test('rank-biased overlap follows its formula', () => {
  // Agreements 0, 1, 1 at depths 1 to 3: (1−p)/p · (p² + p³) + p³ = 1 − (1−p) for any p.
  expect(rankBiasedOverlap(['a', 'b', 'c'], ['b', 'a', 'c'])).toBeCloseTo(0.9, 14);
  expect(rankBiasedOverlap(['a', 'b', 'c'], ['a', 'b', 'c'])).toBeCloseTo(1, 14);
  expect(rankBiasedOverlap(['a', 'b'], ['c', 'd'])).toBe(0);
  // A prefix is extrapolated to agree as far as it goes.
  expect(rankBiasedOverlap(['a'], ['a', 'b'])).toBeCloseTo(1, 14);
  // s = 1, l = 2, X = 0, 1: (1−p)/p · p²/2 + (1/2) p².
  expect(rankBiasedOverlap(['a'], ['b', 'a'], 0.5)).toBeCloseTo(0.125 + 0.125, 14);
});

test('rank-biased overlap does not mind which comes first, and cares most about the top', () => {
  expect(rankBiasedOverlap(['a', 'b', 'c', 'd'], ['b', 'e'])).toBe(rankBiasedOverlap(['b', 'e'], ['a', 'b', 'c', 'd']));
  const top = rankBiasedOverlap(['b', 'a', 'c', 'd'], ['a', 'b', 'c', 'd']) ?? NaN;
  const bottom = rankBiasedOverlap(['a', 'b', 'd', 'c'], ['a', 'b', 'c', 'd']) ?? NaN;
  expect(top).toBeLessThan(bottom);
});

test('rank-biased overlap weighs ranks as its authors say', () => {
  // Webber, Moffat & Zobel 2010, equation 21: of infinite lists, p = 0.9 gives the first ten ranks 86 % of the weight. Two
  // lists that agree so far and then not at all are extrapolated to agree; ones that differ in the first rank only lose least.
  const ten = 'abcdefghij'.split('');
  const lastDiffers = [...ten.slice(0, 9), 'x'];
  // Agreement 1 up to depth 9, 9/10 at depth 10, and 9/10 for ever after: 1 − 0.1 · p⁹.
  expect(rankBiasedOverlap(ten, lastDiffers)).toBeCloseTo(1 - 0.1 * 0.9 ** 9, 12);
  // Agreement (d − 1)/d: 1 − (1−p)/p · Σ p^d/d − p^10/10.
  const firstDiffers = ['x', ...ten.slice(1)];
  const lost = ten.reduce((sum, _, d) => sum + 0.9 ** (d + 1) / (d + 1), 0);
  expect(rankBiasedOverlap(ten, firstDiffers)).toBeCloseTo(1 - (0.1 / 0.9) * lost - 0.9 ** 10 / 10, 12);
});

const runs = (prompt: string, orders: string[][], engine = 'openai', rest: object = {}) => ({
  ...cell(prompt, { answered: orders.length }, rest),
  orders: orders.map((brands) => ({ engine, brands, answers: 1 })),
});

describe('stability of a prompt', () => {
  const of = (...cells: Parameters<typeof figures>[0]) => figures(cells, ['stability', 'orderStability']);

  test('is the mean over pairs of runs, pairs without any brand left out', () => {
    expect(of(runs('p', [['a'], ['a'], ['b']])).stability.value).toBeCloseTo(1 / 3, 12);
    expect(of(runs('p', [[], [], ['b']])).stability.value).toBe(0);
    expect(
      of(
        runs('p', [
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ).stability.value,
    ).toBe(1);
    expect(
      of(
        runs('p', [
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ).orderStability.value,
    ).toBeCloseTo(0.9, 12);
  });

  test('is not measured from one run, from answers without brands, or from counts alone', () => {
    expect(of(runs('p', [['a']])).stability.value).toBeNull();
    expect(of(runs('p', [[], []])).stability.value).toBeNull();
    expect(of(cell('p', { answered: 5, visible: 3 })).stability).toMatchObject({ value: null, runs: 5, panel: null });
  });

  test('compares runs of one engine only, and weighs prompts alike', () => {
    expect(of(runs('p', [['a'], ['a']], 'openai'), runs('p', [['b'], ['b']], 'gemini')).stability.value).toBe(1);
    expect(of(runs('p', [['a'], ['a']]), runs('q', [['a'], ['b'], ['c'], ['d']])).stability.value).toBeCloseTo(0.5, 12);
  });

  test('is the same in days as in one week', () => {
    const days = [runs('p', [['a'], ['a', 'b']]), runs('p', [['b'], ['a']])];
    expect(of(...days)).toEqual(of(runs('p', [['a'], ['a', 'b'], ['b'], ['a']])));
  });

  test('has intervals that narrow with runs and with intents', () => {
    const some = (count: number, times: number) =>
      Array.from({ length: count }, (_, i) => {
        const orders = Array.from({ length: times }, (__, run) => ((run + i) % 3 === 0 ? ['a'] : ['a', 'b']));
        return runs(`p${i}`, orders);
      });
    const width = (cells: Parameters<typeof figures>[0], kind: 'panel' | 'market') => {
      const [low, high] = figures(cells, ['stability']).stability[kind] ?? [NaN, NaN];
      return high - low;
    };
    expect(width(some(12, 12), 'panel')).toBeLessThan(width(some(12, 6), 'panel'));
    expect(width(some(48, 6), 'market')).toBeLessThan(width(some(12, 6), 'market'));
  });
});

const stage = (name: string, visible: (i: number) => number, intents = 20) =>
  Array.from({ length: intents }, (_, i) => cell(`${name}${i}`, { answered: 10, visible: visible(i) }, { stage: name, intent: `i${i}` }));

test('drop-off is what part of the visibility the next stage loses', () => {
  const result = dropOff(
    stage('awareness', (i) => 4 + (i % 5)),
    stage('consideration', (i) => 2 + (i % 3)),
    seededRandom(1),
  );
  expect(result.value).toBeCloseTo(1 - 0.295 / 0.6, 12);
  expect(result.interval?.[0]).toBeLessThan(result.value ?? NaN);
  expect(result.interval?.[1]).toBeGreaterThan(result.value ?? NaN);
});

test('drop-off in step with the stage before has no width where intents are shared', () => {
  const { interval } = dropOff(
    stage('awareness', (i) => 2 * (i % 5)),
    stage('consideration', (i) => i % 5),
    seededRandom(1),
  );
  expect(interval?.[0]).toBeCloseTo(0.5, 12);
  expect(interval?.[1]).toBeCloseTo(0.5, 12);
});

test('drop-off is not told from nothing, and has no interval under ten intents', () => {
  expect(
    dropOff(
      stage('awareness', () => 0),
      stage('consideration', () => 3),
      seededRandom(1),
    ),
  ).toEqual({ value: null, interval: null });
  expect(
    dropOff(
      [],
      stage('consideration', () => 3),
      seededRandom(1),
    ).value,
  ).toBeNull();
  expect(
    dropOff(
      stage('awareness', () => 5, 9),
      stage('consideration', () => 3),
      seededRandom(1),
    ),
  ).toMatchObject({ value: expect.closeTo(0.4), interval: null });
});
