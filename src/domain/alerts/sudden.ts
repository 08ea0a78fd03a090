import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { normalTail } from '../statistics/normal-tail.ts';
import { directions, exceedsFloor, signOf, type Direction, type Settings } from './alert.ts';
import { measureShift, shiftStatistic, type Series } from './series.ts';
import { sustainedPart } from './threshold.ts';

/** Expected share of false ones among a week's candidates. */
const falseDiscoveryRate = 0.1;
export const confirmingSweeps = 2;

/** A week that stood out, waiting for the sweeps that confirm it. `confirmFrom` is the first sweep after that week. */
export type Candidate = { series: Series; direction: Direction; start: number; confirmFrom: number };

/**
 * The sudden tier: the week that has just ended against the baseline before it, one-sided, for all series at once; false
 * discoveries are limited by Benjamini & Hochberg's procedure. What it names needs a confirmation before it is an alert.
 * @param all series that are watched and have no alert open
 */
export function findCandidates(all: readonly Series[], week: string, { floor }: Settings): Candidate[] {
  const tests = all.flatMap((series) => {
    const { lane } = series;
    const start = lane.weeks.indexOf(week);
    if (series.from === null || start < series.from) return [];
    const end = lane.weekStarts.find((next) => next > start && next <= lane.seen) ?? lane.seen;
    const shift = end > start ? measureShift(series, start, end) : null;
    return shift === null || shift.isOnePrompt ? [] : [{ series, start, end, shift, statistic: shiftStatistic(shift, series.learned) }];
  });
  return directions.flatMap((direction) => {
    const sign = signOf(direction);
    const values = tests.map(({ statistic }) => normalTail(sign * statistic));
    const rejected = benjaminiHochberg(values, falseDiscoveryRate);
    return tests.flatMap(({ series, start, end, shift, statistic }, i) =>
      rejected[i] === true && sign * statistic > 0 && exceedsFloor(floor, shift.before, shift.after - shift.before)
        ? [{ series, direction, start, confirmFrom: end }]
        : [],
    );
  });
}

/**
 * The statistic that two sweeps must show for a candidate to be an alert. In a week without changes at most a share q of the
 * families (falls, rises) names any candidate, so confirming with this chance keeps the tier within its part of the budget.
 */
export function confirmingStatistic({ falseAlarmWeeks }: Settings): number {
  const chance = (1 - sustainedPart) / falseAlarmWeeks / (directions.length * falseDiscoveryRate);
  return -normalQuantile(Math.min(0.05, chance));
}

/** null while sweeps are missing, else whether they confirm. */
export function confirm(
  { series, direction, start, confirmFrom }: Candidate,
  settings: Settings,
): { confirmed: boolean; statistic: number } | null {
  if (series.lane.seen < confirmFrom + confirmingSweeps) return null;
  // The sweeps after that week against the baseline before it: the week itself is what chose the candidate.
  const shift = measureShift(series, confirmFrom, confirmFrom + confirmingSweeps, start);
  if (shift === null || shift.isOnePrompt) return { confirmed: false, statistic: 0 };
  const statistic = signOf(direction) * shiftStatistic(shift, series.learned);
  const isLarge = exceedsFloor(settings.floor, shift.before, shift.after - shift.before);
  return { confirmed: isLarge && statistic >= confirmingStatistic(settings), statistic };
}
