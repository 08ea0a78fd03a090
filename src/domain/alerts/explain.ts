import { signOf, type Cause, type Comparison } from './alert.ts';
import { canaryMoved, type Canaries } from './canary.ts';
import type { Lane } from './lane.ts';
import { brandCorrelation, moveOf, poolMoves, sweepSince, type Moved } from './pooled.ts';
import type { Series } from './series.ts';
import type { Finding } from './sustained.ts';

/** What an alert covers, null for "all of them", and why. */
export type Explanation = {
  cause: Cause;
  brand: string | null;
  stage: string | null;
  engine: string | null;
  members: Moved[];
  own: Comparison;
  competitors: Comparison | null;
  elsewhere: Comparison | null;
  canaryMoved: boolean | null;
  models: { before: string; after: string } | null;
  /** Would more sweeps hardly change what is said here? */
  isSure: boolean;
};

/** The rest moves too: so sure, and at least so much of what the series itself moved. */
const sharedStatistic = 2.5;
const sharedPart = 1 / 3;
/** That all engines changed their minds on one day is a strong claim. */
const everywhereStatistic = 3.3;
/** What is left of a change that was found because it was the largest. */
const likelyPart = 0.7;
/** With fewer expected standard errors, had they moved alike, silence of the competitors says nothing. */
const tellingStatistic = 2;
/** From here on (one-sided 5 %) it is worth waiting for more. */
const suspectStatistic = 1.64;

type Pool = ReturnType<typeof poolMoves>;
type Rest = { moves: Moved[]; own: Comparison; correlation: number };

/**
 * Difference in differences: does what the series shows also show for the competitors on the same prompts (then it is the
 * engine), on all engines for everybody (then it is the collection), or for this brand elsewhere (then it is one alert)?
 */
export function explain(
  finding: Pick<Finding, 'series' | 'direction' | 'start'>,
  watched: readonly Series[],
  canaries: Canaries,
): Explanation {
  const { series, start } = finding;
  const since = series.lane.sweeps[start]?.at ?? 0;
  const now = series.lane.sweeps[series.lane.seen - 1]?.at ?? since;
  const moves = movesSince(finding, watched, since);
  const own = poolMoves(moves.filter((move) => move.series === series));
  const onEngine = moves.filter((move) => move.series.engine === series.engine);
  const others = onEngine.filter((move) => move.series.brand !== series.brand);
  const elsewhere = moves.filter((move) => move.series.brand === series.brand && move.series !== series);
  const correlation = brandCorrelation(others.map((move) => move.series));
  const canary = canaryMoved(canaries, series.engine, since, now);
  const models = modelChange(series.lane, start);
  const evidence = {
    own,
    competitors: comparisonOf(others, correlation),
    elsewhere: comparisonOf(elsewhere),
    canaryMoved: canary,
    models,
  };
  const rest = { moves: others, own, correlation };
  const lane = { ...rest, moves: others.filter((move) => move.series.stage === series.stage) };
  const isEngine = isShared(rest) || (canary === true && cannotTell(rest)) || ((canary === true || models !== null) && isStirred(rest));
  if (isEngine) return { ...evidence, ...engineScope(series, moves, own) };
  if (isShared(lane)) {
    const members = onEngine.filter((move) => move.series.stage === series.stage && (move.gain > 0 || move.series === series));
    return { ...evidence, cause: 'engine-wide', brand: null, stage: series.stage, engine: series.engine, members, isSure: false };
  }
  const scope = brandScope(series, moves, own);
  return { ...evidence, ...scope, isSure: scope.isSure && (others.length === 0 || staysBehind(poolMoves(others, correlation), own)) };
}

function comparisonOf(moves: readonly Moved[], correlation = 1): Comparison | null {
  if (moves.length === 0) return null;
  const { relativeChange, statistic, series } = poolMoves(moves, correlation);
  return { relativeChange, statistic, series };
}

function movesSince(
  { series, direction, start }: Pick<Finding, 'series' | 'direction' | 'start'>,
  watched: readonly Series[],
  since: number,
): Moved[] {
  return watched.flatMap((one) => {
    const from = one.lane === series.lane ? start : sweepSince(one, since);
    return moveOf(one, from, signOf(direction)) ?? [];
  });
}

/** Moves like the series itself, or at least is not seen to stay behind: parts are noisy in the first days of a change. */
const follows = (part: Pool, own: Comparison) =>
  part.relativeChange >= Math.min(sharedPart * own.relativeChange, likelyPart * own.relativeChange - part.error);

/** Surely does not move like the series itself, nor seems to move at all. */
const staysBehind = (part: Pool, own: Comparison) =>
  part.statistic < suspectStatistic && likelyPart * own.relativeChange - part.relativeChange >= tellingStatistic * part.error;

