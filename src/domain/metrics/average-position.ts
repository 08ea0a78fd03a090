import { clusterVariance, fewestIntents } from '../statistics/market-interval.ts';
import { z95 } from '../statistics/normal.ts';
import { panelVariance } from '../statistics/panel-interval.ts';
import { estimateRatio, type RatioEstimate } from '../statistics/ratio-estimate.ts';
import { t95 } from '../statistics/student-t.ts';
import type { Figure, Interval } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { countAll, isFlagged, toStrata } from './measure-ratio.ts';
import type { Sample } from './sample.ts';

/** With fewer answers that name the brand its average position is not shown. */
export const fewestMentions = 10;

/**
 * Mean position (1 = first) among the answers that name the brand, a ratio of prompt-weighted sums, from 10 such answers
 * on. Has no upper end, so its intervals are value ± quantile · standard error (linearised), not below 1; none where over
 * 5 % is missing, since a missing answer might name the brand anywhere. Only intents in which the brand is named say
 * anything of its position: for the market they are the clusters.
 */
export const averagePosition = defineMetric({
  id: 'averagePosition',
  unit: 'position',
  compute(sample) {
    const strata = toStrata(sample, {
      sums: ({ answered, visible, position = 0, positionSq = 0 }) => ({
        n: answered,
        x: position,
        y: visible,
        xx: positionSq,
        xy: position,
        yy: visible,
      }),
    });
    const counts = countAll(sample, strata);
    const estimate = estimateRatio(strata);
    if (estimate === null || counts.denominator < fewestMentions || !wasCounted(sample)) {
      return { value: null, ...counts, panel: null, market: null };
    }
    const figure = { value: estimate.value, ...counts };
    if (isFlagged(sample)) return { ...figure, panel: null, market: null, flagged: true };
    return { ...figure, ...intervals(estimate, counts.denominator, intentsWorth(sample)) } satisfies Figure;
  },
});

const wasCounted = ({ stages }: Sample) =>
  stages.every(({ prompts }) => prompts.every(({ cell }) => cell.counts.position !== undefined || cell.counts.visible === 0));

/**
 * Intents that name the brand, as a number of equal ones: (Σ y)² / Σ y² of their mentions y (Kish 1965); 0 where fewer than
 * the market takes name it at all.
 */
function intentsWorth({ stages }: Sample): number {
  const mentions = new Map<number, number>();
  for (const { cluster, cell } of stages.flatMap(({ prompts }) => prompts))
    if (cell.counts.visible > 0) mentions.set(cluster, (mentions.get(cluster) ?? 0) + cell.counts.visible);
  if (mentions.size < fewestIntents) return 0;
  let [sum, squares] = [0, 0];
  for (const y of mentions.values()) {
    sum += y;
    squares += y * y;
  }
  return sum ** 2 / squares;
}

function intervals(estimate: RatioEstimate, mentions: number, intents: number): { panel: Interval; market: Interval | null } {
  // Where no position differs from another: as uncertain as if one answer were off by one place.
  const least = 1 / mentions ** 2;
  const around = (variance: number, quantile: number): Interval => {
    const half = quantile * Math.sqrt(Math.max(variance, least));
    return [Math.max(1, estimate.value - half), estimate.value + half];
  };
  const clusters = clusterVariance(estimate);
  const panel = around(panelVariance(estimate), z95);
  if (clusters === null || intents < 2) return { panel, market: null };
  const freedom = Math.max(1, Math.floor(Math.min(clusters.freedom, intents - 1)));
  return { panel, market: around(clusters.variance, t95(freedom)) };
}
