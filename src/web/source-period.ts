import { dayMs } from '../domain/durations.ts';

/** The last so many weeks until the end of today, in UTC days; `to` is exclusive. */
export function lastWeeks(weeks: number, now: Date): { from: string; to: string } {
  const end = Math.floor(now.getTime() / dayMs) * dayMs + dayMs;
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { from: day(end - weeks * 7 * dayMs), to: day(end) };
}
