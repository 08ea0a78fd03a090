import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** The share of observations in which the engine declined to answer; failed ones are missing, not counted. */
export const refusalRate = defineMetric({
  id: 'refusalRate',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, { sums: ({ answered, noAnswer, refused }) => rateSums(answered + noAnswer + refused, refused) }),
});
