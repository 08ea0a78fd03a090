import { weekMs } from '../durations.ts';
import { binomialShift } from '../statistics/binomial-shift.ts';
import { wanderingVariance } from '../statistics/wandering-level.ts';
import type { SeriesName } from './alert.ts';
import type { Lane } from './lane.ts';

/** A brand on a lane, with the baseline learned so far. */
export type Series = SeriesName & {
  lane: Lane;
  hits: Int32Array;
  /** Prefixes like the lane's, of the sweeps that may be learned from: none while an alert is open. */
  baseHits: Int32Array;
  baseAnswers: Int32Array;
  /** A change may start at this sweep or later; null while the first weeks are learned. */
  from: number | null;
  /** The first sweep that is learned from; later than 0 where a new level was accepted. */
  baseFrom: number;
  learning: boolean;
  learned: Learned;
};

/** What the baseline says of how a series varies. */
export type Learned = {
  visibility: number;
  /** Variance from week to week over what answers independent of each other would have; at least 1. */
  dispersion: number;
  /** Which part of that variance, 0..1, is still there in the weeks after: a level that wanders. */
  wandering: number;
  /**
   * Of each stratum, by empirical Bayes: its chance, the answers that this rests on (those that the other prompts lend it
   * included), and the expected variance of an answer around it.
   */
  chances: Float64Array;
  sizes: Float64Array;
  variances: Float64Array;
};

export function createSeries(lane: Lane, brand: string, hits: Int32Array): Series {
  const empty = new Float64Array(lane.strata.length);
  return {
    brand,
    stage: lane.stage,
    engine: lane.engine,
    lane,
    hits,
    baseHits: new Int32Array(hits.length),
    baseAnswers: new Int32Array(hits.length),
    from: null,
    baseFrom: 0,
    learning: true,
    learned: { visibility: 0, dispersion: 1, wandering: 0, chances: empty, sizes: empty, variances: empty },
  };
}

/** Takes up (or leaves out) sweep `t` of the lane into the baseline. */
export function learnSweep({ lane, hits, baseHits, baseAnswers, learning }: Series, t: number): void {
  const width = lane.strata.length;
  for (let i = t * width; i < (t + 1) * width; i++) {
    const take = learning ? 1 : 0;
    baseHits[i + width] = (baseHits[i] ?? 0) + take * ((hits[i + width] ?? 0) - (hits[i] ?? 0));
    baseAnswers[i + width] = (baseAnswers[i] ?? 0) + take * ((lane.answers[i + width] ?? 0) - (lane.answers[i] ?? 0));
  }
}

/** Learns sweeps `from` … the last one seen again, after it turned out that they are, or are not, of the baseline. */
export function relearn(series: Series, from: number, learning: boolean): void {
  series.learning = learning;
  for (let t = from; t < series.lane.seen; t++) learnSweep(series, t);
}

/** Forgets all before sweep `start`, and learns anew from there. */
export function restart(series: Series, start: number): void {
  const { lane, baseHits, baseAnswers } = series;
  const width = lane.strata.length;
  baseHits.fill(0, 0, (start + 1) * width);
  baseAnswers.fill(0, 0, (start + 1) * width);
  series.baseFrom = start;
  series.from = null;
  relearn(series, start, true);
}

/** Weeks in which its lane had a sweep that is learned from. */
export const weeksLearned = ({ lane, baseFrom }: Series): number =>
  lane.weekStarts.filter((start) => start >= baseFrom && start < lane.seen).length;

/** The change between the baseline before sweep `baselineEnd` and the sweeps from `start` to before `end`. */
export type Shift = {
  before: number;
  after: number;
  /** Answers on the two sides, as far as they can be paired: within each prompt version. */
  beforeSize: number;
  afterSize: number;
  /** 1/(1/beforeSize + 1/afterSize), summed over the strata: what a difference is worth. */
  units: number;
  /** How long the two sides are, in weeks. */
  beforeWeeks: number;
  afterWeeks: number;
  /** Variance of an answer around its own prompt over that around the mean of all, V(1−V); at most 1. */
  withinShare: number;
  /** All that can be paired is one prompt: whatever changed may be about that one question. */
  isOnePrompt: boolean;
};

