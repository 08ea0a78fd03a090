import { defineMetric } from './define-metric.ts';
import { measureRatio, rateSums, shareSums } from './measure-ratio.ts';

/** The share of all answers that cite a page of the brand's own domains. */
export const citationRate = defineMetric({
  id: 'citationRate',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, cited }) => rateSums(answered, cited) }),
});

/** The same among the answers that cite any page. */
export const citationRateAmongCiting = defineMetric({
  id: 'citationRateAmongCiting',
  unit: 'ratio',
  compute: (sample) => measureRatio(sample, { sums: ({ answered, cited, withCitation }) => shareSums(answered, cited, withCitation) }),
});
