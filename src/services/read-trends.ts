import { createHash } from 'node:crypto';
import { listBrands } from '../db/panels.ts';
import { listTrendFilters, readTrend, type Grain, type OpenGroup, type TrendGroup } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { chainLink, type Link, type Period } from '../domain/metrics/chain-link.ts';
import { figures, metricIds, type MetricId } from '../domain/metrics/index.ts';
import type { Cell, Figure } from '../domain/metrics/cell.ts';
import { periodLabel } from '../domain/period.ts';
import { stages } from '../domain/journey.ts';
import { trendMarks, type TrendBasis, type TrendMark } from '../domain/trend-marks.ts';
import { InputError } from '../errors.ts';
import { readMore } from './trend-more.ts';
import { dayMs } from '../domain/durations.ts';

export type TrendQuery = {
  from: Date;
  to: Date;
  by: Grain;
  stages?: string[];
  engines?: string[];
  brands?: string[];
  language?: string;
  country?: string;
  tags?: string[];
  branded: boolean;
  groupBy: ('stage' | 'engine')[];
  /** Which of the usual figures each point has; all where left out. */
  only?: readonly UsualMetric[];
  /** Figures besides the usual ones. */
  metrics?: readonly MetricId[];
  /** Visibility on the newest prompts' basis besides, linked where prompts were edited, added or dropped. */
  linked?: boolean;
};

export const trendMetrics = [
  'visibility',
  'shareOfVoice',
  'firstMention',
  'citationRate',
  'recommendationRate',
] as const satisfies readonly MetricId[];
/** What may be asked for besides. */
export const metricNames = metricIds as [MetricId, ...MetricId[]];

export type UsualMetric = (typeof trendMetrics)[number];

export type TrendPoint<Usual extends UsualMetric = UsualMetric> = Record<Usual, Figure> & {
  period: string;
  start: string;
  more?: Partial<Record<MetricId, Figure>>;
  /** null where no link reaches. */
  linked?: number | null;
  observations: { answered: number; noAnswer: number; refused: number; missing: number };
  versions: { prompts: number; promptVersions: string; panels: number[]; parsers: number[]; adapters: number[]; models: string[] };
};
export type Trends<Usual extends UsualMetric = UsualMetric> = { series: TrendSeries<Usual>[]; marks: TrendMark[] };
export type TrendSeries<Usual extends UsualMetric = UsualMetric> = {
  brand: string;
  stage: string | null;
  engine: string | null;
  points: TrendPoint<Usual>[];
  links?: Link[];
};

/** What a trend can be narrowed to: countries that were asked about, and tags that prompts carry. */
export const readTrendFilters = (deps: Deps, workspace: Workspace): Promise<{ countries: string[]; tags: string[] }> =>
  listTrendFilters(deps.db, workspace.id);

/** Visibility over time from the rollups, one series a brand and group; every figure with its counts and intervals; and where what they rest on has changed. */
export async function readTrends<Usual extends UsualMetric = UsualMetric>(
  deps: Deps,
  workspace: Workspace,
  query: TrendQuery & { only?: readonly Usual[] },
): Promise<Trends<Usual>> {
  checkPeriod(query);
  const panel = (await listBrands(deps.db, workspace.id)).map((brand) => brand.key);
  const brands = query.brands ?? panel;
  const filter = { ...query, grain: query.by, brands, byEngine: query.groupBy.includes('engine') };
  const groups = await readTrend(deps.db, workspace.id, filter);
  const { metrics = [], linked } = query;
  const moreOf = metrics.length > 0 ? await readMore(deps, workspace, filter, metrics, panel) : null;
  const split = query.groupBy.includes('stage');
  const buckets = Map.groupBy(groups, (group) => `${group.start}|${group.engine ?? ''}|${split ? group.stage : ''}`);
  const usual = query.only ?? (trendMetrics as readonly UsualMetric[] as readonly Usual[]);
  const series = new Map<string, TrendSeries<Usual>>();
  const periods = new Map<TrendSeries<Usual>, Period[]>();
  const bases: Basis[] = [];
  for (const [, together] of [...buckets].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [{ engine, stage }] = together as [TrendGroup];
    const name = together.map((group) => group.name).join('|');
    const { basis, ...remembered } = rememberCommon(`${query.by}|${together[0]?.start}|${name}`, () => commonOf(together, query.by));
    const versions = { ...remembered.versions, ...countedAs(workspace, basis) };
    const common = { ...remembered, versions };
    bases.push({ ...basis, ...versions, start: common.start });
    for (const brand of brands) {
      const key = `${brand}|${split ? stage : ''}|${engine ?? ''}`;
      let line = series.get(key);
      if (!line) series.set(key, (line = { brand, stage: split ? stage : null, engine, points: [] }));
      const cells = () => together.flatMap((group) => group.open().cellsOf(brand));
      const more = moreOf && { more: moreOf({ start: common.start, stage: split ? stage : null, engine }, brand, cells) };
      line.points.push({ ...common, ...usualFigures(`${brand}|${name}`, usual, cells), ...more });
      if (linked === true) periods.set(line, [...(periods.get(line) ?? []), { period: common.start, cells: cells() }]);
    }
  }
  for (const [line, all] of periods) link(line, all);
  return { series: sortSeries([...series.values()], brands), marks: trendMarks(mergeBases(bases)) };
}

