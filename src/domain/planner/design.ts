import { fewestIntents } from '../statistics/market-interval.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { t95 } from '../statistics/student-t.ts';
import type { VarianceShares } from '../statistics/variance-components.ts';
import { wilson } from '../statistics/wilson.ts';

/** What is asked of one stage on one engine. */
export type Design = {
  intents: number;
  /** Prompts of an intent, all languages together. */
  wordings: number;
  /** Answers to a prompt in a week. */
  answersPerWeek: number;
};

/** Half of a 95 % interval's width, in the unit of visibility (0.05 = 5 points); market null under 10 intents. */
export type HalfWidths = { panel: number; market: number | null };

/** Where nothing was measured: half of the answers name the brand, and wordings hardly differ more than answers do (metrics.md). */
export const usualShares: VarianceShares = { visibility: 0.5, intent: 0.3, wording: 0.05 };

/** Of a stage's visibility over some weeks, by the same intervals as the figures have: Wilson on the effective size (metrics.md). */
export function expectedHalfWidths({ intents, wordings, answersPerWeek }: Design, weeks: number, shares: VarianceShares): HalfWidths {
  const { visibility, intent, wording } = shares;
  const runs = answersPerWeek * weeks;
  const chance = Math.max(0, 1 - intent - wording);
  // Variances in units of V(1−V), the inverse of an effective size.
  const half = (variance: number, quantile?: number) => {
    const [low, high] = wilson(visibility, 1 / variance, quantile) ?? [0, 1];
    return (high - low) / 2;
  };
  const panel = half(chance / (intents * wordings * runs));
  if (intents < fewestIntents) return { panel, market: null };
  return { panel, market: half((intent + (wording + chance / runs) / wordings) / intents, t95(intents - 1)) };
}

export type DropQuestion = {
  /** Weeks before the drop, and weeks within which it is to be found. */
  baselineWeeks: number;
  withinWeeks: number;
  /** All series of the workspace together raise one false alarm in so many weeks. */
  series: number;
  falseAlarmWeeks: number;
  /** The chance that the drop is found, 0..1. */
  power: number;
};

/** No alert is raised for less (metrics.md): points and share of the visibility. */
export const dropFloor = { points: 0.05, share: 0.15 };

/**
 * The smallest fall of a stage's visibility on one engine that change detection finds within some weeks with the chance
 * `power`: (z of the false-alarm budget + z of the power) standard errors of after − before on the same prompts, and no less
 * than the floor of the alerts. A sequential test has the same reach to first order (Lorden 1971).
 * @returns in the unit of visibility; null where not even a fall to 0 would be found
 */
export function smallestDrop({ intents, wordings, answersPerWeek }: Design, shares: VarianceShares, question: DropQuestion): number | null {
  const { visibility, intent, wording } = shares;
  const { baselineWeeks, withinWeeks, series, falseAlarmWeeks, power } = question;
  const perWeek = (Math.max(0, 1 - intent - wording) * visibility * (1 - visibility)) / (intents * wordings * answersPerWeek);
  const error = Math.sqrt(perWeek * (1 / baselineWeeks + 1 / withinWeeks));
  const falseAlarm = Math.min(0.5, withinWeeks / falseAlarmWeeks / Math.max(1, series));
  const found = (normalQuantile(1 - falseAlarm) + normalQuantile(power)) * error;
  const drop = Math.max(found, dropFloor.points, dropFloor.share * visibility);
  return drop <= visibility ? drop : null;
}
