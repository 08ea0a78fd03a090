import { expect, test } from 'vitest';
import { figures } from '../../../src/domain/metrics/index.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { worlds } from '../../bench/market-worlds.ts';
import { cell } from '../metrics/cells.ts';

// The whole table is tests/bench/calibration.ts; this notices at once when an interval is broken.
test.each([0.05, 0.3, 0.9])('both intervals hold the truth in about 95 of 100 panels at a visibility of %f', (visibility) => {
  const random = seededRandom(7);
  const draws = worlds.map((world) => world.intents(visibility, random));
  let [panel, market, replications] = [0, 0, 0];
  for (let replication = 0; replication < 200; replication++) {
    for (const draw of draws) {
      let truth = 0;
      const cells = Array.from({ length: 20 }, (_, i) => {
        const chance = draw()();
        truth += chance / 20;
        const visible = Array.from({ length: 5 }, random).filter((drawn) => drawn < chance).length;
        return cell(`p${i}`, { answered: 5, visible });
      });
      const result = figures(cells, ['visibility']).visibility;
      const holds = (interval: readonly [number, number] | null, value: number) =>
        interval !== null && interval[0] <= value && value <= interval[1];
      replications++;
      if (holds(result.panel, truth)) panel++;
      if (holds(result.market, visibility)) market++;
    }
  }
  for (const covered of [panel / replications, market / replications]) {
    expect(covered).toBeGreaterThan(0.925);
    expect(covered).toBeLessThan(0.98);
  }
});
