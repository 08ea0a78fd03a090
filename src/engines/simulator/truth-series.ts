import type { Stage } from '../../domain/journey.ts';
import type { Market } from './market.ts';
import { normalise } from './simulator.ts';
import type { KnownPrompt } from './simulator.ts';
import { hourMs } from '../../domain/durations.ts';

export type TruthSeriesQuery = {
  brand: string;
  engine: string;
  stage: Stage;
  /** `to` is exclusive. Both are taken as they are; weeks and months start on UTC Mondays and firsts. */
  from: Date;
  to: Date;
  granularity: 'day' | 'week' | 'month';
  /** The panel: only those of the stage count. Without prompts the value is the market's. */
  prompts?: readonly KnownPrompt[];
};

export type TruthPoint = { from: Date; to: Date; value: number };

/** The true visibility by period: the mean over the prompts and over the moments of the period (every six hours). */
export function truthSeries(market: Market, query: TruthSeriesQuery): TruthPoint[] {
  const points: TruthPoint[] = [];
  for (let from = query.from; from < query.to;) {
    const next = nextPeriod(from, query.granularity);
    const to = next < query.to ? next : query.to;
    points.push({ from, to, value: meanOver(market, query, from, to) });
    from = next;
  }
  return points;
}

/** The true visibility of a panel of prompts at one moment: each prompt counts the same. */
export function panelTruth(
  market: Market,
  query: { brand: string; engine: string; stage: Stage; at: Date; prompts?: readonly KnownPrompt[] },
): number {
  const prompts = query.prompts?.filter((prompt) => prompt.stage === query.stage);
  if (prompts === undefined || prompts.length === 0) return market.truth(query);
  const sum = prompts.reduce((total, { intent, text }) => total + market.truth({ ...query, intent, wording: normalise(text) }), 0);
  return sum / prompts.length;
}

function meanOver(market: Market, query: TruthSeriesQuery, from: Date, to: Date): number {
  const steps = Math.max(1, Math.round((to.getTime() - from.getTime()) / (6 * hourMs)));
  const stepMs = (to.getTime() - from.getTime()) / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += panelTruth(market, { ...query, at: new Date(from.getTime() + (i + 0.5) * stepMs) });
  return sum / steps;
}

function nextPeriod(from: Date, granularity: TruthSeriesQuery['granularity']): Date {
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  if (granularity === 'month') return new Date(Date.UTC(year, month + 1, 1));
  if (granularity === 'day') return new Date(Date.UTC(year, month, day + 1));
  const daysToMonday = 7 - ((from.getUTCDay() + 6) % 7);
  return new Date(Date.UTC(year, month, day + daysToMonday));
}
