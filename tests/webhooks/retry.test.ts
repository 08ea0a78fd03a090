import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveUpAfterMs, retryAfterMs, retryDelayMs } from '../../src/webhooks/retry.ts';

const hour = 3_600_000;

/** All attempts of an endpoint that never answers, in ms from the first. */
function attempts(chance: () => number, holdMs: number | null = null): number[] {
  const times = [0];
  for (let age = 0; ;) {
    const delay = retryDelayMs(times.length, age, chance(), holdMs);
    if (delay === null) return times;
    times.push((age += delay));
  }
}

test('a delivery is tried at once, then ever more rarely, for three days', () => {
  const times = attempts(() => 0.5);
  expect(times.slice(0, 6)).toEqual([0, 1000, 3000, 7000, 15_000, 31_000]);
  expect(times.at(-1)).toBe(72 * hour);
  expect(times.length).toBe(24);
});

test('with any luck it ends after three days exactly, and never waits longer than 12 hours', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), (stream) => {
      const times = attempts(() => stream.next().value);
      expect(times.at(-1)).toBe(giveUpAfterMs);
      expect(times.length).toBeGreaterThan(15);
      for (const [index, time] of times.slice(1).entries()) expect(time - (times[index] ?? 0)).toBeLessThanOrEqual(12 * hour);
    }),
    { numRuns: 50 },
  );
});

test('two that failed at the same moment do not come back at the same moment', () => {
  expect(retryDelayMs(5, 0, 0.1, null)).not.toBe(retryDelayMs(5, 0, 0.9, null));
});

test('what the endpoint asks for is waited, but not beyond the three days', () => {
  expect(retryDelayMs(1, 0, 0.5, 60_000)).toBe(60_000);
  expect(retryDelayMs(10, 0, 0.5, 1000)).toBe(512_000);
  expect(retryDelayMs(3, giveUpAfterMs - 5000, 0.5, 60_000)).toBe(5000);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['Sun, 22 Nov 2026 08:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 07:00:00 GMT', null],
  ['999999999999', 24 * hour],
  ['soon', null],
  ['-5', null],
  [undefined, null],
])('Retry-After: %s', (header, ms) => {
  expect(retryAfterMs(header, Date.parse('2026-11-22T08:00:00Z'))).toBe(ms);
});
