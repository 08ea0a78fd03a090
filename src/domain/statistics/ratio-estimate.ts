/**
 * What `n` observations add up to for a ratio of a numerator x to a denominator y (a plain rate has y = 1): Σx, Σy, Σx²,
 * Σxy, Σy².
 */
export type Sums = { n: number; x: number; y: number; xx: number; xy: number; yy: number };

/** One prompt: its weight, > 0, and its intent's number from 0 on, the same in every stratum. */
export type PromptSums = { cluster: number; weight: number; sums: Sums };

/** Prompts that make one stage (or one engine's stage), and its weight in the total, > 0. */
export type Stratum = { weight: number; prompts: readonly PromptSums[] };

/**
 * Sums over prompts of products in x, y, kept apart so that those of the residual x − v·y are had for any v without going
 * through the prompts again: xx − 2v·xy + v²·yy (linearisation of a ratio, Woodruff 1971).
 */
export type Products = { xx: number; xy: number; yy: number };

/** A stratum in which something was measured. */
export type StratumRatio = {
  prompts: readonly PromptSums[];
  /** Its part of the total; the shares of all strata add up to 1. */
  share: number;
  totalWeight: number;
  /** Weighted mean of y over the prompts, and the ratio. */
  y: number;
  value: number;
  /** Weighted mean over prompts of the products' means. */
  plain: Products;
  /** Σ (w/Σw)² s²/R of the prompts' own (co)variances, for prompts with two observations or more. */
  within: Products;
  /** The sums of squares behind `within`, pooled; their degrees of freedom; Σ (w/Σw)²/R of the prompts with one. */
  pooled: Products;
  freedom: number;
  singles: number;
  /** Σ (w/Σw)²/R: one over the number of observations where weights and runs are even. */
  inverseAnswers: number;
};

export type RatioEstimate = {
  value: number;
  strata: StratumRatio[];
  /** Observations on the rarer side, hits or misses, as (Σx)²/Σx²: their count for 0/1, fewer where some weigh more. */
  rareEvents: number;
};

export const squareAt = ({ xx, xy, yy }: Products, value: number): number => Math.max(0, xx - 2 * value * xy + value * value * yy);

/**
 * Ratio of prompt-weighted sums, Σ w x̄ / Σ w ȳ within each stratum, then the mean of the strata by their weights; strata
 * where nothing was measured (no observations, or y = 0 throughout) leave theirs to the others.
 * @returns null where no stratum was measured
 */
export function estimateRatio(strata: readonly Stratum[]): RatioEstimate | null {
  const measured: StratumRatio[] = [];
  const total: Sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  let totalShare = 0;
  for (const stratum of strata) {
    const ratio = stratumRatio(stratum, total);
    if (ratio === null) continue;
    measured.push(ratio);
    totalShare += ratio.share;
  }
  if (measured.length === 0) return null;
  let value = 0;
  for (const ratio of measured) {
    ratio.share /= totalShare;
    value += ratio.share * ratio.value;
  }
  return { value, strata: measured, rareEvents: rareEvents(total) };
}

function rareEvents({ x, y, xx, xy, yy }: Sums): number {
  const restSq = yy - 2 * xy + xx;
  return Math.min(xx > 0 ? (x * x) / xx : 0, restSq > 0 ? (y - x) ** 2 / restSq : 0);
}

const noProducts = (): Products => ({ xx: 0, xy: 0, yy: 0 });

function addProducts(sum: Products, factor: number, xx: number, xy: number, yy: number): void {
  sum.xx += factor * xx;
  sum.xy += factor * xy;
  sum.yy += factor * yy;
}

function stratumRatio({ weight: share, prompts }: Stratum, total: Sums): StratumRatio | null {
  let totalWeight = 0;
  for (const { weight, sums } of prompts) if (sums.n > 0) totalWeight += weight;
  const [plain, within, pooled] = [noProducts(), noProducts(), noProducts()];
  const [sum, result] = [
    { x: 0, y: 0 },
    { freedom: 0, singles: 0, inverseAnswers: 0 },
  ];
  for (const { weight, sums } of prompts) {
    const { n, x, y, xx, xy, yy } = sums;
    if (n === 0) continue;
    const part = weight / totalWeight;
    sum.x += (part * x) / n;
    sum.y += (part * y) / n;
    addProducts(plain, part / n, xx, xy, yy);
    addProducts(total, 1, xx, xy, yy);
    total.x += x;
    total.y += y;
    const factor = (part * part) / n;
    result.inverseAnswers += factor;
    if (n === 1) {
      result.singles += factor;
      continue;
    }
    result.freedom += n - 1;
    addProducts(within, factor / (n - 1), xx - (x * x) / n, xy - (x * y) / n, yy - (y * y) / n);
    addProducts(pooled, 1, xx - (x * x) / n, xy - (x * y) / n, yy - (y * y) / n);
  }
  if (!(sum.y > 0)) return null;
  return { prompts, share, totalWeight, y: sum.y, value: sum.x / sum.y, plain, within, pooled, ...result };
}
