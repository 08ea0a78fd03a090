import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** The share of all answers that name the brand among the first three of the panel. */
export const top3Rate = defineMetric({
  id: 'top3Rate',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, top3 }) => rateSums(answered, top3) }),
});
