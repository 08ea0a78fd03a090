import { residual, squaredResidual, type RatioEstimate, type StratumRatio } from './ratio-estimate.ts';
import { wilson, type Bounds } from './wilson.ts';

/** How many more rare answers than this it takes for the prompts' own variances to outweigh the plain binomial one. */
const priorEvents = 2;

/**
 * 95 % interval of a ratio for these exact prompts. The variance is stratified by prompt, Σ w² s²/R with s² around the
 * prompt's own mean (of linearised residuals where the denominator varies), and Wilson is taken on the effective sample
 * size V(1−V)/Var (metrics.md). @returns bounds in 0..1, or null where there are no observations
 */
export function panelInterval(estimate: RatioEstimate): Bounds | null {
  const { value } = estimate;
  return wilson(value, answersWorth(estimate) / designEffect(estimate), undefined);
}

/** Variance of the estimate over repeated asking of the same prompts: Σ w² s²/R. In the square of the ratio's unit. */
export function panelVariance(estimate: RatioEstimate): number {
  return estimate.strata.reduce((sum, stratum) => sum + stratum.share ** 2 * withinVariance(stratum), 0);
}

/** Number of independent observations of a proportion that would tell as much as these answers drawn without prompts. */
export function answersWorth(estimate: RatioEstimate): number {
  const { value, strata } = estimate;
  const variance = strata.reduce((sum, stratum) => sum + stratum.share ** 2 * unstratifiedVariance(stratum, value), 0);
  const spread = value * (1 - value);
  if (spread > 0 && variance > 0) return spread / variance;
  // No answer differs from another: the limit of the above for a rare numerator.
  return 1 / strata.reduce((sum, stratum) => sum + (stratum.share ** 2 * inverseAnswers(stratum)) / stratum.y, 0);
}

/**
 * Stratified over plain variance, at most 1: asking the same prompts again varies less than asking any prompts. Drawn to 1
 * as far as few answers carry the evidence, so that three hits that all fell on one prompt do not look certain.
 */
function designEffect(estimate: RatioEstimate): number {
  const { value, strata } = estimate;
  if (!strata.some(({ prompts }) => prompts.some(({ n }) => n > 1))) return 1;
  const plain = (value * (1 - value)) / answersWorth(estimate);
  if (!(plain > 0)) return 1;
  const events = rareEvents(estimate);
  const ratio = panelVariance(estimate) / plain;
  return Math.min(1, (events * ratio + priorEvents) / (events + priorEvents));
}

/** Answers on the rarer side, hits or misses, as (Σx)²/Σx²: the count for 0/1, fewer where some weigh more. */
function rareEvents({ strata }: RatioEstimate): number {
  let x = 0;
  let xx = 0;
  let rest = 0;
  let restSq = 0;
  for (const { prompts } of strata) {
    for (const prompt of prompts) {
      x += prompt.x;
      xx += prompt.xx;
      rest += prompt.y - prompt.x;
      restSq += prompt.yy - 2 * prompt.xy + prompt.xx;
    }
  }
  return Math.min(xx > 0 ? (x * x) / xx : 0, restSq > 0 ? (rest * rest) / restSq : 0);
}

/** Σ w² s²/R of one stratum; a prompt with a single answer takes the others' pooled s². */
function withinVariance(stratum: StratumRatio): number {
  const { prompts, value, totalWeight, y } = stratum;
  let squares = 0;
  let freedom = 0;
  let variance = 0;
  let singles = 0;
  for (const prompt of prompts) {
    const factor = (prompt.weight / (totalWeight * y)) ** 2 / prompt.n;
    if (prompt.n === 1) {
      singles += factor;
      continue;
    }
    const around = Math.max(0, squaredResidual(prompt, value) - residual(prompt, value) ** 2 / prompt.n);
    squares += around;
    freedom += prompt.n - 1;
    variance += (factor * around) / (prompt.n - 1);
  }
  if (singles === 0) return variance;
  return variance + singles * (freedom > 0 ? squares / freedom : meanSquare(stratum, value));
}

/** Variance if every answer were drawn from all prompts alike, residuals taken around the whole estimate's value. */
const unstratifiedVariance = (stratum: StratumRatio, value: number): number =>
  (meanSquare(stratum, value) * inverseAnswers(stratum)) / stratum.y ** 2;

function meanSquare({ prompts, totalWeight }: StratumRatio, value: number): number {
  let sum = 0;
  for (const prompt of prompts) sum += (prompt.weight * squaredResidual(prompt, value)) / prompt.n;
  return sum / totalWeight;
}

/** Σ (w/Σw)²/R: one over the number of answers where weights and runs are even. */
function inverseAnswers({ prompts, totalWeight }: StratumRatio): number {
  let sum = 0;
  for (const { weight, n } of prompts) sum += (weight / totalWeight) ** 2 / n;
  return sum;
}
