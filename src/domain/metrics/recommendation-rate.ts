import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** The share of all answers that recommend the brand as a choice. */
export const recommendationRate = defineMetric({
  id: 'recommendationRate',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, recommended }) => rateSums(answered, recommended) }),
});
