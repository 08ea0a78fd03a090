import { createHash } from 'node:crypto';
import type { Cell, CellCounts } from '../domain/metrics/cell.ts';
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

/** The cells of all brands in one bucket and stage (and engine, if asked), and the versions that they rest on. */
export type TrendGroup = {
  start: string;
  stage: string;
  engine: string | null;
  cellsOf: (brand: string) => Cell[];
  /** Names what `cellsOf` gives: two groups with the same name give the same cells. */
  nameOf: (brand: string) => string;
  promptVersions: string[];
  models: string[];
  adapters: number[];
  parsers: number[];
  panels: number[];
};

/** What each packed entry holds after the prompt, in this order. */
const totals = {
  answered: 'answered',
  noAnswer: 'no_answer',
  refused: 'refused',
  failed: 'failed',
  withCitation: 'with_citation',
  citations: 'citations',
  brandsNamed: 'brands_named',
  brandsNamedSq: 'brands_named_sq',
} as const satisfies Partial<Record<keyof CellCounts, string>>;
const perBrand = {
  visible: 'visible',
  first: 'first',
  top3: 'top3',
  reciprocalRank: 'reciprocal_rank',
  reciprocalRankSq: 'reciprocal_rank_sq',
  position: 'position',
  positionSq: 'position_sq',
  besides: 'besides',
  recommended: 'recommended',
  positive: 'positive',
  neutral: 'neutral',
  negative: 'negative',
  mixed: 'mixed',
  cited: 'cited',
  brandCitations: 'citations',
} as const satisfies Partial<Record<keyof CellCounts, string>>;
type TotalName = keyof typeof totals;
type BrandName = keyof typeof perBrand;
const totalNames = Object.keys(totals) as TotalName[];
const brandNames = Object.keys(perBrand) as BrandName[];
/** Sums of 1/rank are stored in units of 1e-9. */
const billionths = new Set<string>(['reciprocalRank', 'reciprocalRankSq']);

type GroupRow = {
  stage: string;
  start: string;
  engine: string | null;
  packed: string;
  models: string;
  adapters: string;
  parsers: string;
  panels: string;
};
type BrandRow = { brand: string; stage: string; start: string; engine: string | null; packed: string };
type PromptRow = { id: string; intent: string; weight: number };

/** Reads rollups only, so its cost does not grow with the number of answers. */
export async function readTrend(db: Database, workspaceId: string, filter: TrendFilter): Promise<TrendGroup[]> {
  const engine = filter.byEngine ? sql`r.engine` : sql`NULL::text`;
  const where = whereClause(workspaceId, filter);
  const bucket = filter.grain === 'day' ? sql`r.start` : sql`date_trunc(${filter.grain}, r.start::timestamp)::date`;
  const [groups, brands, prompts] = await Promise.all([
    db.$queryRaw<GroupRow[]>(sql`
      SELECT r.stage, (${bucket})::text AS start, ${engine} AS engine, ${packed(`r.prompt_id, r.prompt_version_id`, totals)} AS packed,
        ${sets('models')} AS models, ${sets('adapter_versions')} AS adapters, ${sets('parser_versions')} AS parsers, ${sets('panel_versions')} AS panels
      FROM rollup r WHERE ${where} GROUP BY 1, 2, 3`),
    db.$queryRaw<BrandRow[]>(sql`
      SELECT r.brand, r.stage, (${bucket})::text AS start, ${engine} AS engine, ${packed('r.prompt_id', perBrand)} AS packed
      FROM rollup_brand r WHERE ${where} AND r.brand = ANY(${filter.brands}::text[]) GROUP BY 1, 2, 3, 4`),
    db.$queryRaw<PromptRow[]>(sql`
      SELECT p.id, i.key AS intent, p.weight FROM prompt p JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
      WHERE p.workspace_id = ${workspaceId}::uuid ORDER BY p.id`),
  ]);
  const promptOf = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  const promptsName = digest(JSON.stringify(prompts));
  const brandRows = new Map(brands.map((row) => [`${row.brand}|${placeOf(row)}`, row.packed]));
  return groups.map((row) => unpackGroup(row, (brand) => brandRows.get(`${brand}|${placeOf(row)}`), promptOf, promptsName));
}

const digest = (text: string): string => createHash('sha1').update(text).digest('base64');
const placeOf = (row: { stage: string; start: string; engine: string | null }) => `${row.stage}|${row.start}|${row.engine ?? ''}`;

