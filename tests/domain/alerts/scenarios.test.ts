import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { watchHistory } from '../../../src/domain/alerts/watch.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { firstMonday, simulateHistory, standardWorld, weekMs, type AlertWorld, type Place, type Story } from '../../bench/alert-worlds.ts';

const world: AlertWorld = {
  ...standardWorld,
  brands: 3,
  stages: 1,
  engines: 2,
  weeks: 15,
  canaries: 5,
  visibility: (random) => 0.45 + 0.2 * random(),
};
const changeWeek = 9;
const monday = (week: number) => firstMonday + week * weekMs;
/** So few false alarms that one seed in hundreds would fail by chance. */
const run = (story: Story, seed = 1, changed: Partial<AlertWorld> = {}) =>
  watchHistory(simulateHistory({ ...world, ...changed }, seed, story), { falseAlarmWeeks: 520 });
const opened = (alerts: readonly Alert[]) => alerts.filter(({ status }) => status === 'opened');
const seeds = [1, 2];

describe('no alert is opened', () => {
  test.each([
    [
      'an engine fails for a week',
      {
        collect: (count, { engine, week }) =>
          engine === 0 && week === changeWeek ? { ...count, answered: 0, failed: 1, visible: new Map<string, number>() } : count,
      },
    ],
    ['a week has no sweep', { collect: (count, { week }) => (week === changeWeek ? null : count) }],
    [
      'a third of the prompts is edited, for the worse',
      {
        collect: (count, { week, prompt }) =>
          week >= changeWeek && prompt % 3 === 0 ? { ...count, version: '2', visible: new Map<string, number>() } : count,
      },
    ],
    [
      'an alias is added, so that a new parser finds a brand everywhere, and another one less',
      {
        collect: (count, { week }) => (week >= changeWeek ? { ...count, version: 'parser 2', visible: new Map([['brand0', 1]]) } : count),
      },
    ],
    ['the model changes its name', { collect: (count, { week }) => ({ ...count, model: week >= changeWeek ? 'model-2' : 'model-1' }) }],
    [
      'two engines’ answers come days late',
      { collect: (count, { prompt }) => (prompt % 5 === 0 ? { ...count, at: count.at + 4 * 86_400_000 } : count) },
    ],
    [
      'some clocks jump by years',
      { collect: (count, { prompt, week }) => (prompt % 7 === week % 7 ? { ...count, at: count.at + (week % 2 ? 1 : -1) * 3e11 } : count) },
    ],
    [
      'prompts that named the brand are dropped and others come',
      {
        collect: (count, { week, prompt }) => (prompt < 6 && week >= changeWeek ? null : prompt >= 14 && week < changeWeek ? null : count),
      },
    ],
  ] satisfies [string, Story][])('when %s', (_, story) => {
    expect(opened(run(story).alerts)).toEqual([]);
  });

  test('for a series that is always or never named, and one with a single prompt', () => {
    for (const visible of [new Map<string, number>(), new Map([['brand0', 1]])]) {
      const { alerts, outlooks } = run({ collect: (count) => ({ ...count, visible }) });
      expect(alerts).toEqual([]);
      for (const { visibility } of outlooks) expect([0, 1]).toContain(visibility);
    }
    const falls: Story = { factor: ({ week }) => (week >= changeWeek ? 0 : 1) };
    const { alerts, outlooks } = run(falls, 1, { prompts: 1 });
    expect(alerts).toEqual([]);
    for (const { state, words } of outlooks) expect(`${state}: ${words}`).toMatch(/cannot tell yet: one prompt alone/);
  });
});

test('no alert is opened when all prompts are edited on the day of the week on which brands are named most', () => {
  for (const seed of [2, 3, 4, 6]) {
    const random = seededRandom(seed);
    const isEdited = (week: number, sweep: number) => week > changeWeek || (week === changeWeek && sweep >= 3);
    const story: Story = {
      collect: (count, { week, sweep }) => ({
        ...count,
        version: isEdited(week, sweep) ? '2' : '1',
        visible: sweep === 3 ? count.visible : new Map([...count.visible].filter(() => random() > 0.35)),
      }),
    };
    const history = simulateHistory({ ...world, weeks: 13, prompts: 40, engines: 1, canaries: 0 }, seed, story);
    expect(watchHistory(history, { falseAlarmWeeks: 260 }).alerts).toEqual([]);
  }
});

