import { isMissing } from './gap-pages.ts';
import type { NamedBrand } from './cited-pages.ts';
import { emptySql, sql, type Queries } from './client.ts';
import { countUsedAnswers, usedPages, type Due, type UsedPagesFilter } from './used-pages.ts';

type PageRow = {
  url: string;
  title: string | null;
  domain: string;
  /** Whose page it is. */
  brand: string | null;
  answers: number;
  before: number;
  /** Brands that the page names; null: it was not read. */
  named: NamedBrand[] | null;
};
type GapRow = Omit<PageRow, 'before'> & { cited: number; leftOut: number; prompts: number };
export type SourceRows = {
  due: Due;
  /** Answers of this period; `both`: to prompts that both periods asked, in each. */
  answers: number;
  both: { answers: number; before: number };
  /** Pages cited in this period. */
  pages: number;
  gained: { total: number; pages: PageRow[] };
  lost: { total: number; pages: PageRow[] };
  gaps: { total: number; pages: GapRow[] };
};
type List = 'gained' | 'lost' | 'gaps';
type Shown = { list: List; total: number } & PageRow & GapRow;

/** Pages gained and lost, by prompts that both periods asked, and pages to win; the weightiest `limit` of each. */
export async function readReportSources(
  db: Queries,
  workspaceId: string,
  { limit, ...filter }: UsedPagesFilter & { limit: number },
): Promise<SourceRows> {
  const used = await countUsedAnswers(db, workspaceId, filter);
  const { first, last, answers, both } = used;
  const listed = [
    chosen('gained', sql`u.both_cited > 0 AND u.cited_before = 0`, sql`u.both_cited`, limit),
    chosen('lost', sql`u.cited = 0 AND u.both_before > 0`, sql`u.both_before`, limit),
    chosen('gaps', isMissing(filter.own), sql`u.used`, limit, pageOf(workspaceId)),
  ].reduce((all, one) => sql`${all} UNION ALL ${one}`);
  const rows = await db.$queryRaw<(Shown | { list: 'pages'; total: number })[]>(sql`
    WITH page AS MATERIALIZED (${usedPages(workspaceId, filter, used)}), u AS (${listed})
    SELECT u.list, u.total, u.url COLLATE "C" AS url, coalesce(p.title, u.title) AS title, u.domain, u.owner AS brand, p.brands AS named,
      CASE u.list WHEN 'gaps' THEN u.used ELSE u.both_cited END AS answers, u.both_before AS before, u.cited, u.left_out AS "leftOut", u.prompts, u.weight
    FROM u ${pageOf(workspaceId)}
    UNION ALL SELECT 'pages', count(*)::int, '', NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 FROM page WHERE cited > 0
    ORDER BY weight DESC, url`);
  const listOf = <Row>(name: List, pick: (row: Shown) => Row) => {
    const pages = rows.filter((row): row is Shown => row.list === name);
    return { total: pages[0]?.total ?? 0, pages: pages.map(pick) };
  };
  const pageRow = ({ url, title, domain, brand, answers: now, before, named }: Shown): PageRow => ({ url, title, domain, brand, answers: now, before, named }); // prettier-ignore
  return {
    due: { first, last },
    answers,
    both: { answers: both.answers, before: both.before },
    pages: rows.find(({ list }) => list === 'pages')?.total ?? 0,
    gained: listOf('gained', pageRow),
    lost: listOf('lost', pageRow),
    gaps: listOf('gaps', (row) => {
      const { cited, leftOut, prompts } = row;
      const { before: _before, ...page } = pageRow(row);
      return { ...page, cited, leftOut, prompts };
    }),
  };
}

type Sql = ReturnType<typeof sql>;
const chosen = (list: List, where: Sql, weight: Sql, limit: number, join: Sql = emptySql) => sql`
  (SELECT ${list}::text AS list, u.*, ${weight} AS weight, (count(*) OVER ())::int AS total FROM page u ${join}
    WHERE ${where} ORDER BY ${weight} DESC, u.url COLLATE "C" LIMIT ${limit})`;
const pageOf = (workspaceId: string) => sql`LEFT JOIN cited_page p ON p.workspace_id = ${workspaceId}::uuid AND p.id = md5(u.url)::uuid`;
