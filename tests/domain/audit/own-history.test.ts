import { describe, expect, test } from 'vitest';
import { addCount, createHistory } from '../../../src/domain/alerts/history.ts';
import { watchHistory } from '../../../src/domain/alerts/watch.ts';
import { lastCompleteSweep, measureMissing } from '../../../src/domain/audit/collection.ts';
import { measureCoverage, predicts } from '../../../src/domain/audit/coverage.ts';
import { replayWithoutChange } from '../../../src/domain/audit/replay.ts';
import { judgeAlarms, judgeCoverage, sayAlarms, sayCoverage, sayMissing, saySweep } from '../../../src/domain/audit/verdicts.ts';
import {
  firstMonday,
  simulateCounts,
  simulateHistory,
  standardWorld,
  weekMs,
  type AlertWorld,
  type Story,
} from '../../bench/alert-worlds.ts';

const world: AlertWorld = { ...standardWorld, brands: 3, stages: 1, engines: 2, prompts: 12, weeks: 20 };
const options = { watch: {}, seed: 1, most: 25, mayGoOn: () => true };
const replay = (story: Story = {}, changed: Partial<AlertWorld> = {}) =>
  replayWithoutChange(simulateHistory({ ...world, ...changed }, 5, story), options);
const cover = (changed: Partial<AlertWorld> = {}, splits = 20) =>
  measureCoverage(simulateHistory({ ...world, ...changed }, 5), { seed: 1, splits, mayGoOn: () => true });

describe('the false-alarm rate', () => {
  test('of a market in which nothing changes is within its budget', () => {
    const result = replay();
    expect(result).toMatchObject({ budget: 1, replays: 25, weeks: 14, moreWeeks: 0 });
    expect(result.perHalfYear?.low).toBeLessThanOrEqual(1);
    expect(judgeAlarms(result)).not.toBe('broken');
  });

  test('of a market that drifts down all the time counts none of its real changes', () => {
    const story: Story = { factor: ({ brand, week }) => (brand === 0 ? 1 - 0.03 * week : 1) };
    expect(watchHistory(simulateHistory(world, 5, story)).alerts).toContainEqual(
      expect.objectContaining({ brand: 'brand0', direction: 'down' }),
    );
    const result = replay(story);
    expect(result.alarms / result.replays).toBeLessThan(1);
    expect(judgeAlarms(result)).not.toBe('broken');
  });

  test('is the same for the same history in any order of arrival', () => {
    const history = createHistory();
    for (const count of [...simulateCounts(world, 5)].toReversed()) addCount(history, count);
    expect(replayWithoutChange(history, { ...options, most: 5 })).toEqual(
      replayWithoutChange(simulateHistory(world, 5), { ...options, most: 5 }),
    );
  });

  test('is made of as many replays as there is time for, one at least', () => {
    expect(replayWithoutChange(simulateHistory(world, 5), { ...options, mayGoOn: () => false }).replays).toBe(1);
  });

  test('of a few watched weeks is told, with how far it can be trusted, and judged neither way', () => {
    const short = { budget: 1, alarms: 0, replays: 200, weeks: 3, moreWeeks: 0 };
    for (const perHalfYear of [
      { value: 0, low: 0, high: 0.2 },
      { value: 9, low: 7, high: 11 },
    ]) {
      expect(judgeAlarms({ ...short, perHalfYear })).toBe('cannot tell');
      expect(sayAlarms({ ...short, perHalfYear })).toMatch(/so few weeks can be far off either way, 3 more weeks will tell/);
      expect(judgeAlarms({ ...short, perHalfYear, weeks: 6 })).toBe(perHalfYear.value > 1 ? 'broken' : 'kept');
    }
  });

  test('of a single short replay without an alarm proves nothing', () => {
    const result = { perHalfYear: { value: 0, low: 0, high: 16.6 }, budget: 1, alarms: 0, replays: 1, weeks: 6, moreWeeks: 0 };
    expect(judgeAlarms(result)).toBe('cannot tell');
    expect(sayAlarms(result)).toMatch(/it cannot be told yet whether that is more than the 1\.0 allowed\.$/);
  });

  test('says in words how much history it still needs', () => {
    const result = replay({}, { weeks: 5 });
    expect(result).toMatchObject({ perHalfYear: null, moreWeeks: 3 });
    expect(sayAlarms(result)).toBe('Not enough history yet: the false-alarm rate needs 3 more weeks with complete sweeps.');
    const none = replayWithoutChange(createHistory(['acme']), options);
    expect(none).toMatchObject({ perHalfYear: null, moreWeeks: 8 });
  });
});

