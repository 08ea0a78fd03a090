import type { Cause, Comparison } from './alert.ts';
import { canaryMoved, type Canaries } from './canary.ts';
import type { Lane } from './lane.ts';
import { brandCorrelation, movesSince, poolMoves, type Moved } from './pooled.ts';
import type { Series } from './series.ts';
import { cannotTell, follows, isShared, isStirred, recentMoves, sharedStatistic, staysBehind, type Rest } from './shared-move.ts';
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
  /** The sweep of the lane since which it holds: the finding's, or the later one at which the whole engine moved. */
  start: number;
  /** Would more sweeps hardly change what is said here? */
  isSure: boolean;
  /** Do the last sweeps look as if the competitors had just begun to move too? */
  isStirring: boolean;
};

/** That all engines changed their minds on one day is a strong claim. */
const everywhereStatistic = 3.3;

type Question = Pick<Finding, 'series' | 'direction' | 'start'>;

/**
 * Difference in differences: does what the series shows also show for the competitors on the same prompts (then it is the
 * engine), on all engines for everybody (then it is the collection), or for this brand elsewhere (then it is one alert)?
 */
export function explain(finding: Question, watched: readonly Series[], canaries: Canaries): Explanation {
  const { series, start } = finding;
  const moves = movesSince(finding, watched);
  const own = poolMoves(moves.filter((move) => move.series === series));
  const others = moves.filter((move) => move.series.engine === series.engine && move.series.brand !== series.brand);
  const rest = { moves: others, own, correlation: brandCorrelation(others.map((move) => move.series)) };
  const evidence = { start, ...evidenceOf(finding, moves, rest, canaries) };
  const engine = engineScope(series, moves, rest, evidence);
  if (engine !== null) return { ...evidence, ...engine, isStirring: false };
  const { sharedSince, isStirring } = recentMoves(finding, rest);
  if (sharedSince !== null) return explain({ ...finding, start: sharedSince }, watched, canaries);
  const scope = brandScope(series, moves, own);
  const isSure = scope.isSure && (others.length === 0 || staysBehind(poolMoves(others, rest.correlation), own));
  return { ...evidence, ...scope, isSure, isStirring };
}

type Evidence = Pick<Explanation, 'own' | 'competitors' | 'elsewhere' | 'canaryMoved' | 'models'>;

function evidenceOf({ series, start }: Question, moves: readonly Moved[], rest: Rest, canaries: Canaries): Evidence {
  const { sweeps, seen } = series.lane;
  const since = sweeps[start]?.at ?? 0;
  return {
    own: rest.own,
    competitors: comparisonOf(rest.moves, rest.correlation),
    elsewhere: comparisonOf(moves.filter((move) => move.series.brand === series.brand && move.series !== series)),
    canaryMoved: canaryMoved(canaries, series.engine, since, sweeps[seen - 1]?.at ?? since),
    models: modelChange(series.lane, start),
  };
}

function comparisonOf(moves: readonly Moved[], correlation = 1): Comparison | null {
  if (moves.length === 0) return null;
  const { relativeChange, statistic, series } = poolMoves(moves, correlation);
  return { relativeChange, statistic, series };
}

type Scope = Pick<Explanation, 'cause' | 'brand' | 'stage' | 'engine' | 'members' | 'isSure'>;

/** The engine, all engines, or the engine's stage alone; null where the competitors do not move along. */
function engineScope(series: Series, moves: Moved[], rest: Rest, { canaryMoved: canary, models }: Evidence): Scope | null {
  const isEngine = isShared(rest) || (canary === true && cannotTell(rest)) || ((canary === true || models !== null) && isStirred(rest));
  if (isEngine) return wholeEngine(series, moves, rest.own);
  const { engine, stage } = series;
  if (!isShared({ ...rest, moves: rest.moves.filter((move) => move.series.stage === stage) })) return null;
  const onLane = moves.filter((move) => move.series.engine === engine && move.series.stage === stage);
  const members = onLane.filter((move) => move.gain > 0 || move.series === series);
  return { cause: 'engine-wide', brand: null, stage, engine, members, isSure: false };
}

function wholeEngine(series: Series, moves: Moved[], own: Comparison): Scope {
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
