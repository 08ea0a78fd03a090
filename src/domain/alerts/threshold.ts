import { binomialShift } from '../statistics/binomial-shift.ts';
import { discreteSampler, poissonBinomial } from '../statistics/poisson-binomial.ts';
import { randomBeta } from '../statistics/random-beta.ts';
import { seededRandom, type Random } from '../statistics/random.ts';
import type { Floor, Settings } from './alert.ts';
import { effectiveSizes, measureShift, type Series } from './series.ts';
import { riseHandicap, sweepsAWeek, windows } from './sustained.ts';

/** The sustained tier's part of the false-alarm budget; the rest is the sudden tier's. */
export const sustainedPart = 0.9;
/** However few series there are, none may raise more false alarms in a budget's weeks than this, either way. */
const mostOfOneSeries = 0.1;
/** Paths simulated in all at most, false alarms that they should show for their rate to be known, and truths of each series. */
const pathsInAll = 12_000;
const enoughAlarms = 400;
const truths = 8;
const fewestPaths = 40;
const longestWeeks = 26;
/** No threshold is lower, so under this plain z a likelihood ratio is not worth its logarithms. */
const leastZ = 2;

/** All that the simulation of a series rests on, in whole numbers or rounded: also the key under which a threshold is kept. */
export type Design = {
  baselineSweeps: number;
  weekSweeps: number;
  dispersion: number;
  /** For each prompt: answers a sweep, and the hits and misses of its posterior beta distribution. */
  prompts: (readonly [answers: number, hits: number, misses: number])[];
};

/** @returns null for a series that has nothing to simulate yet */
export function designOf(series: Series): Design | null {
  const { lane, learned, baseAnswers } = series;
  const weekSweeps = sweepsAWeek(lane);
  const width = lane.strata.length;
  const [last, recent] = [lane.seen * width, Math.max(0, lane.seen - weekSweeps) * width];
  const prompts: Design['prompts'] = [];
  for (let i = 0; i < width; i++) {
    const answers = ((lane.answers[last + i] ?? 0) - (lane.answers[recent + i] ?? 0)) / weekSweeps;
    const [chance, size] = [learned.chances[i] ?? 0, learned.sizes[i] ?? 0];
    if (answers > 0 && (baseAnswers[last + i] ?? 0) > 0) {
      prompts.push([Math.max(1, Math.round(answers)), round(chance * size, 1), round((1 - chance) * size, 1)]);
    }
  }
  if (prompts.length === 0) return null;
  return { baselineSweeps: lane.seen - series.baseFrom, weekSweeps, dispersion: round(learned.dispersion, 100), prompts };
}

const round = (value: number, parts: number) => Math.round(value * parts) / parts;

/**
 * The score at which all series together raise `sustainedPart` of one false alarm in `falseAlarmWeeks`: found by simulating
 * them without any change. Each path draws the truth from the posterior of the baseline and answers from the truth, a
 * baseline of its own first, so that the uncertainty of what was learned is in the threshold. The expected number of alarms
 * is the sum over series whether or not they are correlated, so each is simulated alone.
 */
export function findThreshold(designs: readonly Design[], settings: Settings): number {
  const { falseAlarmWeeks, floor, seed, thresholds } = settings;
  const key = JSON.stringify([falseAlarmWeeks, floor, seed, designs]);
  const known = thresholds.get(key);
  if (known !== undefined) return known;
  if (designs.length === 0) return Infinity;
  const weeks = Math.min(longestWeeks, falseAlarmWeeks);
  const alarms = Math.min((sustainedPart * weeks) / falseAlarmWeeks, 2 * designs.length * mostOfOneSeries);
  const paths = Math.max(fewestPaths, Math.ceil(Math.min(pathsInAll / designs.length, enoughAlarms / alarms)));
  const random = seededRandom(seed);
  const top = new TopScores(Math.floor(alarms * paths) + 1);
  for (const design of designs) simulate(design, paths, weeks, floor, random, top);
  const threshold = Math.max(leastZ, top.lowest);
  thresholds.set(key, threshold);
  return threshold;
}

/** The highest `size` scores; the lowest of them is the threshold, and what cannot reach it need not be computed. */
class TopScores {
  readonly #scores: Float64Array;
  constructor(size: number) {
    this.#scores = new Float64Array(size);
  }

  get lowest(): number {
    return this.#scores[0] as number;
  }

