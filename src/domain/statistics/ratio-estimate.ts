/**
 * What the `n` observations of one prompt add up to, for a ratio of a numerator x to a denominator y (a plain rate has
 * y = 1): Σx, Σy, Σx², Σxy, Σy². `cluster` numbers the prompt's intent from 0 on, the same number in every stratum.
 */
export type PromptSums = { cluster: number; weight: number; n: number; x: number; y: number; xx: number; xy: number; yy: number };

/** Prompts that make one stage (or one engine's stage), and its weight in the total, > 0. */
export type Stratum = { weight: number; prompts: readonly PromptSums[] };

/** A stratum in which something was measured. `share`s add up to 1 over the strata, `y` is the weighted mean of y. */
export type StratumRatio = { share: number; prompts: PromptSums[]; totalWeight: number; x: number; y: number; value: number };

export type RatioEstimate = { value: number; strata: StratumRatio[] };

/** Σ of x − value·y over a prompt's observations: the linearised residual of a ratio (Woodruff 1971), zero in the mean. */
export const residual = (prompt: PromptSums, value: number): number => prompt.x - value * prompt.y;

/** Σ of the squared residuals. */
export const squaredResidual = (prompt: PromptSums, value: number): number =>
  Math.max(0, prompt.xx - 2 * value * prompt.xy + value * value * prompt.yy);

/**
 * Ratio of prompt-weighted sums, Σ w x̄ / Σ w ȳ within each stratum, then the mean of the strata by their weights; strata
 * where nothing was measured (no observations, or y = 0 throughout) leave theirs to the others.
 * @returns null where no stratum was measured
 */
export function estimateRatio(strata: readonly Stratum[]): RatioEstimate | null {
  const measured: StratumRatio[] = [];
  let totalShare = 0;
  for (const stratum of strata) {
    const ratio = stratumRatio(stratum);
    if (ratio === null) continue;
    measured.push(ratio);
    totalShare += ratio.share;
  }
  let value = 0;
  for (const ratio of measured) {
    ratio.share /= totalShare;
    value += ratio.share * ratio.value;
  }
  return measured.length === 0 ? null : { value, strata: measured };
}

function stratumRatio({ weight, prompts }: Stratum): StratumRatio | null {
  const answered: PromptSums[] = [];
  let totalWeight = 0;
  let x = 0;
  let y = 0;
  for (const prompt of prompts) {
    if (prompt.n === 0) continue;
    answered.push(prompt);
    totalWeight += prompt.weight;
    x += (prompt.weight * prompt.x) / prompt.n;
    y += (prompt.weight * prompt.y) / prompt.n;
  }
  if (!(y > 0)) return null;
  return { share: weight, prompts: answered, totalWeight, x: x / totalWeight, y: y / totalWeight, value: x / y };
}
