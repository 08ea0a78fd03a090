import { CronExpressionParser } from 'cron-parser';
import { isoWeek, startOfMonth, startOfWeek } from '../period.ts';
import type { PeriodKind } from './report.ts';
import { dayMs, hourMs } from '../durations.ts';

/** Whole days, UTC, as all figures are counted; `to` exclusive. */
export type Days = { from: string; to: string };
export type ReportPeriod = Days & { kind: PeriodKind; label: string; before: Days };

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const shiftDays = (day: string, days: number): string => dayOf(timeOf(day) + days * dayMs);

/** The ISO week or calendar month that a day lies in, or the days given; each with the one before it. */
export function periodOf(kind: 'week' | 'month', day: string): ReportPeriod {
  const from = kind === 'week' ? startOfWeek(day) : startOfMonth(day);
  const to = kind === 'week' ? shiftDays(from, 7) : startOfMonth(shiftDays(from, 32));
  const last = shiftDays(from, -1);
  const before = { from: kind === 'week' ? startOfWeek(last) : startOfMonth(last), to: from };
  return { kind, label: kind === 'week' ? isoWeek(new Date(timeOf(from))) : from.slice(0, 7), from, to, before };
}

export function periodBetween({ from, to }: Days): ReportPeriod {
  for (const kind of ['week', 'month'] as const) {
    const whole = periodOf(kind, from);
    if (whole.from === from && whole.to === to) return whole;
  }
  const days = (timeOf(to) - timeOf(from)) / dayMs;
  return { kind: 'custom', label: `${from} – ${shiftDays(to, -1)}`, from, to, before: { from: shiftDays(from, -days), to: from } };
}

/** What makes a report of the schedule unique: it is made once. */
export const periodKey = ({ kind, from, to }: Pick<ReportPeriod, 'kind' | 'from' | 'to'>): string => `${kind}/${from}/${to}`;

/** Hours of the day, in the workspace's time zone, at which reports are ready. */
export const reportHour = 6;

/** When the report of a week or month is due: the morning after it in the workspace's zone, and never before its last day (UTC) is over. */
export function dueAt(period: Days, timeZone: string): Date {
  const over = timeOf(period.to);
  // West of Greenwich the morning of that day comes later, east of it it is over by then.
  const morning = CronExpressionParser.parse(`0 ${reportHour} * * *`, { tz: timeZone, currentDate: new Date(over - 18 * hourMs) });
  for (let at = morning.next().toDate(); ; at = morning.next().toDate()) {
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
    if (local >= period.to) return new Date(Math.max(over, at.getTime()));
  }
}

const mostMissed = 5;

/**
 * Periods whose report is due and not there, the oldest first: the last one, and those missed since the last that was made.
 * @param made keys of the reports that are kept
 */
export function duePeriods(kind: 'week' | 'month', timeZone: string, now: Date, made: ReadonlySet<string>): ReportPeriod[] {
  let period = periodOf(kind, shiftDays(now.toISOString().slice(0, 10), 1));
  while (dueAt(period, timeZone) > now) period = periodOf(kind, period.before.from);
  const last = [...made]
    .filter((key) => key.startsWith(`${kind}/`))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .at(-1);
  const due: ReportPeriod[] = [];
  while (due.length < mostMissed && (last === undefined || periodKey(period) > last)) {
    due.unshift(period);
    period = periodOf(kind, period.before.from);
  }
  return last === undefined ? due.slice(-1) : due;
}
