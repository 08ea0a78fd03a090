import { createHash } from 'node:crypto';
import type { Cell, CellCounts } from '../domain/metrics/cell.ts';
import { compareCells } from '../domain/metrics/add-cells.ts';
import {
  addShared,
  addTallies,
  brandCounts,
  emptyPacked,
  talliesOf,
  type BrandTallies,
  type StoredCounts,
} from '../domain/metrics/packed-counts.ts';
import type { Queries } from './client.ts';
import { emptySql, sql } from './client.ts';

export type Grain = 'day' | 'week' | 'month';

export type TrendFilter = {
  /** Whole days, UTC; `to` exclusive. */
  from: Date;
  to: Date;
  grain: Grain;
  stages?: string[];
  engines?: string[];
  brands: string[];
  language?: string;
  country?: string;
  /** Only prompts that carry one of these today. */
  tags?: string[];
  branded: boolean;
  byEngine: boolean;
};

/** All cells of one bucket and stage (and engine, if asked). */
export type TrendGroup = {
  start: string;
  stage: string;
  engine: string | null;
  /** Names the content: two groups with the same name give the same. */
  name: string;
  /** Costs more than all the rest; not needed where what follows from it is remembered. */
  open: () => OpenGroup;
};
export type OpenGroup = {
  cellsOf: (brand: string) => Cell[];
  /** Of all its cells, whichever the brand. */
  counts: CellCounts;
  /** What the figures rest on. */
  promptVersions: string[];
  models: string[];
  adapters: number[];
  parsers: number[];
  panels: number[];
};

type GroupRow = { stage: string; start: string; engine: string | null; packed: string };
type PromptRow = { id: string; intent: string; weight: number };

