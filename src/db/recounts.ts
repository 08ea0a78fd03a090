import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { Recount } from './generated/client.ts';

export type RecountRow = Recount;

export const findRecount = (db: Database, workspaceId: string, id: string): Promise<Recount | null> =>
  db.recount.findUnique({ where: { workspaceId_id: { workspaceId, id } } });

/** The newest first. */
export const listRecounts = (
  db: Database,
  workspaceId: string,
  { before, limit }: { before?: string; limit: number },
): Promise<Recount[]> =>
  db.recount.findMany({ where: { workspaceId, ...(before && { id: { lt: before } }) }, orderBy: { id: 'desc' }, take: limit });

/**
 * Takes the workspace's open recount, unless another worker holds it, or it is for a later parser than this process has.
 * @param holder unlike any other's, also within one process
 */
export async function claimRecount(
  db: Database,
  workspaceId: string,
  { holder, leaseMs, parserVersion }: { holder: string; leaseMs: number; parserVersion: number },
): Promise<Recount | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>(sql`
    UPDATE recount SET state = 'running', held_by = ${holder}, held_until = now() + interval '1 millisecond' * ${leaseMs}::float8,
      started_at = coalesce(started_at, now())
    WHERE workspace_id = ${workspaceId}::uuid AND id = (
      SELECT id FROM recount WHERE workspace_id = ${workspaceId}::uuid AND state IN ('waiting', 'running')
        AND (held_until IS NULL OR held_until < now()) AND to_parser_version <= ${parserVersion}::int
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`);
  return row ? findRecount(db, workspaceId, row.id) : null;
}

/** Lets another worker go on at once. */
export async function releaseRecount(db: Database, workspaceId: string, id: string, holder: string): Promise<void> {
  await db.recount.updateMany({ where: { workspaceId, id, heldBy: holder }, data: { heldBy: null, heldUntil: null } });
}

/** Ends an open recount without a trace in the figures. Whoever works on it finds that it is no longer theirs. @returns false where it has ended */
export async function dropRecount(
  db: Database,
  workspaceId: string,
  id: string,
  end: { state: 'stopped' } | { state: 'failed'; failure: string; holder: string },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const held = end.state === 'failed' && { heldBy: end.holder };
    const { count } = await tx.recount.updateMany({
      where: { workspaceId, id, state: { in: ['waiting', 'running'] }, ...held },
      data: { state: end.state, finishedAt: new Date(), heldBy: null, heldUntil: null, ...('failure' in end && { failure: end.failure }) },
    });
    if (count > 0) await tx.recountAnswer.deleteMany({ where: { workspaceId, recountId: id } });
    return count > 0;
  });
}

/** Workspaces with a recount that nobody works on. */
export const workspacesWithRecount = (db: Database) =>
  db.$queryRaw<{ id: string }[]>(sql`
    SELECT DISTINCT workspace_id AS id FROM recount
    WHERE state IN ('waiting', 'running') AND (held_until IS NULL OR held_until < now())`);

/** Workspaces whose panel, overrulings or parser are newer than what any recount was for. */
export const workspacesToRecount = (db: Database, parserVersion: number) =>
  db.$queryRaw<{ id: string }[]>(sql`
    SELECT w.id FROM workspace w
    WHERE w.panel_version > 0 AND (w.counted_panel_version < w.panel_version OR w.counted_parser_version < ${parserVersion}::int)
      AND NOT EXISTS (SELECT 1 FROM recount r WHERE r.workspace_id = w.id
        AND r.to_panel_version >= w.panel_version AND r.to_parser_version >= ${parserVersion}::int)`);
