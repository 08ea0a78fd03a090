import { sql, type Database, type Queries } from './client.ts';

/** Readings that follow the analysis, each at its own pace: names beside the panel's brands, the second reader, and the pages cited. */
export type Reader = 'names' | 'judge' | 'pages';
export type ReaderKey = { workspaceId: string; reader: Reader };

/** A turn of a conversation is judged like any answer; names and pages are counted over single questions. */
const isTurn = (workspaceId: string, observationId: ReturnType<typeof sql>) =>
  sql`EXISTS (SELECT 1 FROM observation t WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ${observationId} AND t.conversation_id IS NOT NULL)`;

/** Makes `version` what the reader reads with; where it was another one, or none, all answers wait for it. */
export async function startReading(db: Database, { workspaceId, reader }: ReaderKey, version: string): Promise<void> {
  await db.$executeRaw(sql`
    WITH changed AS (
      INSERT INTO reader_state (workspace_id, reader, version) VALUES (${workspaceId}::uuid, ${reader}, ${version})
      ON CONFLICT (workspace_id, reader) DO UPDATE SET version = EXCLUDED.version, blocked_until = NULL, blocked_code = NULL
        WHERE reader_state.version <> EXCLUDED.version
      RETURNING 1
    )
    INSERT INTO reader_pending (workspace_id, reader, observation_id, due_at)
    SELECT a.workspace_id, ${reader}, a.observation_id, a.due_at FROM answer a
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.finish IN ('complete', 'truncated') AND EXISTS (SELECT 1 FROM changed)
      AND (${reader === 'judge'} OR NOT ${isTurn(workspaceId, sql`a.observation_id`)})
    ORDER BY a.observation_id ON CONFLICT DO NOTHING`);
}

/** A reader that was switched off has nothing to do; switched on again, it starts with all of the history. */
export async function stopReading(db: Database, { workspaceId, reader }: ReaderKey): Promise<void> {
  await db.$executeRaw(sql`
    WITH stopped AS (DELETE FROM reader_state WHERE workspace_id = ${workspaceId}::uuid AND reader = ${reader} RETURNING 1)
    DELETE FROM reader_pending WHERE workspace_id = ${workspaceId}::uuid AND reader = ${reader} AND EXISTS (SELECT 1 FROM stopped)`);
}

/** Answers that were just analysed wait for every reader of the workspace. */
export async function queueForReaders(
  tx: Queries,
  workspaceId: string,
  answers: readonly { observationId: string; dueAt: Date }[],
): Promise<void> {
  const document = JSON.stringify(answers.map(({ observationId, dueAt }) => ({ observationId, dueAt })));
  await tx.$executeRaw(sql`
    INSERT INTO reader_pending (workspace_id, reader, observation_id, due_at)
    SELECT s.workspace_id, s.reader, k."observationId", k."dueAt"
    FROM reader_state s, jsonb_to_recordset(${document}::jsonb) AS k("observationId" uuid, "dueAt" timestamptz)
    WHERE s.workspace_id = ${workspaceId}::uuid AND (s.reader = 'judge' OR NOT ${isTurn(workspaceId, sql`k."observationId"`)})
    ORDER BY k."observationId" ON CONFLICT DO NOTHING`);
}

/** @returns whether the reader has anything to read that it may read now */
export async function hasPending(db: Database, { workspaceId, reader }: ReaderKey): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waits: boolean }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM reader_pending WHERE workspace_id = ${workspaceId}::uuid AND reader = ${reader}) AS waits
    FROM reader_state WHERE workspace_id = ${workspaceId}::uuid AND reader = ${reader} AND (blocked_until IS NULL OR blocked_until <= now())`);
  return row?.waits ?? false;
}

/** The reader asks nothing for so long. */
export async function blockReader(db: Database, { workspaceId, reader }: ReaderKey, code: string, ms: number): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE reader_state SET blocked_until = now() + interval '1 millisecond' * ${ms}::float8, blocked_code = ${code}
    WHERE workspace_id = ${workspaceId}::uuid AND reader = ${reader}`);
}
