import type { SeriesName } from '../alerts/alert.ts';
import { emptyCounts } from '../metrics/add-cells.ts';
import type { Figure } from '../metrics/cell.ts';
import { figures } from '../metrics/index.ts';
import type { Asked } from './asked.ts';

export type RivalFigures = { brand: string; before: Figure; after: Figure };

/**
 * How the other brands stood on the same prompts (of the alert's lanes) before and since a change; only prompt versions
 * with answers on both sides. Times in ms since 1970. @returns each brand of `brands` that the alert is not about
 */
export function compareRivals(
  asked: readonly Asked[],
  alert: { brand: string | null; series: readonly SeriesName[]; since: number; at: number },
  brands: readonly string[],
): RivalFigures[] {
  const lanes = new Set(alert.series.map(({ stage, engine }) => JSON.stringify([stage, engine])));
  const rows = asked.filter(({ stage, engine, at, canary }) => !canary && at <= alert.at && lanes.has(JSON.stringify([stage, engine])));
  const groups = Map.groupBy(rows, ({ prompt, version, engine }) => JSON.stringify([prompt, version, engine]));
  const sides = [...groups].flatMap(([key, group]) => {
    const before = group.filter(({ at }) => at < alert.since);
    const after = group.filter(({ at }) => at >= alert.since);
    const isBoth = [before, after].every((side) => side.some(({ state }) => state === 'answered'));
    return isBoth ? [{ key, before, after }] : [];
  });
  return brands
    .filter((brand) => brand !== alert.brand)
    .map((brand) => ({
      brand,
      before: levelOf(
        brand,
        sides.map(({ key, before }) => [key, before]),
      ),
      after: levelOf(
        brand,
        sides.map(({ key, after }) => [key, after]),
      ),
    }));
}

/** A brand's visibility over prompts, each with its answers. */
function levelOf(brand: string, prompts: readonly [key: string, answers: readonly Asked[]][]): Figure {
  const cells = prompts.map(([prompt, answers]) => ({
    prompt,
    intent: answers[0]?.intent ?? '',
    stage: answers[0]?.stage ?? '',
    weight: 1,
    counts: {
      ...emptyCounts(),
      answered: answers.filter(({ state }) => state === 'answered').length,
      failed: answers.filter(({ state }) => state === 'error').length,
      visible: answers.filter(({ state, visible }) => state === 'answered' && visible.includes(brand)).length,
    },
  }));
  return figures(cells, ['visibility']).visibility;
}
