import { fewestIntents } from '../statistics/market-interval.ts';
import type { StageExpectation } from './plan.ts';
import { planSchedule, type Plan, type PlanInput } from './plan.ts';

/** "±5 points for at most 100 USD." */
export type Wish = {
  /** Half of the interval's width that every stage is to keep, in the unit of visibility. */
  halfWidth: number;
  interval: 'panel' | 'market';
  /** Which figure: of one engine or of all together, of a week or of four. */
  figure: keyof StageExpectation['halfWidths'];
  /** USD a month. */
  budgetUsd: number;
};

export type FoundDesign = {
  intents: number;
  wordings: number;
  sweepsPerWeek: number;
  halfWidth: number;
  usdPerMonth: number | null;
  plan: Plan;
};

export type WishAnswer = {
  /** null where no engine's price is known, so that nobody can tell. */
  met: boolean | null;
  /** The cheapest that keeps the width; null where none of at most 300 intents does. */
  cheapest: FoundDesign | null;
  /** The narrowest that keeps the budget; null where the smallest design costs more. */
  affordable: FoundDesign | null;
};

const sweepChoices = [3, 5, 7];
const wordingChoices = [1, 2, 3];
const mostIntents = 300;

/** The same intents, wordings and sweeps for every stage of `input`, whose own numbers do not matter. */
export function findDesign(input: PlanInput, wish: Wish): WishAnswer {
  const least = wish.interval === 'market' ? fewestIntents : 1;
  const families = sweepChoices.flatMap((sweepsPerWeek) =>
    wordingChoices.map((wordings) => (intents: number) => tryDesign(input, wish, { intents, wordings, sweepsPerWeek })),
  );
  const enough = families.flatMap((family) => firstWhere(least, (intents) => family(intents).halfWidth <= wish.halfWidth, family));
  const within = families.flatMap((family) => lastWhere(least, (intents) => costOf(family(intents)) <= wish.budgetUsd, family));
  const cheapest = best(enough, (a, b) => costOf(a) - costOf(b) || a.plan.callsPerMonth - b.plan.callsPerMonth);
  const affordable = best(within, (a, b) => a.halfWidth - b.halfWidth);
  const isPriced = input.engines.some(({ usd }) => usd !== null);
  return {
    met: isPriced ? cheapest !== null && costOf(cheapest) <= wish.budgetUsd : null,
    cheapest,
    affordable: isPriced ? affordable : null,
  };
}

const costOf = ({ usdPerMonth }: FoundDesign) => usdPerMonth ?? 0;

type Numbers = { intents: number; wordings: number; sweepsPerWeek: number };

function tryDesign(input: PlanInput, wish: Wish, { intents, wordings, sweepsPerWeek }: Numbers): FoundDesign {
  const plan = planSchedule({ ...input, sweepsPerWeek, stages: input.stages.map((stage) => ({ ...stage, intents, wordings })) });
  const widths = plan.stages.map(({ halfWidths }) => halfWidths[wish.figure][wish.interval] ?? 1);
  return { intents, wordings, sweepsPerWeek, halfWidth: Math.max(...widths), usdPerMonth: plan.usdPerMonth, plan };
}

/** Widths shrink and costs grow with intents, so halving finds the border. */
function firstWhere(least: number, holds: (intents: number) => boolean, family: (intents: number) => FoundDesign): FoundDesign[] {
  if (!holds(mostIntents)) return [];
  let [low, high] = [least, mostIntents];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return [family(low)];
}

function lastWhere(least: number, holds: (intents: number) => boolean, family: (intents: number) => FoundDesign): FoundDesign[] {
  if (!holds(least)) return [];
  let [low, high] = [least, mostIntents];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return [family(low)];
}

const best = (found: readonly FoundDesign[], order: (a: FoundDesign, b: FoundDesign) => number): FoundDesign | null =>
  found.toSorted(order)[0] ?? null;
