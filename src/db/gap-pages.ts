import { emptySql, sql, type Queries } from './client.ts';
import type { NamedBrand } from './cited-pages.ts';

/** `done`: pages that people have seen to, whatever they say now. */
export type GapKind = 'missing' | 'lost' | 'done';

export type GapFilter = {
  /** Days, `to` exclusive; before `from`, as many days make the period before. */
  from: string;
  to: string;
  own: string;
  stages?: string[] | undefined;
  engines?: string[] | undefined;
  limit: number;
  after?: { answers: number; url: string } | undefined;
};
export type GapPage = {
  id: string;
  url: string;
  title: string | null;
  domain: string;
  /** Answers that cite or retrieve it: of the period, for lost pages of the one before. */
  answers: number;
  cited: number;
  /** Of them, those that name a rival and leave the own brand out. */
  leftOut: number;
  promptIds: string[];
  stages: { stage: string; answers: number }[];
  touchpoints: string[];
  /** null: the page itself was not read. */
  brands: NamedBrand[] | null;
  outcome: string | null;
  checkedAt: Date | null;
  changedAt: Date | null;
  goneAt: Date | null;
};
export type GapPages = { total: number; pages: GapPage[] };

const isNamed = (own: string, rival: boolean) => sql`jsonb_path_exists(o.result, ${rival ? '$.brands[*] ? (@.visible == true && @.brand != $own)' : '$.brands[*] ? (@.visible == true && @.brand == $own)'}::jsonpath, jsonb_build_object('own', ${own}::text))`; // prettier-ignore

const pageNames = (own: string, rival: boolean) => sql`jsonb_path_exists(p.brands, ${rival ? '$[*] ? (@.brand != $own)' : '$[*] ? (@.brand == $own)'}::jsonpath, jsonb_build_object('own', ${own}::text))`; // prettier-ignore

/** Whether a page is still there, names a rival, and not the own brand. `p`: its row in cited_page, if any; `unread` says so of one that was not read. */
export const isToWin = (own: string, unread: ReturnType<typeof sql>) =>
  sql`p.gone_at IS NULL AND CASE WHEN p.brands IS NULL THEN ${unread} ELSE ${pageNames(own, true)} AND NOT ${pageNames(own, false)} END`;

/** Answers of both periods to prompts that name no brand. Those of a period lie in the months between its first and last planned one. */
const answers = (workspaceId: string, { from, to, own, stages, engines }: GapFilter) => sql`
  SELECT o.id, o.due_at, o.prompt_id, o.stage, o.asked_at >= ${from}::timestamp AT TIME ZONE 'UTC' AS now,
    ${isNamed(own, true)} AND NOT ${isNamed(own, false)} AS left_out
  FROM observation o JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded AND NOT v.canary
  WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.result IS NOT NULL
    AND o.asked_at >= (${from}::date - (${to}::date - ${from}::date))::timestamp AT TIME ZONE 'UTC' AND o.asked_at < ${to}::timestamp AT TIME ZONE 'UTC'
    ${stages ? sql`AND o.stage = ANY(${stages}::text[])` : emptySql} ${engines ? sql`AND o.engine = ANY(${engines}::text[])` : emptySql}`;

/**
 * `missing`: pages that name a rival and not the own brand; where a page was not read, pages behind answers that do so.
 * `lost`: pages that name the own brand, were cited in the period before, and are not in this one.
 * `done`: pages marked done, of either period. The most used first.
 */
