import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** The share of all answers that name the brand before any other of the panel. */
export const firstMention = defineMetric({
  id: 'firstMention',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, first }) => rateSums(answered, first) }),
});
