import type { Database, Queries } from './client.ts';
import { type emptySql, sql } from './client.ts';
import { queueForReaders } from './readers.ts';

type Sql = typeof emptySql;

export type StoredAnswer = {
  dueAt: Date;
  observationId: string;
  text: string;
  citations: unknown;
  retrieved: unknown;
  language: string;
};
/** `again`: it was analysed before, and what was found then is replaced. */
type PendingAnswer = StoredAnswer & { again: boolean };

export type AnalysedAnswer = {
  dueAt: Date;
  observationId: string;
  /** What is counted: the observation's own copy. */
  result: ObservationResult;
  mentions: { brand: string; start: number; end: number; text: string; status: string; rule: string | null }[];
  citations: { kind: 'cited' | 'retrieved'; url: string; domain: string; brand: string | null; title: string | null }[];
  comparisons: { winner: string; loser: string; aspect: string | null; start: number; end: number }[];
  /** Eight characters each for result, mentions, citations and comparisons: what differs in none is the same. */
  digest: string;
};

/** What an answer counts for, per brand that it names or cites; `position` is the place among the visible brands. */
export type ObservationResult = {
  citations: number;
  brands: {
    brand: string;
    visible: boolean;
    position: number | null;
    mentions: number;
    rank: number | null;
    listRank: number | null;
    recommended: boolean | null;
    sentiment: string | null;
    cited: number;
    /** Its share of the answer's position-adjusted words, 0..1 to six decimals; answers read before it was told have none. */
    prominence?: number;
    /** The engine looked at a page of the brand; only there where it says so. */
    retrieved?: true;
  }[];
};

export type AnalysisVersions = { parserVersion: number; panelVersion: number };

/**
 * Takes a batch of answers that wait for analysis, lets `analyse` read them, and writes all that it found in the same
 * transaction; several workers take different answers. @returns how many, null where the panel is another one by now
 */
export async function analysePending(
  db: Database,
  workspaceId: string,
  limit: number,
  versions: AnalysisVersions,
  analyse: (answer: StoredAnswer) => AnalysedAnswer,
): Promise<number | null> {
  return db.direct.transaction(async (tx) => {
    // Held until the batch is written: a panel that is saved meanwhile finds all that was read with the one before.
    const current = await tx.$queryRaw<unknown[]>(sql`
      SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid AND panel_version = ${versions.panelVersion} FOR SHARE`);
    if (current.length === 0) return null;
    const pending = await tx.$queryRaw<PendingAnswer[]>(sql`
      SELECT a.due_at AS "dueAt", a.observation_id AS "observationId", a.text, a.citations, a.retrieved, a.language, a.parser_version IS NOT NULL AS again
      FROM answer a
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.pending
      ORDER BY a.due_at LIMIT ${limit} FOR UPDATE OF a SKIP LOCKED`);
    if (pending.length === 0) return 0;
    await deleteAnalyses(
      tx,
      workspaceId,
      pending.filter((answer) => answer.again),
    );
    await writeAnalyses(tx, workspaceId, versions, pending.map(analyse));
    await queueForReaders(tx, workspaceId, pending);
    return pending.length;
  });
}

async function deleteAnalyses(tx: Queries, workspaceId: string, answers: PendingAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  const document = JSON.stringify(answers.map(({ dueAt, observationId }) => ({ dueAt, observationId })));
  await tx.$executeRaw(
    deleteParts(
      workspaceId,
      sql`SELECT "dueAt", "observationId", true AS mentions, true AS citations, true AS comparisons
        FROM jsonb_to_recordset(${document}::jsonb) AS k("dueAt" timestamptz, "observationId" uuid)`,
    ),
  );
}

/** Deletes what was read out of answers. `keys` gives them, and which parts of each. */
export const deleteParts = (workspaceId: string, keys: Sql) => {
  const whose = sql`d.workspace_id = ${workspaceId}::uuid AND d.due_at = key."dueAt" AND d.observation_id = key."observationId"`;
  return sql`
    WITH key AS (${keys}),
      m AS (DELETE FROM mention d USING key WHERE ${whose} AND key.mentions),
      c AS (DELETE FROM citation d USING key WHERE ${whose} AND key.citations)
    DELETE FROM comparison d USING key WHERE ${whose} AND key.comparisons`;
};

/** Parts of a statement that write what `found` holds: a row an answer, NULL for a part that is not to be written. */
export const insertParts = (workspaceId: string) => sql`
  m AS (
    INSERT INTO mention (workspace_id, due_at, observation_id, ordinal, brand, start_offset, end_offset, text, status, rule)
    SELECT ${workspaceId}::uuid, "dueAt", "observationId", i, e->>'brand', (e->>'start')::int, (e->>'end')::int, e->>'text', e->>'status', e->>'rule'
    FROM found, jsonb_array_elements(mentions) WITH ORDINALITY AS x(e, i)
  ), c AS (
    INSERT INTO citation (workspace_id, due_at, observation_id, ordinal, kind, url, domain, brand, title)
    SELECT ${workspaceId}::uuid, "dueAt", "observationId", i, e->>'kind', e->>'url', e->>'domain', e->>'brand', e->>'title'
    FROM found, jsonb_array_elements(citations) WITH ORDINALITY AS x(e, i)
  ), p AS (
    INSERT INTO comparison (workspace_id, due_at, observation_id, ordinal, winner, loser, aspect, start_offset, end_offset)
    SELECT ${workspaceId}::uuid, "dueAt", "observationId", i, e->>'winner', e->>'loser', e->>'aspect', (e->>'start')::int, (e->>'end')::int
    FROM found, jsonb_array_elements(comparisons) WITH ORDINALITY AS x(e, i)
  )`;

async function writeAnalyses(tx: Queries, workspaceId: string, versions: AnalysisVersions, analysed: AnalysedAnswer[]): Promise<void> {
  const document = JSON.stringify(analysed);
  await tx.$executeRaw(sql`
    WITH found AS (
      SELECT * FROM jsonb_to_recordset(${document}::jsonb) AS k("dueAt" timestamptz, "observationId" uuid, mentions jsonb, citations jsonb, comparisons jsonb, result jsonb, digest text)
    ), ${insertParts(workspaceId)}, a AS (
      UPDATE answer SET pending = false, parser_version = ${versions.parserVersion}, panel_version = ${versions.panelVersion}
      FROM found WHERE answer.workspace_id = ${workspaceId}::uuid AND answer.due_at = "dueAt" AND answer.observation_id = "observationId"
    ), o AS (
      UPDATE observation SET result = found.result, digest = found.digest, parser_version = ${versions.parserVersion}, panel_version = ${versions.panelVersion}
      FROM found WHERE observation.workspace_id = ${workspaceId}::uuid AND observation.id = "observationId"
      RETURNING observation.id, observation.engine, observation.asked_at
    )
    INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge)
    SELECT ${workspaceId}::uuid, id, engine, date_trunc('month', asked_at AT TIME ZONE 'UTC')::date, false FROM o`);
}

/** Workspaces in which something waits that no job may be looking at. */
export const workspacesWithPending = (db: Database) =>
  db.$queryRaw<{ id: string; analysis: boolean; rollup: boolean }[]>(sql`
    SELECT id, analysis, rollup FROM (
      SELECT w.id, EXISTS (SELECT 1 FROM answer a WHERE a.workspace_id = w.id AND a.pending) AS analysis,
        EXISTS (SELECT 1 FROM rollup_pending p WHERE p.workspace_id = w.id) AS rollup
      FROM workspace w) AS x
    WHERE analysis OR rollup`);