  add(score: number): void {
    const scores = this.#scores;
    if (score <= this.lowest) return;
    let i = 1;
    for (; i < scores.length && (scores[i] as number) < score; i++) scores[i - 1] = scores[i] as number;
    scores[i - 1] = score;
  }
}

/** Adds the highest score of each path, one for falls and one for rises. */
function simulate(design: Design, paths: number, weeks: number, floor: Floor, random: Random, top: TopScores): void {
  const perTruth = Math.ceil(paths / truths);
  for (let done = 0; done < paths; done += perTruth) {
    const truth = drawTruth(design, random);
    const sums = new Float64Array(design.baselineSweeps + weeks * design.weekSweeps + 1);
    for (let path = done; path < Math.min(paths, done + perTruth); path++) {
      for (let t = 1; t < sums.length; t++) sums[t] = (sums[t - 1] ?? 0) + truth.draw(random);
      const { down, up } = highestScores(sums, design, truth, floor, top.lowest);
      top.add(down);
      top.add(up);
    }
  }
}

type Truth = { answers: number; varianceShare: number; draw: (random: Random) => number };

function drawTruth({ prompts, dispersion }: Design, random: Random): Truth {
  const chances = prompts.flatMap(([answers, hits, misses]) => {
    const chance = randomBeta(Math.max(hits, 0.05), Math.max(misses, 0.05), random);
    return Array.from({ length: answers }, () => chance);
  });
  const answers = chances.length;
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const within = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  const plain = mean * (1 - mean / answers);
  const sample = discreteSampler(poissonBinomial(chances));
  const stretch = Math.sqrt(dispersion);
  const draw = (from: Random) => Math.min(answers, Math.max(0, mean + stretch * (sample(from) - mean)));
  return { answers, varianceShare: (plain > 0 ? Math.max(0.05, within / plain) : 1) * dispersion, draw };
}

/** A root of a likelihood ratio is at most √2 times the plain z, which it nears where rare events cease. */
const leastPlain = Math.SQRT1_2;

/** What `scan` does, on sums over all prompts; most of the time goes here, so what scores less than `least` leaves early. */
function highestScores(
  sums: Float64Array,
  { baselineSweeps, weekSweeps }: Design,
  { answers, varianceShare }: Truth,
  floor: Floor,
  least: number,
): { down: number; up: number } {
  const leastChange = floor.points * answers;
  let down = 0;
  let up = 0;
  for (const { weeks, handicap } of windows) {
    const length = weeks * weekSweeps;
    const leastSquare = Math.max(leastZ, leastPlain * (least + handicap)) ** 2 * varianceShare;
    for (let start = baselineSweeps, end = start + length; end < sums.length; start++, end++) {
      const total = sums[end] as number;
      const learned = sums[start] as number;
      const weight = start * length;
      // The change times both sides' sweeps: nothing is divided for what is below the floors.
      const change = Math.abs((total - learned) * start - learned * length);
      if (change < leastChange * weight || change < floor.relative * learned * length) continue;
      const plain = total * (end * answers - total) * leastSquare;
      if (change * change * end * answers < plain * weight) continue;
      const [before, after] = [learned / start, (total - learned) / length];
      const worth = answers / varianceShare;
      const statistic = binomialShift(before / answers, start * worth, after / answers, length * worth);
      if (statistic < 0) down = Math.max(down, -statistic - handicap);
      else up = Math.max(up, statistic - handicap - riseHandicap);
    }
  }
  return { down, up };
}

/**
 * The smallest fall that is told from chance within `weeks` nine times of ten, in points of visibility (0..1): the threshold
 * and the 90 % quantile of chance, in standard errors of the difference. It may be more than there is to lose.
 * @returns null where nothing can be compared
 */
export function tellableDrop(series: Series, threshold: number, weeks: number): number | null {
  const { lane, learned } = series;
  const start = Math.max(0, lane.seen - weeks * sweepsAWeek(lane));
  const shift = measureShift(series, start, lane.seen);
  const { visibility } = learned;
  if (shift === null || shift.isOnePrompt || visibility === 0 || threshold === Infinity) return null;
  const sizes = effectiveSizes(shift, learned);
  return (threshold + 1.2816) * Math.sqrt(visibility * (1 - visibility) * (1 / sizes.before + 1 / sizes.after));
}
