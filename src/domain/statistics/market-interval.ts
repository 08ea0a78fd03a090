import { answersWorth } from './panel-interval.ts';
import { residual, type RatioEstimate, type StratumRatio } from './ratio-estimate.ts';
import { t95 } from './student-t.ts';
import { wilson, type Bounds } from './wilson.ts';

/** Below this an interval for the market would promise more than it can keep. */
export const fewestIntents = 10;

/**
 * 95 % interval of a ratio for the questions the panel stands for: intents are clusters. n_eff = V(1−V)/(s²/G) from the
 * variance s² of the G intent means, at most the number of answers, and G where the intents do not vary; Wilson with the t
 * quantile of G−1 (metrics.md). @returns bounds in 0..1, or null under 10 intents
 */
export function marketInterval(estimate: RatioEstimate): Bounds | null {
  const { value } = estimate;
  const clusters = clusterResiduals(estimate);
  if (clusters === null) return null;
  const spread = value * (1 - value);
  const { variance, freedom } = clusters;
  const answers = answersWorth(estimate);
  const effective = variance > 0 && spread > 0 ? Math.min(answers, spread / variance) : Math.min(answers, intentsWorth(estimate));
  return wilson(value, effective, t95(freedom));
}

/**
 * Variance of the estimate over redrawn intents, and its degrees of freedom: ultimate clusters, linearised residuals.
 * An intent that is asked in several strata is one cluster. Satterthwaite 1946 for the strata together.
 * @returns null under 10 intents, or where a stratum has only one
 */
export function clusterResiduals({ strata }: RatioEstimate): { variance: number; freedom: number } | null {
  const totals: number[] = [];
  let spread = 0;
  let spreadSq = 0;
  for (const stratum of strata) {
    const sums: number[] = [];
    for (const prompt of stratum.prompts) {
      const part = (prompt.weight * residual(prompt, stratum.value)) / (prompt.n * stratum.totalWeight * stratum.y);
      sums[prompt.cluster] = (sums[prompt.cluster] ?? 0) + part;
    }
    const count = countFilled(sums);
    if (count < 2) return null;
    const scale = stratum.share * Math.sqrt(count / (count - 1));
    let variance = 0;
    sums.forEach((sum, cluster) => {
      totals[cluster] = (totals[cluster] ?? 0) + scale * sum;
      variance += (scale * sum) ** 2;
    });
    spread += variance;
    spreadSq += variance ** 2 / (count - 1);
  }
  const intents = countFilled(totals);
  if (intents < fewestIntents) return null;
  let variance = 0;
  totals.forEach((total) => (variance += total * total));
  // With one stratum this is G − 1 exactly.
  const freedom = strata.length > 1 && spreadSq > 0 ? spread ** 2 / spreadSq : intents - strata.length;
  return { variance, freedom };
}

// `forEach` visits only what was set: a stratum need not have every intent.
function countFilled(values: number[]): number {
  let count = 0;
  values.forEach(() => count++);
  return count;
}

/** Intents as a number of observations of a proportion: G where weights are even. */
function intentsWorth({ strata }: RatioEstimate): number {
  return 1 / strata.reduce((sum, stratum) => sum + (stratum.share ** 2 * inverseIntents(stratum)) / stratum.y, 0);
}

function inverseIntents({ prompts, totalWeight }: StratumRatio): number {
  const weights: number[] = [];
  for (const prompt of prompts) weights[prompt.cluster] = (weights[prompt.cluster] ?? 0) + prompt.weight / totalWeight;
  return weights.reduce((sum, weight) => sum + weight * weight, 0);
}
