import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';

/** Mean over all answers of 1/position, 0 where the brand is absent (Voorhees 1999). */
export const meanReciprocalRank = defineMetric({
  id: 'meanReciprocalRank',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, {
      sums: ({ answered, reciprocalRank, reciprocalRankSq }) => ({
        n: answered,
        x: reciprocalRank,
        y: answered,
        xx: reciprocalRankSq,
        xy: reciprocalRank,
        yy: answered,
      }),
    }),
});
