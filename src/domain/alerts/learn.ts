import type { Learned, Series } from './series.ts';

/** Weight, in degrees of freedom, of "answers are independent", of the workspace and of the engine in what narrower data say. */
const weights = { independence: 8, workspace: 20, engine: 20 };
/** By so many standard errors an estimate is drawn towards independence: most of an excess that small is chance. */
const caution = 0.5;
/** Weeks that are expected to hold fewer hits (or misses) say more about chance than about dispersion. */
const leastWeeklyVariance = 1.5;

/** Learns levels and variances of all series from their baselines as they are now. */
export function learnAll(all: readonly Series[]): void {
  const spreads = all.map((series) => {
    series.learned = learnLevels(series);
    return { series, ...weeklySpread(series) };
  });
  const total = pool(spreads, weights.independence, 1);
  for (const group of Map.groupBy(spreads, ({ series }) => series.engine).values()) {
    const engine = pool(group, weights.workspace, total);
    for (const { series, ...spread } of group) series.learned.dispersion = pool([spread], weights.engine, engine);
  }
}

type Spread = { squares: number; freedom: number };
/** At least 1: answers do not repeat themselves less than by chance. */
function pool(spreads: readonly Spread[], weight: number, prior: number): number {
  let [squares, freedom] = [weight * prior, weight];
  for (const spread of spreads) {
    squares += spread.squares;
    freedom += spread.freedom;
  }
  return Math.max(1, (squares / freedom) * (1 - caution * Math.sqrt(2 / freedom)));
}

/**
 * Empirical-Bayes chances of the prompts: a beta distribution fitted to them by its first two moments, and each drawn
 * towards its mean by as much as its own answers are few. Carlin & Louis 2000, section 3.
 */
function learnLevels({ lane, baseHits, baseAnswers }: Series): Learned {
  const width = lane.strata.length;
  const [hits, answers] = [baseHits, baseAnswers].map((sums) => sums.subarray(lane.seen * width, (lane.seen + 1) * width));
  const chances = new Float64Array(width);
  const sizes = new Float64Array(width);
  const variances = new Float64Array(width);
  if (hits === undefined || answers === undefined) throw new RangeError('A lane has a row for each sweep.');
  const { mean, size } = fitBeta(hits, answers);
  let [level, total] = [0, 0];
  for (let i = 0; i < width; i++) {
    const n = answers[i] ?? 0;
    const chance = ((hits[i] ?? 0) + size * mean) / (n + size);
    chances[i] = chance;
    sizes[i] = n + size;
    variances[i] = (chance * (1 - chance) * (n + size)) / (n + size + 1);
    level += n * chance;
    total += n;
  }
  return { visibility: total > 0 ? level / total : 0, dispersion: 1, chances, sizes, variances };
}

function fitBeta(hits: Int32Array, answers: Int32Array): { mean: number; size: number } {
  let [prompts, mean, inverse] = [0, 0, 0];
  for (let i = 0; i < hits.length; i++) {
    const n = answers[i] ?? 0;
    if (n === 0) continue;
    prompts++;
    mean += (hits[i] ?? 0) / n;
    inverse += 1 / n;
  }
  if (prompts === 0) return { mean: 0, size: 1 };
  mean /= prompts;
  inverse /= prompts;
  let squares = 0;
  for (let i = 0; i < hits.length; i++) {
    const n = answers[i] ?? 0;
    if (n > 0) squares += ((hits[i] ?? 0) / n - mean) ** 2;
  }
  if (prompts < 2 || inverse >= 1) return { mean, size: 2 };
  const between = (squares / (prompts - 1) - mean * (1 - mean) * inverse) / (1 - inverse);
  const size = between > 0 ? (mean * (1 - mean)) / between - 1 : 200;
  return { mean, size: Math.min(200, Math.max(0.5, size)) };
}

/** Pearson's statistic of the baseline's weeks around their mean, each prompt by its own chance. */
function weeklySpread({ lane, baseHits, baseAnswers, learned }: Series): Spread {
  const width = lane.strata.length;
  const last = lane.seen * width;
  const rates = learned.chances.map((_, i) => (baseHits[last + i] as number) / (baseAnswers[last + i] as number));
  const variances = learned.chances.map((chance) => chance * (1 - chance));
  const starts = lane.weekStarts.filter((start) => start < lane.seen);
  let [squares, weeks] = [0, 0];
  for (let week = 0; week < starts.length; week++) {
    const [from, to] = [(starts[week] as number) * width, (starts[week + 1] ?? lane.seen) * width];
    let residual = 0;
    let variance = 0;
    for (let i = 0, a = from, b = to; i < width; i++, a++, b++) {
      const n = (baseAnswers[b] as number) - (baseAnswers[a] as number);
      if (n === 0) continue;
      residual += (baseHits[b] as number) - (baseHits[a] as number) - n * (rates[i] as number);
      variance += n * (variances[i] as number);
    }
    if (variance < leastWeeklyVariance) continue;
    squares += residual ** 2 / variance;
    weeks++;
  }
  return weeks > 1 ? { squares, freedom: weeks - 1 } : { squares: 0, freedom: 0 };
}
