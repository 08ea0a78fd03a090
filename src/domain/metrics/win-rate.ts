import type { Sums } from '../statistics/ratio-estimate.ts';
import type { BrandOrders, Cell, Figure } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';
import { brandsOf, withOrders } from './orders.ts';
import type { Sample } from './sample.ts';

/** What decided between two brands in the answers that name either; they add up to the win rate's denominator. */
export type Contest = { before: number; only: number; behind: number; onlyRival: number };

/** Preferences that answers state, counted apart from the order of mention. */
export type StatedPreferences = { preferred: number; rivalPreferred: number };

export type HeadToHead = Contest & StatedPreferences & { rival: string; winRate: Figure };

/**
 * Among answers that name the brand or a rival, the share in which the brand is named before the rival or alone; over all
 * rivals of the panel, each pair in each answer counting once. Needs the brand and the orders of mention.
 */
export const winRate = defineMetric({
  id: 'winRate',
  unit: 'ratio',
  compute: (sample) => wins(sample, brandsOf(sample)),
});

/** The brand against one rival: win rate with its intervals, what decided, and stated preferences apart. */
export function headToHead(sample: Sample, rival: string): HeadToHead {
  const contest = { before: 0, only: 0, behind: 0, onlyRival: 0 };
  const stated = { preferred: 0, rivalPreferred: 0 };
  const { brand } = sample.options;
  for (const { cell } of sample.stages.flatMap(({ prompts }) => prompts)) {
    for (const { brands, answers } of cell.orders ?? []) {
      const [own, other] = [placeOf(brands, brand), brands.indexOf(rival)];
      if (own >= 0 && other >= 0) contest[own < other ? 'before' : 'behind'] += answers;
      else if (own >= 0) contest.only += answers;
      else if (other >= 0) contest.onlyRival += answers;
    }
    for (const { winner, loser, times } of cell.preferences ?? []) {
      if (winner === brand && loser === rival) stated.preferred += times;
      if (winner === rival && loser === brand) stated.rivalPreferred += times;
    }
  }
  return { rival, winRate: wins(sample, [rival]), ...contest, ...stated };
}

function wins(sample: Sample, panel: readonly string[]): Figure {
  const { brand } = sample.options;
  const rivals = new Set(panel.filter((name) => name !== brand));
  return withOrders(sample, () => measureRatio(sample, { sums: (_, cell) => winSums(cell, brand, rivals), most: Infinity }));
}

const placeOf = (brands: readonly string[], brand: string | undefined) => (brand === undefined ? -1 : brands.indexOf(brand));

function winSums({ orders = [] }: Cell, brand: string | undefined, rivals: ReadonlySet<string>): Sums {
  const sums = { n: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  // Without a brand nothing is measured.
  for (const order of brand === undefined ? [] : orders) {
    const { x, y } = countWins(order, brand, rivals);
    const { answers } = order;
    sums.n += answers;
    sums.x += answers * x;
    sums.y += answers * y;
    sums.xx += answers * x * x;
    sums.xy += answers * x * y;
    sums.yy += answers * y * y;
  }
  return sums;
}

/** Rivals beaten, and rivals met, in one answer. */
function countWins({ brands }: BrandOrders, brand: string | undefined, rivals: ReadonlySet<string>): { x: number; y: number } {
  const own = placeOf(brands, brand);
  if (own < 0) return { x: 0, y: brands.filter((name) => rivals.has(name)).length };
  return { x: rivals.size - brands.slice(0, own).filter((name) => rivals.has(name)).length, y: rivals.size };
}
