import { reportSchema, type Report } from '../domain/report/report.ts';
import { sql, type Database, type Queries } from './client.ts';
import { storableJson } from './storable-text.ts';

export type ReportHead = {
  id: string;
  kind: string;
  label: string;
  from: string;
  to: string;
  /** schedule | user */
  origin: string;
  measured: boolean;
  createdAt: Date;
};
export type NewReport = Omit<ReportHead, 'createdAt'> & { key: string; createdAt: Date; content: Report };

/** @returns false where a report with the key is there already; this one is then not kept */
export async function addReport(tx: Queries, workspaceId: string, report: NewReport): Promise<boolean> {
  const { id, key, kind, label, from, to, origin, measured, content, createdAt } = report;
  const added = await tx.$executeRaw(sql`
    INSERT INTO report (workspace_id, id, key, kind, label, from_day, to_day, origin, measured, content, created_at)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${key}, ${kind}, ${label}, ${from}, ${to}, ${origin}, ${measured}, ${storableJson(content)}::jsonb,
      ${createdAt.toISOString()}::timestamptz)
    ON CONFLICT (workspace_id, key) DO NOTHING`);
  return added > 0;
}

const head = sql`id, kind, label, from_day AS "from", to_day AS "to", origin, measured, created_at AS "createdAt"`;

/** The newest first. */
export const listReports = (db: Queries, workspaceId: string, page: { limit: number; before: string | null }): Promise<ReportHead[]> =>
  db.$queryRaw<ReportHead[]>(sql`
    SELECT ${head} FROM report WHERE workspace_id = ${workspaceId}::uuid AND (${page.before}::uuid IS NULL OR id < ${page.before}::uuid)
    ORDER BY id DESC LIMIT ${page.limit}`);

export async function findReport(db: Queries, workspaceId: string, id: string): Promise<(ReportHead & { report: Report }) | null> {
  const [row] = await db.$queryRaw<(ReportHead & { content: unknown })[]>(sql`
    SELECT ${head}, content FROM report WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`);
  if (!row) return null;
  const { content, ...rest } = row;
  return { ...rest, report: reportSchema.parse(content) };
}

export async function reportKeys(db: Queries, workspaceId: string, kind: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ key: string }[]>(sql`
    SELECT key FROM report WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind} AND origin = 'schedule'`);
  return new Set(rows.map(({ key }) => key));
}

export type ReportSettings = { weekly: boolean; monthly: boolean };

export async function readReportSettings(db: Database, workspaceId: string): Promise<ReportSettings> {
  const row = await db.reportSetting.findUnique({ where: { workspaceId }, select: { weekly: true, monthly: true } });
  return row ?? { weekly: true, monthly: false };
}

export async function changeReportSettings(db: Database, workspaceId: string, change: Partial<ReportSettings>): Promise<void> {
  await db.reportSetting.upsert({ where: { workspaceId }, create: { workspaceId, ...change }, update: change });
}

/**
 * Whether anything of the days before `to` is still to be asked, read or counted, so that a report made now would miss it; `begun`:
 * when the newest run of it was made.
 */
export async function unfinishedBefore(db: Queries, workspaceId: string, to: string): Promise<{ open: boolean; begun: Date | null }> {
  const [row] = await db.$queryRaw<{ waiting: boolean; begun: Date | null }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM answer WHERE workspace_id = ${workspaceId}::uuid AND pending AND due_at < ${to}::timestamp AT TIME ZONE 'UTC')
        OR EXISTS (SELECT 1 FROM rollup_pending WHERE workspace_id = ${workspaceId}::uuid) AS waiting,
      (SELECT max(created_at) FROM run WHERE workspace_id = ${workspaceId}::uuid AND state IN ('planning', 'queued')
        AND (starts_at < ${to}::timestamp AT TIME ZONE 'UTC' OR kind IN ('demo', 'import'))) AS begun`);
  const begun = row?.begun ?? null;
  return { open: begun !== null || (row?.waiting ?? false), begun };
}

/** When the workspace was first asked anything; null: never. */
export async function firstAsked(db: Queries, workspaceId: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>(sql`
    SELECT min(starts_at) AS at FROM run WHERE workspace_id = ${workspaceId}::uuid`);
  return row?.at ?? null;
}

export type LaterRecount = { at: Date; causes: string[]; changed: number };

/** Recounts of the past that changed answers after the report was made. */
export const recountsSince = (db: Queries, workspaceId: string, since: Date): Promise<LaterRecount[]> =>
  db.$queryRaw<LaterRecount[]>(sql`
    SELECT finished_at AS at, causes, (report->>'changed')::int AS changed FROM recount
    WHERE workspace_id = ${workspaceId}::uuid AND state = 'complete' AND finished_at > ${since.toISOString()}::timestamptz
      AND (report->>'changed')::int > 0 ORDER BY finished_at`);