function link<Usual extends UsualMetric>(line: TrendSeries<Usual>, periods: readonly Period[]): void {
  const { periods: levels, links } = chainLink(periods, 'visibility');
  line.links = links;
  line.points = line.points.map((point, at) => ({ ...point, linked: levels[at]?.linked ?? null }));
}

type Basis = { start: string; panels: number[]; parsers: number[]; models: string[]; prompts: number; promptIds: string[] };

/** What was read with an older panel or parser than the workspace's counted ones would read the same with those. */
function countedAs({ countedPanelVersion, countedParserVersion }: Workspace, { panels, parsers }: { panels: number[]; parsers: number[] }) {
  const atLeast = (versions: number[], least: number) => [...new Set(versions.map((version) => Math.max(version, least)))];
  return { panels: atLeast(panels, countedPanelVersion), parsers: atLeast(parsers, countedParserVersion) };
}

/** All groups of a period together. */
const mergeBases = (bases: Basis[]): TrendBasis[] =>
  [...Map.groupBy(bases, (basis) => basis.start)].map(([start, together]) => {
    const all = (pick: (basis: Basis) => (string | number)[]) => [...new Set(together.flatMap(pick).map(String))].toSorted();
    const prompts = all((basis) => basis.promptIds);
    return {
      start,
      panel: all((one) => one.panels),
      parser: all((one) => one.parsers),
      model: all((one) => one.models),
      prompts,
      promptsName: fingerprint(prompts),
    };
  });

/**
 * Figures are a pure function of their cells, and most cells lie in weeks that are over: remembered by content, there is
 * nothing to invalidate. The oldest go first.
 */
function rememberBy<Value>(most: number): (name: string, make: () => Value) => Value {
  const known = new Map<string, Value>();
  return (name, make) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const fresh = make();
    if (known.size >= most) for (const oldest of [...known.keys()].slice(0, most / 4)) known.delete(oldest);
    known.set(name, fresh);
    return fresh;
  };
}

const rememberFigures = rememberBy<Partial<Record<UsualMetric, Figure>>>(20_000);

/** Those that were not asked for before are counted now, from the same cells. */
function usualFigures<Usual extends UsualMetric>(name: string, usual: readonly Usual[], cells: () => Cell[]): Record<Usual, Figure> {
  const known = rememberFigures(name, () => ({}));
  const fresh = usual.filter((metric) => known[metric] === undefined);
  if (fresh.length > 0) Object.assign(known, figures(cells(), fresh));
  return Object.fromEntries(usual.map((metric) => [metric, known[metric]])) as Record<Usual, Figure>;
}

type Common = Omit<TrendPoint, UsualMetric> & { basis: { panels: number[]; parsers: number[]; promptIds: string[] } };
const rememberCommon = rememberBy<Common>(2000);

function checkPeriod({ from, to, by }: TrendQuery): void {
  const days = (to.getTime() - from.getTime()) / dayMs;
  const most = { day: 400, week: 1500, month: 4000 }[by];
  const issues = [];
  if (from.getUTCFullYear() < 1970) issues.push({ path: 'from', message: 'must be 1970-01-01 or later.' });
  if (!(days > 0)) issues.push({ path: 'to', message: 'must be after from; the period ends before this day.' });
  else if (days > most)
    issues.push({ path: 'from', message: `a trend by ${by} covers at most ${most} days; choose a later day or a coarser step.` });
  if (issues.length > 0) throw new InputError('The period is not usable.', issues);
}

/** What the brands of a bucket share: what was asked, what is missing, and the versions behind it. */
function commonOf(together: TrendGroup[], by: Grain): Common {
  const start = together[0]?.start ?? '';
  const groups = together.map((group) => group.open());
  const observations = { answered: 0, noAnswer: 0, refused: 0, missing: 0 };
  for (const { counts } of groups) {
    observations.answered += counts.answered;
    observations.noAnswer += counts.noAnswer;
    observations.refused += counts.refused;
    observations.missing += counts.failed;
  }
  const all = <T extends string | number>(pick: (group: OpenGroup) => T[]) =>
    [...new Set(groups.flatMap(pick))].toSorted((a, b) => (a < b ? -1 : 1));
  const prompts = all((group) => group.promptVersions);
  const versions = {
    prompts: prompts.length,
    promptVersions: fingerprint(prompts),
    panels: all((group) => group.panels),
    parsers: all((group) => group.parsers),
    adapters: all((group) => group.adapters),
    models: all((group) => group.models),
  };
  const basis = { panels: versions.panels, parsers: versions.parsers, promptIds: prompts };
  return { period: periodLabel(start, by), start, observations, versions, basis };
}

/** A short name for a set of prompt versions: two figures with the same one rest on the same questions. */
const fingerprint = (ids: readonly string[]): string => createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);

function sortSeries<Line extends Pick<TrendSeries, 'stage' | 'engine' | 'brand'>>(series: Line[], brands: string[]): Line[] {
  const brandAt = new Map(brands.map((brand, index) => [brand, index]));
  const stageAt = (stage: string | null) => (stage === null ? -1 : (stages as readonly string[]).indexOf(stage));
  return series.toSorted(
    (a, b) =>
      stageAt(a.stage) - stageAt(b.stage) ||
      (a.engine ?? '').localeCompare(b.engine ?? '') ||
      (brandAt.get(a.brand) ?? 0) - (brandAt.get(b.brand) ?? 0),
  );
}