describe('a brand that loses 40 % of its visibility', () => {
  test('on one engine is one alert on it, which says how much, with counts and intervals', () => {
    const [alert, ...more] = opened(
      run({ factor: ({ brand, engine, week }) => (brand === 1 && engine === 0 && week >= changeWeek ? 0.6 : 1) }).alerts,
    );
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ brand: 'brand1', stage: 'stage0', engine: 'engine0', direction: 'down', cause: 'brand' });
    expect(alert?.series).toEqual([{ brand: 'brand1', stage: 'stage0', engine: 'engine0' }]);
    expect(Date.parse(alert?.at ?? '')).toBeGreaterThan(monday(changeWeek));
    expect(Date.parse(alert?.at ?? '')).toBeLessThan(monday(changeWeek + 4));
    expect(alert?.after.panel?.[1]).toBeLessThan(alert?.before.value ?? 0);
    expect(alert?.before.denominator).toBeGreaterThan(20 * 5 * 6);
  });

  test('on all engines at once is one alert on the brand', () => {
    for (const seed of seeds) {
      const alerts = opened(run({ factor: ({ brand, week }) => (brand === 1 && week >= changeWeek ? 0.6 : 1) }, seed).alerts);
      expect(alerts).toHaveLength(1);
      expect(alerts[0]).toMatchObject({ brand: 'brand1', cause: 'brand' });
    }
  });

  test('is closed when it has recovered, and found again when it falls again', () => {
    const isLow = (week: number) => (week >= 8 && week < 12) || week >= 18;
    const factor: Story['factor'] = ({ brand, engine, week }) => (brand === 1 && engine === 0 && isLow(week) ? 0.5 : 1);
    const { alerts } = run({ factor }, 1, { weeks: 24 });
    expect(alerts.map(({ status }) => status)).toEqual(['opened', 'closed', 'opened']);
    expect(alerts[1]?.id).toBe(alerts[0]?.id);
    expect(alerts[2]?.id).not.toBe(alerts[0]?.id);
    expect(Date.parse(alerts[1]?.at ?? '')).toBeGreaterThan(monday(12));
  });
});

test('a rise is told as a rise', () => {
  const [alert] = opened(
    run({ factor: ({ brand, engine, week }) => (brand === 1 && engine === 0 && week >= changeWeek ? 1.6 : 1) }).alerts,
  );
  expect(alert).toMatchObject({ brand: 'brand1', direction: 'up' });
});

test('an engine on which everybody falls is one event of the engine', () => {
  for (const seed of seeds) {
    const alerts = opened(run({ factor: ({ engine, week }) => (engine === 1 && week >= changeWeek ? 0.6 : 1) }, seed).alerts);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({ brand: null, engine: 'engine1', cause: 'engine-wide', direction: 'down' });
    expect(alerts[0]?.series.every(({ engine }) => engine === 'engine1')).toBe(true);
  }
});

test('an engine’s fall is one event also where a brand of it had been low before', () => {
  for (const seed of seeds) {
    const isLow = ({ brand, engine, week }: Place) => brand === 2 && engine === 1 && week >= 6;
    const factor: Story['factor'] = (place) => (isLow(place) ? 0.85 : 1) * (place.engine === 1 && place.week >= changeWeek ? 0.6 : 1);
    const alerts = opened(run({ factor }, seed).alerts);
    expect(alerts.map(({ brand, engine, cause }) => [brand, engine, cause])).toEqual([[null, 'engine1', 'engine-wide']]);
  }
});

test('asking five times as often is no reason for an alert', () => {
  const story: Story = { collect: (count, { week, sweep }) => (week < 10 && sweep > 0 ? null : count) };
  const alarms = [1, 2, 3, 4].map(
    (seed) => opened(watchHistory(simulateHistory({ ...standardWorld, weeks: 20 }, seed, story)).alerts).length,
  );
  expect(alarms.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(5);
});

test('a brand whose fall is told does not make the next one’s fall a matter of the engine', () => {
  for (const seed of seeds) {
    const factor: Story['factor'] = ({ brand, week }) => ((brand === 0 && week >= 8) || (brand === 1 && week >= 12) ? 0.4 : 1);
    const alerts = opened(run({ factor }, seed, { brands: 3, weeks: 18 }).alerts);
    expect(alerts.map(({ brand, cause }) => `${brand} ${cause}`)).toEqual(['brand0 brand', 'brand1 brand']);
  }
});

test('a fall of everybody everywhere is a matter of the collection', () => {
  const alerts = opened(run({ factor: ({ week }) => (week >= changeWeek ? 0.6 : 1) }).alerts);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]).toMatchObject({ brand: null, engine: null, cause: 'collection' });
});

test('the canary prompts tell an engine’s change from a brand’s where there is no competitor', () => {
  const story: Story = {
    factor: ({ engine, week }) => (engine === 0 && week >= changeWeek ? 0.6 : 1),
    collect: (count, { week, engine }) => (count.canary && engine === 0 && week >= changeWeek ? { ...count, citations: 0 } : count),
  };
  expect(opened(run(story, 1, { brands: 1 }).alerts)[0]).toMatchObject({ cause: 'engine-wide', evidence: { canaryMoved: true } });
  expect(opened(run({ factor: story.factor }, 1, { brands: 1 }).alerts)[0]).toMatchObject({
    cause: 'brand',
    evidence: { canaryMoved: false },
  });
});
