import { sql, type Database, type Queries } from './client.ts';
import { newId } from './new-id.ts';
import { lockWorkspace } from './workspaces.ts';

export type UnreadAnswer = { observationId: string; dueAt: Date; text: string; citations: unknown; language: string };
export type SeenName = { key: string; head: string; name: string; start: number; end: number; domain: string | null };

/**
 * Takes answers whose names are not yet read, lets `read` find them, and replaces what was stored of them, in one transaction.
 * Heads that gain or lose a name are marked for counting. @returns how many answers; none where another version reads by now
 */
export async function readNames(
  db: Database,
  workspaceId: string,
  options: { version: string; limit: number },
  read: (answer: UnreadAnswer) => SeenName[],
): Promise<number> {
  return db.direct.transaction(async (tx) => {
    // Held until the batch is written: a version that starts meanwhile finds all that was read with the one before.
    const current = await tx.$queryRaw<unknown[]>(sql`
      SELECT 1 FROM reader_state WHERE workspace_id = ${workspaceId}::uuid AND reader = 'names' AND version = ${options.version} FOR SHARE`);
    if (current.length === 0) return 0;
    const answers = await tx.$queryRaw<UnreadAnswer[]>(sql`
      SELECT p.observation_id AS "observationId", p.due_at AS "dueAt", a.text, a.citations, a.language FROM reader_pending p
      JOIN answer a ON a.workspace_id = p.workspace_id AND a.due_at = p.due_at AND a.observation_id = p.observation_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.reader = 'names' ORDER BY p.observation_id LIMIT ${options.limit} FOR UPDATE OF p SKIP LOCKED`);
    if (answers.length === 0) return 0;
    const ids = answers.map((answer) => answer.observationId);
    const old = await tx.$queryRaw<{ head: string }[]>(sql`
      DELETE FROM seen_name WHERE workspace_id = ${workspaceId}::uuid AND observation_id = ANY(${ids}::uuid[]) RETURNING head`);
    const names = answers.flatMap((answer) =>
      read(answer).map((name) => ({ ...name, observationId: answer.observationId, dueAt: answer.dueAt })),
    );
    await tx.$executeRaw(sql`
      INSERT INTO seen_name (workspace_id, observation_id, key, head, name, due_at, start_offset, end_offset, domain)
      SELECT ${workspaceId}::uuid, "observationId", key, head, name, "dueAt", start, "end", domain
      FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
        AS k("observationId" uuid, key text, head text, name text, "dueAt" timestamptz, start int, "end" int, domain text)`);
    await markHeads(tx, workspaceId, [...old, ...names]);
    await tx.$executeRaw(sql`
      DELETE FROM reader_pending WHERE workspace_id = ${workspaceId}::uuid AND reader = 'names' AND observation_id = ANY(${ids}::uuid[])`);
    return answers.length;
  });
}

/**
 * Always in the same order: two workers that mark the same heads must not wait for each other. A head that is marked is locked
 * all the same, so that whoever counts it waits for these names.
 */
async function markHeads(tx: Queries, workspaceId: string, names: readonly { head: string }[]): Promise<void> {
  const heads = [...new Set(names.map(({ head }) => head))].map((head) => ({ head, id: newId() }));
  await tx.$executeRaw(sql`
    INSERT INTO competitor_proposal (workspace_id, id, head, name)
    SELECT ${workspaceId}::uuid, id, head, head FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) AS k(id uuid, head text) ORDER BY head
    ON CONFLICT (workspace_id, head) DO UPDATE SET dirty = true WHERE NOT competitor_proposal.dirty`);
}

/** What the answers to a prompt name is counted anew, because they count now, or no longer do. */
export async function countNamesAgain(tx: Queries, workspaceId: string, promptId: string): Promise<void> {
  // Whoever counts meanwhile would count with what held before.
  await lockWorkspace(tx, workspaceId, 'names');
  const names = await tx.$queryRaw<{ head: string }[]>(sql`
    SELECT DISTINCT s.head FROM seen_name s JOIN observation o ON o.workspace_id = s.workspace_id AND o.id = s.observation_id
    WHERE s.workspace_id = ${workspaceId}::uuid AND o.prompt_id = ${promptId}::uuid`);
  await markHeads(tx, workspaceId, names);
}
