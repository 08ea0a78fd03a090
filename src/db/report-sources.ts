import { sql, type Queries } from './client.ts';
import { isToWin } from './gap-pages.ts';
import type { Days } from '../domain/report/period.ts';

type PageRow = { url: string; title: string | null; domain: string; brand: string | null; answers: number; before: number };
type GapRow = { url: string; title: string | null; domain: string; brand: string | null; answers: number; cited: number; prompts: number };
export type SourceRows = {
  due: Due;
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

/** Names a brand and leaves `own` out. */
const leavesOut = (own: string | null) =>
  own === null
    ? sql`false`
    : sql`(o.result @> '{"brands": [{"visible": true}]}' AND NOT o.result @> jsonb_build_object('brands', jsonb_build_array(
        jsonb_build_object('brand', ${own}::text, 'visible', true))))`;

/** Answered observations of prompts that name no brand. */
const answered = (workspaceId: string, { from, to }: Days) => sql`observation o
  JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded AND NOT v.canary
  WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.result IS NOT NULL
    AND o.asked_at >= ${from}::timestamp AT TIME ZONE 'UTC' AND o.asked_at < ${to}::timestamp AT TIME ZONE 'UTC'`;

/** Between which times the answers were planned: of what derives from them, only those months are read. */
export type Due = { first: Date | null; last: Date | null };
type Bounds = Due & { answers: number; answersBefore: number };

async function boundsOf(db: Queries, workspaceId: string, days: Days, before: Days): Promise<Bounds> {
  const [row] = await db.$queryRaw<Bounds[]>(sql`
    SELECT min(o.due_at) AS first, max(o.due_at) AS last, count(*) FILTER (WHERE ${isNow(days)})::int AS answers,
      count(*) FILTER (WHERE NOT ${isNow(days)})::int AS "answersBefore"
    FROM ${answered(workspaceId, { from: before.from, to: days.to })}`);
  return row ?? { first: null, last: null, answers: 0, answersBefore: 0 };
}

const isNow = ({ from }: Days) => sql`o.asked_at >= ${from}::timestamp AT TIME ZONE 'UTC'`;
/** By the id alone, which is unique: PostgreSQL would take a second equality for chance, and expect a handful of rows. */
const citations = (workspaceId: string, { first, last }: Due) => sql`citation c ON c.workspace_id = ${workspaceId}::uuid
  AND c.due_at BETWEEN ${first?.toISOString() ?? null}::timestamptz AND ${last?.toISOString() ?? null}::timestamptz AND c.observation_id = o.id`;

/** Pages gained and lost, and pages to win behind answers that name a rival and leave the own brand out; the weightiest `limit` of each. */
export async function readReportSources(
  db: Queries,
  workspaceId: string,
  { days, before, own, limit }: { days: Days; before: Days; own: string | null; limit: number },
): Promise<SourceRows> {
  const bounds = await boundsOf(db, workspaceId, days, before);
  const rows = await db.$queryRaw<(Shown | { list: 'pages'; total: number })[]>(sql`
    WITH o AS MATERIALIZED (
      SELECT o.id, o.due_at, o.prompt_id, ${isNow(days)} AS now, CASE WHEN ${isNow(days)} THEN ${leavesOut(own)} ELSE false END AS gap
      FROM ${answered(workspaceId, { from: before.from, to: days.to })}
    ), cited AS (
      SELECT c.url, max(c.title) AS title, max(c.domain) AS domain, max(c.brand) AS brand,
        count(*) FILTER (WHERE o.now AND c.kind = 'cited')::int AS answers, count(*) FILTER (WHERE NOT o.now AND c.kind = 'cited')::int AS before,
        count(*) FILTER (WHERE o.gap AND c.kind = 'cited')::int AS "gapCited"
      FROM o JOIN ${citations(workspaceId, bounds)} GROUP BY c.url
    ), missed AS ( -- An answer counts once, also where it cites and retrieves the page.
      SELECT url, sum(answers)::int AS gap, count(*)::int AS prompts FROM (
        SELECT url, prompt_id, count(*) AS answers FROM (
          SELECT DISTINCT c.url, o.prompt_id, o.id FROM o JOIN ${citations(workspaceId, bounds)} WHERE o.gap) AS answer
        GROUP BY url, prompt_id) AS prompt
      GROUP BY url
    ), page AS MATERIALIZED (
      SELECT cited.*, coalesce(gap, 0) AS gap, coalesce(prompts, 0) AS prompts FROM cited LEFT JOIN missed USING (url)
    )
    SELECT 'pages' AS list, count(*)::int AS total, NULL AS url, NULL AS title, NULL AS domain, NULL AS brand, 0 AS answers, 0 AS before, 0 AS cited, 0 AS prompts
      FROM page WHERE answers > 0
    UNION ALL (SELECT 'gained', (count(*) OVER ())::int, url, title, domain, brand, answers, before, 0, 0
      FROM page WHERE answers > 0 AND before = 0 AND ${bounds.answersBefore}::int > 0 ORDER BY answers DESC, url COLLATE "C" LIMIT ${limit})
    UNION ALL (SELECT 'lost', (count(*) OVER ())::int, url, title, domain, brand, answers, before, 0, 0
      FROM page WHERE answers = 0 AND before > 0 AND ${bounds.answers}::int > 0 ORDER BY before DESC, url COLLATE "C" LIMIT ${limit})
    UNION ALL (SELECT 'gaps', (count(*) OVER ())::int, page.url, coalesce(p.title, page.title), page.domain, page.brand, gap, 0, "gapCited", prompts
      FROM page LEFT JOIN cited_page p ON p.workspace_id = ${workspaceId}::uuid AND p.id = md5(page.url)::uuid
      WHERE gap > 0 AND page.brand IS NULL AND ${own === null ? sql`false` : isToWin(own, sql`true`)} ORDER BY gap DESC, "gapCited" DESC, page.url COLLATE "C" LIMIT ${limit})`);
  const listOf = (name: Shown['list']) => {
    const pages = rows.filter((row): row is Shown => row.list === name);
    return { total: pages[0]?.total ?? 0, pages: pages.map(({ list: _list, total: _total, ...page }) => page) };
  };
  const { first, last, answers, answersBefore } = bounds;
  const pages = rows.find(({ list }) => list === 'pages')?.total ?? 0;
  return { due: { first, last }, answers, answersBefore, pages, gained: listOf('gained'), lost: listOf('lost'), gaps: listOf('gaps') };
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
  { days, due, own, urls }: { days: Days; due: Due; own: string; urls: readonly string[] },
): Promise<GapDetail[]> {
  if (urls.length === 0) return [];
  return db.$queryRaw<GapDetail[]>(sql`
    WITH hit AS MATERIALIZED ( -- what an answer names is looked at only where it has such a page
      SELECT DISTINCT url, id, due_at, prompt_id, stage FROM (
        SELECT c.url, o.* FROM (SELECT o.id, o.due_at, o.prompt_id, o.stage, o.result FROM ${answered(workspaceId, days)}) AS o
        JOIN ${citations(workspaceId, due)} AND c.url = ANY(${[...urls]}::text[]) OFFSET 0) AS o
      WHERE ${leavesOut(own)}
    ), rival AS (
      SELECT h.url, b->>'brand' AS brand, count(*)::int AS answers
      FROM hit h JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.id = h.id, jsonb_array_elements(o.result->'brands') AS b
      WHERE (b->>'visible')::boolean GROUP BY 1, 2
    ), first AS (
      SELECT u.url, f.id AS answer, f.brand, f.start,
        (SELECT a.text FROM answer a WHERE a.workspace_id = ${workspaceId}::uuid AND a.due_at = f.due_at AND a.observation_id = f.id) AS text
      FROM unnest(${[...urls]}::text[]) AS u(url) CROSS JOIN LATERAL (
        SELECT h.id, h.due_at, m.brand, m.start FROM (SELECT * FROM hit WHERE hit.url = u.url ORDER BY due_at DESC, id) AS h
        CROSS JOIN LATERAL (SELECT m.brand, m.start_offset AS start FROM mention m WHERE m.workspace_id = ${workspaceId}::uuid AND m.due_at = h.due_at
          AND m.observation_id = h.id AND m.status = 'named' ORDER BY m.ordinal LIMIT 1) AS m
        ORDER BY h.due_at DESC, h.id LIMIT 1) AS f
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
