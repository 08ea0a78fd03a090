import { squareAt, type RatioEstimate, type StratumRatio } from './ratio-estimate.ts';

/**
 * The number of independent observations of a proportion that would tell as much as these answers would, were they drawn
 * from all prompts alike: the number of answers for a rate with even weights and runs, of mentions for a share of them.
 */
export function answersWorth({ value, strata }: RatioEstimate): number {
  const spread = value * (1 - value);
  let variance = 0;
  for (const stratum of strata) variance += stratum.share ** 2 * plainVariance(stratum, value);
  return spread > 0 && variance > 0 ? spread / variance : limitWorth(strata, ({ inverseAnswers }) => inverseAnswers);
}

/** The same where no answer differs from another: the limit for a rare numerator. `inverse` is one over the size. */
export function limitWorth(strata: readonly StratumRatio[], inverse: (stratum: StratumRatio) => number): number {
  let sum = 0;
  for (const stratum of strata) sum += (stratum.share ** 2 * inverse(stratum)) / stratum.y;
  return 1 / sum;
}

/** Residuals are taken around the whole estimate's value, as V(1−V) is. */
const plainVariance = ({ plain, inverseAnswers, y }: StratumRatio, value: number): number =>
  (squareAt(plain, value) * inverseAnswers) / y ** 2;
