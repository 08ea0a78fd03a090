import { sql, type Queries } from './client.ts';
import type { Days } from '../domain/report/period.ts';

type PageRow = { url: string; title: string | null; domain: string; brand: string | null; answers: number; before: number };
type GapRow = { url: string; title: string | null; domain: string; brand: string | null; answers: number; cited: number; prompts: number };
export type SourceRows = {
  /** Answers of this period and of the one before. */
  answers: number;
  answersBefore: number;
  /** Pages cited in this period. */
  pages: number;
  gained: { total: number; pages: PageRow[] };
  lost: { total: number; pages: PageRow[] };
  gaps: { total: number; pages: GapRow[] };
};
type Shown = { list: 'gained' | 'lost' | 'gaps'; total: number } & PageRow & GapRow;

const leavesOut = (own: string) => sql`(
  jsonb_path_exists(o.result, '$.brands[*] ? (@.visible == true && @.brand != $own)', jsonb_build_object('own', ${own}::text))
  AND NOT jsonb_path_exists(o.result, '$.brands[*] ? (@.visible == true && @.brand == $own)', jsonb_build_object('own', ${own}::text)))`;

/** Answered observations of both periods, of prompts that name no brand; `gap`: names a rival and leaves `own` out. */
const answered = (workspaceId: string, days: Days, before: Days, own: string | null) => sql`
  SELECT o.id, o.due_at, o.prompt_id, o.stage, o.engine, o.result, o.asked_at >= ${days.from}::timestamp AT TIME ZONE 'UTC' AS now,
    ${own === null ? sql`false` : leavesOut(own)} AS gap
  FROM observation o
  JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded AND NOT v.canary
  WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.result IS NOT NULL
    AND o.asked_at >= ${before.from}::timestamp AT TIME ZONE 'UTC' AND o.asked_at < ${days.to}::timestamp AT TIME ZONE 'UTC'`;

type Bounds = { first: Date | null; last: Date | null; answers: number; answersBefore: number };

/** Those of a period lie in the months between its first and last planned one. */
async function boundsOf(db: Queries, workspaceId: string, days: Days, before: Days): Promise<Bounds> {
  const [row] = await db.$queryRaw<Bounds[]>(sql`
    SELECT min(due_at) AS first, max(due_at) AS last, count(*) FILTER (WHERE now)::int AS answers, count(*) FILTER (WHERE NOT now)::int AS "answersBefore"
    FROM (${answered(workspaceId, days, before, null)}) AS o`);
  return row ?? { first: null, last: null, answers: 0, answersBefore: 0 };
}

const citations = (workspaceId: string, { first, last }: Bounds) => sql`
  JOIN citation c ON c.workspace_id = ${workspaceId}::uuid AND c.due_at = o.due_at AND c.observation_id = o.id
    AND c.due_at BETWEEN ${first?.toISOString() ?? null}::timestamptz AND ${last?.toISOString() ?? null}::timestamptz`;

/** Pages gained and lost, and pages behind answers that name a rival and leave the own brand out; the weightiest `limit` of each. */
export async function readReportSources(
  db: Queries,
  workspaceId: string,
  { days, before, own, limit }: { days: Days; before: Days; own: string | null; limit: number },
): Promise<SourceRows> {
  const bounds = await boundsOf(db, workspaceId, days, before);
  const rows = await db.$queryRaw<(Shown | { list: 'pages'; total: number })[]>(sql`
    WITH o AS MATERIALIZED (${answered(workspaceId, days, before, own)}), page AS MATERIALIZED (
      SELECT c.url, max(c.title) AS title, max(c.domain) AS domain, max(c.brand) AS brand,
        count(*) FILTER (WHERE o.now AND c.kind = 'cited')::int AS answers, count(*) FILTER (WHERE NOT o.now AND c.kind = 'cited')::int AS before,
        count(DISTINCT o.id) FILTER (WHERE o.now AND o.gap)::int AS gap, count(*) FILTER (WHERE o.now AND o.gap AND c.kind = 'cited')::int AS "gapCited",
        count(DISTINCT o.prompt_id) FILTER (WHERE o.now AND o.gap)::int AS prompts
      FROM o ${citations(workspaceId, bounds)} GROUP BY c.url
    )
    SELECT 'pages' AS list, count(*)::int AS total, NULL AS url, NULL AS title, NULL AS domain, NULL AS brand, 0 AS answers, 0 AS before, 0 AS cited, 0 AS prompts
      FROM page WHERE answers > 0
    UNION ALL (SELECT 'gained', (count(*) OVER ())::int, url, title, domain, brand, answers, before, 0, 0
      FROM page WHERE answers > 0 AND before = 0 AND ${bounds.answersBefore}::int > 0 ORDER BY answers DESC, url COLLATE "C" LIMIT ${limit})
    UNION ALL (SELECT 'lost', (count(*) OVER ())::int, url, title, domain, brand, answers, before, 0, 0
      FROM page WHERE answers = 0 AND before > 0 AND ${bounds.answers}::int > 0 ORDER BY before DESC, url COLLATE "C" LIMIT ${limit})
    UNION ALL (SELECT 'gaps', (count(*) OVER ())::int, url, title, domain, brand, gap, 0, "gapCited", prompts
      FROM page WHERE gap > 0 AND brand IS NULL ORDER BY gap DESC, "gapCited" DESC, url COLLATE "C" LIMIT ${limit})`);
  const listOf = (name: Shown['list']) => {
    const pages = rows.filter((row): row is Shown => row.list === name);
    return { total: pages[0]?.total ?? 0, pages: pages.map(({ list: _list, total: _total, ...page }) => page) };
  };
  const { answers, answersBefore } = bounds;
  const pages = rows.find(({ list }) => list === 'pages')?.total ?? 0;
  return { answers, answersBefore, pages, gained: listOf('gained'), lost: listOf('lost'), gaps: listOf('gaps') };
}