/** All competitors together have moved for sure, most of them one by one, and not only because of the strongest. */
function isShared({ moves, own, correlation }: Rest): boolean {
  if (moves.length === 0) return false;
  const all = poolMoves(moves, correlation);
  if (all.statistic < sharedStatistic || !follows(all, own)) return false;
  const brands = [...Map.groupBy(moves, ({ series }) => series.brand).values()];
  const following = brands.filter((brand) => follows(poolMoves(brand), own));
  if (following.length < (2 / 3) * brands.length) return false;
  return brands.every((brand) => {
    const rest = moves.filter((move) => !brand.includes(move));
    return rest.length === 0 || poolMoves(rest, correlation).statistic >= 1.3;
  });
}

/** Had the competitors moved like the series itself, would it show? */
function cannotTell({ moves, own, correlation }: Rest): boolean {
  const expected = moves.reduce((sum, { level }) => sum + level, 0) * own.relativeChange;
  const variance = moves.reduce((sum, move) => sum + move.variance, 0) * correlation;
  return moves.length === 0 || variance === 0 || expected / Math.sqrt(variance) < tellingStatistic;
}

/** The competitors have moved, each its own way, more than chance would: Σ z² of the brands far over their number. */
function isStirred({ moves }: Rest): boolean {
  const brands = [...Map.groupBy(moves, ({ series }) => series.brand).values()];
  const squares = brands.reduce((sum, brand) => sum + poolMoves(brand).statistic ** 2, 0);
  return brands.length > 1 && squares > brands.length + 4 * Math.sqrt(2 * brands.length);
}

type Scope = Pick<Explanation, 'cause' | 'brand' | 'stage' | 'engine' | 'members' | 'isSure'>;

function engineScope(series: Series, moves: Moved[], own: Comparison): Scope {
  const byEngine = Map.groupBy(moves, (move) => move.series.engine);
  const engines = [...byEngine].filter(([engine]) => engine !== series.engine).map(([, group]) => poolMoves(group));
  const isEverywhere =
    engines.length > 0 &&
    engines.every((group) => group.statistic >= everywhereStatistic && group.relativeChange >= own.relativeChange / 2);
  const within = isEverywhere ? moves : (byEngine.get(series.engine) ?? []);
  const stages = Map.groupBy(within, (move) => move.series.stage);
  const covered = [...stages].filter(([stage, group]) => stage === series.stage || follows(poolMoves(group), own)).map(([stage]) => stage);
  const members = within.filter((move) => move.series === series || (covered.includes(move.series.stage) && move.gain > 0));
  return {
    cause: isEverywhere ? 'collection' : 'engine-wide',
    brand: null,
    stage: covered.length === 1 ? series.stage : null,
    engine: isEverywhere ? null : series.engine,
    members,
    isSure: covered.length === stages.size && (isEverywhere || engines.every((group) => staysBehind(group, own))),
  };
}

/** The widest of: the brand everywhere, this stage on all engines, this engine at all stages, this series alone. */
function brandScope(series: Series, moves: Moved[], own: Comparison): Scope {
  const brand = moves.filter((move) => move.series.brand === series.brand);
  const scopes = [
    { stage: null, engine: null },
    { stage: series.stage, engine: null },
    { stage: null, engine: series.engine },
  ];
  for (const { stage, engine } of scopes) {
    const members = brand.filter(
      (move) => (stage ?? move.series.stage) === move.series.stage && (engine ?? move.series.engine) === move.series.engine,
    );
    const rest = members.filter((move) => move.series !== series);
    const parts = [...Map.groupBy(rest, (move) => JSON.stringify([move.series.engine, move.series.stage])).values()];
    const all = poolMoves(rest);
    if (rest.length === 0 || all.statistic < sharedStatistic || !parts.every((part) => follows(poolMoves(part), own))) continue;
    const count = (key: 'stage' | 'engine') => new Set(members.map((move) => move.series[key])).size;
    return {
      cause: 'brand',
      brand: series.brand,
      stage: count('stage') > 1 ? null : series.stage,
      engine: count('engine') > 1 ? null : series.engine,
      members,
      isSure: members.length === brand.length,
    };
  }
  const members = brand.filter((move) => move.series === series);
  const rest = poolMoves(brand.filter((move) => move.series !== series));
  const isSure = rest.series === 0 || staysBehind(rest, own);
  return { cause: 'brand', brand: series.brand, stage: series.stage, engine: series.engine, members, isSure };
}

/** The model most answers came from in the five sweeps before, and since; null where none is said or it is the same. */
function modelChange(lane: Lane, start: number): { before: string; after: string } | null {
  const before = commonModel(lane, Math.max(0, start - 5), start);
  const after = commonModel(lane, start, lane.seen);
  return before === null || after === null || before === after ? null : { before, after };
}

function commonModel({ sweeps }: Lane, from: number, to: number): string | null {
  const counts = new Map<string, number>();
  for (const { models } of sweeps.slice(from, to))
    for (const [model, answers] of models) counts.set(model, (counts.get(model) ?? 0) + answers);
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
