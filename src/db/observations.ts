import { zstdCompressSync } from 'node:zlib';
import type { EngineAnswer } from '../engines/engine.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { storableJson, storableText } from './storable-text.ts';

/** All that asking needs, held by one worker until `lease` runs out. */
export type Claim = {
  dueAt: Date;
  askedAt: Date;
  runId: string;
  runKind: string;
  promptId: string;
  promptVersionId: string;
  stage: string;
  engine: string;
  surface: string;
  country: string;
  language: string;
  text: string;
  simulated: boolean;
  attempts: number;
  ageMs: number;
};

export type ObservationKey = { workspaceId: string; observationId: string };

/**
 * Takes the observation for asking. Only one worker holds it: another gets it when the holder's lease has run out,
 * which it does not as long as the holder lives (`renewLeases`).
 * @returns null where it is finished, held, or cancelled
 */
export async function claimObservation(db: Database, key: ObservationKey, holder: string, leaseMs: number): Promise<Claim | null> {
  const [claim] = await db.$queryRaw<Claim[]>(sql`
    UPDATE observation o SET claimed_by = ${holder}, claims = o.claims + 1, lease_until = now() + interval '1 millisecond' * ${leaseMs}::float8
    FROM prompt_version v, run r
    WHERE o.workspace_id = ${key.workspaceId}::uuid AND o.id = ${key.observationId}::uuid
      AND o.state = 'planned' AND (o.lease_until IS NULL OR o.lease_until < now())
      AND v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
      AND r.workspace_id = o.workspace_id AND r.id = o.run_id AND r.state <> 'stopped'
    RETURNING o.due_at AS "dueAt", CASE WHEN r.kind = 'demo' THEN o.due_at ELSE now() END AS "askedAt", o.run_id AS "runId", r.kind AS "runKind", o.prompt_id AS "promptId",
      o.prompt_version_id AS "promptVersionId", o.stage, o.engine, o.surface, o.country, o.language, v.text, r.simulated, o.attempts,
      (extract(epoch FROM now() - greatest(o.released_at, CASE WHEN r.kind = 'demo' THEN r.created_at END)) * 1000)::float8 AS "ageMs"`);
  return claim ?? null;
}

/** How long another worker's lease still runs, 0 where it has just ended; null where nobody holds it. A held observation is still `planned`. */
export async function heldForMs(db: Database, key: ObservationKey): Promise<number | null> {
  const [row] = await db.$queryRaw<{ ms: number }[]>(sql`
    SELECT (extract(epoch FROM o.lease_until - now()) * 1000)::float8 AS ms FROM observation o
    JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id AND r.state <> 'stopped'
    WHERE o.workspace_id = ${key.workspaceId}::uuid AND o.id = ${key.observationId}::uuid AND o.state = 'planned' AND o.lease_until IS NOT NULL`);
  return row ? Math.max(0, row.ms) : null;
}

export async function renewLeases(db: Database, holder: string, keys: ObservationKey[], leaseMs: number): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE observation SET lease_until = now() + interval '1 millisecond' * ${leaseMs}::float8
    WHERE (workspace_id, id) IN (SELECT * FROM unnest(${keys.map((key) => key.workspaceId)}::uuid[], ${keys.map((key) => key.observationId)}::uuid[]))
      AND state = 'planned' AND claimed_by = ${holder}`);
}

/** Gives the observation back, asked for or not; `attempted` counts towards giving up. */
export async function releaseObservation(
  db: Database,
  key: ObservationKey,
  holder: string,
  failure: { attempted: boolean; code: string; message: string },
): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE observation SET claimed_by = NULL, lease_until = NULL,
      attempts = attempts + ${failure.attempted ? 1 : 0}, error_code = ${failure.code}, error_message = ${failure.message}
    WHERE workspace_id = ${key.workspaceId}::uuid AND id = ${key.observationId}::uuid AND state = 'planned' AND claimed_by = ${holder}`);
}

/** No answer will come. @returns false where it has ended already */
export async function failObservation(db: Database, key: ObservationKey, failure: { code: string; message: string }): Promise<boolean> {
  const rows = await db.$executeRaw(sql`
    WITH ended AS (
      UPDATE observation SET state = 'error', finished_at = now(), asked_at = coalesce(asked_at, due_at),
        error_code = ${failure.code}, error_message = ${failure.message}, claimed_by = NULL, lease_until = NULL
      WHERE workspace_id = ${key.workspaceId}::uuid AND id = ${key.observationId}::uuid AND state = 'planned'
      RETURNING workspace_id, id, engine, asked_at
    )
    INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge)
    SELECT workspace_id, id, engine, date_trunc('month', asked_at AT TIME ZONE 'UTC')::date, false FROM ended`);
  return rows > 0;
}

