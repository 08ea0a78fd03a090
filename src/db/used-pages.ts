import type { Days } from '../domain/report/period.ts';
import { emptySql, sql, type Queries } from './client.ts';

/** Pages are counted in a period and in the one before it. */
export type UsedPagesFilter = {
  days: Days;
  before: Days;
  /** All of our brands; where there are none, nothing leaves us out. */
  own: readonly string[];
  /** In which of them answers that leave us out are counted; the period itself where left out. */
  leftOutIn?: 'now' | 'before';
  stages?: string[] | undefined;
  engines?: string[] | undefined;
};
/** Between which times answers were planned: of what derives from them, only those months are read. */
export type Due = { first: Date | null; last: Date | null };
/** `both`: the prompts that both periods asked, and their answers in each. */
export type UsedAnswers = Due & { answers: number; both: { prompts: string[]; answers: number; before: number } };

/** Does an answer name a brand, and none of `own`? `o`: its observation. What is looked for is made here, as SQL would make it anew for each. */
export const leavesOut = (own: readonly string[]) =>
  own.length === 0 ? sql`false` : sql`(o.result @> '{"brands": [{"visible": true}]}' AND NOT o.result @> ANY(${own.map(named)}::jsonb[]))`;
const named = (brand: string) => JSON.stringify({ brands: [{ brand, visible: true }] });

/** Answered observations of prompts that name no brand. */
export const answeredIn = (workspaceId: string, { from, to }: Days, { stages, engines }: Partial<UsedPagesFilter> = {}) => sql`observation o
  JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded AND NOT v.canary
  WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.result IS NOT NULL
    AND o.asked_at >= ${from}::timestamp AT TIME ZONE 'UTC' AND o.asked_at < ${to}::timestamp AT TIME ZONE 'UTC'
    ${stages ? sql`AND o.stage = ANY(${stages}::text[])` : emptySql} ${engines ? sql`AND o.engine = ANY(${engines}::text[])` : emptySql}`;

/** By the id alone, which is unique: PostgreSQL would take a second equality for chance, and expect a handful of rows. */
export const citationsOf = (workspaceId: string, { first, last }: Due) => sql`citation c ON c.workspace_id = ${workspaceId}::uuid
  AND c.due_at BETWEEN ${first?.toISOString() ?? null}::timestamptz AND ${last?.toISOString() ?? null}::timestamptz AND c.observation_id = o.id`;

const isNow = ({ days }: UsedPagesFilter) => sql`o.asked_at >= ${days.from}::timestamp AT TIME ZONE 'UTC'`;

/** How many answers there are, and when those of both periods were due. */
export async function countUsedAnswers(db: Queries, workspaceId: string, filter: UsedPagesFilter): Promise<UsedAnswers> {
  const range = { from: filter.before.from, to: filter.days.to };
  const [row] = await db.$queryRaw<UsedAnswers[]>(sql`
    SELECT min(first) AS first, max(last) AS last, coalesce(sum(now), 0)::int AS answers, jsonb_build_object(
      'prompts', coalesce(jsonb_agg(prompt_id) FILTER (WHERE now > 0 AND before > 0), '[]'),
      'answers', coalesce(sum(now) FILTER (WHERE before > 0), 0), 'before', coalesce(sum(before) FILTER (WHERE now > 0), 0)) AS both
    FROM (
      SELECT o.prompt_id, min(o.due_at) AS first, max(o.due_at) AS last, count(*) FILTER (WHERE ${isNow(filter)}) AS now,
        count(*) FILTER (WHERE NOT ${isNow(filter)}) AS before
      FROM ${answeredIn(workspaceId, range, filter)} GROUP BY o.prompt_id
    ) AS prompt`);
  return row ?? { first: null, last: null, answers: 0, both: { prompts: [], answers: 0, before: 0 } };
}

/**
 * Each page that answers of either period cite or look at, as a query: by how many (`used`, `used_before`), of them citing it
 * (`cited`, `cited_before`), and of these to prompts that both periods asked (`both_cited`, `both_before`), how many leave us out (`left_out`), and for how many prompts it is used now (`prompts`). An answer
 * has a page once, cited or else only looked at, so that rows are answers and one reading of the citations gives all of it.
 */
export function usedPages(workspaceId: string, filter: UsedPagesFilter, { both, ...due }: UsedAnswers) {
  const isBoth = sql`prompt_id = ANY(${both.prompts}::uuid[])`;
  const counted = filter.leftOutIn === 'before' ? sql`NOT ${isNow(filter)}` : isNow(filter);
  return sql`
  SELECT url, max(title) AS title, max(domain) AS domain, max(brand) AS owner, sum(used)::int AS used, sum(used_before)::int AS used_before,
    sum(cited)::int AS cited, sum(cited_before)::int AS cited_before,
    coalesce(sum(cited) FILTER (WHERE ${isBoth}), 0)::int AS both_cited, coalesce(sum(cited_before) FILTER (WHERE ${isBoth}), 0)::int AS both_before, sum(left_out)::int AS left_out, count(*) FILTER (WHERE used > 0)::int AS prompts
  FROM (
    SELECT c.url, o.prompt_id, max(c.title COLLATE "C") AS title, max(c.domain COLLATE "C") AS domain, max(c.brand COLLATE "C") AS brand,
      count(*) FILTER (WHERE o.now) AS used, count(*) FILTER (WHERE NOT o.now) AS used_before,
      count(*) FILTER (WHERE o.now AND c.kind = 'cited') AS cited, count(*) FILTER (WHERE NOT o.now AND c.kind = 'cited') AS cited_before,
      count(*) FILTER (WHERE o.left_out) AS left_out
    FROM (
      SELECT o.id, o.prompt_id, ${isNow(filter)} AS now, CASE WHEN ${counted} THEN ${leavesOut(filter.own)} ELSE false END AS left_out
      FROM ${answeredIn(workspaceId, { from: filter.before.from, to: filter.days.to }, filter)} OFFSET 0 -- what it names is looked at once an answer
    ) AS o JOIN ${citationsOf(workspaceId, due)} GROUP BY c.url, o.prompt_id
  ) AS hit GROUP BY url`;
}