/** All entries of a group as one text, `prompt,1,2,…;prompt,…`: a row for each would cost several times as much to send and read. */
const packed = (key: string, columns: Record<string, string>) =>
  sql`string_agg(concat_ws(',', ${rawSql(key)}, ${rawSql(
    Object.values(columns)
      .map((column) => `r.${column}`)
      .join(', '),
  )}), ';')`;
const sets = (column: string) => sql`coalesce(string_agg(DISTINCT array_to_string(${rawSql(`r.${column}`)}, chr(31)), chr(31)), '')`;

function whereClause(workspaceId: string, filter: TrendFilter) {
  const { inner, edges } = splitPeriod(filter);
  const inDays = edges.map(([from, to]) => sql`(r.start >= ${from}::date AND r.start < ${to}::date)`);
  const atEdges = inDays.length === 0 ? emptySql : sql`OR (r.grain = 'd' AND (${inDays.reduce((all, part) => sql`${all} OR ${part}`)}))`;
  // Rows without an engine hold all engines and countries of a prompt together.
  const pooled = !filter.byEngine && !filter.engines && filter.country === undefined;
  return sql`r.workspace_id = ${workspaceId}::uuid AND r.branded = ${filter.branded}
    AND ${pooled ? sql`r.engine = ''` : sql`r.engine <> ''`}
    AND ((r.grain = ${filter.grain[0]} AND r.start >= ${inner[0]}::date AND r.start < ${inner[1]}::date) ${atEdges})
    ${filter.stages ? sql`AND r.stage = ANY(${filter.stages}::text[])` : emptySql}
    ${filter.engines ? sql`AND r.engine = ANY(${filter.engines}::text[])` : emptySql}
    ${filter.language ? sql`AND r.language = ${filter.language}` : emptySql}
    ${filter.country === undefined ? emptySql : sql`AND r.country = ${filter.country}`}`;
}

function unpackGroup(
  row: GroupRow,
  packedOf: (brand: string) => string | undefined,
  promptOf: ReadonlyMap<string, PromptRow>,
  promptsName: string,
): TrendGroup {
  const promptVersions = new Set<string>();
  const sums = new Map<string, Record<TotalName, number>>();
  for (const entry of row.packed.split(';')) {
    const [prompt = '', version = '', ...values] = entry.split(',');
    promptVersions.add(version);
    add(sums, prompt, totalNames, values);
  }
  const cellsOf = (brand: string): Cell[] => {
    const counts = new Map<string, Record<BrandName, number>>();
    for (const entry of packedOf(brand)?.split(';') ?? []) {
      const [prompt = '', ...values] = entry.split(',');
      add(counts, prompt, brandNames, values);
    }
    return [...sums].map(([prompt, total]) => ({
      prompt,
      intent: `${row.stage}/${promptOf.get(prompt)?.intent ?? prompt}`,
      stage: row.stage,
      weight: promptOf.get(prompt)?.weight ?? 1,
      counts: { ...total, ...(counts.get(prompt) ?? nothing) },
    }));
  };
  const split = (text: string) => [...new Set(text.split('\x1f'))].filter((part) => part !== '');
  const numbers = (text: string) =>
    split(text)
      .map(Number)
      .toSorted((a, b) => a - b);
  return {
    start: row.start,
    stage: row.stage,
    engine: row.engine,
    cellsOf,
    nameOf: (brand) => digest(`${promptsName}|${row.stage}|${row.packed}|${packedOf(brand) ?? ''}`),
    promptVersions: [...promptVersions],
    models: split(row.models).toSorted(),
    adapters: numbers(row.adapters),
    parsers: numbers(row.parsers),
    panels: numbers(row.panels),
  };
}

const nothing = Object.fromEntries(brandNames.map((name) => [name, 0])) as Record<BrandName, number>;

/** Several versions, engines or days of one prompt add up. */
function add<Name extends string>(into: Map<string, Record<Name, number>>, prompt: string, names: readonly Name[], values: string[]): void {
  const known = into.get(prompt);
  const sum = known ?? (Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>);
  for (const [index, name] of names.entries()) sum[name] += Number(values[index]) * (billionths.has(name) ? 1e-9 : 1);
  if (!known) into.set(prompt, sum);
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
