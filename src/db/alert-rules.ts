import { z } from 'zod';
import { baseOf, type Rule, type RuleMetric } from '../domain/alerting/rule.ts';
import type { Newcomer } from '../domain/alerting/new-competitors.ts';
import type { PageHistory } from '../domain/alerting/gone-pages.ts';
import { isoWeek } from '../domain/period.ts';
import { sql, type Database, type Queries } from './client.ts';
import { ofFigures } from './proposals.ts';
import { weekMs } from '../domain/durations.ts';

const place = { stage: z.string().nullable(), engine: z.string().nullable() };
const metrics = Object.keys(baseOf) as [RuleMetric, ...RuleMetric[]];
/** A rule as it is kept; who wrote it was checked then. */
const storedRule: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    metric: z.enum(metrics),
    brand: z.string(),
    direction: z.enum(['down', 'up']),
    points: z.number(),
    ...place,
  }),
  z.object({ kind: z.literal('overtaken'), brand: z.string(), rival: z.string().nullable(), ...place }),
  z.object({ kind: z.literal('page_gone'), brand: z.string() }),
  z.object({ kind: z.literal('new_competitor') }),
]);

export type AlertRuleRow = { id: string; name: string; rule: Rule; enabled: boolean; createdAt: Date; updatedAt: Date };

const toRow = (row: Omit<AlertRuleRow, 'rule'> & { rule: unknown; workspaceId: string }): AlertRuleRow => {
  const { workspaceId: _workspace, rule, ...rest } = row;
  return { ...rest, rule: storedRule.parse(rule) };
};

type Rules = Pick<Database, 'alertRule'>;

export const listAlertRules = async (db: Rules, workspaceId: string): Promise<AlertRuleRow[]> =>
  (await db.alertRule.findMany({ where: { workspaceId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);

export async function findAlertRule(db: Rules, workspaceId: string, id: string): Promise<AlertRuleRow | null> {
  const row = await db.alertRule.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && toRow(row);
}

export type AlertRuleDraft = Pick<AlertRuleRow, 'name' | 'rule' | 'enabled'>;

export const addAlertRule = async (db: Rules, workspaceId: string, id: string, draft: AlertRuleDraft): Promise<AlertRuleRow> =>
  toRow(await db.alertRule.create({ data: { workspaceId, id, ...draft } }));

/** @returns whether there is one */
export async function changeAlertRule(
  db: Rules,
  workspaceId: string,
  id: string,
  change: Partial<AlertRuleDraft>,
  now: Date,
): Promise<boolean> {
  const { count } = await db.alertRule.updateMany({ where: { workspaceId, id }, data: { ...change, updatedAt: now } });
  return count > 0;
}

/** @returns whether there was one */
export const deleteAlertRule = async (db: Rules, workspaceId: string, id: string): Promise<boolean> =>
  (await db.alertRule.deleteMany({ where: { workspaceId, id } })).count > 0;

/** Names beside the panel's brands that were told of, with the answers before and since they first came up. */
export function readNewcomers(tx: Queries, workspaceId: string, enough: number): Promise<Newcomer[]> {
  return tx.$queryRaw<Newcomer[]>(sql`
    WITH named AS (
      SELECT s.head, s.observation_id, min(s.due_at) AS due_at FROM seen_name s ${ofFigures}
      JOIN competitor_proposal p ON p.workspace_id = s.workspace_id AND p.head = s.head AND p.discovered_at IS NOT NULL AND p.status <> 'dismissed'
      WHERE s.workspace_id = ${workspaceId}::uuid GROUP BY 1, 2
    ), name AS (
      SELECT head, min(due_at) AS first_at, (array_agg(due_at ORDER BY due_at))[${enough}::int] AS enough_at, count(*)::int AS naming
      FROM named GROUP BY 1
    )
    SELECT n.head, p.name, n.first_at AS "firstAt", n.enough_at AS "enoughAt", n.naming, a.before AS "answersBefore", a.since AS "answersSince"
    FROM name n JOIN competitor_proposal p ON p.workspace_id = ${workspaceId}::uuid AND p.head = n.head
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE o.due_at < n.first_at)::int AS before, count(*) FILTER (WHERE o.due_at >= n.first_at)::int AS since
      FROM observation o JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.canary
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered') AS a
    WHERE n.enough_at IS NOT NULL ORDER BY n.first_at, n.head LIMIT 200`);
}

/** Pages beyond these are cited too seldom for their absence to mean anything. */
const mostPages = 500;

/**
 * Pages cited in answers that name the brand (five at least), week by week since `from`, over the prompts and engines that ever cited them:
 * whole weeks up to the one of `to`.
 */
export async function readPages(tx: Queries, workspaceId: string, brand: string, from: Date, to: Date): Promise<PageHistory[]> {
  const rows = await tx.$queryRaw<{ url: string; week: Date; answers: number; cited: number }[]>(sql`
    WITH hit AS (
      SELECT DISTINCT c.url, o.id, o.prompt_id, o.engine,
        jsonb_path_exists(o.result, '$.brands[*] ? (@.visible == true && @.brand == $brand)', jsonb_build_object('brand', ${brand}::text)) AS named
      FROM citation c
      JOIN observation o ON o.workspace_id = c.workspace_id AND o.id = c.observation_id
      JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.canary
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.kind = 'cited' AND c.due_at >= ${from.toISOString()}::timestamptz AND c.due_at < ${to.toISOString()}::timestamptz
    ), page AS (
      SELECT url FROM hit GROUP BY 1 HAVING count(*) FILTER (WHERE named) >= 5 ORDER BY count(*) DESC, url LIMIT ${mostPages}
    ), cell AS (
      SELECT DISTINCT url, prompt_id, engine FROM hit JOIN page USING (url)
    )
    SELECT cell.url, date_trunc('week', o.due_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS week, count(*)::int AS answers,
      count(hit.id)::int AS cited
    FROM cell
    JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.prompt_id = cell.prompt_id AND o.engine = cell.engine AND o.state = 'answered'
      AND o.result IS NOT NULL AND o.asked_at >= ${from.toISOString()}::timestamptz AND o.asked_at < ${to.toISOString()}::timestamptz
    LEFT JOIN hit ON hit.url = cell.url AND hit.id = o.id
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return [...Map.groupBy(rows, ({ url }) => url)].map(([url, weeks]) => ({
    url,
    weeks: weeks.map(({ week, answers, cited }) => ({
      week: isoWeek(week),
      start: week.getTime(),
      end: week.getTime() + weekMs - 1,
      answers,
      cited,
    })),
  }));
}
