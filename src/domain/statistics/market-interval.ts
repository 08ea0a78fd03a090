import { answersWorth, limitWorth } from './answers-worth.ts';
import type { RatioEstimate, StratumRatio } from './ratio-estimate.ts';
import { t95 } from './student-t.ts';
import { wilson, type Bounds } from './wilson.ts';

/** Below this an interval for the market would promise more than it can keep. */
export const fewestIntents = 10;

// What answers to one intent have in common before any evidence: their correlation, and the number of rare answers it
// weighs as much as. Found by tests/bench/calibration.ts.
const priorCorrelation = 0.13;
const priorEvents = 1;

/** Variance of an estimate over redrawn intents, in the square of its unit, and its degrees of freedom. */
export type ClusterVariance = { variance: number; freedom: number };

/**
 * 95 % interval of a ratio for the questions the panel stands for: intents are clusters. n_eff = V(1−V)/(s²/G) from the
 * variance s² of the G intent means, at most the number of answers; Wilson with the t quantile of G−1 (metrics.md). As far
 * as few answers are hits or misses, s² is drawn to what a usual correlation within intents gives: a size between G and the
 * number of answers where intents do not vary. The degrees of freedom grow by the part of the variance that need not be
 * estimated (Satterthwaite 1946): that of the prior, and that of independent answers, which follows from V.
 * @returns bounds in 0..1, or null under 10 intents
 */
export function marketInterval(estimate: RatioEstimate): Bounds | null {
  const clusters = clusterVariance(estimate);
  if (clusters === null) return null;
  const { value, rareEvents } = estimate;
  const answers = answersWorth(estimate);
  const plain = (value * (1 - value)) / answers;
  const measured = plain > 0 ? (clusters.variance / plain) * rareEvents : 0;
  const prior = priorEvents * (1 + priorCorrelation * Math.max(0, answers / intentsWorth(estimate) - 1));
  const designEffect = Math.max(1, (measured + prior) / (rareEvents + priorEvents));
  // 1 for intents that differ much, 0 where answers are as good as independent or the prior says all.
  const estimated = (measured / (measured + prior)) * Math.sqrt(1 - 1 / designEffect ** 2);
  // Rounded down, so that few quantiles are ever computed.
  const freedom = Math.min(1e6, Math.floor(clusters.freedom / estimated ** 2));
  return wilson(value, answers / designEffect, t95(freedom));
}

/**
 * Variance over redrawn intents by ultimate clusters of linearised residuals; s²/G for one stratum with even weights. An
 * intent that is asked in several strata is one cluster. @returns null under 10 intents, or where a stratum has only one
 */
export function clusterVariance({ strata }: RatioEstimate): ClusterVariance | null {
  const totals: number[] = [];
  let spread = 0;
  let squares = 0;
  for (const stratum of strata) {
    const sums = clusterResiduals(stratum);
    const count = countFilled(sums);
    if (count < 2) return null;
    const scale = stratum.share * Math.sqrt(count / (count - 1));
    let own = 0;
    sums.forEach((sum, cluster) => {
      totals[cluster] = (totals[cluster] ?? 0) + scale * sum;
      own += (scale * sum) ** 2;
    });
    spread += own;
    squares += own ** 2 / (count - 1);
  }
  const intents = countFilled(totals);
  if (intents < fewestIntents) return null;
  // With one stratum the degrees of freedom are G − 1 exactly.
  const freedom = strata.length > 1 && squares > 0 ? spread ** 2 / squares : intents - strata.length;
  return { variance: totals.reduce((sum, total) => sum + total * total, 0), freedom };
}

/** By intent, what it adds to the estimate's linearised error: Σ w (x̄ − v·ȳ) / (Σw · ȳ). */
function clusterResiduals({ prompts, totalWeight, y, value }: StratumRatio): number[] {
  const sums: number[] = [];
  const scale = 1 / (totalWeight * y);
  for (const { cluster, weight, sums: own } of prompts) {
    if (own.n > 0) sums[cluster] = (sums[cluster] ?? 0) + (scale * weight * (own.x - value * own.y)) / own.n;
  }
  return sums;
}

// `forEach` and `reduce` visit only what was set: a stratum need not have every intent.
const countFilled = (values: number[]): number => values.reduce((count) => count + 1, 0);

/** Intents as a number of observations of a proportion: G where weights are even. */
const intentsWorth = ({ strata }: RatioEstimate): number =>
  limitWorth(strata, ({ prompts, totalWeight }) => {
    const weights: number[] = [];
    for (const { cluster, weight, sums } of prompts) {
      if (sums.n > 0) weights[cluster] = (weights[cluster] ?? 0) + weight / totalWeight;
    }
    return weights.reduce((sum, weight) => sum + weight * weight, 0);
  });
