import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bradleyTerry } from '../../../src/domain/statistics/bradley-terry.ts';

// Agresti 2002, Categorical data analysis, table 10.10: American League East, 1987; wins of the row over the column.
const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore'];
const wins = [
  [0, 7, 9, 7, 7, 9, 11],
  [6, 0, 7, 5, 11, 9, 9],
  [4, 6, 0, 7, 7, 8, 12],
  [6, 8, 6, 0, 6, 7, 10],
  [6, 2, 6, 7, 0, 7, 12],
  [4, 4, 5, 6, 6, 0, 6],
  [2, 4, 1, 3, 1, 7, 0],
];
const published = [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0];

test('the strengths of seven baseball teams are the published ones', () => {
  const strengths = bradleyTerry(wins) ?? [];
  const last = strengths.at(-1) ?? NaN;
  teams.forEach((team, i) => expect((strengths[i] ?? NaN) - last, team).toBeCloseTo(published[i] ?? NaN, 2));
});

test('two who met have the log-odds of their wins', () => {
  const [a = NaN, b = NaN] =
    bradleyTerry([
      [0, 6],
      [2, 0],
    ]) ?? [];
  expect(a - b).toBeCloseTo(Math.log(3), 9);
  expect(a + b).toBeCloseTo(0, 12);
});

test('without a prior there is no strength for one who never lost, and with one it is finite', () => {
  const unbeaten = [
    [0, 3, 1],
    [0, 0, 2],
    [0, 1, 0],
  ];
  expect(bradleyTerry(unbeaten)).toBeNull();
  expect(bradleyTerry([])).toBeNull();
  const [first = NaN, second = NaN, third = NaN] = bradleyTerry(unbeaten, { prior: 1 }) ?? [];
  expect(first).toBeGreaterThan(Math.max(second, third));
  expect([first, second, third].every(Number.isFinite)).toBe(true);
});

test('one who never met anybody is average under a prior', () => {
  expect(
    bradleyTerry(
      [
        [0, 4, 0],
        [4, 0, 0],
        [0, 0, 0],
      ],
      { prior: 1 },
    )?.[2],
  ).toBeCloseTo(0, 9);
});

test('expected wins are the wins, the order of brands does not matter, nor where the search begins', () => {
  const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (table) => {
      const strengths = bradleyTerry(table) ?? [];
      const at = (i: number) => strengths[i] ?? NaN;
      table.forEach((won, i) => {
        const others = [0, 1, 2, 3].filter((j) => j !== i);
        const expected = others.reduce((sum, j) => sum + ((won[j] ?? 0) + (table[j]?.[i] ?? 0)) / (1 + Math.exp(at(j) - at(i))), 0);
        expect(expected).toBeCloseTo(
          others.reduce((sum, j) => sum + (won[j] ?? 0), 0),
          5,
        );
      });
      const reversed = table.toReversed().map((won) => won.toReversed());
      const turned = bradleyTerry(reversed, { start: [1, -1, 2, 0] }) ?? [];
      turned.toReversed().forEach((strength, i) => expect(strength).toBeCloseTo(at(i), 6));
    }),
    { numRuns: 50 },
  );
});