const leastWithin = 0.05;

/** From the first to the last of these sweeps, the gap after the last one included. */
function weeksOf({ sweeps }: Lane, start: number, end: number): number {
  const [first, last] = [sweeps[start], sweeps[end - 1]];
  if (first === undefined || last === undefined) return 0;
  return ((last.at - first.at) / weekMs) * (end - start > 1 ? (end - start) / (end - start - 1) : 1);
}

/**
 * Paired within prompt version: strata weigh n·m/(n+m) of their answers n before and m since (Mantel & Haenszel 1959, the
 * weights of least variance), so that prompts which come, go or are edited move nothing, and a young one weighs little. Days
 * of the week differ: what was asked for less than a week is no baseline, and what ends amid the sweeps is not seen in them.
 * @returns null where no stratum has answers on both sides
 */
export function measureShift(
  { lane, hits, baseHits, baseAnswers, baseFrom, learned }: Series,
  start: number,
  end: number,
  baselineEnd = start,
): Shift | null {
  const width = lane.strata.length;
  const { answers } = lane;
  const { chances, variances } = learned;
  let level = 0;
  let within = 0;
  let units = 0;
  let before = 0;
  let after = 0;
  let afterSize = 0;
  let prompt = -1;
  let isOnePrompt = true;
  const [s, e, b] = [start * width, end * width, baselineEnd * width];
  const [old, earlier] = [(lane.weekBefore[baselineEnd] as number) * width, Math.max(0, start - (end - start)) * width];
  for (let i = 0; i < width; i++) {
    const m = (answers[e + i] as number) - (answers[s + i] as number);
    if (m === 0 || baseAnswers[old + i] === 0 || 2 * m < (answers[s + i] as number) - (answers[earlier + i] as number)) continue;
    const n = baseAnswers[b + i] as number;
    const own = lane.promptOf[i] as number;
    if (prompt === -1) prompt = own;
    else if (own !== prompt) isOnePrompt = false;
    const unit = (n * m) / (n + m);
    units += unit;
    before += (unit * (baseHits[b + i] as number)) / n;
    after += (unit * ((hits[e + i] as number) - (hits[s + i] as number))) / m;
    afterSize += m;
    level += unit * (chances[i] as number);
    within += unit * (variances[i] as number);
  }
  if (units === 0) return null;
  // All sums are of whole numbers' fractions; the sides' sizes are those that give the difference its variance.
  const beforeSize = afterSize > units ? (units * afterSize) / (afterSize - units) : afterSize;
  const plain = level * (1 - level / units);
  const withinShare = plain > 0 ? Math.min(1, Math.max(leastWithin, within / plain)) : 1;
  const [beforeWeeks, afterWeeks] = [weeksOf(lane, baseFrom, baselineEnd), weeksOf(lane, start, end)];
  return { before: before / units, after: after / units, beforeSize, afterSize, units, beforeWeeks, afterWeeks, withinShare, isOnePrompt };
}

/** Answers of the two sides that tell as much as these would if all were independent of each other. */
export function effectiveSizes(
  { beforeSize, afterSize, beforeWeeks, afterWeeks, withinShare }: Shift,
  { dispersion, wandering }: Learned,
): { before: number; after: number } {
  const spread = (weeks: number) => withinShare * dispersion * (wandering === 0 ? 1 : 1 + wandering * (wanderingVariance(weeks) - 1));
  return { before: beforeSize / spread(beforeWeeks), after: afterSize / spread(afterWeeks) };
}

/** Signed root of the likelihood ratio of a shift, on effective sample sizes; positive where visibility rose. */
export function shiftStatistic(shift: Shift, learned: Learned): number {
  const sizes = effectiveSizes(shift, learned);
  return binomialShift(shift.before, sizes.before, shift.after, sizes.after);
}
