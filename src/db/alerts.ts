import { z } from 'zod';
import { figure } from '../domain/metrics/figure-schema.ts';
import type { Accepted, SeriesName } from '../domain/alerts/alert.ts';
import type { Found } from '../domain/alerting/found.ts';
import type { AlertState, Kept } from '../domain/alerting/settle.ts';
import type { Database, Queries } from './client.ts';
import { emptySql, sql } from './client.ts';
import { newId } from './new-id.ts';
import { storableJson } from './storable-text.ts';

const series = z.array(z.object({ brand: z.string(), stage: z.string(), engine: z.string() }));
const row = z.object({
  id: z.string(),
  key: z.string(),
  ruleId: z.string().nullable(),
  metric: z.string(),
  brand: z.string().nullable(),
  stage: z.string().nullable(),
  engine: z.string().nullable(),
  direction: z.enum(['down', 'up']),
  tier: z.string(),
  cause: z.string().nullable(),
  state: z.enum(['open', 'acknowledged', 'recovered', 'closed', 'historical']),
  series,
  before: figure,
  after: figure,
  evidence: z.record(z.string(), z.unknown()),
  since: z.date(),
  openedAt: z.date(),
  week: z.string(),
  acknowledgedAt: z.date().nullable(),
  acknowledgedBy: z.string().nullable(),
  recoveredAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
  closedReason: z.string().nullable(),
});
/** An alert as it is kept. */
export type AlertRow = z.infer<typeof row>;

const columns = sql`id, key, rule_id AS "ruleId", metric, brand, stage, engine, direction, tier, cause, state, series, before, after, evidence, since,
  opened_at AS "openedAt", week, acknowledged_at AS "acknowledgedAt", acknowledged_by AS "acknowledgedBy", recovered_at AS "recoveredAt",
  closed_at AS "closedAt", closed_by AS "closedBy", closed_reason AS "closedReason"`;

export type AlertFilter = {
  states?: AlertState[];
  brand?: string;
  stage?: string;
  engine?: string;
  ruleId?: string;
  before?: { openedAt: Date; id: string };
  limit: number;
};

const scopes = { brand: sql`brand`, stage: sql`stage`, engine: sql`engine` };

/** The newest first. A filter finds also alerts that cover more than it names (a whole engine, a brand everywhere). */
export async function listAlerts(db: Queries, workspaceId: string, filter: AlertFilter): Promise<AlertRow[]> {
  const { states, brand, stage, engine, ruleId, before, limit } = filter;
  const holds = (name: 'brand' | 'stage' | 'engine', value: string | undefined) =>
    value === undefined
      ? emptySql
      : sql`AND (series @> jsonb_build_array(jsonb_build_object(${name}::text, ${value}::text)) OR ${scopes[name]} = ${value})`;
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT ${columns} FROM alert WHERE workspace_id = ${workspaceId}::uuid
      ${states ? sql`AND state = ANY(${states}::text[])` : emptySql} ${holds('brand', brand)} ${holds('stage', stage)} ${holds('engine', engine)}
      ${ruleId === undefined ? emptySql : sql`AND rule_id = ${ruleId}::uuid`}
      ${before ? sql`AND (opened_at, id) < (${before.openedAt.toISOString()}::timestamptz, ${before.id}::uuid)` : emptySql}
    ORDER BY opened_at DESC, id DESC LIMIT ${limit}`);
  return z.array(row).parse(rows);
}

export async function findAlert(db: Queries, workspaceId: string, id: string, forUpdate = false): Promise<AlertRow | null> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT ${columns} FROM alert WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid ${forUpdate ? sql`FOR UPDATE` : emptySql}`);
  return z.array(row).parse(rows)[0] ?? null;
}

