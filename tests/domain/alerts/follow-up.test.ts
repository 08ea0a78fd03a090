import { expect, test } from 'vitest';
import type { Accepted, WatchOptions } from '../../../src/domain/alerts/alert.ts';
import { watchHistory } from '../../../src/domain/alerts/watch.ts';
import { foundIn } from '../../../src/domain/alerting/found.ts';
import { firstMonday, simulateHistory, standardWorld, weekMs, type AlertWorld, type Story } from '../../bench/alert-worlds.ts';

const world: AlertWorld = { ...standardWorld, brands: 3, stages: 1, engines: 2, weeks: 16, visibility: (random) => 0.5 + 0.1 * random() };
/** As if it had been simulated before: about one false alarm in ten years. */
const thresholds = new Map<string, number>();
thresholds.get = () => 4.3;
const run = (story: Story, options: WatchOptions = {}, changed: Partial<AlertWorld> = {}) =>
  watchHistory(simulateHistory({ ...world, ...changed }, 1, story), { falseAlarmWeeks: 520, thresholds, ...options });
const monday = (week: number) => firstMonday + week * weekMs;
const isHere = (place: { brand: number; engine: number }) => place.brand === 1 && place.engine === 0;
/** Falls in week 8, and once more in week 21. */
const falling: Story = { factor: (place) => (isHere(place) ? (place.week >= 21 ? 0.15 : place.week >= 8 ? 0.6 : 1) : 1) };

test('an alert that is not over is among the open ones, one that is over is not', () => {
  expect(run(falling).open).toMatchObject([{ status: 'opened', brand: 'brand1', engine: 'engine0' }]);
  const over = run({ factor: (place) => (isHere(place) && place.week >= 8 && place.week < 11 ? 0.4 : 1) });
  expect(over.alerts.map(({ status }) => status)).toEqual(['opened', 'closed']);
  expect(over.open).toEqual([]);
});

test('a change that reaches more series later is the same event, which tells them too', () => {
  // All brands fall on an engine: at one stage in week 8, at the other in week 11.
  const story: Story = { factor: ({ stage, engine, week }) => (engine === 0 && week >= (stage === 0 ? 8 : 11) ? 0.5 : 1) };
  const result = run(story, {}, { stages: 2 });
  const [first, ...more] = result.alerts;
  expect(more).toEqual([]);
  expect(first).toMatchObject({ brand: null, engine: 'engine0', cause: 'engine-wide' });
  expect(first?.series.every(({ stage }) => stage === 'stage0')).toBe(true);
  expect(result.open).toMatchObject([{ id: first?.id }]);
  expect(result.open[0]?.series.some(({ stage }) => stage === 'stage1')).toBe(true);
  expect(foundIn(result, { ruleId: null, metric: 'visibility' })[0]?.series).toEqual(result.open[0]?.series);
});

test('a level that is said to be the new normal is learned, and a fall from there is found', () => {
  const weeks = 26;
  const [alert] = run(falling, {}, { weeks }).alerts;
  if (alert === undefined) throw new Error('Nothing was found.');
  const accepted: Accepted[] = [{ series: alert.series, since: alert.since, at: new Date(monday(15)).toISOString() }];
  const { alerts } = run(falling, { accepted }, { weeks });
  expect(alerts.map(({ status }) => status)).toEqual(['opened', 'closed', 'opened']);
  expect(alerts[1]).toMatchObject({ id: alert.id, at: accepted[0]?.at });
  const [before, again] = [alerts[0]?.after.value ?? 0, alerts[2]?.before.value ?? 0];
  expect(Math.abs(again - before)).toBeLessThan(0.1);
  expect(Date.parse(alerts[2]?.at ?? '')).toBeGreaterThan(monday(21));
  // Without it, the old alert goes on and says nothing new.
  expect(run(falling, {}, { weeks }).alerts.map(({ status }) => status)).toEqual(['opened']);
});

test('after a new level was accepted, the series says that it is learning', () => {
  const [alert] = run(falling).alerts;
  const accepted = [{ series: alert?.series ?? [], since: alert?.since ?? '', at: new Date(monday(15)).toISOString() }];
  const { outlooks, open } = run(falling, { accepted }, { weeks: 14 });
  expect(open).toEqual([]);
  const states = outlooks.map(({ brand, engine, state }) => [brand, engine, state]);
  expect(states).toContainEqual(['brand1', 'engine0', 'learning']);
  expect(states.filter(([, , state]) => state === 'learning')).toHaveLength(1);
});

test('a week that stands out is a suspect until two more sweeps have told', () => {
  const dip: Story = { factor: (place) => (isHere(place) && place.week >= 8 ? 0.6 : 1) };
  const watch = (story: Story, weeks: number, until: number) =>
    watchHistory(simulateHistory({ ...world, sweeps: 1, prompts: 60, weeks }, 4, story), { until, thresholds });
  const { suspects, alerts } = watch(dip, 9, monday(9));
  expect(alerts).toEqual([]);
  expect(suspects).toEqual([{ brand: 'brand1', stage: 'stage0', engine: 'engine0', direction: 'down', tier: 'sudden', week: '2026-W10' }]);
  // Before the week is over it is not looked back at.
  expect(watch(dip, 9, monday(9) - 1).suspects).toEqual([]);
  expect(watch({}, 9, monday(9)).suspects).toEqual([]);
  const later = watch(dip, 11, monday(11));
  expect(later.alerts).toMatchObject([{ status: 'opened', brand: 'brand1', engine: 'engine0' }]);
  expect(later.suspects).toEqual([]);
});

test('what it would take to find a fall by 30 % is enough, also where not even a fall to nothing would be found', () => {
  const stay = (changed: Partial<AlertWorld>) => run({}, {}, { brands: 1, engines: 1, sweeps: 1, ...changed }).outlooks[0];
  for (const prompts of [4, 12]) {
    const few = stay({ prompts });
    if (few?.because.code !== 'too_few') throw new Error(`${few?.words}`);
    const { times } = few.because;
    expect(few.smallestDrop === null).toBe(prompts === 4);
    expect(stay({ prompts: Math.round(0.3 * times * prompts) })?.because.code).toBe('too_few');
    expect(stay({ prompts: Math.round(3 * times * prompts) })?.because.code).toBe('steady');
  }
});
