import type { AnalysedAnswer, StoredAnswer } from './analyses.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { Recount } from './generated/client.ts';

/**
 * `digest` is that of the present reading; null where the answer need not be read. `readBefore`: that reading is as good as one
 * of the versions from which the recount starts.
 */
export type KnownAnswer = StoredAnswer & { due: boolean; readBefore: boolean; digest: string | null };
/** How far a recount is: the last answer that was read. */
export type Cursor = { dueAt: Date; id: string };

/** The next stored answers behind the cursor, in their order in the store; fewer than `limit` at the end. */
export function readAnswersBehind(db: Database, recount: Recount, cursor: Cursor | null, limit: number): Promise<KnownAnswer[]> {
  const { workspaceId, toPanelVersion, toParserVersion } = recount;
  const [dueAt, id] = [cursor?.dueAt.toISOString() ?? '-infinity', cursor?.id ?? '00000000-0000-0000-0000-000000000000'];
  const due = sql`(${recount.scope === 'all'} OR o.panel_version < ${toPanelVersion}::int OR o.parser_version < ${toParserVersion}::int)`;
  const page = sql`
    SELECT * FROM answer a WHERE a.workspace_id = ${workspaceId}::uuid AND NOT a.pending AND a.finish IN ('complete', 'truncated')
      AND a.due_at >= ${dueAt}::timestamptz AND (a.due_at, a.observation_id) > (${dueAt}::timestamptz, ${id}::uuid)
    ORDER BY a.due_at, a.observation_id LIMIT ${limit}`;
  return readPage(db, recount, page, due);
}

/** The answers of these observations. */
export function readListedAnswers(db: Database, recount: Recount): Promise<KnownAnswer[]> {
  const { workspaceId, listed } = recount;
  const page = sql`
    SELECT a.* FROM observation x JOIN answer a ON a.workspace_id = x.workspace_id AND a.due_at = x.due_at AND a.observation_id = x.id
    WHERE x.workspace_id = ${workspaceId}::uuid AND x.id = ANY(${listed}::uuid[]) AND NOT a.pending`;
  return readPage(db, recount, page, sql`true`);
}

/** OFFSET 0 keeps the planner to one look-up an answer, also where it has no statistics of the tables yet. */
const readPage = (db: Database, recount: Recount, page: ReturnType<typeof sql>, due: ReturnType<typeof sql>) =>
  db.direct.$queryRaw<KnownAnswer[]>(sql`
    WITH page AS MATERIALIZED (${page})
    SELECT a.due_at AS "dueAt", a.observation_id AS "observationId", a.text, a.citations, a.retrieved, a.language,
      coalesce(o.due, false) AS due, coalesce(o."readBefore", false) AS "readBefore", o.digest
    FROM page a
    LEFT JOIN LATERAL (
      SELECT o.digest, ${due} AS due, o.panel_version <= ${recount.fromPanelVersion}::int AND o.parser_version <= ${recount.fromParserVersion}::int AS "readBefore"
      FROM observation o
      WHERE o.workspace_id = ${recount.workspaceId}::uuid AND o.id = a.observation_id AND o.result IS NOT NULL OFFSET 0) AS o ON true
    ORDER BY a.due_at, a.observation_id`);

export type Reread = { changed: AnalysedAnswer[]; unchanged: string[]; digests: ReadonlyMap<string, string | null> };

/**
 * Keeps what was read differently beside the present readings and moves the recount on, both or neither.
 * @param to.cursor where the scan is now; null once it has reached the end
 * @returns false where the recount was stopped, turned to other versions, or taken over by another worker
 */
export async function keepReread(
  db: Database,
  recount: Recount,
  { changed, unchanged, digests }: Reread,
  to: { cursor: Cursor | null; done: number; leaseMs: number },
): Promise<boolean> {
  const document = JSON.stringify(changed.map((answer) => onlyWhatDiffers(answer, digests.get(answer.observationId) ?? '')));
  const { workspaceId, id, heldBy, toPanelVersion, toParserVersion } = recount;
  const [row] = await db.direct.$queryRaw<{ moved: number }[]>(sql`
    WITH moved AS (
      UPDATE recount SET done = least(total, done + ${to.done}::int), scanned = ${to.cursor === null}, held_until = now() + interval '1 millisecond' * ${to.leaseMs}::float8,
        cursor_due_at = coalesce(${to.cursor?.dueAt.toISOString() ?? null}::timestamptz, cursor_due_at), cursor_id = coalesce(${to.cursor?.id ?? null}::uuid, cursor_id)
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND state = 'running' AND held_by = ${heldBy}
        AND to_panel_version = ${toPanelVersion}::int AND to_parser_version = ${toParserVersion}::int
      RETURNING id
    ), same AS (
      DELETE FROM recount_answer r USING moved WHERE r.workspace_id = ${workspaceId}::uuid AND r.recount_id = moved.id AND r.observation_id = ANY(${unchanged}::uuid[])
    ), kept AS (
      INSERT INTO recount_answer (workspace_id, recount_id, due_at, observation_id, digest, result, mentions, citations, comparisons)
      SELECT ${workspaceId}::uuid, moved.id, "dueAt", "observationId", digest, result, mentions, citations, comparisons
      FROM moved, jsonb_to_recordset(${document}::jsonb) AS x("dueAt" timestamptz, "observationId" uuid, digest text, result jsonb, mentions jsonb, citations jsonb, comparisons jsonb)
      ON CONFLICT (workspace_id, recount_id, due_at, observation_id) DO UPDATE SET digest = excluded.digest, result = excluded.result,
        mentions = excluded.mentions, citations = excluded.citations, comparisons = excluded.comparisons
    )
    SELECT count(*)::int AS moved FROM moved`);
  return row?.moved === 1;
}

const parts = ['result', 'mentions', 'citations', 'comparisons'] as const;
const partLength = 8;

/** The parts whose digest is another than before; the others stay as they are stored. */
function onlyWhatDiffers(answer: AnalysedAnswer, before: string) {
  const { dueAt, observationId, digest } = answer;
  const part = (of: string, index: number) => of.slice(index * partLength, (index + 1) * partLength);
  const fresh = parts.filter((_name, index) => part(digest, index) !== part(before, index));
  return { dueAt, observationId, digest, ...Object.fromEntries(fresh.map((name) => [name, answer[name]])) };
}