/** All that an evaluation compares itself with. */
export async function keptAlerts(tx: Queries, workspaceId: string): Promise<Kept[]> {
  const rows = await tx.$queryRaw<(Omit<Kept, 'since' | 'recoveredAt'> & { since: Date; recoveredAt: Date | null })[]>(sql`
    SELECT id, key, rule_id AS "ruleId", metric, brand, stage, engine, direction, state, series, since, recovered_at AS "recoveredAt"
    FROM alert WHERE workspace_id = ${workspaceId}::uuid ORDER BY opened_at, id`);
  return rows.map((kept) => ({ ...kept, since: kept.since.toISOString(), recoveredAt: kept.recoveredAt?.toISOString() ?? null }));
}

/** What somebody said to be the new normal, by the alert that told of it. */
export type AcceptedLevel = Accepted & { ruleId: string | null };
export async function acceptedLevels(tx: Queries, workspaceId: string): Promise<AcceptedLevel[]> {
  const rows = await tx.$queryRaw<Pick<AlertRow, 'ruleId' | 'series' | 'since' | 'closedAt'>[]>(sql`
    SELECT rule_id AS "ruleId", series, since, closed_at AS "closedAt" FROM alert
    WHERE workspace_id = ${workspaceId}::uuid AND closed_reason = 'accepted' ORDER BY closed_at, id`);
  return rows.flatMap(({ ruleId, since, closedAt, series: names }) =>
    closedAt === null ? [] : [{ ruleId, series: series.parse(names), since: since.toISOString(), at: closedAt.toISOString() }],
  );
}

/** @returns the row, null where one with its key is there already */
export async function addAlert(tx: Queries, workspaceId: string, found: Found, state: 'open' | 'historical'): Promise<AlertRow | null> {
  const rows = await tx.$queryRaw<unknown[]>(sql`
    INSERT INTO alert (workspace_id, id, key, rule_id, metric, brand, stage, engine, direction, tier, cause, state, series, before, after, evidence,
      since, opened_at, week, recovered_at)
    VALUES (${workspaceId}::uuid, ${newId()}::uuid, ${found.key}, ${found.ruleId}::uuid, ${found.metric}, ${found.brand}, ${found.stage},
      ${found.engine}, ${found.direction}, ${found.tier}, ${found.cause}, ${state}, ${JSON.stringify(found.series)}::jsonb,
      ${JSON.stringify(found.before)}::jsonb, ${JSON.stringify(found.after)}::jsonb, ${storableJson(found.evidence)}::jsonb,
      ${found.since}::timestamptz, ${found.openedAt}::timestamptz, ${found.week},
      ${state === 'historical' ? found.recoveredAt : null}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING ${columns}`);
  return z.array(row).parse(rows)[0] ?? null;
}

/** The change has reached more series; its evidence keeps when. @throws where there is no such alert */
export async function addAlertSeries(
  tx: Queries,
  workspaceId: string,
  id: string,
  { series: all, added, at }: { series: SeriesName[]; added: SeriesName[]; at: Date },
): Promise<AlertRow> {
  const more = JSON.stringify(added.map((one) => ({ ...one, at: at.toISOString() })));
  const rows = await tx.$queryRaw<unknown[]>(sql`
    UPDATE alert SET series = ${JSON.stringify(all)}::jsonb,
      evidence = jsonb_set(evidence, '{added}', coalesce(evidence->'added', '[]') || ${more}::jsonb)
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid RETURNING ${columns}`);
  const [changed] = z.array(row).parse(rows);
  if (!changed) throw new Error('The alert that was changed is gone.');
  return changed;
}

export type AlertChange = Partial<
  Pick<AlertRow, 'key' | 'state' | 'acknowledgedAt' | 'acknowledgedBy' | 'recoveredAt' | 'closedAt' | 'closedBy' | 'closedReason'>
>;

/** @throws where there is no such alert */
export async function changeAlert(
  tx: Pick<Database, 'alert'> & Queries,
  workspaceId: string,
  id: string,
  change: AlertChange,
): Promise<AlertRow> {
  await tx.alert.update({ where: { workspaceId_id: { workspaceId, id } }, data: change });
  const changed = await findAlert(tx, workspaceId, id);
  if (!changed) throw new Error('The alert that was changed is gone.');
  return changed;
}
