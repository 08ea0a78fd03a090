import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfNone, findGonePages, type PageWeek } from '../../../src/domain/alerting/gone-pages.ts';
import { findOvertakings, type PairedWeek } from '../../../src/domain/alerting/overtaken.ts';
import { weekMs } from '../../../src/domain/durations.ts';

const pageWeeks = (cited: number[], answers = 20): PageWeek[] =>
  cited.map((count, i) => ({ week: `2026-W${i + 10}`, start: i * weekMs, end: (i + 1) * weekMs - 1, answers, cited: count }));
const gone = (cited: number[], answers?: number) =>
  findGonePages([{ url: 'https://news.example/best', weeks: pageWeeks(cited, answers) }], 26);

test('the chance that none of k is in a part is that of the hypergeometric distribution', () => {
  // Fisher's tea: of 8 cups 4, all four of the other kind: 1 in 70.
  expect(chanceOfNone(4, 4, 8)).toBeCloseTo(1 / 70, 12);
  expect(chanceOfNone(0, 5, 10)).toBe(1);
  expect(chanceOfNone(6, 5, 10)).toBe(0);
});

test('a page that was cited each week and then in none of two is gone, and back when it is cited again', () => {
  expect(gone([4, 5, 4, 5, 0, 0])).toMatchObject([
    {
      since: 4 * weekMs,
      at: 6 * weekMs - 1,
      recoveredAt: null,
      before: { numerator: 18, denominator: 80 },
      after: { numerator: 0, denominator: 40 },
    },
  ]);
  expect(gone([4, 5, 4, 5, 0, 0, 0, 2])).toMatchObject([{ recoveredAt: 8 * weekMs - 1 }]);
});

test.each([
  ['seldom cited: chance explains the silence', [2, 1, 1, 1, 0, 0], 20],
  ['silent for one week only', [4, 5, 4, 5, 0], 20],
  ['cited in two weeks of four', [9, 9, 0, 0, 0, 0], 20],
  ['without answers since', [4, 5, 4, 5, 0, 0], 0],
] as const)('no page is gone that is %s', (_name, cited, answers) => {
  expect(gone([...cited], answers)).toEqual([]);
});

const pairs = (weeks: [own: number, rival: number][], answers = 50): PairedWeek[] =>
  weeks.map(([own, rival], i) => ({ week: `2026-W${i + 10}`, start: i * weekMs, at: i * weekMs + 1, answers, own, rival }));
const ahead: [number, number][] = [[20, 8], [18, 9], [19, 7], [20, 8]]; // prettier-ignore

test('a rival overtakes us when two weeks in a row are surely on its side; ahead again for two weeks it is over', () => {
  expect(findOvertakings(pairs([...ahead, [5, 22], [6, 24]]))).toMatchObject([
    { since: 4 * weekMs, before: { numerator: 45 }, after: { numerator: -35, denominator: 100 } },
  ]);
  expect(findOvertakings(pairs([...ahead, [5, 22]]))).toEqual([]);
  expect(findOvertakings(pairs([...ahead, [10, 14], [11, 15]]))).toEqual([]);
  expect(findOvertakings(pairs([...ahead, [5, 22], [6, 24], [20, 8], [20, 8]]))[0]).toMatchObject({ recoveredAt: 7 * weekMs + 1 });
});

test('whatever the weeks, what is told of an overtaking is finite, and it lies behind us', () => {
  const week = fc.record({ own: fc.nat(20), rival: fc.nat(20), rest: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(week, { maxLength: 30 }), (weeks) => {
      const rows = weeks.map(({ own, rival, rest }, i) => ({
        week: `w${i}`,
        start: i * weekMs,
        at: i * weekMs + 1,
        answers: own + rival + rest + 5,
        own,
        rival,
      }));
      for (const { before, after } of findOvertakings(rows)) {
        expect(before.value).toBeGreaterThanOrEqual(0);
        expect(after.value).toBeLessThan(0);
        expect([...(before.panel ?? []), ...(after.panel ?? [])].every(Number.isFinite)).toBe(true);
      }
    }),
  );
});
