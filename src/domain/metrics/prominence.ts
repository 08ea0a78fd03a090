import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';

/** A sentence of an answer: its length in words, and the brands named in it. */
export type NamedSentence = { words: number; brands: readonly string[] };

/**
 * How much of an answer each brand has: a sentence s = 0 … N−1 of N counts words · exp(−s/(N−1)), shared evenly among the
 * brands in it. Aggarwal et al. 2024 (GEO), position-adjusted word count. @returns shares that add up to 1; empty where no
 * brand is named
 */
export function prominenceShares(sentences: readonly NamedSentence[]): Map<string, number> {
  const shares = new Map<string, number>();
  let total = 0;
  sentences.forEach(({ words, brands }, s) => {
    const named = new Set(brands);
    if (named.size === 0) return;
    const weight = words * Math.exp(-s / Math.max(1, sentences.length - 1));
    total += weight;
    for (const brand of named) shares.set(brand, (shares.get(brand) ?? 0) + weight / named.size);
  });
  return new Map([...shares].flatMap(([brand, weight]) => (total > 0 ? [[brand, weight / total]] : [])));
}

/** The brand's share of the position-adjusted words, averaged over the answers that name any brand of the panel. */
export const prominence = defineMetric({
  id: 'prominence',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, {
      sums: ({ answered, prominence: x = 0, prominenceSq: xx = 0, naming: y = 0 }) => ({ n: answered, x, y, xx, xy: x, yy: y }),
    }),
});
