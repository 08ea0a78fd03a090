import { defineMetric } from './define-metric.ts';
import { measureRatio, shareSums } from './measure-ratio.ts';

/** Of the answers whose engine looked at a page of the brand, the share that cites none of them; null where engines do not tell. */
export const retrievedNotCited = defineMetric({
  id: 'retrievedNotCited',
  unit: 'ratio',
  compute: (sample) =>
    measureRatio(sample, { sums: ({ answered, retrieved = 0, retrievedOnly = 0 }) => shareSums(answered, retrievedOnly, retrieved) }),
});
