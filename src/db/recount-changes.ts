import type { Queries } from './client.ts';
import { sql } from './client.ts';
import type { Recount } from './generated/client.ts';

/** A brand at a stage: answers that name or cite it now and did not, or did and do not; and how many name it of how many. */
export type BrandChange = {
  stage: string;
  brand: string;
  gained: number;
  lost: number;
  citedGained: number;
  citedLost: number;
  visibleBefore: number;
  answered: number;
};
/** A place in an answer's text where the brand is named now, or was before. */
export type ChangeExample = {
  observationId: string;
  stage: string;
  brand: string;
  gained: boolean;
  text: string;
  start: number | null;
  end: number | null;
};
export type RecountChanges = { changed: number; brands: BrandChange[]; examples: ChangeExample[] };

const examples = 10;

/** What a recount will change, compared with what is stored still. */
export async function readRecountChanges(tx: Queries, { workspaceId, id }: Recount): Promise<RecountChanges> {
  const pairs = sql`
    WITH answer_pair AS (
      SELECT o.id, o.due_at, o.stage, o.result AS before, r.result AS after, r.mentions
      FROM recount_answer r JOIN observation o ON o.workspace_id = r.workspace_id AND o.id = r.observation_id
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.recount_id = ${id}::uuid AND r.result IS NOT NULL AND o.conversation_id IS NULL
    ), pair AS MATERIALIZED (
      SELECT p.id, p.due_at, p.stage, p.mentions, x.brand, x.was_named, x.is_named, x.was_cited, x.is_cited
      FROM answer_pair p CROSS JOIN LATERAL (
        SELECT coalesce(b.brand, a.brand) AS brand, coalesce(b.visible, false) AS was_named, coalesce(a.visible, false) AS is_named,
          coalesce(b.cited, 0) > 0 AS was_cited, coalesce(a.cited, 0) > 0 AS is_cited
        FROM jsonb_to_recordset(p.before->'brands') AS b(brand text, visible boolean, cited int)
        FULL JOIN jsonb_to_recordset(p.after->'brands') AS a(brand text, visible boolean, cited int) ON a.brand = b.brand
      ) AS x WHERE x.was_named <> x.is_named OR x.was_cited <> x.is_cited
    )`;
  const [row] = await tx.$queryRaw<{ changed: number }[]>(sql`
    SELECT count(*)::int AS changed FROM recount_answer WHERE workspace_id = ${workspaceId}::uuid AND recount_id = ${id}::uuid`);
  const brands = await tx.$queryRaw<BrandChange[]>(sql`
    ${pairs}, changed AS (
      SELECT stage, brand, count(*) FILTER (WHERE is_named AND NOT was_named)::int AS gained, count(*) FILTER (WHERE was_named AND NOT is_named)::int AS lost,
        count(*) FILTER (WHERE is_cited AND NOT was_cited)::int AS cited_gained, count(*) FILTER (WHERE was_cited AND NOT is_cited)::int AS cited_lost
      FROM pair GROUP BY 1, 2
    ), visible AS (
      SELECT o.stage, b.brand, count(*)::int AS answers FROM observation o, jsonb_to_recordset(o.result->'brands') AS b(brand text, visible boolean)
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.conversation_id IS NULL AND b.visible AND EXISTS (SELECT 1 FROM changed) GROUP BY 1, 2
    ), answered AS (
      SELECT stage, count(*)::int AS answers FROM observation
      WHERE workspace_id = ${workspaceId}::uuid AND state = 'answered' AND conversation_id IS NULL AND result IS NOT NULL GROUP BY 1
    )
    SELECT c.stage, c.brand, c.gained, c.lost, c.cited_gained AS "citedGained", c.cited_lost AS "citedLost",
      coalesce(v.answers, 0) AS "visibleBefore", a.answers AS answered
    FROM changed c JOIN answered a ON a.stage = c.stage LEFT JOIN visible v ON v.stage = c.stage AND v.brand = c.brand
    ORDER BY c.stage, c.brand`);
  const shown = await tx.$queryRaw<ChangeExample[]>(sql`
    ${pairs}, chosen AS (
      SELECT *, row_number() OVER (PARTITION BY stage, brand, is_named ORDER BY due_at DESC, id) AS n FROM pair WHERE was_named <> is_named
      ORDER BY n, stage, brand, is_named DESC LIMIT ${examples}
    )
    SELECT c.id AS "observationId", c.stage, c.brand, c.is_named AS gained, a.text, m.start, m.end
    FROM chosen c JOIN answer a ON a.workspace_id = ${workspaceId}::uuid AND a.due_at = c.due_at AND a.observation_id = c.id
    LEFT JOIN LATERAL (
      SELECT (e->>'start')::int AS start, (e->>'end')::int AS end FROM jsonb_array_elements(c.mentions) WITH ORDINALITY AS x(e, i)
      WHERE c.is_named AND e->>'brand' = c.brand AND e->>'status' = 'named'
      UNION ALL
      SELECT d.start_offset, d.end_offset FROM mention d WHERE NOT c.is_named AND d.workspace_id = ${workspaceId}::uuid AND d.due_at = c.due_at
        AND d.observation_id = c.id AND d.brand = c.brand AND d.status = 'named'
      ORDER BY 1 LIMIT 1
    ) AS m ON true
    ORDER BY c.n, c.stage, c.brand, c.is_named DESC`);
  return { changed: row?.changed ?? 0, brands, examples: shown };
}
