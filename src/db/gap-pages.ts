import type { NamedBrand } from './cited-pages.ts';
import { emptySql, sql, type Queries } from './client.ts';
import { countUsedAnswers, usedPages, type Due, type UsedPagesFilter } from './used-pages.ts';

/** `done`: pages that people have seen to, whatever they say now. */
export type GapKind = 'missing' | 'lost' | 'done';

/** `limit` pages, behind `after` where that is given. */
export type GapFilter = UsedPagesFilter & { limit: number; after?: { answers: number; url: string } | undefined };
export type GapPage = {
  id: string;
  url: string;
  title: string | null;
  domain: string;
  /** Answers of the period that cite or retrieve it; of a lost page, those that cited it in the one before, to prompts that both asked. */
  answers: number;
  cited: number;
  /** Of them, those that name a rival and leave our brands out. */
  leftOut: number;
  /** null: the page itself was not read. */
  brands: NamedBrand[] | null;
  outcome: string | null;
  checkedAt: Date | null;
  changedAt: Date | null;
  goneAt: Date | null;
};
export type GapPages = { total: number; due: Due; pages: GapPage[] };

/** A comparison with several holds where it holds with one of them. */
const pageNames = (own: readonly string[], rival: boolean) => sql`jsonb_path_exists(p.brands, ${rival ? '$[*] ? (!(@.brand == $own[*]))' : '$[*] ? (@.brand == $own[*])'}::jsonpath, ${JSON.stringify({ own })}::jsonb)`; // prettier-ignore

/** Whether a page is still there, names a rival, and no brand of our own. `p`: its row in cited_page, if any; `unread` says so of one that was not read. */
const isToWin = (own: readonly string[], unread: ReturnType<typeof sql>) =>
  sql`p.gone_at IS NULL AND CASE WHEN p.brands IS NULL THEN ${unread} ELSE ${pageNames(own, true)} AND NOT ${pageNames(own, false)} END`;

/**
 * Pages to win: others' pages that answers of the period use and that name a rival and no brand of our own; of one that was not
 * read, the answers say it. For the gap list and the report. `u`: its row of the pages used.
 */
export const isMissing = (own: readonly string[]) =>
  own.length === 0 ? sql`false` : sql`(u.used > 0 AND u.owner IS NULL AND ${isToWin(own, sql`u.left_out > 0`)})`;

/**
 * `missing`: pages that name a rival and no brand of our own; where a page was not read, pages behind answers that do so.
 * `lost`: pages that name one of our brands, were cited in the period before for prompts that are asked still, and are not in this one.
 * `done`: pages marked done, of either period. The most used first.
 */
export async function listGapPages(db: Queries, workspaceId: string, kind: GapKind, filter: GapFilter): Promise<GapPages> {
  const { own, limit, after } = filter;
  const [answers, cited] = kind === 'lost' ? [sql`u.both_before`, sql`u.both_before`] : [sql`u.used`, sql`u.cited`];
  const wanted = {
    missing: isMissing(own),
    lost: sql`u.both_before > 0 AND u.cited = 0 AND ${pageNames(own, false)}`,
    done: sql`EXISTS (SELECT FROM gap_task t WHERE t.workspace_id = ${workspaceId}::uuid AND t.page_id = md5(u.url)::uuid AND t.done_at IS NOT NULL)`,
  }[kind];
  const used = await countUsedAnswers(db, workspaceId, filter);
  const rows = await db.$queryRaw<(GapPage & { total: number })[]>(sql`
    WITH listed AS (
      SELECT md5(u.url)::uuid AS id, u.url, coalesce(p.title, u.title) AS title, u.domain, ${answers} AS answers, ${cited} AS cited,
        u.left_out AS "leftOut", p.brands, p.outcome, p.checked_at AS "checkedAt", p.changed_at AS "changedAt", p.gone_at AS "goneAt"
      FROM (${usedPages(workspaceId, { ...filter, leftOutIn: kind === 'lost' ? 'before' : 'now' }, used)}) AS u
      LEFT JOIN cited_page p ON p.workspace_id = ${workspaceId}::uuid AND p.id = md5(u.url)::uuid
      WHERE ${wanted}
    )
    SELECT l.*, (SELECT count(*)::int FROM listed) AS total FROM listed l
    ${after ? sql`WHERE (-l.answers, l.url COLLATE "C") > (${-after.answers}::int, ${after.url})` : emptySql}
    ORDER BY l.answers DESC, l.url COLLATE "C" LIMIT ${limit}`);
  return { total: rows[0]?.total ?? 0, due: used, pages: rows.map(({ total: _total, ...page }) => page) };
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
