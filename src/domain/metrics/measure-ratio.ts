import { marketInterval } from '../statistics/market-interval.ts';
import { panelInterval } from '../statistics/panel-interval.ts';
import { estimateRatio, type PromptSums, type RatioEstimate, type Stratum } from '../statistics/ratio-estimate.ts';
import type { CellCounts, Figure, Interval } from './cell.ts';
import type { Sample } from './sample.ts';

/** Over the `n` observations that count: Σx, Σy, Σx², Σxy, Σy². */
export type Sums = Omit<PromptSums, 'cluster' | 'weight'>;

export type RatioRule = {
  sums(counts: CellCounts): Sums;
  /** Raw counts to show; Σx and Σy unless said. */
  numerator?(counts: CellCounts): number;
  denominator?(counts: CellCounts): number;
  /** The most that one answer can add to x, for the best case of missing ones (1 unless said). */
  most?: number;
};

/** Above this share of missing observations the interval covers the best and the worst case. */
export const toleratedMissing = 0.05;

/** A 0/1 per observation: x = x², and y = 1. */
export const rateSums = (n: number, x: number): Sums => ({ n, x, y: n, xx: x, xy: x, yy: n });

/** A part of a 0/1 subset: of the `y` of `n` observations that qualify, `x` do. */
export const shareSums = (n: number, x: number, y: number): Sums => ({ n, x, y, xx: x, xy: x, yy: y });

/** The one path from counts to a figure in 0..1: value, counts, both intervals, what is missing. */
export function measureRatio(sample: Sample, rule: RatioRule): Figure {
  const strata = toStrata(sample, rule);
  const estimate = estimateRatio(strata);
  const counts = countAll(sample, rule);
  if (estimate === null) return { value: null, ...counts, panel: null, market: null };
  const figure: Figure = {
    value: estimate.value,
    ...counts,
    panel: panelInterval(estimate),
    market: marketInterval(estimate),
  };
  return isFlagged(sample) ? widen(figure, sample, strata, estimate, rule.most ?? 1) : figure;
}

export const toStrata = (sample: Sample, rule: RatioRule): Stratum[] =>
  sample.stages.map(({ weight, prompts }) => ({
    weight,
    prompts: prompts.map(({ cluster, cell }) => ({ cluster, weight: cell.weight, ...rule.sums(cell.counts) })),
  }));

export type FigureCounts = Pick<Figure, 'numerator' | 'denominator' | 'prompts' | 'intents' | 'runs' | 'missing'>;

/** Counts over the whole sample; `prompts` and `intents` are those with an observation that the metric can use. */
export function countAll({ stages }: Sample, rule: RatioRule): FigureCounts {
  const result = { numerator: 0, denominator: 0, prompts: 0, intents: 0, runs: 0, missing: 0 };
  const intents = new Set<number>();
  for (const { prompts } of stages) {
    for (const { cluster, cell } of prompts) {
      const { counts } = cell;
      const { n, x, y } = rule.sums(counts);
      result.numerator += rule.numerator === undefined ? x : rule.numerator(counts);
      result.denominator += rule.denominator === undefined ? y : rule.denominator(counts);
      result.runs += counts.answered;
      result.missing += counts.failed;
      if (n === 0) continue;
      result.prompts++;
      intents.add(cluster);
    }
  }
  result.intents = intents.size;
  return result;
}

export function isFlagged({ stages }: Sample): boolean {
  let failed = 0;
  let asked = 0;
  for (const { prompts } of stages) {
    for (const { cell } of prompts) {
      failed += cell.counts.failed;
      asked += cell.counts.answered + cell.counts.noAnswer + cell.counts.refused + cell.counts.failed;
    }
  }
  return failed > toleratedMissing * asked;
}

/** From the lower bound if every missing answer had missed to the upper one if every one had hit. */
function widen(figure: Figure, sample: Sample, strata: Stratum[], estimate: RatioEstimate, most: number): Figure {
  const y = estimate.strata.reduce((sum, stratum) => sum + stratum.share * stratum.y, 0);
  const worst = estimateRatio(fillMissing(sample, strata, y, 0));
  const best = estimateRatio(fillMissing(sample, strata, y, Math.min(y, most)));
  if (worst === null || best === null) return { ...figure, flagged: true };
  const reach = (low: Interval | null, high: Interval | null): Interval | null => (low && high ? [low[0], high[1]] : null);
  return {
    ...figure,
    panel: reach(panelInterval(worst), panelInterval(best)),
    market: figure.market === null ? null : reach(marketInterval(worst), marketInterval(best)),
    flagged: true,
  };
}

/** Every missing observation answered: with the mean denominator `y`, and `x` in the numerator. */
const fillMissing = (sample: Sample, strata: Stratum[], y: number, x: number): Stratum[] =>
  strata.map((stratum, s) => ({
    weight: stratum.weight,
    prompts: stratum.prompts.map((sums, i) => {
      const missing = sample.stages[s]?.prompts[i]?.cell.counts.failed ?? 0;
      return {
        ...sums,
        n: sums.n + missing,
        x: sums.x + missing * x,
        y: sums.y + missing * y,
        xx: sums.xx + missing * x * x,
        xy: sums.xy + missing * x * y,
        yy: sums.yy + missing * y * y,
      };
    }),
  }));
