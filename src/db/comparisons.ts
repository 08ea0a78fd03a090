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
/** JSON: of alike observations their state, or their visible brands in the order in which they are named, and how many; and stated preferences by how often. */
type Row = PlaceRow & { observations: string; preferences: string | null };

/** Reads the observations of the period themselves: rollups have no orders of mention. */
export async function readContests(db: Queries, workspaceId: string, filter: ContestFilter): Promise<ContestCell[]> {
  // One text a prompt and engine, as a row for each observation would cost more to send than to count. Brands are stored in order.
  const rows = await db.$queryRaw<Row[]>(sql`
    WITH o AS MATERIALIZED (
      SELECT o.id, o.due_at, ${startOf(filter)} AS start, o.stage, o.engine, o.prompt_id AS prompt,
        CASE WHEN o.state = 'answered' THEN jsonb_path_query_array(o.result, '$.brands[*] ? (@.visible == true).brand')::text
          ELSE concat('"', o.state, '"') END AS content
      FROM observation o JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
      JOIN prompt p ON p.workspace_id = o.workspace_id AND p.id = o.prompt_id
      WHERE ${whereClause(workspaceId, filter)}
    ), place AS (
      SELECT start, stage, engine, prompt, concat('[', string_agg(concat('[', content, ',', times, ']'), ','), ']') AS observations
      FROM (SELECT start, stage, engine, prompt, content, count(*) AS times FROM o GROUP BY 1, 2, 3, 4, 5) AS alike GROUP BY 1, 2, 3, 4
    ), stated AS (
      SELECT start, stage, engine, prompt, jsonb_agg(jsonb_build_object('winner', winner, 'loser', loser, 'times', times))::text AS preferences
      FROM (
        SELECT o.start, o.stage, o.engine, o.prompt, c.winner, c.loser, count(*)::int AS times
        FROM o JOIN comparison c ON c.workspace_id = ${workspaceId}::uuid AND c.observation_id = o.id
          AND c.due_at BETWEEN (SELECT min(due_at) FROM o) AND (SELECT max(due_at) FROM o) -- only the months in which these were due
        GROUP BY 1, 2, 3, 4, 5, 6) AS pair
      GROUP BY 1, 2, 3, 4
    )
    SELECT place.*, place.stage || '/' || i.key AS intent, p.weight, stated.preferences
    FROM place JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = place.prompt
    JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
    LEFT JOIN stated ON stated.start IS NOT DISTINCT FROM place.start AND stated.stage = place.stage AND stated.engine = place.engine
      AND stated.prompt = place.prompt
    ORDER BY place.start, place.stage, place.engine, place.prompt`); // sums come out the same to the last digit
  return rows.map(toCell);
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

function toCell({ start, stage, engine, prompt, intent, weight, observations, preferences }: Row): ContestCell {
  const counts = emptyCounts();
  const answersOf = new Map<string, number>();
  for (const [said, times] of JSON.parse(observations) as [string | string[], number][]) {
    if (typeof said === 'string') counts[unanswered[said] ?? 'failed'] += times;
    else {
      counts.answered += times;
      answersOf.set(said.join(between), times);
    }
  }
  const orders = [...answersOf]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([order, answers]) => ({ engine, brands: order.split(between).filter(Boolean), answers }));
  const cell: Cell = { prompt, intent, stage, engine, weight, counts, orders, preferences: readPreferences(preferences) };
  return { start: start ?? '', engine, cell };
}

const between = '\x1f';
const unanswered: Record<string, 'noAnswer' | 'refused'> = { no_answer: 'noAnswer', refused: 'refused' };

type Preference = { winner: string; loser: string; times: number };
const readPreferences = (json: string | null): Preference[] =>
  (json === null ? [] : (JSON.parse(json) as Preference[])).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = ({ winner, loser }: Preference) => JSON.stringify([winner, loser]);
