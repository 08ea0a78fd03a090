import type { Random } from './random.ts';
import type { Bounds } from './wilson.ts';

/** Sample quantile by linear interpolation of the order statistics, `p` in 0..1. Hyndman & Fan 1996, type 7. */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low === high ? low : low + (at - below) * (high - low);
}

/**
 * Percentile bootstrap, 95 %. Each replication draws `size` indices with replacement for every one of `sizes`; `statistic`
 * gets them and may say null where it is undefined. Efron & Tibshirani 1993, chapter 13.
 * @returns null where a bound is not finite or more than a twentieth of the replications was undefined
 */
export function bootstrapInterval(
  sizes: readonly number[],
  statistic: (drawn: Int32Array[]) => number | null,
  random: Random,
  replications = 2000,
): Bounds | null {
  const values = bootstrapSamples(sizes, statistic, random, replications);
  return values.length < 0.95 * replications ? null : percentileInterval(values);
}

/** The statistic of each replication, those left out in which it is undefined. The drawn indices are reused. */
export function bootstrapSamples<T>(
  sizes: readonly number[],
  statistic: (drawn: Int32Array[]) => T | null,
  random: Random,
  replications: number,
): T[] {
  const drawn = sizes.map((size) => new Int32Array(size));
  const values: T[] = [];
  for (let replication = 0; replication < replications; replication++) {
    for (const indices of drawn) {
      for (let i = 0; i < indices.length; i++) indices[i] = Math.floor(random() * indices.length);
    }
    const value = statistic(drawn);
    if (value !== null) values.push(value);
  }
  return values;
}

/** The middle 95 % of `values`. @returns null where a bound is not finite */
export function percentileInterval(values: readonly number[]): Bounds | null {
  const sorted = Float64Array.from(values).toSorted();
  const [low, high] = [sampleQuantile(sorted, 0.025), sampleQuantile(sorted, 0.975)];
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}
