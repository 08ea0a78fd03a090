import { z95 } from './normal.ts';

/** Both bounds in the unit of what they bound. */
export type Bounds = readonly [low: number, high: number];

/**
 * Wilson score interval of a proportion `p` in 0..1; `n` > 0 may be fractional (an effective sample size), `quantile` is
 * the normal's or t's (default: 95 %). Wilson 1927. Always contains `p`. @returns [low, high] in 0..1, null if n is not > 0
 */
export function wilson(p: number, n: number, quantile: number = z95): Bounds | null {
  if (!(n > 0)) return null;
  if (n === Infinity) return [p, p];
  const q2 = quantile * quantile;
  const centre = (p + q2 / (2 * n)) / (1 + q2 / n);
  const half = (quantile / (1 + q2 / n)) * Math.sqrt((p * (1 - p)) / n + q2 / (4 * n * n));
  // Rounding must not push a bound past 0, 1 or the value itself.
  const low = p === 0 ? 0 : Math.max(0, Math.min(p, centre - half));
  const high = p === 1 ? 1 : Math.min(1, Math.max(p, centre + half));
  return [low, high];
}
