import { signOf, type Comparison, type Direction } from './alert.ts';
import { effectiveSizes, measureShift, type Series, type Shift } from './series.ts';
import { hourMs } from '../durations.ts';

/** One series since a moment: its shift towards the direction of an alert, and the variance of that sum. */
export type Moved = { series: Series; shift: Shift; gain: number; level: number; variance: number };

/** Lanes of one sweep are not asked at the same minute. */
const staggerMs = 8 * hourMs;

/** The first sweep of a series' lane from that moment on. */
export function sweepSince({ lane }: Series, at: number): number {
  const start = lane.sweeps.findIndex((sweep) => sweep.at >= at - staggerMs);
  return start === -1 ? lane.seen : Math.min(start, lane.seen);
}

/** Sums in answers, so that they add up over series. @returns null where nothing can be compared */
export function moveOf(series: Series, start: number, sign: number, baselineEnd = start): Moved | null {
  const { lane, learned } = series;
  const shift = start > 0 && start < lane.seen ? measureShift(series, start, lane.seen, baselineEnd) : null;
  if (shift === null) return null;
  const { before, after, beforeSize, afterSize, units } = shift;
  const pooled = (before * beforeSize + after * afterSize) / (beforeSize + afterSize);
  const sizes = effectiveSizes(shift, learned);
  const variance = units ** 2 * pooled * (1 - pooled) * (1 / sizes.before + 1 / sizes.after);
  return { series, shift, gain: sign * units * (after - before), level: units * before, variance };
}

/** What each of these series did towards the direction of a change since it began, where that can be compared. */
export function movesSince(
  { series, direction, start }: { series: Series; direction: Direction; start: number },
  all: readonly Series[],
): Moved[] {
  const since = series.lane.sweeps[start]?.at ?? 0;
  return all.flatMap((one) => moveOf(one, one.lane === series.lane ? start : sweepSince(one, since), signOf(direction)) ?? []);
}

export type Pool = Comparison & { error: number };

/** Several series as one: the relative change of their sum towards the direction, and its statistic (about standard normal). */
export function poolMoves(moves: readonly Moved[], correlation = 1): Pool {
  let [gain, level, variance] = [0, 0, 0];
  for (const move of moves) {
    gain += move.gain;
    level += move.level;
    variance += move.variance;
  }
  return {
    relativeChange: level > 0 ? gain / level : 0,
    statistic: variance > 0 ? gain / Math.sqrt(variance * correlation) : 0,
    series: moves.length,
    /** Standard error of the relative change; infinite where there was nothing to lose. */
    error: level > 0 ? Math.sqrt(variance * correlation) / level : Infinity,
  };
}

/** Weight, in sweeps, of "brands are named independently of each other". */
const independentSweeps = 10;

/**
 * Variance of the sum over the brands named in the same answers, over the sum of their variances: from the baseline's
 * sweeps, as brands push each other out of an answer, or come in lists together.
 */
export function brandCorrelation(all: readonly Series[]): number {
  let [squares, variances, sweeps] = [0, 0, 0];
  for (const group of Map.groupBy(all, ({ lane }) => lane).values()) {
    const seen = group[0]?.lane.seen ?? 0;
    for (let t = 0; t < seen; t++) {
      const sums = group.map((series) => sweepResidual(series, t));
      squares += sums.reduce((sum, { residual }) => sum + residual, 0) ** 2;
      variances += sums.reduce((sum, { variance }) => sum + variance, 0);
      sweeps++;
    }
  }
  if (!(variances > 0)) return 1;
  const prior = (independentSweeps * variances) / sweeps;
  return Math.max(0.5, (squares + prior) / (variances + prior));
}

function sweepResidual({ lane, baseHits, baseAnswers, learned }: Series, t: number): { residual: number; variance: number } {
  const width = lane.strata.length;
  const [from, to] = [t * width, (t + 1) * width];
  let [residual, variance] = [0, 0];
  for (let i = 0; i < width; i++) {
    const n = (baseAnswers[to + i] ?? 0) - (baseAnswers[from + i] ?? 0);
    if (n === 0) continue;
    const chance = learned.chances[i] ?? 0;
    residual += (baseHits[to + i] ?? 0) - (baseHits[from + i] ?? 0) - n * chance;
    variance += n * chance * (1 - chance);
  }
  return { residual, variance };
}
