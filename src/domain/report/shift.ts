import type { Cell, Figure, Interval } from '../metrics/cell.ts';
import { changeOf, differenceInterval } from '../overview/change.ts';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { z95 } from '../statistics/normal.ts';
import { normalTail } from '../statistics/normal-tail.ts';
import type { ReportShift } from './report.ts';

export type Difference = { value: number | null; interval: Interval | null };

/** How a figure differs between two periods, with the interval that their own make. */
export const differenceOf = (before: Figure, after: Figure): Difference => ({
  value: before.value === null || after.value === null ? null : after.value - before.value,
  interval: differenceInterval(before, after),
});

/** Visibility in two periods on the wordings that both asked, as the overview compares them. */
export function shiftOf(
  place: Pick<ReportShift, 'brand' | 'stage' | 'engine'>,
  before: readonly Cell[],
  after: readonly Cell[],
): ReportShift {
  const change = changeOf(before, after);
  return { ...place, before: change.before, after: change.after, difference: { value: change.difference, interval: change.interval } };
}

export type Sorted = { suspected: ReportShift[]; noise: ReportShift[]; comparisons: number };

/**
 * What looks changed (by `floor` or more) is suspected where it stands out among all that was compared, with at most one
 * false one in ten (Benjamini–Hochberg); the rest of it is noise.
 */
export function sortShifts(shifts: readonly ReportShift[], floor: number): Sorted {
  const compared = shifts.filter(({ difference }) => difference.value !== null && difference.interval !== null);
  const isReal = benjaminiHochberg(compared.map(chanceOf), 0.1);
  const looks = (shift: ReportShift) => Math.abs(shift.difference.value ?? 0) >= floor;
  const largestFirst = (all: ReportShift[]) =>
    all.toSorted((a, b) => Math.abs(b.difference.value ?? 0) - Math.abs(a.difference.value ?? 0));
  return {
    suspected: largestFirst(compared.filter((shift, i) => looks(shift) && isReal[i])),
    noise: largestFirst(compared.filter((shift, i) => looks(shift) && !isReal[i])),
    comparisons: compared.length,
  };
}

/** Two-sided; the error is read off the side of the interval that looks at 0. */
function chanceOf({ difference: { value, interval } }: ReportShift): number {
  if (value === null || interval === null || value === 0) return 1;
  const error = (value > 0 ? value - interval[0] : interval[1] - value) / z95;
  return error > 0 ? Math.min(1, 2 * normalTail(Math.abs(value) / error)) : 1;
}
