import type { Random } from './random.ts';

/** A standard normal variate. Box & Muller 1958. */
export const randomNormal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A gamma variate of shape `a` > 0 and scale 1. Marsaglia & Tsang 2000. */
function randomGamma(a: number, random: Random): number {
  if (a < 1) return randomGamma(a + 1, random) * random() ** (1 / a);
  const d = a - 1 / 3;
  for (;;) {
    const x = randomNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A beta variate, `a` and `b` > 0, as a ratio of gamma variates. */
export function randomBeta(a: number, b: number, random: Random): number {
  const [x, y] = [randomGamma(a, random), randomGamma(b, random)];
  return x + y > 0 ? x / (x + y) : a / (a + b);
}
