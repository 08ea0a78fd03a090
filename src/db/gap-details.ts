import type { Days } from '../domain/report/period.ts';
import { sql, type Queries } from './client.ts';
import { answeredIn, citationsOf, leavesOut, type Due, type UsedPagesFilter } from './used-pages.ts';

/** What the answers behind a page say of it: their prompts, stages and touchpoints. */
export type GapDetail = {
  url: string;
  promptIds: string[];
  stages: { stage: string; answers: number }[];
  touchpoints: string[];
  /** Who is named in those of them that leave us out, and one of those. */
  brands: { brand: string; answers: number }[];
  example: { answer: string; brand: string; text: string; start: number } | null;
};
type Wanted = Partial<UsedPagesFilter> & { days: Days; due: Due; own: readonly string[]; urls: readonly string[] };

/** @returns a detail for each address that answers of these days use */
export async function readGapDetails(db: Queries, workspaceId: string, wanted: Wanted): Promise<Map<string, GapDetail>> {
  const { days, due, own, urls } = wanted;
  if (urls.length === 0) return new Map();
  const details = await db.$queryRaw<GapDetail[]>(sql`
    WITH hit AS MATERIALIZED ( -- what an answer names is looked at only where it has such a page
      SELECT url, id, due_at, prompt_id, stage, left_out, CASE WHEN left_out THEN result->'brands' END AS brands FROM (
        SELECT o.*, ${leavesOut(own)} AS left_out FROM (
          SELECT c.url, o.* FROM (SELECT o.id, o.due_at, o.prompt_id, o.stage, o.result FROM ${answeredIn(workspaceId, days, wanted)}) AS o
          JOIN ${citationsOf(workspaceId, due)} AND c.url = ANY(${[...urls]}::text[]) OFFSET 0) AS o
        OFFSET 0) AS told
    ), rival AS (
      SELECT h.url, b->>'brand' AS brand, count(*)::int AS answers FROM hit h, jsonb_array_elements(h.brands) AS b
      WHERE (b->>'visible')::boolean GROUP BY 1, 2
    ), named AS (
      SELECT url, jsonb_agg(jsonb_build_object('brand', brand, 'answers', answers) ORDER BY answers DESC, brand) AS brands FROM rival GROUP BY url
    ), at AS (
      SELECT url, jsonb_agg(jsonb_build_object('stage', stage, 'answers', answers) ORDER BY answers DESC, stage) AS stages
      FROM (SELECT url, stage, count(*)::int AS answers FROM hit GROUP BY 1, 2) AS s GROUP BY url
    ), asked AS (
      SELECT a.url, array_agg(a.prompt_id::text ORDER BY a.prompt_id) AS "promptIds",
        coalesce(array_agg(DISTINCT i.touchpoint) FILTER (WHERE i.touchpoint IS NOT NULL), '{}') AS touchpoints
      FROM (SELECT DISTINCT url, prompt_id FROM hit) AS a
      LEFT JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = a.prompt_id
      LEFT JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id GROUP BY a.url
    ), latest AS (
      SELECT url, array_agg(id ORDER BY due_at DESC, id) AS ids, array_agg(due_at ORDER BY due_at DESC, id) AS dues FROM hit WHERE left_out GROUP BY url
    )
    SELECT at.url, asked."promptIds", at.stages, asked.touchpoints, coalesce(named.brands, '[]') AS brands, example.said AS example
    FROM at JOIN asked USING (url) LEFT JOIN named USING (url) LEFT JOIN latest USING (url)
    LEFT JOIN LATERAL ( -- the newest that has a place to quote
      SELECT jsonb_build_object('answer', h.id, 'brand', m.brand, 'start', m.start_offset, 'text',
        (SELECT a.text FROM answer a WHERE a.workspace_id = ${workspaceId}::uuid AND a.due_at = h.due_at AND a.observation_id = h.id)) AS said
      FROM (SELECT * FROM unnest(latest.ids, latest.dues) WITH ORDINALITY AS l(id, due_at, place) ORDER BY place) AS h
      CROSS JOIN LATERAL (SELECT m.brand, m.start_offset FROM mention m WHERE m.workspace_id = ${workspaceId}::uuid AND m.due_at = h.due_at
        AND m.observation_id = h.id AND m.status = 'named' ORDER BY m.ordinal LIMIT 1) AS m
      ORDER BY h.place LIMIT 1
    ) AS example ON true`);
  return new Map(details.map((detail) => [detail.url, detail]));
}