export async function listGapPages(db: Queries, workspaceId: string, kind: GapKind, filter: GapFilter): Promise<GapPages> {
  const { own, limit, after } = filter;
  const { counted, wanted } = {
    missing: {
      counted: sql`now`,
      wanted: sql`u.answers > 0 AND u.owner IS NULL AND ${isToWin(own, sql`u.left_out > 0`)}`,
    },
    lost: { counted: sql`NOT now`, wanted: sql`u.answers > 0 AND u.answers_now = 0 AND ${pageNames(own, false)}` },
    done: {
      counted: sql`now`,
      wanted: sql`EXISTS (SELECT FROM gap_task t WHERE t.workspace_id = ${workspaceId}::uuid AND t.page_id = md5(u.url)::uuid AND t.done_at IS NOT NULL)`,
    },
  }[kind];
  const rows = await db.$queryRaw<(GapPage & { total: number })[]>(sql`
    WITH o AS MATERIALIZED (${answers(workspaceId, filter)}), bound AS (SELECT min(due_at) AS first, max(due_at) AS last FROM o), hit AS MATERIALIZED (
      SELECT c.url, c.kind, c.title, c.domain, c.brand, o.id, o.prompt_id, o.stage, o.now, o.left_out FROM o
      JOIN citation c ON c.workspace_id = ${workspaceId}::uuid AND c.observation_id = o.id
        AND c.due_at BETWEEN (SELECT first FROM bound) AND (SELECT last FROM bound)
    ), used AS (
      SELECT url, max(title) AS title, max(domain) AS domain, max(brand) AS owner, count(DISTINCT id) FILTER (WHERE ${counted})::int AS answers,
        count(DISTINCT id) FILTER (WHERE now)::int AS answers_now, count(DISTINCT id) FILTER (WHERE ${counted} AND kind = 'cited')::int AS cited,
        count(DISTINCT id) FILTER (WHERE ${counted} AND left_out)::int AS left_out
      FROM hit GROUP BY url
    ), listed AS (
      SELECT u.*, p.brands, p.outcome, p.checked_at, p.changed_at, p.gone_at, p.title AS own_title FROM used u
      LEFT JOIN cited_page p ON p.workspace_id = ${workspaceId}::uuid AND p.id = md5(u.url)::uuid
      WHERE ${wanted}
    ), shown AS (
      SELECT l.*, (SELECT count(*)::int FROM listed) AS total FROM listed l
      ${after ? sql`WHERE (-l.answers, l.url COLLATE "C") > (${-after.answers}::int, ${after.url})` : emptySql}
      ORDER BY l.answers DESC, l.url COLLATE "C" LIMIT ${limit}
    )
    SELECT md5(s.url)::uuid AS id, s.url, coalesce(s.own_title, s.title) AS title, s.domain, s.answers, s.cited, s.left_out AS "leftOut",
      s.brands, s.outcome, s.checked_at AS "checkedAt", s.changed_at AS "changedAt", s.gone_at AS "goneAt", s.total,
      ARRAY(SELECT DISTINCT h.prompt_id::text FROM hit h WHERE h.url = s.url AND ${counted} ORDER BY 1) AS "promptIds",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', g.stage, 'answers', g.answers) ORDER BY g.answers DESC, g.stage), '[]')
        FROM (SELECT stage, count(DISTINCT id)::int AS answers FROM hit h WHERE h.url = s.url AND ${counted} GROUP BY stage) AS g) AS stages,
      ARRAY(SELECT DISTINCT i.touchpoint FROM hit h JOIN prompt p ON p.workspace_id = ${workspaceId}::uuid AND p.id = h.prompt_id
        JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
        WHERE h.url = s.url AND ${counted} AND i.touchpoint IS NOT NULL ORDER BY 1) AS touchpoints
    FROM shown s ORDER BY s.answers DESC, s.url COLLATE "C"`);
  return { total: rows[0]?.total ?? 0, pages: rows.map(({ total: _total, ...page }) => page) };
}

export type ReadingState = { known: number; read: number; waiting: number; unreadable: number };

/** How far the reading of cited pages is. */
export async function countPages(db: Queries, workspaceId: string): Promise<ReadingState> {
  const [row] = await db.$queryRaw<ReadingState[]>(sql`
    SELECT count(*)::int AS known, count(*) FILTER (WHERE brands IS NOT NULL)::int AS read, count(*) FILTER (WHERE outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE outcome IS NOT NULL AND brands IS NULL)::int AS unreadable
    FROM cited_page WHERE workspace_id = ${workspaceId}::uuid`);
  return row ?? { known: 0, read: 0, waiting: 0, unreadable: 0 };
}
