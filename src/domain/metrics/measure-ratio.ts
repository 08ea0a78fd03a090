import { marketInterval } from '../statistics/market-interval.ts';
import { panelInterval } from '../statistics/panel-interval.ts';
import { estimateRatio, type Stratum, type Sums } from '../statistics/ratio-estimate.ts';
import type { Cell, CellCounts, Figure, Interval } from './cell.ts';
import type { Sample } from './sample.ts';

export type RatioRule = {
  sums(counts: CellCounts, cell: Cell): Sums;
  /** The most that one answer can add to x, for the best case of missing ones (1 unless said). */
  most?: number;
};

/** Above this share of missing observations the intervals reach from the worst to the best case. */
export const toleratedMissing = 0.05;

/** A 0/1 per observation: x = x², and y = 1. */
export const rateSums = (n: number, x: number): Sums => ({ n, x, y: n, xx: x, xy: x, yy: n });

/** A part of a 0/1 subset: of the `y` of `n` observations that qualify, `x` do. */
export const shareSums = (n: number, x: number, y: number): Sums => ({ n, x, y, xx: x, xy: x, yy: y });

/** The one path from counts to a figure in 0..1: value, counts, both intervals, what is missing. */
export function measureRatio(sample: Sample, rule: RatioRule): Figure {
  const strata = toStrata(sample, rule);
  const estimate = estimateRatio(strata);
  const counts = countAll(sample, strata);
  if (estimate === null) return { value: null, ...counts, panel: null, market: null };
  const figure = { value: estimate.value, ...counts, panel: panelInterval(estimate), market: marketInterval(estimate) };
  return isFlagged(sample) ? widen(figure, sample, strata, rule.most ?? 1) : figure;
}

export const toStrata = (sample: Sample, rule: RatioRule): Stratum[] =>
  sample.stages.map(({ weight, prompts }) => ({
    weight,
    prompts: prompts.map(({ cluster, cell }) => ({ cluster, weight: cell.weight, sums: rule.sums(cell.counts, cell) })),
  }));

export type FigureCounts = Pick<Figure, 'numerator' | 'denominator' | 'prompts' | 'intents' | 'runs' | 'missing'>;

/** Counts over the whole sample; `prompts` and `intents` are those with an observation that the metric can use. */
export function countAll({ runs, missing }: Sample, strata: readonly Stratum[]): FigureCounts {
  const result = { numerator: 0, denominator: 0, prompts: 0, intents: 0, runs, missing };
  const seen: boolean[] = [];
  for (const { prompts } of strata) {
    for (const { cluster, sums } of prompts) {
      if (sums.n === 0) continue;
      result.numerator += sums.x;
      result.denominator += sums.y;
      result.prompts++;
      if (seen[cluster] === true) continue;
      seen[cluster] = true;
      result.intents++;
    }
  }
  return result;
}

export const isFlagged = ({ missing, asked }: Sample): boolean => missing > toleratedMissing * asked;

/** From the lower bound if every missing answer had missed to the upper one if every one had hit. */
function widen(figure: Figure, sample: Sample, strata: Stratum[], most: number): Figure {
  const worst = estimateRatio(fillMissing(sample, strata, 0));
  const best = estimateRatio(fillMissing(sample, strata, most));
  if (worst === null || best === null) return { ...figure, flagged: true };
  const reach = (interval: Interval | null, low: Interval | null, high: Interval | null): Interval | null =>
    interval && low && high && [Math.min(interval[0], low[0]), Math.max(interval[1], high[1])];
  return {
    ...figure,
    panel: reach(figure.panel, panelInterval(worst), panelInterval(best)),
    market: reach(figure.market, marketInterval(worst), marketInterval(best)),
    flagged: true,
  };
}

/** Every missing observation answered, with the prompt's usual denominator or at least 1, and at most `most` of it in x. */
const fillMissing = (sample: Sample, strata: Stratum[], most: number): Stratum[] =>
  strata.map(({ weight, prompts }, s) => ({
    weight,
    prompts: prompts.map((prompt, i) => {
      const { sums } = prompt;
      const y = sums.n > 0 ? Math.max(1, sums.y / sums.n) : 1;
      return { ...prompt, sums: addAlike(sums, sample.stages[s]?.prompts[i]?.cell.counts.failed ?? 0, Math.min(y, most), y) };
    }),
  }));

const addAlike = (sums: Sums, times: number, x: number, y: number): Sums => ({
  n: sums.n + times,
  x: sums.x + times * x,
  y: sums.y + times * y,
  xx: sums.xx + times * x * x,
  xy: sums.xy + times * x * y,
  yy: sums.yy + times * y * y,
});