export type GapDetail = {
  url: string;
  brands: { brand: string; answers: number }[];
  stages: { stage: string; answers: number }[];
  touchpoints: string[];
  example: { answer: string; brand: string; text: string; start: number } | null;
};

/** Who is named in the answers behind such pages, at which stages and touchpoints, and one of those answers. */
export async function readGapDetails(
  db: Queries,
  workspaceId: string,
  { days, own, urls }: { days: Days; own: string; urls: readonly string[] },
): Promise<GapDetail[]> {
  if (urls.length === 0) return [];
  const nothing = { from: days.from, to: days.from };
  const bounds = await boundsOf(db, workspaceId, days, nothing);
  return db.$queryRaw<GapDetail[]>(sql`
    WITH o AS MATERIALIZED (${answered(workspaceId, days, nothing, own)}), hit AS MATERIALIZED (
      SELECT DISTINCT c.url, o.id, o.due_at, o.prompt_id, o.stage, o.result FROM o ${citations(workspaceId, bounds)}
        AND c.url = ANY(${[...urls]}::text[]) WHERE o.gap
    ), rival AS (
      SELECT h.url, b->>'brand' AS brand, count(*)::int AS answers FROM hit h, jsonb_array_elements(h.result->'brands') AS b
      WHERE (b->>'visible')::boolean GROUP BY 1, 2
    ), first AS (
      SELECT DISTINCT ON (h.url) h.url, h.id AS answer, m.brand, a.text, m.start_offset AS start FROM hit h
      JOIN mention m ON m.workspace_id = ${workspaceId}::uuid AND m.due_at = h.due_at AND m.observation_id = h.id AND m.status = 'named'
      JOIN answer a ON a.workspace_id = ${workspaceId}::uuid AND a.due_at = h.due_at AND a.observation_id = h.id
      ORDER BY h.url, h.due_at DESC, h.id, m.ordinal
    )
    SELECT u.url,
      coalesce((SELECT jsonb_agg(jsonb_build_object('brand', r.brand, 'answers', r.answers) ORDER BY r.answers DESC, r.brand) FROM rival r WHERE r.url = u.url), '[]') AS brands,
      coalesce((SELECT jsonb_agg(jsonb_build_object('stage', s.stage, 'answers', s.answers) ORDER BY s.answers DESC, s.stage)
        FROM (SELECT stage, count(*)::int AS answers FROM hit h WHERE h.url = u.url GROUP BY 1) AS s), '[]') AS stages,
      ARRAY(SELECT DISTINCT i.touchpoint FROM hit h JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = h.prompt_id
        JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
        WHERE h.url = u.url AND i.touchpoint IS NOT NULL ORDER BY 1) AS touchpoints,
      (SELECT jsonb_build_object('answer', f.answer, 'brand', f.brand, 'text', f.text, 'start', f.start) FROM first f WHERE f.url = u.url) AS example
    FROM unnest(${[...urls]}::text[]) AS u(url)`);
}
