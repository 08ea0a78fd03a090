import { answersWorth } from './answers-worth.ts';
import { squareAt, type RatioEstimate, type StratumRatio } from './ratio-estimate.ts';
import { wilson, type Bounds } from './wilson.ts';

/** How many rare answers it takes for the prompts' own variances to weigh as much as the plain binomial one. */
const priorEvents = 2;

/**
 * 95 % interval of a ratio for these exact prompts. The variance is stratified by prompt, Σ w² s²/R with s² around the
 * prompt's own mean (of linearised residuals where the denominator varies), and Wilson is taken on the effective sample
 * size V(1−V)/Var (metrics.md). @returns bounds in 0..1
 */
export function panelInterval(estimate: RatioEstimate): Bounds | null {
  const answers = answersWorth(estimate);
  return wilson(estimate.value, answers / designEffect(estimate, answers));
}

/** Variance of the estimate over repeated asking of the same prompts, Σ w² s²/R, in the square of the ratio's unit. */
export function panelVariance({ strata }: RatioEstimate): number {
  let variance = 0;
  for (const stratum of strata) variance += stratum.share ** 2 * withinVariance(stratum);
  return variance;
}

/**
 * Stratified over plain variance, at most 1: asking the same prompts again varies less than asking any prompts. Drawn to 1
 * as far as few answers carry the evidence, so that three hits that all fell on one prompt do not look certain.
 */
function designEffect(estimate: RatioEstimate, answers: number): number {
  const { value, strata, rareEvents } = estimate;
  const plain = (value * (1 - value)) / answers;
  if (!(plain > 0) || strata.every(({ freedom }) => freedom === 0)) return 1;
  const ratio = panelVariance(estimate) / plain;
  return Math.min(1, (rareEvents * ratio + priorEvents) / (rareEvents + priorEvents));
}

/** A prompt with a single answer takes the others' pooled s²; where all have one, answers are taken as drawn from all. */
function withinVariance({ within, pooled, plain, freedom, singles, value, y }: StratumRatio): number {
  const typical = freedom > 0 ? squareAt(pooled, value) / freedom : squareAt(plain, value);
  return (squareAt(within, value) + singles * typical) / y ** 2;
}