describe('the coverage of intervals', () => {
  test('is nominal where answers are independent', () => {
    const result = cover({ stages: 2, engines: 3, brands: 4, weeks: 26, prompts: 20 });
    expect(result.share?.value).toBeGreaterThan(0.925);
    expect(result.share?.value).toBeLessThan(0.975);
    expect(judgeCoverage(result)).toBe('kept');
  });

  test('falls where whole weeks are off together, and the words say so', () => {
    const result = cover({ stages: 2, engines: 3, brands: 4, weeks: 26, prompts: 20, weekly: 0.4 });
    expect(result.share?.value).toBeLessThan(0.9);
    expect(sayCoverage(result)).toMatch(/too narrow on this history/);
  });

  test('says in words that too few sweeps, or answers all alike, tell nothing', () => {
    expect(sayCoverage(cover({ weeks: 1, sweeps: 3 }))).toMatch(/needs 1 more complete sweep to be split/);
    const named: Story = { collect: (count) => ({ ...count, visible: new Map([['brand0', 1]]) }) };
    const always = measureCoverage(simulateHistory({ ...world, brands: 1 }, 5, named), { seed: 1, splits: 3, mayGoOn: () => true });
    expect(always.share).toBeNull();
    expect(sayCoverage(always)).toMatch(/alike/);
    expect(sayCoverage(measureCoverage(createHistory(), { seed: 1, splits: 3, mayGoOn: () => true }))).toMatch(/4 more complete sweeps/);
  });

  test('counts a half as covered within both errors added by squares', () => {
    const a = { value: 0.5, low: 0.44, high: 0.56 };
    const at = (value: number) => ({ value, low: value - 0.08, high: value + 0.08 });
    expect(predicts(a, at(0.599))).toBe(true);
    expect(predicts(a, at(0.601))).toBe(false);
    expect(predicts(a, at(0.401))).toBe(true);
    expect(predicts(a, at(0.399))).toBe(false);
  });
});

describe('what was collected', () => {
  const lost: Story = {
    collect: (count, { engine, week }) => (engine === 0 && week === 19 ? { ...count, answered: 0, failed: 1, visible: new Map() } : count),
  };

  test('is missing where engines failed, by engine', () => {
    const missing = measureMissing(simulateHistory({ ...world, engines: 1 }, 1, lost));
    expect(missing.share?.value).toBeCloseTo(1 / 20, 9);
    expect(missing.engines).toEqual([{ engine: 'engine0', asked: 1200, failed: 60 }]);
  });

  test('ended with the last sweep of which four fifths came back', () => {
    const whole = lastCompleteSweep(simulateHistory({ ...world, engines: 1 }, 1));
    const before = lastCompleteSweep(simulateHistory({ ...world, engines: 1 }, 1, lost));
    expect(whole).toBeGreaterThan(firstMonday + 19 * weekMs);
    expect(before).toBeLessThan(firstMonday + 19 * weekMs);
    expect(before).toBeGreaterThan(firstMonday + 18 * weekMs);
  });

  test('is nothing in an empty workspace, in words', () => {
    expect(lastCompleteSweep(createHistory())).toBeNull();
    expect(sayMissing(measureMissing(createHistory()))).toBe('Nothing was asked in this period, or it is still being asked.');
    expect(saySweep(null)).toBe('There is no complete sweep in this period.');
    expect(saySweep(1)).toBe('The last complete sweep ended 1 hour ago.');
    expect(saySweep(80)).toBe('The last complete sweep ended 3 days ago.');
  });
});
