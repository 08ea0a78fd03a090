import type { Figure } from './cell.ts';
import type { Sample } from './sample.ts';

/** `ratio`: 0..1; `difference`: −1..1; `position`: from 1 on, lower is better. */
export type MetricUnit = 'ratio' | 'difference' | 'position';

/** How a figure is had from counts. `compute` is pure; no data gives a figure whose value is null. */
export type Metric<Id extends string = string> = { id: Id; unit: MetricUnit; compute(sample: Sample): Figure };

export const defineMetric = <const Id extends string>(metric: Metric<Id>): Metric<Id> => metric;
