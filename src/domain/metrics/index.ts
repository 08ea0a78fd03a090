import { averagePosition } from './average-position.ts';
import type { Cell, Figure } from './cell.ts';
import { citationRate, citationRateAmongCiting } from './citation-rate.ts';
import { citationShare } from './citation-share.ts';
import { coverage } from './coverage.ts';
import { firstMention } from './first-mention.ts';
import { meanReciprocalRank } from './mean-reciprocal-rank.ts';
import { noAnswerRate } from './no-answer-rate.ts';
import { prominence } from './prominence.ts';
import { recommendationRate } from './recommendation-rate.ts';
import { refusalRate } from './refusal-rate.ts';
import { retrievedNotCited } from './retrieved-not-cited.ts';
import { toSample, type SampleOptions } from './sample.ts';
import { mixedShare, negativeShare, netSentiment, neutralShare, positiveShare } from './sentiment.ts';
import { shareOfVoice } from './share-of-voice.ts';
import { orderStability, stability } from './stability.ts';
import { top3Rate } from './top3-rate.ts';
import { visibility } from './visibility.ts';
import { winRate } from './win-rate.ts';

/** Every metric, in the order in which figures are printed. A metric is one file and one line here. */
export const metrics = [
  visibility,
  firstMention,
  shareOfVoice,
  citationRate,
  top3Rate,
  meanReciprocalRank,
  averagePosition,
  citationRateAmongCiting,
  citationShare,
  retrievedNotCited,
  winRate,
  prominence,
  recommendationRate,
  positiveShare,
  neutralShare,
  negativeShare,
  mixedShare,
  netSentiment,
  coverage,
  stability,
  orderStability,
  noAnswerRate,
  refusalRate,
] as const;

export type MetricId = (typeof metrics)[number]['id'];
export const metricIds: readonly MetricId[] = metrics.map(({ id }) => id);

/**
 * The figures of one brand from its cells, those of any number of days and engines, in any order: the one path from counts
 * to figures for trends, reports, alerts, export and `wayseen measure`.
 */
export function figures<Id extends MetricId = MetricId>(
  cells: readonly Cell[],
  ids: readonly Id[] = metricIds as readonly Id[],
  options: SampleOptions = {},
): Record<Id, Figure> {
  const sample = toSample(cells, options);
  const wanted = new Set<string>(ids);
  const entries = metrics.filter(({ id }) => wanted.has(id)).map((metric) => [metric.id, metric.compute(sample)] as const);
  return Object.fromEntries(entries) as Record<Id, Figure>;
}
