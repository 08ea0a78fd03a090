import { expect, test } from 'vitest';
import { buildLanes } from '../../../src/domain/alerts/lane.ts';
import { learnAll } from '../../../src/domain/alerts/learn.ts';
import { createSeries, learnSweep } from '../../../src/domain/alerts/series.ts';
import { simulateHistory, standardWorld, weekMs, type AlertWorld, type Story } from '../../bench/alert-worlds.ts';

const world: AlertWorld = { ...standardWorld, brands: 4, stages: 1, engines: 3, weeks: 14 };

/** What is learned of the weeks of each series from the whole history. */
function learnedOf(changed: Partial<AlertWorld>, seed: number, story: Story = {}): { dispersion: number; wandering: number }[] {
  const { lanes } = buildLanes(simulateHistory({ ...world, ...changed }, seed, story));
  const all = lanes.flatMap((lane) => [...lane.hits].map(([brand, hits]) => createSeries(lane, brand, hits)));
  for (const lane of lanes) {
    for (let t = 0; t < lane.sweeps.length; t++) {
      lane.seen = t + 1;
      for (const series of all) if (series.lane === lane) learnSweep(series, t);
    }
  }
  learnAll(all);
  return all.map(({ learned }) => learned);
}

const seeds = [1, 2, 3];
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOf = (what: 'dispersion' | 'wandering', changed: Partial<AlertWorld>, story?: Story) =>
  mean(seeds.flatMap((seed) => learnedOf(changed, seed, story).map((learned) => learned[what])));

test('where answers are independent, weeks are taken to vary by chance alone', () => {
  expect(meanOf('dispersion', {})).toBeLessThan(1.2);
});

test('weeks that differ, and answers that were collected twice, are seen to vary more', () => {
  expect(meanOf('dispersion', { weekly: 0.2 })).toBeGreaterThan(2);
  expect(meanOf('dispersion', { twice: 1 })).toBeGreaterThan(1.7);
});

test('levels that wander are told from the same weeks in another order', () => {
  const wandering = { weekly: 0.2, memory: 0.7 };
  const shuffled: Story = {
    collect(count, { week, sweep }) {
      const other = (5 * week) % world.weeks;
      return { ...count, at: count.at + (other - week) * weekMs, sweep: `${other}-${sweep}` };
    },
  };
  expect(meanOf('wandering', wandering)).toBeGreaterThan(0.4);
  expect(meanOf('wandering', wandering, shuffled)).toBeLessThan(0.1);
  expect(meanOf('wandering', {})).toBeLessThan(0.1);
});

test('a brand that slowly falls everywhere wanders no more for it', () => {
  const story: Story = { factor: ({ brand, week }) => (brand === 0 ? 1 - 0.05 * week : 1) };
  for (const seed of seeds) expect(learnedOf({}, seed, story)[0]?.wandering).toBeLessThan(0.2);
});
