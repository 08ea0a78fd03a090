import type { Cell } from '../domain/metrics/cell.ts';
import { emptyCounts } from '../domain/metrics/add-cells.ts';
import { emptySql, sql, type Queries } from './client.ts';

export type ContestFilter = {
  /** Whole days, UTC; `to` exclusive. */
  from: Date;
  to: Date;
  /** What a period is; the whole of it where left out. */
  by?: 'day' | 'week' | 'month' | undefined;
  stages?: string[] | undefined;
  engines?: string[] | undefined;
  language?: string | undefined;
  country?: string | undefined;
  /** Of prompts with any of these tags. */
  tags?: string[] | undefined;
  branded: boolean;
};

/** A prompt's answers on one engine in one period, with the orders of mention and stated preferences. */
export type ContestCell = { start: string; engine: string; cell: Cell };

type PlaceRow = { start: string | null; stage: string; engine: string; prompt: string; intent: string; weight: number };
type OrderRow = PlaceRow & { state: string; brands: string; answers: number };
type PreferenceRow = PlaceRow & { winner: string; loser: string; times: number };

/** Reads the observations of the period themselves: rollups have no orders of mention. */
export async function readContests(db: Queries, workspaceId: string, filter: ContestFilter): Promise<ContestCell[]> {
  const place = sql`${startOf(filter)} AS start, o.stage, o.engine, o.prompt_id AS prompt, o.stage || '/' || i.key AS intent, p.weight`;
  const joins = sql`observation o
    JOIN prompt p ON p.workspace_id = o.workspace_id AND p.id = o.prompt_id
    JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
    JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id`;
  const where = whereClause(workspaceId, filter);
  const [orders, preferences] = await Promise.all([
    db.$queryRaw<OrderRow[]>(sql`
      SELECT ${place}, o.state, coalesce((
          SELECT string_agg(b->>'brand', chr(31) ORDER BY (b->>'position')::int)
          FROM jsonb_array_elements(o.result->'brands') AS b WHERE (b->>'visible')::boolean), '') AS brands, count(*)::int AS answers
      FROM ${joins} WHERE ${where} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`),
    // The bounds leave only the months to read in which these were due.
    db.$queryRaw<PreferenceRow[]>(sql`
      SELECT ${place}, c.winner, c.loser, count(*)::int AS times
      FROM ${joins} JOIN comparison c ON c.workspace_id = o.workspace_id AND c.due_at = o.due_at AND c.observation_id = o.id
      WHERE ${where} AND c.due_at BETWEEN (SELECT min(o.due_at) FROM ${joins} WHERE ${where}) AND (SELECT max(o.due_at) FROM ${joins} WHERE ${where})
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`),
  ]);
  return toCells(orders, preferences);
}

const starts = {
  day: sql`(o.asked_at AT TIME ZONE 'UTC')::date::text`,
  week: sql`date_trunc('week', o.asked_at AT TIME ZONE 'UTC')::date::text`,
  month: sql`date_trunc('month', o.asked_at AT TIME ZONE 'UTC')::date::text`,
};
const startOf = ({ by }: ContestFilter) => (by === undefined ? sql`NULL::text` : starts[by]);

function whereClause(workspaceId: string, { from, to, branded, stages, engines, language, country, tags }: ContestFilter) {
  return sql`o.workspace_id = ${workspaceId}::uuid AND o.asked_at >= ${from} AND o.asked_at < ${to} AND v.branded = ${branded} AND NOT v.canary
    AND (o.state IN ('no_answer', 'refused', 'error') OR (o.state = 'answered' AND o.result IS NOT NULL))
    ${stages ? sql`AND o.stage = ANY(${stages}::text[])` : emptySql}
    ${engines ? sql`AND o.engine = ANY(${engines}::text[])` : emptySql}
    ${language === undefined ? emptySql : sql`AND o.language = ${language}`}
    ${country === undefined ? emptySql : sql`AND o.country = ${country}`}
    ${tags ? sql`AND p.tags && ${tags}::text[]` : emptySql}`;
}

const keyOf = ({ start, stage, engine, prompt }: PlaceRow) => [start, stage, engine, prompt].join('|');

function toCells(orders: readonly OrderRow[], preferences: readonly PreferenceRow[]): ContestCell[] {
  const stated = Map.groupBy(preferences, keyOf);
  return [...Map.groupBy(orders, keyOf)].flatMap(([key, rows]) => {
    const [first] = rows;
    if (!first) return [];
    const counts = emptyCounts();
    for (const { state, answers } of rows) {
      if (state === 'answered') counts.answered += answers;
      else if (state === 'no_answer') counts.noAnswer += answers;
      else if (state === 'refused') counts.refused += answers;
      else counts.failed += answers;
    }
    const { start, stage, engine, prompt, intent, weight } = first;
    const cell: Cell = {
      prompt,
      intent,
      stage,
      engine,
      weight,
      counts,
      orders: rows
        .filter(({ state }) => state === 'answered')
        .map(({ brands, answers }) => ({ engine, brands: brands.split('\x1f').filter(Boolean), answers })),
      preferences: (stated.get(key) ?? []).map(({ winner, loser, times }) => ({ winner, loser, times })),
    };
    return [{ start: start ?? '', engine, cell }];
  });
}
