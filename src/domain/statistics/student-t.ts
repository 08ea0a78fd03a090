import { logGamma, regularizedBeta } from './beta.ts';
import { normalQuantile } from './normal.ts';

/** P(T > t) of Student's t for t ≥ 0; exact in the tail, where 1 − CDF is not. */
const upperTail = (t: number, df: number) => 0.5 * regularizedBeta(df / 2, 0.5, df / (df + t * t));

/** Distribution function of Student's t; `df` > 0, may be fractional. Abramowitz & Stegun 26.7.1. @returns 0..1 */
export const studentTCdf = (t: number, df: number): number => (t < 0 ? upperTail(-t, df) : 1 - upperTail(t, df));

function density(t: number, df: number): number {
  const logScale = logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  return Math.exp(logScale - ((df + 1) / 2) * Math.log1p((t * t) / df));
}

/** Fisher & Cornish's expansion (Abramowitz & Stegun 26.7.5): exact to 1e-10 from 1,000 degrees of freedom on, a start below. */
function expansion(p: number, df: number): number {
  const z = normalQuantile(p);
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return z + (first + (second + (third + fourth / df) / df) / df) / df;
}

/** Newton steps on the tail, kept inside a bracket that is halved whenever a step would leave it. */
function solveUpper(p: number, df: number): number {
  const tail = 1 - p;
  let low = 0;
  let high = 1;
  while (upperTail(high, df) > tail) high *= 2;
  let t = Math.min(Math.max(expansion(p, df), low), high);
  for (let i = 0; i < 200; i++) {
    const excess = upperTail(t, df) - tail;
    if (excess > 0) low = t;
    else high = t;
    const step = t + excess / density(t, df);
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - t) <= 1e-14 * Math.max(1, t)) return next;
    t = next;
  }
  return t;
}

const known = new Map<number, number>();

/**
 * Quantile of Student's t, `p` in (0, 1), `df` > 0 and possibly fractional; accurate to 1e-10. Newton's method on
 * Abramowitz & Stegun 26.7.1, started from 26.7.5; 26.7.5 itself where the gamma functions would lose digits.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) return NaN;
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  if (p === 0.5) return 0;
  return df >= 1000 ? expansion(p, df) : solveUpper(p, df);
}

/** The 97.5 % quantile, for two-sided 95 % intervals; remembered, since the same few degrees of freedom come back. */
export function t95(df: number): number {
  let quantile = known.get(df);
  if (quantile === undefined) {
    quantile = studentTQuantile(0.975, df);
    if (known.size >= 1000) known.clear();
    known.set(df, quantile);
  }
  return quantile;
}
