import type { CellCounts, Figure, Interval } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { measureRatio, shareSums } from './measure-ratio.ts';
import type { Sample } from './sample.ts';

/** Answers that name the brand and whose tone towards it could be told; where none could, sentiment was not measured. */
const told = ({ positive, neutral, negative, mixed }: CellCounts) => positive + neutral + negative + mixed;

const toneShare = (sample: Sample, tone: 'positive' | 'neutral' | 'negative' | 'mixed') =>
  measureRatio(sample, { sums: (counts) => shareSums(counts.answered, counts[tone], told(counts)) });

/** The share of the brand's mentions, once an answer, with a positive tone. The four shares add up to 1. */
export const positiveShare = defineMetric({ id: 'positiveShare', unit: 'ratio', compute: (sample) => toneShare(sample, 'positive') });
export const neutralShare = defineMetric({ id: 'neutralShare', unit: 'ratio', compute: (sample) => toneShare(sample, 'neutral') });
export const negativeShare = defineMetric({ id: 'negativeShare', unit: 'ratio', compute: (sample) => toneShare(sample, 'negative') });
export const mixedShare = defineMetric({ id: 'mixedShare', unit: 'ratio', compute: (sample) => toneShare(sample, 'mixed') });

/**
 * Positive less negative share, −1..1. Measured as a mean in 0..1 of 1 for positive, ½ for neutral and mixed, 0 for
 * negative, and stretched; so its intervals stay within −1..1.
 */
export const netSentiment = defineMetric({
  id: 'netSentiment',
  unit: 'difference',
  compute(sample) {
    const half = measureRatio(sample, {
      sums(counts) {
        const between = counts.neutral + counts.mixed;
        const x = counts.positive + between / 2;
        const y = told(counts);
        return { n: counts.answered, x, y, xx: counts.positive + between / 4, xy: x, yy: y };
      },
    });
    return {
      ...half,
      value: half.value === null ? null : stretch(half.value),
      numerator: 2 * half.numerator - half.denominator,
      panel: stretchInterval(half.panel),
      market: stretchInterval(half.market),
    } satisfies Figure;
  },
});

const stretch = (share: number) => 2 * share - 1;
const stretchInterval = (interval: Interval | null): Interval | null =>
  interval === null ? null : [stretch(interval[0]), stretch(interval[1])];
