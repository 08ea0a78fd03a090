import { expect, test } from 'vitest';
import { dropOff } from '../../../src/domain/metrics/drop-off.ts';
import { jaccard, rankBiasedOverlap, stability } from '../../../src/domain/metrics/stability.ts';
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

test('stability is the mean over pairs of runs, pairs without any brand left out', () => {
  expect(stability([['a'], ['a'], ['b']])).toEqual({ jaccard: 1 / 3, rankBiasedOverlap: 1 / 3, pairs: 3 });
  expect(stability([[], [], ['b']])).toMatchObject({ jaccard: 0, pairs: 2 });
  expect(stability([['a']])).toBeNull();
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
