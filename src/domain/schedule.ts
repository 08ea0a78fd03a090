import { CronExpressionParser } from 'cron-parser';
import { InputError } from '../errors.ts';
import { hourMs, weekMs } from './durations.ts';

export type Tick = { at: Date; next: Date };
export type Sweep = { number: number; startsAt: Date; spreadMs: number };

/** @throws {InputError} naming the field */
export function checkCron(cron: string, timeZone: string): void {
  checkTimeZone(timeZone);
  // Names and lists are welcome; seconds are not: nobody asks an engine by the second.
  const fields = cron.trim().split(/\s+/).length;
  try {
    if (fields !== 5) throw new Error(`it has ${fields} fields instead of 5`);
    CronExpressionParser.parse(cron, { tz: timeZone });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('The schedule is not usable.', [
      { path: 'cron', message: `"${cron}" is not a cron expression like "0 6 * * 1": ${reason}.` },
    ]);
  }
}

/** @throws {InputError} */
export function checkTimeZone(name: string): void {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw new InputError('The time zone is not known.', [
      { path: 'timeZone', message: `"${name}" is not a time zone; write it like Europe/Berlin.` },
    ]);
  }
}

/** The first tick after `after`. */
export const nextTick = (cron: string, timeZone: string, after: Date): Date =>
  CronExpressionParser.parse(cron, { tz: timeZone, currentDate: after }).next().toDate();

/** The last tick at or before `now`, and the one after it: of several missed ticks only this one is caught up. */
export function latestTick(cron: string, timeZone: string, now: Date): Tick {
  const before = (time: number) =>
    CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(time) })
      .prev()
      .toDate();
  // Backwards the parser leaves out what falls into an hour that clocks skip, and sees twice what falls into one that they
  // repeat; so it only finds a place to go forward from, as `nextTick` does.
  let at = before(before(now.getTime() + 1).getTime() - 3 * hourMs);
  for (let next = nextTick(cron, timeZone, at); ; next = nextTick(cron, timeZone, at)) {
    if (next > now) return { at, next };
    at = next;
  }
}

/**
 * The sweeps between a tick and the next one, spread evenly over days and hours: each starts at a chance moment of its
 * own part of the period and takes at most eight hours, so that no sweep always meets the same time of day.
 * @param chance gives a number in [0, 1) for a sweep, the same for the same tick
 */
export function sweepsOf(tick: Tick, sweepsPerWeek: number, chance: (sweep: number) => number): Sweep[] {
  const periodMs = tick.next.getTime() - tick.at.getTime();
  const count = Math.max(1, Math.round((sweepsPerWeek * periodMs) / weekMs));
  const partMs = periodMs / count;
  const spreadMs = Math.floor(Math.min(8 * hourMs, partMs / 2));
  return Array.from({ length: count }, (_, number) => ({
    number,
    startsAt: new Date(Math.floor(tick.at.getTime() + number * partMs + chance(number) * (partMs - spreadMs))),
    spreadMs,
  }));
}
