import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';

/**
 * Mentions of the brand over mentions of all of the locked panel, once an answer: a ratio of prompt-weighted sums. The
 * denominator is counted in every cell, so that showing fewer brands never shrinks it.
 */
export const shareOfVoice = defineMetric({
  id: 'shareOfVoice',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, {
      sums: ({ answered, visible, besides, brandsNamed, brandsNamedSq }) => ({
        n: answered,
        x: visible,
        y: brandsNamed,
        xx: visible,
        xy: besides,
        yy: brandsNamedSq,
      }),
    }),
});
