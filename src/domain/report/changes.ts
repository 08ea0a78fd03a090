import type { Figure } from '../metrics/cell.ts';
import type { ReportChange, ReportShift } from './report.ts';
import { differenceOf } from './shift.ts';

export type ToldAlert = {
  id: string;
  metric: string;
  brand: string | null;
  stage: string | null;
  engine: string | null;
  direction: 'down' | 'up';
  tier: string;
  cause: string | null;
  state: string;
  series: readonly { brand: string; stage: string; engine: string }[];
  before: Figure;
  after: Figure;
  since: Date;
  openedAt: Date;
  recoveredAt: Date | null;
};

/** Alerts that say something of the period (`from`, `to`): opened in it, still open from before, or over in it. What was taken back says nothing. */
export function describeChanges(alerts: readonly ToldAlert[], from: Date, to: Date): ReportChange[] {
  const order = { new: 0, ongoing: 1, recovered: 2 };
  return alerts
    .flatMap((alert): ReportChange[] => {
      const state = stateOf(alert, from, to);
      if (state === null) return [];
      const { id, metric, brand, stage, engine, direction, tier, cause, before, after } = alert;
      const times = { since: alert.since.toISOString(), openedAt: alert.openedAt.toISOString() };
      const figures = { before, after, difference: differenceOf(before, after) };
      return [{ alert: id, metric, brand, stage, engine, direction, tier, cause, state, ...times, ...figures }];
    })
    .toSorted((a, b) => order[a.state] - order[b.state] || (a.openedAt < b.openedAt ? 1 : -1));
}

function stateOf({ state, openedAt, recoveredAt }: ToldAlert, from: Date, to: Date): ReportChange['state'] | null {
  if (state === 'closed' || openedAt >= to) return null;
  if (recoveredAt !== null && recoveredAt < from) return null;
  if (recoveredAt !== null && recoveredAt < to) return 'recovered';
  // What was known as past when it was first seen, and has no end, is the level by now.
  if (state === 'historical' && openedAt < from) return null;
  return openedAt >= from ? 'new' : 'ongoing';
}

/** Is a shift what an alert tells already? */
export const isTold = (shift: ReportShift, alerts: readonly ToldAlert[], changes: readonly ReportChange[]): boolean => {
  const told = new Set(changes.map(({ alert }) => alert));
  return alerts.some(
    ({ id, series }) =>
      told.has(id) && series.some(({ brand, stage, engine }) => brand === shift.brand && stage === shift.stage && engine === shift.engine),
  );
};
