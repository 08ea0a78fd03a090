import { zstdCompressSync } from 'node:zlib';
import type { EngineCitation } from '../engines/engine.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { storableJson } from './storable-text.ts';

export type ImportedAnswer = {
  /** The answer's id where it comes from; with the workspace it makes the observation unique. */
  id: string;
  runId: string;
  promptId: string;
  promptVersionId: string;
  stage: string;
  engine: string;
  surface: string;
  country: string;
  language: string;
  model: string | null;
  askedAt: string;
  text: string;
  citations: EngineCitation[];
  /** The line as it was imported, word for word, kept like an engine's response. */
  raw: string;
};

/** Stores answers that were collected elsewhere, each once. @returns how many are new */
export async function importBatch(db: Database, workspaceId: string, answers: ImportedAnswer[]): Promise<number> {
  const rows = answers.map(({ raw, ...rest }) => ({
    ...rest,
    finish: rest.text.trim() === '' ? 'no_answer' : 'complete',
    raw: zstdCompressSync(Buffer.from(JSON.stringify([{ request: null, status: 200, body: raw }]))).toString('base64'),
  }));
  const months = [...new Set(answers.map((answer) => `${answer.askedAt.slice(0, 7)}-01T00:00:00Z`))];
  const document = storableJson(rows);
  return db.direct.transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT wayseen_ensure_partitions(month, month) FROM unnest(${months}::timestamptz[]) AS month`);
    const [row] = await tx.$queryRaw<{ added: number }[]>(sql`
      WITH given AS (
        SELECT DISTINCT ON (id) *, wayseen_id(concat_ws('/', ${workspaceId}::text, 'import', id)) AS observation_id
        FROM jsonb_to_recordset(${document}::jsonb) AS x(id text, "runId" uuid, "promptId" uuid, "promptVersionId" uuid, stage text, engine text,
          surface text, country text, language text, model text, "askedAt" timestamptz, text text, finish text, citations jsonb, raw text)
      ), fresh AS (
        INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat,
          state, due_at, released_at, asked_at, finished_at, finish, model, adapter_version)
        SELECT ${workspaceId}::uuid, observation_id, "runId", "promptId", "promptVersionId", stage, engine, surface, country, language,
          -- Imported answers have no repeat of their own: a number made of their id keeps them apart.
          ('x' || substr(md5(id), 1, 7))::bit(28)::int,
          CASE finish WHEN 'complete' THEN 'answered' ELSE finish END, date_trunc('milliseconds', "askedAt"), "askedAt", "askedAt", now(),
          finish, model, 0
        FROM given ON CONFLICT DO NOTHING RETURNING id, due_at, asked_at, state, engine
      ), kept AS (
        INSERT INTO answer (workspace_id, due_at, observation_id, run_id, prompt_id, prompt_version_id, stage, engine, surface, model, country,
          language, search, finish, text, citations, search_queries, latency_ms, simulated, asked_at, adapter_version, pending, raw)
        SELECT ${workspaceId}::uuid, f.due_at, f.id, "runId", "promptId", "promptVersionId", stage, g.engine, surface, model, country, language,
          true, g.finish, text, citations, '[]', 0, false, f.asked_at, 0,
          f.state = 'answered', decode(raw, 'base64')
        FROM fresh f JOIN given g ON g.observation_id = f.id
      ), planned AS (
        UPDATE run SET state = 'queued', counts = NULL, planned = run.planned + n.count
        FROM (SELECT g."runId", count(*)::int AS count FROM fresh f JOIN given g ON g.observation_id = f.id GROUP BY 1) AS n
        WHERE run.workspace_id = ${workspaceId}::uuid AND run.id = n."runId"
      ), dirty AS (
        INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge)
        SELECT ${workspaceId}::uuid, id, engine, date_trunc('month', asked_at AT TIME ZONE 'UTC')::date, false FROM fresh
      )
      SELECT count(*)::int AS added FROM fresh`);
    return row?.added ?? 0;
  });
}
