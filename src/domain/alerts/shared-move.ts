import type { Comparison } from './alert.ts';
import { movesSince, poolMoves, type Moved, type Pool } from './pooled.ts';
import { sweepsAWeek, type Finding } from './sustained.ts';

/** What the competitors on the same engine did while a series moved. */
export type Rest = { moves: Moved[]; own: Comparison; correlation: number };

/** The rest moves too: so sure, and at least so much of what the series itself moved. */
export const sharedStatistic = 2.5;
const sharedPart = 1 / 3;
/** As sure as that where the start was looked for among many. */
const soughtStatistic = 3;
/** What is left of a change that was found because it was the largest. */
const likelyPart = 0.7;
/** With fewer expected standard errors, had they moved alike, silence of the competitors says nothing. */
const tellingStatistic = 2;
/** From here on (one-sided 5 %) it is worth waiting for more. */
const suspectStatistic = 1.64;

/** Moves like the series itself, or at least is not seen to stay behind: parts are noisy in the first days of a change. */
export const follows = (part: Pool, own: Pick<Comparison, 'relativeChange'>): boolean =>
  part.relativeChange >= Math.min(sharedPart * own.relativeChange, likelyPart * own.relativeChange - part.error);

/** Surely does not move like the series itself, nor seems to move at all. */
export const staysBehind = (part: Pool, own: Comparison): boolean =>
  part.statistic < suspectStatistic && likelyPart * own.relativeChange - part.relativeChange >= tellingStatistic * part.error;

/** All competitors together have moved for sure, most of them one by one, and not only because of the strongest. */
export function isShared({ moves, own, correlation }: Rest, least = sharedStatistic): boolean {
  if (moves.length === 0) return false;
  const all = poolMoves(moves, correlation);
  if (all.statistic < least || !follows(all, own)) return false;
  const brands = [...Map.groupBy(moves, ({ series }) => series.brand).values()];
  const following = brands.filter((brand) => follows(poolMoves(brand), own));
  if (following.length < (2 / 3) * brands.length) return false;
  return brands.every((brand) => {
    const rest = moves.filter((move) => !brand.includes(move));
    return rest.length === 0 || poolMoves(rest, correlation).statistic >= 1.3;
  });
}

/** Had the competitors moved like the series itself, would it show? */
export function cannotTell({ moves, own, correlation }: Rest): boolean {
  const expected = moves.reduce((sum, { level }) => sum + level, 0) * own.relativeChange;
  const variance = moves.reduce((sum, move) => sum + move.variance, 0) * correlation;
  return moves.length === 0 || variance === 0 || expected / Math.sqrt(variance) < tellingStatistic;
}

/** The competitors have moved, each its own way, more than chance would: Σ z² of the brands far over their number. */
export function isStirred({ moves }: Rest): boolean {
  const brands = [...Map.groupBy(moves, ({ series }) => series.brand).values()];
  const squares = brands.reduce((sum, brand) => sum + poolMoves(brand).statistic ** 2, 0);
  return brands.length > 1 && squares > brands.length + 4 * Math.sqrt(2 * brands.length);
}

/**
 * A series that had been low by chance is the first to be told when its whole engine falls, with a start long before that
 * fall, since which the competitors have hardly moved. So the sweeps after that start are looked at, too.
 * @returns since which of them the competitors surely move along, and whether the last week's sweeps look like it
 */
export function recentMoves(
  finding: Pick<Finding, 'series' | 'direction' | 'start'>,
  { moves, correlation }: Rest,
): { sharedSince: number | null; isStirring: boolean } {
  const { series, start } = finding;
  const engine = [series, ...moves.map((move) => move.series)];
  const week = series.lane.seen - sweepsAWeek(series.lane);
  let [sharedSince, highest, isStirring] = [null as number | null, soughtStatistic, false];
  for (let from = start + 1; from < series.lane.seen; from++) {
    const since = movesSince({ ...finding, start: from }, engine);
    const own = poolMoves(since.filter((move) => move.series === series));
    const others = since.filter((move) => move.series !== series);
    const all = poolMoves(others, correlation);
    if (from >= week && all.statistic >= suspectStatistic) isStirring = true;
    if (all.statistic < highest || !follows(own, all) || !isShared({ moves: others, own, correlation })) continue;
    [sharedSince, highest] = [from, all.statistic];
  }
  return { sharedSince, isStirring };
}
