import { describe, expect, test } from 'vitest';
import { watchHistory } from '../../../src/domain/alerts/watch.ts';
import { measureCoverage } from '../../../src/domain/audit/coverage.ts';
import { replayWithoutChange } from '../../../src/domain/audit/replay.ts';
import { sayAlarms, sayCoverage } from '../../../src/domain/audit/verdicts.ts';
import { createHistory } from '../../../src/domain/alerts/history.ts';
import { simulateHistory, standardWorld, type AlertWorld, type Story } from '../../bench/alert-worlds.ts';
import { dayMs } from '../../../src/domain/durations.ts';

const world: AlertWorld = { ...standardWorld, brands: 2, stages: 1, engines: 2, prompts: 8, sweeps: 3, weeks: 14 };
const nobody = new Map<string, number>();
const everybody = new Map([
  ['brand0', 1],
  ['brand1', 1],
]);

/** What may come in, and what the words about its series must say. */
const inputs: [string, Story, Partial<AlertWorld>, RegExp][] = [
  ['a series with one prompt', { factor: ({ week }) => (week > 8 ? 0 : 1) }, { prompts: 1 }, /one prompt alone/],
  [
    'no answers at all',
    { collect: (count) => ({ ...count, answered: 0, failed: 1, visible: nobody }) },
    {},
    /no complete sweep with answers/,
  ],
  ['no answer after the first weeks', { collect: (count, { week }) => (week < 4 ? count : { ...count, answered: 0, visible: nobody }) }, {}, /4 of 6 weeks learned/],
  ['a brand that is never named', { collect: (count) => ({ ...count, visible: nobody }) }, {}, /too low for a fall/],
  ['brands that are always named', { collect: (count) => ({ ...count, visible: everybody }) }, {}, /nothing has changed/],
  ['weeks without a sweep', { collect: (count, { week }) => (week % 4 === 3 ? null : count) }, {}, /nothing has changed|30 %/],
  [
    'clocks that jump by years',
    { collect: (count, { prompt, sweep }) => (prompt === sweep ? { ...count, at: count.at + (prompt % 2 ? 1 : -1) * 3000 * dayMs } : count) },
    {},
    /nothing has changed|30 %/,
  ],
  [
    'answers without a sweep’s name, some on days of their own because of a clock',
    { collect: (count, { prompt, sweep, week }) => ({ ...count, sweep: null, at: count.at + (prompt === (3 * week + sweep) % 40 ? 400 * dayMs : 0) }) },
    {},
    /nothing has changed|30 %/,
  ],
  [
    'an engine whose answers come days late',
    { collect: (count, { engine }) => (engine === 1 ? { ...count, at: count.at + 5 * dayMs } : count) },
    {},
    /nothing has changed|30 %/,
  ],
  ['one sweep only', { collect: (count, { week, sweep }) => (week === 0 && sweep === 0 ? count : null) }, {}, /1 of 6 weeks learned/],
]; // prettier-ignore

describe.each(inputs)('%s', (_, story, changed, words) => {
  const history = simulateHistory({ ...world, ...changed }, 3, story);

  test('is stated in words, and raises no alert', () => {
    const result = watchHistory(history, { falseAlarmWeeks: 520 });
    expect(result.alerts).toEqual([]);
    expect(result.outlooks.length > 0 || history.brands.size === 0).toBe(true);
    for (const outlook of result.outlooks) {
      expect(outlook.words).toMatch(words);
      expect(JSON.stringify(outlook)).not.toMatch(/NaN|Infinity/);
      for (const number of [outlook.visibility, outlook.smallestDrop]) expect(number === null || Number.isFinite(number)).toBe(true);
    }
  });

  test('leaves the self-audit with a sentence and no figure that is none', () => {
    const options = { seed: 1, mayGoOn: () => false };
    const alarms = replayWithoutChange(history, { ...options, watch: {}, most: 1 });
    const coverage = measureCoverage(history, { ...options, splits: 2 });
    for (const sentence of [sayAlarms(alarms), sayCoverage(coverage)]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });
});

test('nothing at all is nothing to watch', () => {
  expect(watchHistory(createHistory(['acme']))).toMatchObject({ alerts: [], open: [], suspects: [], outlooks: [] });
});
