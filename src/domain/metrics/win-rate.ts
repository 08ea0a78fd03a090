import type { Sums } from '../statistics/ratio-estimate.ts';
import type { BrandOrders, Cell, Figure } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { measureRatio, shareSums } from './measure-ratio.ts';
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
export const headToHead = (sample: Sample, rival: string): HeadToHead => headToHeads(sample, [rival])[0] as HeadToHead;

/** The same against each of several; the orders of mention are gone through once for all of them. */
export function headToHeads(sample: Sample, rivals: readonly string[]): HeadToHead[] {
  const { brand } = sample.options;
  const tallies = new Map(sample.stages.flatMap(({ prompts }) => prompts.map(({ cell }) => [cell, tallyContests(cell, brand)] as const)));
  return rivals.map((rival) => {
    const contest = { before: 0, only: 0, behind: 0, onlyRival: 0 };
    const stated = { preferred: 0, rivalPreferred: 0 };
    for (const [{ preferences = [] }, tally] of tallies) {
      const { before, only, behind, onlyRival } = contestOf(tally, rival);
      contest.before += before;
      contest.only += only;
      contest.behind += behind;
      contest.onlyRival += onlyRival;
      for (const { winner, loser, times } of preferences) {
        if (winner === brand && loser === rival) stated.preferred += times;
        if (winner === rival && loser === brand) stated.rivalPreferred += times;
      }
    }
    const sums = (_: unknown, cell: Cell) => pairSums(tallies.get(cell), rival, brand);
    return { rival, winRate: withOrders(sample, () => measureRatio(sample, { sums, most: Infinity })), ...contest, ...stated };
  });
}

/** A cell's answers, those that name the brand, and by rival those that name it before the brand, behind it, or alone. */
type Tally = { answers: number; named: number; met: Map<string, Met> };
type Met = { before: number; behind: number; alone: number };

function tallyContests({ orders = [] }: Cell, brand: string | undefined): Tally {
  const tally: Tally = { answers: 0, named: 0, met: new Map() };
  for (const { brands, answers } of orders) {
    const own = placeOf(brands, brand);
    tally.answers += answers;
    if (own >= 0) tally.named += answers;
    for (let place = 0; place < brands.length; place++) {
      if (place === own) continue;
      const rival = brands[place] as string;
      let met = tally.met.get(rival);
      if (!met) tally.met.set(rival, (met = { before: 0, behind: 0, alone: 0 }));
      if (own < 0) met.alone += answers;
      else if (place < own) met.before += answers;
      else met.behind += answers;
    }
  }
  return tally;
}

function contestOf({ named, met }: Tally, rival: string): Contest {
  const { before, behind, alone } = met.get(rival) ?? { before: 0, behind: 0, alone: 0 };
  return { before: behind, only: named - before - behind, behind: before, onlyRival: alone };
}

/** Each answer that names either is one contest, won or lost. Without a brand nothing is measured. */
function pairSums(tally: Tally | undefined, rival: string, brand: string | undefined): Sums {
  if (!tally || brand === undefined) return shareSums(0, 0, 0);
  const { before, only, behind, onlyRival } = contestOf(tally, rival);
  return shareSums(tally.answers, before + only, before + only + behind + onlyRival);
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
  let [before, met] = [0, 0];
  for (let place = 0; place < brands.length; place++) {
    if (!rivals.has(brands[place] as string)) continue;
    met++;
    if (place < own) before++;
  }
  return own < 0 ? { x: 0, y: met } : { x: rivals.size - before, y: rivals.size };
}
