import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainLink, type Period } from '../../../src/domain/metrics/chain-link.ts';
import { cell } from './cells.ts';

type Asked = [prompt: string, version: string, visible: number];
const period = (name: number, asked: Asked[]): Period => ({
  period: `w${name}`,
  cells: asked.map(([prompt, version, visible]) => cell(prompt, { answered: 10, visible }, { version })),
});
const linkedOf = (periods: Period[]) => chainLink(periods, 'visibility').periods.map(({ linked }) => linked);
const levelsOf = (periods: Period[]) => chainLink(periods, 'visibility').periods.map(({ level }) => level.value);

test('a panel that stays is its own link', () => {
  const periods = [2, 5, 3].map((visible, i) =>
    period(i, [
      ['p', '1', visible],
      ['q', '1', 4],
    ]),
  );
  expect(linkedOf(periods)).toEqual(levelsOf(periods));
  expect(chainLink(periods, 'visibility').links).toEqual([]);
});

test('an edit that only asks more sharply is no change, where the other prompts stay', () => {
  const before: Asked[] = [
    ['p', '1', 2],
    ['q', '1', 6],
  ];
  const after: Asked[] = [
    ['p', '2', 8],
    ['q', '1', 6],
  ];
  const periods = [period(0, before), period(1, before), period(2, after), period(3, after)];
  const { periods: result, links } = chainLink(periods, 'visibility');
  expect(result.map(({ level }) => level.value)).toEqual([0.4, 0.4, 0.7, 0.7]);
  result.forEach(({ linked }) => expect(linked).toBeCloseTo(0.7, 12));
  expect(links).toEqual([{ period: 'w2', step: expect.closeTo(0.3, 12), kept: 1, added: 1, dropped: 1 }]);
});

test('what the kept prompts answer differently stays a change', () => {
  const periods = [
    period(0, [
      ['p', '1', 2],
      ['q', '1', 6],
    ]),
    period(1, [
      ['p', '2', 8],
      ['q', '1', 4],
    ]),
  ];
  expect(linkedOf(periods)[0]).toBeCloseTo(0.6 + 0.2, 12);
  expect(linkedOf(periods)[1]).toBeCloseTo(0.6, 12);
});

test('both versions asked side by side link a panel of which nothing else stays', () => {
  const periods = [
    period(0, [['p', '1', 3]]),
    period(1, [
      ['p', '1', 3],
      ['p', '2', 6],
    ]),
    period(2, [['p', '2', 6]]),
  ];
  linkedOf(periods).forEach((linked) => expect(linked).toBeCloseTo(0.6, 12));
});

test('a prompt that is added or dropped shifts the level, not the linked series', () => {
  const periods = [
    period(0, [['p', '1', 5]]),
    period(1, [
      ['p', '1', 5],
      ['new', '1', 9],
    ]),
  ];
  expect(levelsOf(periods)).toEqual([0.5, 0.7]);
  linkedOf(periods).forEach((linked) => expect(linked).toBeCloseTo(0.7, 12));
});

test('where no question stays the older part is not linked, and its level is shown all the same', () => {
  const periods = [period(0, [['p', '1', 5]]), period(1, [['p', '2', 7]])];
  expect(linkedOf(periods)).toEqual([null, 0.7]);
  expect(levelsOf(periods)).toEqual([0.5, 0.7]);
});

test('a week in which a prompt got no answer is no change of the panel', () => {
  const periods = [
    period(0, [
      ['p', '1', 5],
      ['q', '1', 1],
    ]),
    period(1, [['p', '1', 5]]),
    period(2, [
      ['p', '1', 5],
      ['q', '1', 1],
    ]),
  ];
  expect(chainLink(periods, 'visibility').links).toEqual([]);
});

test('nothing gives nothing', () => {
  expect(chainLink([], 'visibility')).toEqual({ periods: [], links: [] });
});

test('any edits of a market that stands still leave the linked series flat wherever it is linked', () => {
  // Each version answers the same in every week in which it is asked.
  const version = fc.record({
    prompt: fc.constantFrom('a', 'b', 'c'),
    from: fc.nat(7),
    weeks: fc.integer({ min: 1, max: 8 }),
    visible: fc.integer({ min: 3, max: 7 }),
  });
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), (versions) => {
      const periods = Array.from({ length: 8 }, (_, week) =>
        period(week, [
          ['base', '1', 5] as Asked,
          ...versions
            .map((one, i) => ({ ...one, i }))
            .filter(({ from, weeks }) => from <= week && week < from + weeks)
            .map(({ prompt, i, visible }): Asked => [prompt, String(i), visible]),
        ]),
      );
      const linked = linkedOf(periods);
      const last = linked.at(-1) ?? NaN;
      linked.forEach((value) => expect(value).toBeCloseTo(last, 9));
    }),
  );
});