/** How the five ends of an ask count: a filtered answer was refused by the vendor instead of the model. */
export const stateOfFinish = {
  complete: 'answered',
  truncated: 'answered',
  filtered: 'refused',
  refused: 'refused',
  no_answer: 'no_answer',
} as const;

/**
 * Stores the paid answer and ends the observation, both or neither. The first answer that arrives is kept, whoever
 * holds the observation: it is paid.
 * @returns false where the observation has ended already
 */
export async function storeAnswer(
  db: Database,
  key: ObservationKey,
  claim: Claim,
  answer: EngineAnswer,
  options: { search: boolean },
): Promise<boolean> {
  const raw = zstdCompressSync(Buffer.from(JSON.stringify(answer.exchanges)));
  const state = stateOfFinish[answer.finish];
  const costUsd = answer.costUsd !== null && answer.costUsd >= 0 && answer.costUsd < 1e6 ? answer.costUsd : null;
  const rows = await db.$executeRaw(sql`
    WITH ended AS (
      UPDATE observation SET state = ${state}, finish = ${answer.finish}, finished_at = now(), model = ${textOrNull(answer.model)},
        adapter_version = ${answer.adapterVersion}, error_code = NULL, error_message = NULL, claimed_by = NULL, lease_until = NULL,
        asked_at = ${claim.askedAt.toISOString()}::timestamptz
      WHERE workspace_id = ${key.workspaceId}::uuid AND id = ${key.observationId}::uuid AND state = 'planned'
      RETURNING *
    ), kept AS (
      INSERT INTO answer (workspace_id, due_at, observation_id, run_id, prompt_id, prompt_version_id, stage, engine, surface,
        model_asked, model, country, language, search, finish, text, citations, retrieved, search_queries, request_id,
        input_tokens, output_tokens, cached_tokens, reasoning_tokens, searches, cost_usd, cost_source, latency_ms, simulated,
        asked_at, adapter_version, pending, raw)
      SELECT workspace_id, due_at, id, run_id, prompt_id, prompt_version_id, stage, engine, ${answer.surface},
        ${textOrNull(answer.modelAsked)}, ${textOrNull(answer.model)}, country, language, ${options.search}, ${answer.finish}, ${storableText(answer.text)},
        ${storableJson(answer.citations)}::jsonb, ${answer.retrieved && storableJson(answer.retrieved)}::jsonb, ${storableJson(answer.searchQueries)}::jsonb,
        ${textOrNull(answer.requestId)}, ${count(answer.usage.inputTokens)}, ${count(answer.usage.outputTokens)}, ${count(answer.usage.cachedTokens)},
        ${count(answer.usage.reasoningTokens)}, ${count(answer.usage.searches)}, ${costUsd}::numeric, ${answer.costSource},
        ${Math.round(answer.latencyMs)}, ${claim.simulated}, asked_at, ${answer.adapterVersion}, ${state === 'answered'}, ${raw}
      FROM ended
    )
    INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge, recount, cost_usd)
    SELECT workspace_id, id, engine, date_trunc('month', asked_at AT TIME ZONE 'UTC')::date, true, ${state !== 'answered'}, ${costUsd}::numeric FROM ended`);
  return rows > 0;
}

const textOrNull = (text: string | null) => text && storableText(text);
/** A figure that no column holds is a vendor's mistake: unknown, and no reason to lose a paid answer. */
const count = (figure: number | null) => (figure !== null && figure >= 0 && figure < 2 ** 31 ? Math.round(figure) : null);

/** Observations that should be under way and may have lost their job, of engines that run. */
export const overdueObservations = (db: Database, graceMs: number, limit: number) =>
  db.$queryRaw<{ workspaceId: string; id: string; engine: string; dueAt: Date }[]>(sql`
    SELECT o.workspace_id AS "workspaceId", o.id, o.engine, o.due_at AS "dueAt"
    FROM observation o
    JOIN engine_setting s ON s.workspace_id = o.workspace_id AND s.engine = o.engine AND s.enabled AND s.status = 'active'
    JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id AND r.state = 'queued'
    WHERE o.state = 'planned' AND o.due_at < now() - interval '1 millisecond' * ${graceMs}::float8
      AND (o.lease_until IS NULL OR o.lease_until < now())
    ORDER BY o.due_at LIMIT ${limit}`);

/** The age of what waited for a stopped engine starts anew. */
export async function releaseEngineQueue(db: Database, workspaceId: string, engine: string): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE observation SET released_at = greatest(now(), due_at)
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine} AND state = 'planned' AND due_at <= now()`);
}
