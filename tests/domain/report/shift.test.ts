import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell } from '../../../src/domain/metrics/cell.ts';
import { shiftOf, sortShifts } from '../../../src/domain/report/shift.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';

const place = { brand: 'acme', stage: 'awareness', engine: 'openai' };
const cell = (prompt: string, visible: number, answered: number): Cell => ({
  prompt,
  intent: prompt,
  stage: 'awareness',
  weight: 1,
  counts: { ...emptyCounts(), visible, answered },
});

test('only wordings that both periods asked are compared', () => {
  const shift = shiftOf(place, [cell('a', 5, 10), cell('old', 10, 10)], [cell('a', 5, 10), cell('new', 0, 10)]);
  expect(shift.difference.value).toBe(0);
  expect(shift.before).toMatchObject({ numerator: 5, denominator: 10, prompts: 1 });
  expect(shiftOf(place, [cell('old', 1, 1)], [cell('new', 1, 1)]).difference).toEqual({ value: null, interval: null });
});

test('the interval of a difference holds it, and turns around with the periods', () => {
  const counts = fc.integer({ min: 1, max: 40 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 12 }), (prompts) => {
      const then = prompts.map(([[x, n]], i) => cell(`p${i}`, x, n));
      const now = prompts.map(([, [x, n]], i) => cell(`p${i}`, x, n));
      const { value, interval } = shiftOf(place, then, now).difference;
      const back = shiftOf(place, now, then).difference;
      expect(interval?.[0]).toBeLessThanOrEqual((value ?? 0) + 1e-12);
      expect(interval?.[1]).toBeGreaterThanOrEqual((value ?? 0) - 1e-12);
      expect(back.value).toBeCloseTo(-(value ?? 0), 12);
      expect(back.interval?.[0]).toBeCloseTo(-(interval?.[1] ?? 0), 12);
    }),
  );
});

test('what only chance moved is called noise nearly always, and a real fall is not', () => {
  const random = seededRandom(7);
  const draw = (rate: number) => Array.from({ length: 20 }, () => (random() < rate ? 1 : 0) as number).reduce((a, b) => a + b, 0);
  const week = (rate: number) => Array.from({ length: 12 }, (_, i) => cell(`p${i}`, draw(rate), 20));
  let falsely = 0;
  let found = 0;
  for (let round = 0; round < 20; round++) {
    const quiet = Array.from({ length: 40 }, (_, i) => shiftOf({ ...place, brand: `b${i}` }, week(0.4), week(0.4)));
    falsely += sortShifts(quiet, 0.02).suspected.length > 0 ? 1 : 0;
    const fallen = shiftOf(place, week(0.5), week(0.25));
    found += sortShifts([...quiet, fallen], 0.02).suspected.includes(fallen) ? 1 : 0;
  }
  // One family in ten is expected to hold a false one: 2 of 20, and 4 standard errors.
  expect(falsely).toBeLessThanOrEqual(7);
  expect(found).toBe(20);
});
