import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums } from './measure-ratio.ts';

/** Mention rate: the share of answers that name the brand, prompt by prompt, then the weighted mean of prompts (metrics.md). */
export const visibility = defineMetric({
  id: 'visibility',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, visible }) => rateSums(answered, visible) }),
});
