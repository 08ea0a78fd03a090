import { emptySql, sql, type Database } from './client.ts';

export type CitationFilter = { from: string; to: string; stages?: string[] | undefined; engines?: string[] | undefined };
export type SiteRow = {
  domain: string;
  /** The brand that owns it; a domain of which a brand owns a part has a row for each. */
  brand: string | null;
  /** Answers that cite it; `cited` and `retrieved` count its pages, once an answer. */
  answers: number;
  cited: number;
  retrieved: number;
  pages: number;
  /** Pages, once an answer, by the rule that their address follows. */
  matches: Record<string, number>;
};
export type PageRow = { url: string; title: string | null; domain: string; brand: string | null; answers: number; retrieved: number };
export type CountedBy = { domain: string; brand: string | null; stage: string; engine: string; answers: number };

/** Answered observations of the period. Those of a period lie in the months between its first and last planned one. */
async function bounds(db: Database, workspaceId: string, filter: CitationFilter) {
  const met = sql`FROM observation o
    JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.canary
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered'
    AND o.asked_at >= ${filter.from}::timestamp AT TIME ZONE 'UTC' AND o.asked_at < ${filter.to}::timestamp AT TIME ZONE 'UTC'
    ${filter.stages ? sql`AND o.stage = ANY(${filter.stages}::text[])` : emptySql} ${filter.engines ? sql`AND o.engine = ANY(${filter.engines}::text[])` : emptySql}`;
  const [row] = await db.$queryRaw<{ answers: number; first: Date | null; last: Date | null }[]>(sql`
    SELECT count(*)::int AS answers, min(o.due_at) AS first, max(o.due_at) AS last ${met}`);
  const cited = sql`(SELECT o.id, o.due_at, o.stage, o.engine ${met}) o
    JOIN citation c ON c.workspace_id = ${workspaceId}::uuid AND c.observation_id = o.id
      AND c.due_at BETWEEN ${row?.first?.toISOString() ?? null}::timestamptz AND ${row?.last?.toISOString() ?? null}::timestamptz`;
  return { answers: row?.answers ?? 0, cited };
}

/** All domains cited or retrieved in the period; `rules` are address patterns of ours, by the name that their count gets. */
export async function listCitedSites(
  db: Database,
  workspaceId: string,
  filter: CitationFilter,
  rules: readonly { class: string; pattern: string }[],
): Promise<{ answers: number; sites: SiteRow[] }> {
  const { answers, cited } = await bounds(db, workspaceId, filter);
  if (answers === 0) return { answers, sites: [] };
  // A pattern is dear: it is held against each address once, not against each of its citations.
  const matches = rules.map((rule) => sql`${rule.class}::text, coalesce(sum(uses) FILTER (WHERE url ~* ${rule.pattern}), 0)`);
  const sites = await db.$queryRaw<SiteRow[]>(sql`
    WITH hit AS MATERIALIZED (SELECT c.domain, c.brand, c.kind, c.url, c.observation_id FROM ${cited}),
    page AS (SELECT domain, brand, url, count(*) AS uses FROM hit GROUP BY domain, brand, url),
    ruled AS (
      SELECT domain, brand, count(DISTINCT url)::int AS pages, jsonb_build_object(${matches.reduce((all, one) => sql`${all}, ${one}`)}) AS matches
      FROM page GROUP BY domain, brand
    ), site AS (
      SELECT domain, brand, count(DISTINCT observation_id) FILTER (WHERE kind = 'cited')::int AS answers,
        count(*) FILTER (WHERE kind = 'cited')::int AS cited, count(*) FILTER (WHERE kind = 'retrieved')::int AS retrieved
      FROM hit GROUP BY domain, brand
    )
    SELECT s.domain, s.brand, s.answers, s.cited, s.retrieved, r.pages, r.matches
    FROM site s JOIN ruled r ON r.domain = s.domain AND r.brand IS NOT DISTINCT FROM s.brand`);
  return { answers, sites };
}

/** Answers that cite each of the domains, by stage and engine. */
export async function countSitesBy(db: Database, workspaceId: string, filter: CitationFilter, domains: string[]): Promise<CountedBy[]> {
  const { answers, cited } = await bounds(db, workspaceId, filter);
  if (answers === 0 || domains.length === 0) return [];
  return db.$queryRaw<CountedBy[]>(sql`
    SELECT c.domain, c.brand, o.stage, o.engine, count(DISTINCT c.observation_id)::int AS answers
    FROM ${cited} WHERE c.kind = 'cited' AND c.domain = ANY(${domains}::text[]) GROUP BY 1, 2, 3, 4`);
}

/** The pages of one domain, or of all, the most cited first. */
export async function listCitedPages(
  db: Database,
  workspaceId: string,
  filter: CitationFilter,
  page: { domain?: string | undefined; limit: number; after?: { answers: number; retrieved: number; url: string } | undefined },
): Promise<PageRow[]> {
  const { answers, cited } = await bounds(db, workspaceId, filter);
  if (answers === 0) return [];
  const { after } = page;
  return db.$queryRaw<PageRow[]>(sql`
    SELECT * FROM (
      SELECT c.url, max(c.title) AS title, c.domain, c.brand, count(*) FILTER (WHERE c.kind = 'cited')::int AS answers,
        count(*) FILTER (WHERE c.kind = 'retrieved')::int AS retrieved
      FROM ${cited} ${page.domain === undefined ? emptySql : sql`WHERE c.domain = ${page.domain}`} GROUP BY c.url, c.domain, c.brand
    ) AS p
    ${after ? sql`WHERE (-p.answers, -p.retrieved, p.url COLLATE "C") > (${-after.answers}::int, ${-after.retrieved}::int, ${after.url})` : emptySql}
    ORDER BY p.answers DESC, p.retrieved DESC, p.url COLLATE "C" LIMIT ${page.limit}`);
}

export type CorrectionRow = { domain: string; class: string };
export const listCorrections = (db: Database, workspaceId: string): Promise<CorrectionRow[]> =>
  db.siteClass.findMany({ where: { workspaceId }, select: { domain: true, class: true }, orderBy: { domain: 'asc' } });

export async function saveCorrection(db: Database, workspaceId: string, correction: CorrectionRow): Promise<void> {
  const { domain } = correction;
  await db.siteClass.upsert({
    where: { workspaceId_domain: { workspaceId, domain } },
    create: { workspaceId, ...correction },
    update: { class: correction.class, updatedAt: new Date() },
  });
}

/** @returns whether there was one */
export async function deleteCorrection(db: Database, workspaceId: string, domain: string): Promise<boolean> {
  return (await db.siteClass.deleteMany({ where: { workspaceId, domain } })).count > 0;
}
