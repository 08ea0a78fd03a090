import { bootstrapSamples, percentileInterval } from '../statistics/bootstrap.ts';
import { bradleyTerry } from '../statistics/bradley-terry.ts';
import { fewestIntents } from '../statistics/market-interval.ts';
import type { Random } from '../statistics/random.ts';
import type { Cell, Interval } from './cell.ts';
import { brandsOf } from './orders.ts';
import type { Sample } from './sample.ts';

/** How strong a brand is where answers put brands side by side. */
export type Strength = {
  brand: string;
  /** Log-odds of being put before an average brand of the panel; null where the brand was never beside another. */
  value: number | null;
  /** 95 %, over redrawn intents; null under 10 intents. */
  interval: Interval | null;
  /** Best and worst place that the intervals leave open: brands whose intervals overlap are tied. */
  rank: readonly [best: number, worst: number] | null;
  /** Pairs of brands in which it was one, over all answers, and how many it won. */
  contests: number;
  won: number;
};

type Matrix = { flat: Float64Array; rows: Float64Array[] };

// One win and one loss against an average brand: enough that a brand which never lost stays finite.
const prior = 1;

/**
 * Bradley–Terry strengths over the order of mention (each pair of brands that an answer names is a contest, won by the one
 * named first) and stated preferences (a contest each), prompt by prompt with the same weights as visibility; bootstrap
 * over intents.
 */
export function strengths(sample: Sample, random: Random, replications = 300): Strength[] {
  const brands = brandsOf(sample);
  const intents = contestsByIntent(sample, brands);
  const weighted = intents.map((intent) => intent.weighted);
  const once = weighted.map((_, i) => i);
  const counts = intents.map((intent) => intent.counts);
  const counted = addUp(counts, once, empty(brands.length));
  const values = bradleyTerry(addUp(weighted, once, empty(brands.length)), { prior }) ?? [];
  const draws = intents.length < fewestIntents ? [] : redraw(weighted, brands.length, values, random, replications);
  const met = brands.map((_, i) => brands.reduce((sum, __, j) => sum + (counted[i]?.[j] ?? 0) + (counted[j]?.[i] ?? 0), 0));
  const intervals = brands.map((_, i) =>
    met[i] === 0 || draws.length === 0 ? null : percentileInterval(draws.map((draw) => draw[i] ?? 0)),
  );
  return brands.map((brand, i) => ({
    brand,
    value: met[i] === 0 ? null : (values[i] ?? null),
    interval: intervals[i] ?? null,
    rank: rankOf(intervals, i),
    contests: met[i] ?? 0,
    won: counted[i]?.reduce((sum, times) => sum + times, 0) ?? 0,
  }));
}

function rankOf(intervals: readonly (Interval | null)[], own: number): Strength['rank'] {
  const interval = intervals[own];
  if (!interval) return null;
  const known = intervals.filter((other) => other !== null);
  const above = known.filter((other) => other[0] > interval[1]).length;
  const below = known.filter((other) => other[1] < interval[0]).length;
  return [1 + above, known.length - below];
}

function redraw(intents: readonly Matrix[], size: number, start: number[], random: Random, replications: number): number[][] {
  const sum = empty(size);
  return bootstrapSamples(
    [intents.length],
    ([drawn = []]) => bradleyTerry(addUp(intents, drawn, sum), { prior, start, tolerance: 1e-4 }),
    random,
    replications,
  );
}

type IntentContests = { counts: Matrix; weighted: Matrix };

function contestsByIntent(sample: Sample, brands: readonly string[]): IntentContests[] {
  const indexOf = new Map(brands.map((brand, i) => [brand, i]));
  const answers = sample.runs;
  const intents = new Map<number, IntentContests>();
  const prompts = sample.stages.flatMap(({ prompts: all, weight }) => withShares(all, weight));
  const shares = prompts.reduce((sum, { share }) => sum + share, 0);
  for (const { cluster, cell, share } of prompts) {
    let intent = intents.get(cluster);
    if (intent === undefined) intents.set(cluster, (intent = { counts: empty(brands.length), weighted: empty(brands.length) }));
    // An even panel weighs every answer 1.
    const weight = ((share / shares) * answers) / cell.counts.answered;
    countContests(cell, indexOf, intent, weight);
  }
  return [...intents.values()];
}

function withShares(prompts: Sample['stages'][number]['prompts'], stageWeight: number) {
  const answered = prompts.filter(({ cell }) => cell.counts.answered > 0);
  const total = answered.reduce((sum, { cell }) => sum + cell.weight, 0);
  return answered.map((prompt) => ({ ...prompt, share: (stageWeight * prompt.cell.weight) / total }));
}

function countContests(cell: Cell, indexOf: ReadonlyMap<string, number>, { counts, weighted }: IntentContests, weight: number): void {
  const add = (winner: string, loser: string, times: number) => {
    const [i, j] = [indexOf.get(winner), indexOf.get(loser)];
    if (i === undefined || j === undefined || i === j) return;
    const cellAt = i * indexOf.size + j;
    counts.flat[cellAt] = (counts.flat[cellAt] ?? 0) + times;
    weighted.flat[cellAt] = (weighted.flat[cellAt] ?? 0) + weight * times;
  };
  for (const { brands, answers } of cell.orders ?? []) {
    brands.forEach((winner, place) => brands.slice(place + 1).forEach((loser) => add(winner, loser, answers)));
  }
  for (const { winner, loser, times } of cell.preferences ?? []) add(winner, loser, times);
}

/** Rows of one buffer, so that drawing intents anew is adding up buffers. */
function empty(size: number): Matrix {
  const flat = new Float64Array(size * size);
  return { flat, rows: Array.from({ length: size }, (_, i) => flat.subarray(i * size, (i + 1) * size)) };
}

function addUp(matrices: readonly Matrix[], drawn: ArrayLike<number>, { flat, rows }: Matrix): Float64Array[] {
  flat.fill(0);
  for (let k = 0; k < drawn.length; k++) {
    const part = matrices[drawn[k] ?? -1]?.flat;
    if (part) for (let i = 0; i < flat.length; i++) flat[i] = (flat[i] ?? 0) + (part[i] ?? 0);
  }
  return rows;
}