/** Reads rollups only, so its cost does not grow with the number of answers. */
export async function readTrend(db: Queries, workspaceId: string, filter: TrendFilter): Promise<TrendGroup[]> {
  const engine = filter.byEngine ? sql`r.engine` : sql`NULL::text`;
  const bucket = filter.grain === 'day' ? sql`r.start` : sql`date_trunc(${filter.grain}, r.start::timestamp)::date`;
  const [rows, prompts] = await Promise.all([
    // One text a group: a row for each cell would cost several times as much to send and read.
    db.$queryRaw<GroupRow[]>(sql`
      SELECT r.stage, (${bucket})::text AS start, ${engine} AS engine,
        '[' || string_agg(concat('["', r.prompt_id, '","', r.prompt_version_id, '",', r.counts, ']'), ','
          ORDER BY r.prompt_version_id, r.engine COLLATE "C", r.start, r.surface COLLATE "C", r.country COLLATE "C", r.language COLLATE "C") || ']' AS packed
      FROM rollup r JOIN prompt_version v ON v.workspace_id = r.workspace_id AND v.id = r.prompt_version_id AND v.branded = ${filter.branded} AND NOT v.canary
      WHERE ${whereClause(workspaceId, filter)} GROUP BY 1, 2, 3`),
    db.$queryRaw<PromptRow[]>(sql`
      SELECT p.id, i.key AS intent, p.weight FROM prompt p JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
      WHERE p.workspace_id = ${workspaceId}::uuid ORDER BY p.id`),
  ]);
  const promptOf = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  const promptsName = digest(JSON.stringify(prompts));
  return rows.map(({ packed, ...place }) => ({
    ...place,
    name: digest(`${promptsName}|${place.stage}|${packed}`),
    open: once(() => openGroup(place, packed, promptOf)),
  }));
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function whereClause(workspaceId: string, filter: TrendFilter) {
  const { inner, edges } = splitPeriod(filter);
  const inDays = edges.map(([from, to]) => sql`(r.start >= ${from}::date AND r.start < ${to}::date)`);
  const atEdges = inDays.length === 0 ? emptySql : sql`OR (r.grain = 'd' AND (${inDays.reduce((all, part) => sql`${all} OR ${part}`)}))`;
  // Rows without an engine hold all engines and countries of a prompt together.
  const pooled = !filter.byEngine && !filter.engines && filter.country === undefined;
  return sql`r.workspace_id = ${workspaceId}::uuid
    AND ${pooled ? sql`r.engine = ''` : sql`r.engine <> ''`}
    AND ((r.grain = ${filter.grain[0]} AND r.start >= ${inner[0]}::date AND r.start < ${inner[1]}::date) ${atEdges})
    ${filter.stages ? sql`AND r.stage = ANY(${filter.stages}::text[])` : emptySql}
    ${filter.engines ? sql`AND r.engine = ANY(${filter.engines}::text[])` : emptySql}
    ${filter.language ? sql`AND r.language = ${filter.language}` : emptySql}
    ${filter.country === undefined ? emptySql : sql`AND r.country = ${filter.country}`}
    ${filter.tags ? sql`AND r.prompt_id IN (SELECT id FROM prompt WHERE workspace_id = ${workspaceId}::uuid AND tags && ${filter.tags}::text[])` : emptySql}`;
}

/** Countries that were asked about, by code ('' is none), and the tags of prompts, archived ones too. */
export async function listTrendFilters(db: Queries, workspaceId: string): Promise<{ countries: string[]; tags: string[] }> {
  const [countries, tags] = await Promise.all([
    db.$queryRaw<{ name: string }[]>(sql`
      SELECT DISTINCT country AS name FROM rollup WHERE workspace_id = ${workspaceId}::uuid AND grain = 'm' AND engine <> '' ORDER BY 1`),
    db.$queryRaw<{ name: string }[]>(sql`
      SELECT DISTINCT unnest(tags) AS name FROM prompt WHERE workspace_id = ${workspaceId}::uuid ORDER BY 1`),
  ]);
  return { countries: countries.map(({ name }) => name), tags: tags.map(({ name }) => name) };
}

/** Engines and days of one wording add up. */
function openGroup(
  { stage, engine }: { stage: string; engine: string | null },
  packed: string,
  promptOf: ReadonlyMap<string, PromptRow>,
): OpenGroup {
  const all = emptyPacked();
  const ofVersion = new Map<string, { prompt: string; counts: BrandTallies }>();
  for (const [prompt, version, stored] of JSON.parse(packed) as [string, string, StoredCounts][]) {
    addShared(all, stored);
    const known = ofVersion.get(version);
    if (known) addTallies(known.counts, talliesOf(stored));
    else ofVersion.set(version, { prompt, counts: talliesOf(stored) });
  }
  // Made and put in order once for all brands.
  const cells = [...ofVersion]
    .map(([version, { prompt, counts }]) => {
      const { intent = prompt, weight = 1 } = promptOf.get(prompt) ?? {};
      return { counts, place: { prompt, version, intent: `${stage}/${intent}`, stage, ...(engine !== null && { engine }), weight } };
    })
    .toSorted((a, b) => compareCells(a.place, b.place));
  const numbers = (tally: ReadonlyMap<string, number>) => [...tally.keys()].map(Number).toSorted((a, b) => a - b);
  return {
    cellsOf: (brand) => cells.map(({ place, counts }) => ({ ...place, counts: brandCounts(counts, brand) })),
    counts: brandCounts(all, ''),
    promptVersions: [...ofVersion.keys()],
    models: [...all.models.keys()].toSorted(),
    adapters: numbers(all.adapters),
    parsers: numbers(all.parsers),
    panels: numbers(all.panels),
  };
}

/** Whole weeks or months are read as such; days before the first and after the last whole one are read as days. */
export function splitPeriod({ from, to, grain }: Pick<TrendFilter, 'from' | 'to' | 'grain'>): {
  inner: [string, string];
  edges: [string, string][];
} {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  if (grain === 'day') return { inner: [day(from), day(to)], edges: [] };
  const first = ceilTo(from, grain);
  const last = floorTo(to, grain);
  if (first >= last) return { inner: [day(from), day(from)], edges: [[day(from), day(to)]] };
  const edges: [string, string][] = [];
  if (from < first) edges.push([day(from), day(first)]);
  if (last < to) edges.push([day(last), day(to)]);
  return { inner: [day(first), day(last)], edges };
}

function floorTo(date: Date, grain: 'week' | 'month'): Date {
  const floor = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), grain === 'month' ? 1 : date.getUTCDate()));
  if (grain === 'week') floor.setUTCDate(floor.getUTCDate() - ((floor.getUTCDay() + 6) % 7));
  return floor;
}

function ceilTo(date: Date, grain: 'week' | 'month'): Date {
  const floor = floorTo(date, grain);
  if (floor.getTime() === date.getTime()) return floor;
  if (grain === 'week') floor.setUTCDate(floor.getUTCDate() + 7);
  else floor.setUTCMonth(floor.getUTCMonth() + 1);
  return floor;
}
