import { exceedsFloor, signOf, type Direction, type Floor } from './alert.ts';
import type { Lane } from './lane.ts';
import { measureShift, shiftStatistic, type Series } from './series.ts';

/**
 * The sustained tier: a stratified Bernoulli CUSUM in the form of a maximum over the sweeps at which the change may have
 * begun (Page 1954), with the size of the change estimated and the starts limited to a window (generalised likelihood
 * ratio; Lai 1995, Bernoulli: Reynolds & Stoumbos 1999). The baseline before each start has its own uncertainty in the
 * ratio. A CUSUM tuned to one size with a fixed baseline found 1 to 6 % fewer of 30 % drops at the same false alarms.
 */
export const windows = [
  { weeks: 1, handicap: 0.8 },
  { weeks: 2, handicap: 0.4 },
  { weeks: 3, handicap: 0.15 },
  { weeks: 4, handicap: 0 },
  { weeks: 6, handicap: 0.1 },
] as const;

/** A rise is worth less of the false-alarm budget than a fall. */
export const riseHandicap = 0.4;
export const handicapOf = (direction: Direction, window: number): number => window + (direction === 'up' ? riseHandicap : 0);

export type Finding = { series: Series; direction: Direction; start: number; score: number; statistic: number };

const recentWeeks = 6;

/** How many sweeps this lane has in a week with any, as a rule of late: schedules change. */
export function sweepsAWeek({ weekStarts, seen }: Lane): number {
  const starts = weekStarts.filter((start) => start < seen).slice(-recentWeeks);
  const counts = starts.map((start, i) => (starts[i + 1] ?? seen) - start).toSorted((a, b) => a - b);
  return Math.max(1, counts[Math.floor(counts.length / 2)] ?? 1);
}

/** The strongest change of a series in either direction that ends with the last sweep and reaches the floor, or null. */
export function scan(series: Series, weekSweeps: number, floor: Floor): Finding | null {
  const { lane, from } = series;
  if (from === null) return null;
  let best: Finding | null = null;
  for (const { weeks, handicap } of windows) {
    const start = lane.seen - weeks * weekSweeps;
    if (start < from) break;
    const shift = measureShift(series, start, lane.seen);
    if (shift === null || shift.isOnePrompt || !exceedsFloor(floor, shift.before, shift.after - shift.before)) continue;
    const direction = shift.after < shift.before ? 'down' : 'up';
    const statistic = signOf(direction) * shiftStatistic(shift, series.learned);
    const score = statistic - handicapOf(direction, handicap);
    if (best === null || score > best.score) best = { series, direction, start, score, statistic };
  }
  return best;
}

/** The start, of those since `start`, at which a change is most likely: the windows are too coarse to say since when. */
export function likelyStart({ series, direction, start }: Pick<Finding, 'series' | 'direction' | 'start'>): number {
  const { lane, learned } = series;
  let best = start;
  let highest = -Infinity;
  for (let from = start; from <= lane.seen - 2; from++) {
    const shift = measureShift(series, from, lane.seen);
    const statistic = shift === null ? -Infinity : signOf(direction) * shiftStatistic(shift, learned);
    if (statistic > highest) [best, highest] = [from, statistic];
  }
  return best;
}
