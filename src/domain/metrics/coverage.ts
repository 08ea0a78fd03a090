import { marketInterval } from '../statistics/market-interval.ts';
import { estimateRatio, type Stratum } from '../statistics/ratio-estimate.ts';
import type { CellCounts, Figure } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { countAll, isFlagged, rateSums } from './measure-ratio.ts';
import type { Sample } from './sample.ts';

/**
 * The share of prompts that named the brand in at least one answer. It grows with the runs, so runs / prompts belongs
 * beside it. No panel interval: for these prompts and this number of runs it is a count, not an estimate.
 */
export const coverage = defineMetric({
  id: 'coverage',
  unit: 'ratio',
  compute(sample) {
    const strata = toStrata(sample, ({ visible }) => visible > 0);
    const estimate = estimateRatio(strata);
    const counts = countAll(sample, strata);
    if (estimate === null) return { value: null, ...counts, panel: null, market: null };
    const figure: Figure = { value: estimate.value, ...counts, panel: null, market: marketInterval(estimate) };
    if (!isFlagged(sample)) return figure;
    const best = estimateRatio(toStrata(sample, ({ visible, failed }) => visible + failed > 0));
    const high = best === null ? null : marketInterval(best);
    return { ...figure, market: figure.market && high && [figure.market[0], high[1]], flagged: true };
  },
});

const toStrata = (sample: Sample, isCovered: (counts: CellCounts) => boolean): Stratum[] =>
  sample.stages.map(({ weight, prompts }) => ({
    weight,
    prompts: prompts.map(({ cluster, cell: { counts } }) => ({
      cluster,
      weight: 1,
      sums: rateSums(counts.answered > 0 ? 1 : 0, counts.answered > 0 && isCovered(counts) ? 1 : 0),
    })),
  }));
