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
type Wanted = Partial<UsedPagesFilter> & { days: Days; due: Due; own: string; urls: readonly string[] };

/** @returns a detail for each address that answers of these days use */
export async function readGapDetails(db: Queries, workspaceId: string, wanted: Wanted): Promise<Map<string, GapDetail>> {
  const { days, due, own, urls } = wanted;
  if (urls.length === 0) return new Map();
  const details = await db.$queryRaw<GapDetail[]>(sql`
    WITH hit AS MATERIALIZED ( -- what an answer names is looked at only where it has such a page
      SELECT o.url, o.id, o.due_at, o.prompt_id, o.stage, ${leavesOut(own)} AS left_out FROM (
        SELECT c.url, o.* FROM (SELECT o.id, o.due_at, o.prompt_id, o.stage, o.result FROM ${answeredIn(workspaceId, days, wanted)}) AS o
        JOIN ${citationsOf(workspaceId, due)} AND c.url = ANY(${[...urls]}::text[]) OFFSET 0) AS o
    ), rival AS (
      SELECT h.url, b->>'brand' AS brand, count(*)::int AS answers
      FROM hit h JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.id = h.id, jsonb_array_elements(o.result->'brands') AS b
      WHERE h.left_out AND (b->>'visible')::boolean GROUP BY 1, 2
    ), first AS (
      SELECT u.url, f.id AS answer, f.brand, f.start,
        (SELECT a.text FROM answer a WHERE a.workspace_id = ${workspaceId}::uuid AND a.due_at = f.due_at AND a.observation_id = f.id) AS text
      FROM unnest(${[...urls]}::text[]) AS u(url) CROSS JOIN LATERAL (
        SELECT h.id, h.due_at, m.brand, m.start FROM (SELECT * FROM hit WHERE hit.url = u.url AND hit.left_out ORDER BY due_at DESC, id) AS h
        CROSS JOIN LATERAL (SELECT m.brand, m.start_offset AS start FROM mention m WHERE m.workspace_id = ${workspaceId}::uuid AND m.due_at = h.due_at
          AND m.observation_id = h.id AND m.status = 'named' ORDER BY m.ordinal LIMIT 1) AS m
        ORDER BY h.due_at DESC, h.id LIMIT 1) AS f
    )
    SELECT u.url, ARRAY(SELECT DISTINCT h.prompt_id::text FROM hit h WHERE h.url = u.url ORDER BY 1) AS "promptIds",
      coalesce((SELECT jsonb_agg(jsonb_build_object('stage', s.stage, 'answers', s.answers) ORDER BY s.answers DESC, s.stage)
        FROM (SELECT stage, count(*)::int AS answers FROM hit h WHERE h.url = u.url GROUP BY 1) AS s), '[]') AS stages,
      ARRAY(SELECT DISTINCT i.touchpoint FROM hit h JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = h.prompt_id
        JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
        WHERE h.url = u.url AND i.touchpoint IS NOT NULL ORDER BY 1) AS touchpoints,
      coalesce((SELECT jsonb_agg(jsonb_build_object('brand', r.brand, 'answers', r.answers) ORDER BY r.answers DESC, r.brand) FROM rival r WHERE r.url = u.url), '[]') AS brands,
      (SELECT jsonb_build_object('answer', f.answer, 'brand', f.brand, 'text', f.text, 'start', f.start) FROM first f WHERE f.url = u.url) AS example
    FROM unnest(${[...urls]}::text[]) AS u(url)`);
  return new Map(details.map((detail) => [detail.url, detail]));
}
