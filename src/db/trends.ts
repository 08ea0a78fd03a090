import type { Cell } from '../domain/metrics/cell.ts';
import type { Database } from './client.ts';
import { emptySql, rawSql, sql } from './client.ts';

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
  branded: boolean;
  byEngine: boolean;
};

/** All cells of one brand, bucket and (if asked) engine, and the versions that they rest on. */
export type TrendGroup = {
  brand: string;
  start: string;
  engine: string | null;
  cells: Cell[];
};
export type TrendVersions = { start: string; engine: string | null; prompts: string[]; panels: number[]; parsers: number[]; adapters: number[]; models: string[] };

/** The columns of `CellCounts`, in the order in which the query packs them. */
const totals = ['answered', 'no_answer', 'refused', 'failed', 'with_citation', 'citations', 'brands_named', 'brands_named_sq'];
const perBrand = ['visible', 'first', 'top3', 'reciprocal_rank', 'reciprocal_rank_sq', 'besides', 'recommended', 'positive', 'neutral', 'negative', 'mixed', 'cited', 'citations'];

type PromptRow = { stage: string; start: string; engine: string | null; prompt: string; intent: string; weight: number; totals: number[] };
type BrandRow = { brand: string; stage: string; start: string; engine: string | null; prompt: string; counts: number[] };

/** Reads rollups only, so its cost does not grow with the number of answers. */
export async function readTrend(db: Database, workspaceId: string, filter: TrendFilter): Promise<{ groups: TrendGroup[]; versions: TrendVersions[] }> {
  const engine = filter.byEngine ? sql`r.engine` : sql`NULL::text`;
  const where = whereClause(workspaceId, filter);
  const bucket = sql`to_char(date_trunc(${filter.grain}, r.start::timestamp), 'YYYY-MM-DD')`;
  const [prompts, brands, versions] = await Promise.all([
    db.$queryRaw<PromptRow[]>(sql`
      SELECT x.*, i.key AS intent, p.weight FROM (
        SELECT r.stage, ${bucket} AS start, ${engine} AS engine, r.prompt_id AS prompt, ${packed(totals)} AS totals
        FROM rollup r WHERE ${where} GROUP BY 1, 2, 3, 4
      ) AS x
      JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = x.prompt
      JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id`),
    db.$queryRaw<BrandRow[]>(sql`
      SELECT r.brand, r.stage, ${bucket} AS start, ${engine} AS engine, r.prompt_id AS prompt, ${packed(perBrand)} AS counts
      FROM rollup_brand r WHERE ${where} AND r.brand = ANY(${filter.brands}::text[]) GROUP BY 1, 2, 3, 4, 5`),
    readVersions(db, where, bucket, engine),
  ]);
  return { groups: joinCells(prompts, brands, filter.brands), versions };
}

/** One text a row: far cheaper to send and to read than 21 columns. */
const packed = (columns: string[]) => {
  const parts = columns.map((column) => `sum(r.${column})`).join(` || ',' || `);
  return sql`string_to_array(${rawSql(parts)}, ',')::float8[]`;
};

function whereClause(workspaceId: string, filter: TrendFilter) {
  const { inner, edges } = splitPeriod(filter);
  const code = filter.grain[0];
  return sql`r.workspace_id = ${workspaceId}::uuid AND r.branded = ${filter.branded}
    AND ((r.grain = ${code} AND r.start >= ${inner[0]}::date AND r.start < ${inner[1]}::date) ${edges.length === 0 ? emptySql : sql`OR (r.grain = 'd' AND (${edges
      .map(([from, to]) => sql`(r.start >= ${from}::date AND r.start < ${to}::date)`)
      .reduce((all, part) => sql`${all} OR ${part}`)}))`})
    ${filter.stages ? sql`AND r.stage = ANY(${filter.stages}::text[])` : emptySql}
    ${filter.engines ? sql`AND r.engine = ANY(${filter.engines}::text[])` : emptySql}
    ${filter.language ? sql`AND r.language = ${filter.language}` : emptySql}
    ${filter.country === undefined ? emptySql : sql`AND r.country = ${filter.country}`}`;
}

/** Whole weeks or months are read as such; days before the first and after the last whole one are read as days. */
export function splitPeriod({ from, to, grain }: Pick<TrendFilter, 'from' | 'to' | 'grain'>): { inner: [string, string]; edges: [string, string][] } {
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

function readVersions(db: Database, where: ReturnType<typeof whereClause>, bucket: typeof emptySql, engine: typeof emptySql): Promise<TrendVersions[]> {
  const merged = (column: string) => sql`(SELECT coalesce(array_agg(DISTINCT e ORDER BY e), '{}') FROM unnest(string_to_array(string_agg(DISTINCT array_to_string(${rawSql(`x.${column}`)}, ';'), ';'), ';')) AS e WHERE e <> '')`;
  return db.$queryRaw<TrendVersions[]>(sql`
    SELECT x.start, x.engine, ${merged('prompt_versions')} AS prompts, ${merged('panel_versions')}::int[] AS panels,
      ${merged('parser_versions')}::int[] AS parsers, ${merged('adapter_versions')}::int[] AS adapters, ${merged('models')} AS models
    FROM (
      SELECT ${bucket} AS start, ${engine} AS engine, r.models, r.adapter_versions, r.parser_versions, r.panel_versions,
        array_agg(DISTINCT r.prompt_version_id) AS prompt_versions
      FROM rollup r WHERE ${where} GROUP BY 1, 2, 3, 4, 5, 6
    ) AS x GROUP BY 1, 2 ORDER BY 1, 2`);
}

function joinCells(prompts: PromptRow[], brands: BrandRow[], wanted: string[]): TrendGroup[] {
  const place = (row: { stage: string; start: string; engine: string | null; prompt: string }) => `${row.start}|${row.engine ?? ''}|${row.stage}|${row.prompt}`;
  const counts = new Map(brands.map((row) => [`${row.brand}|${place(row)}`, row.counts]));
  const groups = new Map<string, TrendGroup>();
  for (const row of prompts) {
    const at = place(row);
    for (const brand of wanted) {
      const key = `${brand}|${row.start}|${row.engine ?? ''}`;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { brand, start: row.start, engine: row.engine, cells: [] }));
      group.cells.push(toCell(row, counts.get(`${brand}|${at}`)));
    }
  }
  return [...groups.values()];
}

function toCell(row: PromptRow, counts: number[] | undefined): Cell {
  const t = (index: number) => row.totals[index] ?? 0;
  const b = (index: number) => counts?.[index] ?? 0;
  return {
    prompt: row.prompt,
    intent: `${row.stage}/${row.intent}`,
    stage: row.stage,
    weight: row.weight,
    counts: {
      answered: t(0), noAnswer: t(1), refused: t(2), failed: t(3), withCitation: t(4), citations: t(5), brandsNamed: t(6), brandsNamedSq: t(7),
      visible: b(0), first: b(1), top3: b(2), reciprocalRank: b(3), reciprocalRankSq: b(4), besides: b(5), recommended: b(6),
      positive: b(7), neutral: b(8), negative: b(9), mixed: b(10), cited: b(11), brandCitations: b(12),
    },
  };
}
