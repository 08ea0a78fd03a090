import type { Sums } from '../statistics/ratio-estimate.ts';
import { jaccard, rankBiasedOverlap, type BrandOrder } from '../statistics/rank-similarity.ts';
import type { Cell, Figure } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';
import { ordersByEngine, withOrders } from './orders.ts';
import type { Sample } from './sample.ts';

type Likeness = (a: BrandOrder, b: BrandOrder) => number | null;

/**
 * How alike the answers to one prompt on one engine are in the brands that they name: the mean Jaccard index over pairs of
 * runs. Pairs in which neither names a brand say nothing. The numerator and the denominator are in runs, not in pairs.
 */
export const stability = defineMetric({ id: 'stability', unit: 'ratio', compute: (sample) => likeness(sample, jaccard) });

/** The same in their order: mean rank-biased overlap, p = 0.9. */
export const orderStability = defineMetric({
  id: 'orderStability',
  unit: 'ratio',
  compute: (sample) => likeness(sample, (a, b) => rankBiasedOverlap(a, b, 0.9)),
});

const likeness = (sample: Sample, alike: Likeness): Figure =>
  withOrders(sample, () => measureRatio(sample, { sums: (_, cell) => pairSums(cell, alike) }));

/** Sums over the runs of a prompt, whose x/y is the mean over pairs of runs on the same engine. */
function pairSums(cell: Cell, alike: Likeness): Sums {
  const sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const orders of ordersByEngine(cell)) {
    const runs = orders.reduce((sum, { answers }) => sum + answers, 0);
    if (runs < 2) continue;
    const means = orders.map(({ brands }) => meanOverOthers(brands, orders, runs, alike));
    const average = (pick: (mean: Pair) => number) =>
      orders.reduce((sum, { answers }, i) => sum + answers * pick(means[i] ?? none), 0) / runs;
    const [x, y] = [average((mean) => mean.x), average((mean) => mean.y)];
    // Two runs are one pair. From three on, jackknife pseudo-values carry the variance of a mean over pairs (Arvesen 1969).
    const stretch = runs === 2 ? 0 : (2 * (runs - 1)) / (runs - 2);
    orders.forEach(({ answers }, i) => {
      const mean = means[i] ?? none;
      addTimes(sums, runs === 2 ? answers / 2 : answers, x + stretch * (mean.x - x), y + stretch * (mean.y - y));
    });
  }
  return sums;
}

type Pair = { x: number; y: number };
const none: Pair = { x: 0, y: 0 };

/** Of one run against each of the others: the mean likeness, and the share of pairs that say anything. */
function meanOverOthers(
  brands: BrandOrder,
  orders: readonly { brands: BrandOrder; answers: number }[],
  runs: number,
  alike: Likeness,
): Pair {
  const sum = { ...none };
  for (const other of orders) {
    const value = alike(brands, other.brands);
    if (value === null) continue;
    const times = other.brands === brands ? other.answers - 1 : other.answers;
    sum.x += times * value;
    sum.y += times;
  }
  return { x: sum.x / (runs - 1), y: sum.y / (runs - 1) };
}

function addTimes(sums: Sums, times: number, x: number, y: number): void {
  sums.n += times;
  sums.x += times * x;
  sums.y += times * y;
  sums.xx += times * x * x;
  sums.xy += times * x * y;
  sums.yy += times * y * y;
}
