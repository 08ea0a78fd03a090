import type { AlertWatch } from '../db/alert-watch.ts';
import type { AcceptedLevel } from '../db/alerts.ts';
import type { Database, Queries } from '../db/client.ts';
import type { WatchOptions } from '../domain/alerts/alert.ts';
import { weekMs } from '../domain/durations.ts';

const halfYearMonths = 6;
const leastWindowMs = 26 * weekMs;

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
  more: Pick<WatchOptions, 'thresholds' | 'accepted' | 'until'> = {},
): WatchOptions => ({ falseAlarmWeeks, floor: { points: floorPoints, relative: floorRelative }, ...more });

/** The levels that were accepted of the alerts of one rule; null: of the watch over all brands. */
export const acceptedOf = (levels: readonly AcceptedLevel[], rule: string | null): AcceptedLevel[] =>
  levels.filter(({ ruleId }) => ruleId === rule);
