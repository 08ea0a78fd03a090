import { independentProducts, wanderingProducts } from '../statistics/wandering-level.ts';
import type { Learned, Series } from './series.ts';

/** Weight, in degrees of freedom, of "answers are independent", of the workspace and of the engine in what narrower data say. */
const weights = { independence: 8, workspace: 20, engine: 20 };
/** Under so many standard errors a difference is taken for chance: of a variance, and of how much levels wander. */
const caution = { spread: 1, wandering: 1.5 };
/** A change may be under way in the last weeks, and makes them alike: wandering is told by those before, or the first ones. */
const unsettledWeeks = 4;
const fewestWeeks = 6;
/** Weeks that are expected to hold fewer hits (or misses) say more about chance than about dispersion. */
const leastWeeklyVariance = 1.5;

/** Learns levels and variances of all series from their baselines as they are now. */
export function learnAll(all: readonly Series[]): void {
  const spreads = all.map((series) => {
    series.learned = learnLevels(series);
    return { series, ...weeklySpread(series) };
  });
  const total = pool(spreads, weights.independence, 1);
  const wanderings = wanderingOf(all);
  for (const group of Map.groupBy(spreads, ({ series }) => series.engine).values()) {
    const engine = pool(group, weights.workspace, total);
    for (const { series, ...spread } of group) {
      const wandering = wanderings.get(series.brand) ?? 0;
      series.learned.wandering = wandering;
      series.learned.dispersion = pool([spread], weights.engine, engine) / shownAroundMean(wandering, spread.freedom + 1);
    }
  }
}

/** Squares of the weeks' standardised residuals, their degrees of freedom, and products of one week with the next. */
type Spread = { squares: number; freedom: number; products: number };

/**
 * Variance of weeks, drawn to that of wider data by `weight`; at least 1, as answers do not repeat themselves less than by
 * chance.
 */
function pool(spreads: readonly Spread[], weight: number, prior: number): number {
  let [squares, freedom] = [weight * prior, weight];
  for (const spread of spreads) {
    squares += spread.squares;
    freedom += spread.freedom;
  }
  const error = (prior * Math.sqrt(2 * (freedom - weight))) / freedom;
  return Math.max(1, prior + beyondChance(squares / freedom - prior, caution.spread * error));
}

/** By brand, what the others tell of it: a brand that slowly falls must not pass for a market in which levels wander. */
function wanderingOf(all: readonly Series[]): Map<string, number> {
  const settled = all.map((series) => ({ brand: series.brand, ...weeklySpread(series, unsettledWeeks) }));
  const brands = [...new Set(settled.map(({ brand }) => brand))];
  return new Map(brands.map((own) => [own, wanderingShare(brands.length === 1 ? settled : settled.filter(({ brand }) => brand !== own))]));
}

/**
 * Which part of the weeks' variance is a level that wanders, where that is surely positive. By moments: squares and products
 * of neighbours are what independent weeks of one variance and a wandering level of another leave around a mean.
 */
function wanderingShare(spreads: readonly Spread[]): number {
  const sums = { squares: 0, products: 0, alone: 0, aloneProducts: 0, wandering: 0, wanderingProducts: 0 };
  for (const { squares, products, freedom } of spreads) {
    if (freedom === 0) continue;
    const [alone, wandering] = [independentProducts(freedom + 1), wanderingProducts(freedom + 1)];
    sums.squares += squares;
    sums.products += products;
    sums.alone += alone.squares;
    sums.aloneProducts += alone.neighbours;
    sums.wandering += wandering.squares;
    sums.wanderingProducts += wandering.neighbours;
  }
  // What a wandering level of variance 1 adds to the products that independent weeks with the same squares would have.
  const each = sums.wanderingProducts - (sums.aloneProducts * sums.wandering) / sums.alone;
  // Two weeks tell nothing of what weeks have in common.
  if (!(sums.squares > 0) || !(each > 1e-9)) return 0;
  const variance = sums.squares / sums.alone;
  const found = (sums.products - sums.aloneProducts * variance) / each;
  const sure = beyondChance(found, (caution.wandering * variance * Math.sqrt(sums.alone)) / each);
  const rest = Math.max(0, (sums.squares - sums.wandering * found) / sums.alone);
  return sure > 0 ? sure / (found + rest) : 0;
}

/** Of the variance of a week: the mean of few weeks wanders along. */
function shownAroundMean(wandering: number, weeks: number): number {
  return weeks < 2 ? 1 : 1 - wandering * (1 - wanderingProducts(weeks).squares / (weeks - 1));
}

/** Nothing within `error`, nearly all of what is far outside: the positive-part rule of James & Stein 1961. */
const beyondChance = (excess: number, error: number): number => (excess === 0 ? 0 : excess * Math.max(0, 1 - (error / excess) ** 2));

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
  return { visibility: total > 0 ? level / total : 0, dispersion: 1, wandering: 0, chances, sizes, variances };
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

/** Pearson's statistic of the baseline's weeks around their mean, each prompt by its own chance; the last ones `left` out. */
function weeklySpread({ lane, baseHits, baseAnswers, baseFrom, learned }: Series, left = 0): Spread {
  const width = lane.strata.length;
  const all = lane.weekStarts.filter((start) => start >= baseFrom && start < lane.seen);
  const starts = all.slice(0, Math.max(fewestWeeks, all.length - left));
  const end = all[starts.length] ?? lane.seen;
  const rates = learned.chances.map((_, i) => (baseHits[end * width + i] as number) / (baseAnswers[end * width + i] as number));
  const variances = learned.chances.map((chance) => chance * (1 - chance));
  let [squares, products, weeks, before] = [0, 0, 0, 0];
  for (let week = 0; week < starts.length; week++) {
    const [from, to] = [(starts[week] as number) * width, (starts[week + 1] ?? end) * width];
    let residual = 0;
    let variance = 0;
    for (let i = 0, a = from, b = to; i < width; i++, a++, b++) {
      const n = (baseAnswers[b] as number) - (baseAnswers[a] as number);
      if (n === 0) continue;
      residual += (baseHits[b] as number) - (baseHits[a] as number) - n * (rates[i] as number);
      variance += n * (variances[i] as number);
    }
    if (variance < leastWeeklyVariance) continue;
    const standard = residual / Math.sqrt(variance);
    squares += standard ** 2;
    products += before * standard;
    before = standard;
    weeks++;
  }
  return weeks > 1 ? { squares, products, freedom: weeks - 1 } : { squares: 0, products: 0, freedom: 0 };
}
