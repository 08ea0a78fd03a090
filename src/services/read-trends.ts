import { listBrands } from '../db/panels.ts';
import { readTrend, type Grain, type TrendGroup, type TrendVersions } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { figures, type MetricId } from '../domain/metrics/index.ts';
import type { Figure } from '../domain/metrics/cell.ts';
import { periodLabel } from '../domain/period.ts';
import { stages } from '../domain/journey.ts';
import { InputError } from '../errors.ts';

export type TrendQuery = {
  from: Date;
  to: Date;
  by: Grain;
  stages?: string[];
  engines?: string[];
  brands?: string[];
  language?: string;
  country?: string;
  branded: boolean;
  groupBy: ('stage' | 'engine')[];
};

export const trendMetrics = ['visibility', 'shareOfVoice', 'firstMention', 'citationRate', 'recommendationRate'] as const satisfies readonly MetricId[];
export type TrendFigures = Record<(typeof trendMetrics)[number], Figure>;

export type TrendPoint = TrendFigures & {
  period: string;
  start: string;
  observations: { answered: number; noAnswer: number; refused: number; missing: number };
  versions: { prompts: number; promptVersions: string; panels: number[]; parsers: number[]; adapters: number[]; models: string[] };
};
export type TrendSeries = { brand: string; stage: string | null; engine: string | null; points: TrendPoint[] };

/** Visibility over time from the rollups, one series a brand and group; every figure with its counts and intervals. */
export async function readTrends(deps: Deps, workspace: Workspace, query: TrendQuery): Promise<TrendSeries[]> {
  checkPeriod(query);
  const brands = query.brands ?? (await listBrands(deps.db, workspace.id)).map((brand) => brand.key);
  const byEngine = query.groupBy.includes('engine');
  const { groups, versions } = await readTrend(deps.db, workspace.id, { ...query, grain: query.by, brands, byEngine });
  const versionsAt = new Map(versions.map((row) => [`${row.start}|${row.engine ?? ''}`, row]));
  const series = new Map<string, TrendSeries>();
  const order = groups.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  for (const group of order) {
    for (const [stage, cells] of splitByStage(group, query.groupBy.includes('stage'))) {
      const key = `${group.brand}|${stage ?? ''}|${group.engine ?? ''}`;
      let line = series.get(key);
      if (!line) series.set(key, (line = { brand: group.brand, stage, engine: group.engine, points: [] }));
      line.points.push(toPoint(group, cells, query.by, versionsAt.get(`${group.start}|${group.engine ?? ''}`)));
    }
  }
  return sortSeries([...series.values()], brands);
}

function checkPeriod({ from, to, by }: TrendQuery): void {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  const most = { day: 400, week: 1500, month: 4000 }[by];
  const issues = [];
  if (!(days > 0)) issues.push({ path: 'to', message: 'must be after from; the period ends before this day.' });
  else if (days > most) issues.push({ path: 'from', message: `a trend by ${by} covers at most ${most} days; choose a later day or a coarser step.` });
  if (issues.length > 0) throw new InputError('The period is not usable.', issues);
}

function splitByStage(group: TrendGroup, split: boolean): [string | null, TrendGroup['cells']][] {
  if (!split) return [[null, group.cells]];
  return [...Map.groupBy(group.cells, (cell) => cell.stage)];
}

function toPoint(group: TrendGroup, cells: TrendGroup['cells'], by: Grain, versions: TrendVersions | undefined): TrendPoint {
  const observations = { answered: 0, noAnswer: 0, refused: 0, missing: 0 };
  for (const { counts } of cells) {
    observations.answered += counts.answered;
    observations.noAnswer += counts.noAnswer;
    observations.refused += counts.refused;
    observations.missing += counts.failed;
  }
  const { prompts = [], panels = [], parsers = [], adapters = [], models = [] } = versions ?? {};
  return {
    period: periodLabel(group.start, by),
    start: group.start,
    ...figures(cells, trendMetrics),
    observations,
    versions: { prompts: prompts.length, promptVersions: fingerprint(prompts), panels, parsers, adapters, models },
  };
}

/** A short name for a set of prompt versions: two figures with the same one rest on the same questions. */
function fingerprint(ids: readonly string[]): string {
  let hash = 0xcbf29ce484222325n; // FNV-1a, 64 bit
  for (const character of ids.toSorted().join(' ')) hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

function sortSeries(series: TrendSeries[], brands: string[]): TrendSeries[] {
  const brandAt = new Map(brands.map((brand, index) => [brand, index]));
  const stageAt = (stage: string | null) => (stage === null ? -1 : (stages as readonly string[]).indexOf(stage));
  return series.sort(
    (a, b) =>
      stageAt(a.stage) - stageAt(b.stage) || (a.engine ?? '').localeCompare(b.engine ?? '') || (brandAt.get(a.brand) ?? 0) - (brandAt.get(b.brand) ?? 0),
  );
}
