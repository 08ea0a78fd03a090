const divergence = (p: number, q: number) => (p > 0 ? p * Math.log(p / q) : 0) + (p < 1 ? (1 - p) * Math.log((1 - p) / (1 - q)) : 0);

/**
 * Signed root of the likelihood ratio for two proportions being one, √(2·Σ n·KL(p̂ ‖ pooled)): about standard normal where
 * they are, also for rare events and small numbers, where the plain z is not. McCullagh & Nelder 1989, section 4.5.
 * @param beforeSize,afterSize numbers of observations, fractional where they are effective ones
 * @returns positive where `after` is the higher one; 0 where both are all hits or all misses
 */
export function binomialShift(before: number, beforeSize: number, after: number, afterSize: number): number {
  const pooled = (before * beforeSize + after * afterSize) / (beforeSize + afterSize);
  if (!(pooled > 0 && pooled < 1)) return 0;
  const ratio = 2 * (beforeSize * divergence(before, pooled) + afterSize * divergence(after, pooled));
  return Math.sign(after - before) * Math.sqrt(Math.max(0, ratio));
}
