import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** The share of observations in which the engine showed no answer at all; failed ones are missing, not counted. */
export const noAnswerRate = defineMetric({
  id: 'noAnswerRate',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, { sums: ({ answered, noAnswer, refused }) => rateSums(answered + noAnswer + refused, noAnswer) }),
});
