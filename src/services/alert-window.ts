import type { AlertWatch } from '../db/alert-watch.ts';
import type { Database, Queries } from '../db/client.ts';
import type { WatchOptions } from '../domain/alerts/alert.ts';

const halfYearMonths = 6;
const leastWindowMs = 26 * 7 * 86_400_000;

export type AlertsTx = Queries & Pick<Database, 'alert' | 'alertRule' | 'alertWatch'>;

/**
 * Where the history that is looked at begins: at a half-year's first day, 26 to 52 weeks ago. A start that moved along with
 * every evaluation would change what was learned, and with it what was found.
 */
export function historyStart(now: number): Date {
  const date = new Date(now - leastWindowMs);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < halfYearMonths ? 0 : halfYearMonths));
}

/** What the watch of a workspace goes by. */
export const watchOptions = (
  { falseAlarmWeeks, floorPoints, floorRelative }: AlertWatch,
  thresholds?: Map<string, number>,
): WatchOptions => ({
  falseAlarmWeeks,
  floor: { points: floorPoints, relative: floorRelative },
  ...(thresholds && { thresholds }),
});
