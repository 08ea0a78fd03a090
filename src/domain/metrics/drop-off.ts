import { bootstrapInterval } from '../statistics/bootstrap.ts';
import { fewestIntents } from '../statistics/market-interval.ts';
import type { Random } from '../statistics/random.ts';
import { addCells } from './add-cells.ts';
import type { Cell, Interval } from './cell.ts';

/** `value` is what part of the visibility is lost from one stage to the next, negative where it grows; at most 1. */
export type DropOff = { value: number | null; interval: Interval | null };

type IntentSum = { intent: string; rate: number; weight: number };

/**
 * 1 − V(next)/V(stage), with a 95 % percentile bootstrap over intents: both stages' intents are drawn anew, together where
 * the stages ask about the same ones. The interval is null under 10 intents in a stage, or where it has no end.
 */
export function dropOff(stage: readonly Cell[], next: readonly Cell[], random: Random, replications = 2000): DropOff {
  const [from, to] = [sumByIntent(stage), sumByIntent(next)];
  const value = lost(mean(from), mean(to));
  if (value === null || Math.min(from.length, to.length) < fewestIntents) return { value, interval: null };
  const isPaired = from.length === to.length && from.every(({ intent }, i) => intent === to[i]?.intent);
  const sizes = isPaired ? [from.length] : [from.length, to.length];
  const interval = bootstrapInterval(
    sizes,
    ([first = [], second = first]) => lost(mean(from, first), mean(to, second)),
    random,
    replications,
  );
  return { value, interval };
}

const lost = (from: number | null, to: number | null) => (from === null || to === null || from === 0 ? null : 1 - to / from);

function sumByIntent(cells: readonly Cell[]): IntentSum[] {
  const sums = new Map<string, IntentSum>();
  for (const { intent, weight, counts } of addCells(cells)) {
    if (counts.answered === 0) continue;
    const sum = sums.get(intent) ?? { intent, rate: 0, weight: 0 };
    sum.rate += (weight * counts.visible) / counts.answered;
    sum.weight += weight;
    sums.set(intent, sum);
  }
  return [...sums.values()].toSorted((a, b) => (a.intent < b.intent ? -1 : 1));
}

function mean(sums: readonly IntentSum[], drawn?: ArrayLike<number>): number | null {
  let rate = 0;
  let weight = 0;
  const count = drawn?.length ?? sums.length;
  for (let i = 0; i < count; i++) {
    const sum = sums[drawn?.[i] ?? i];
    rate += sum?.rate ?? 0;
    weight += sum?.weight ?? 0;
  }
  return weight > 0 ? rate / weight : null;
}
