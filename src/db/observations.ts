import { zstdCompressSync } from 'node:zlib';
import type { EngineAnswer } from '../engines/engine.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { storableJson } from './storable-text.ts';

/** All that asking needs, held by one worker until `lease` runs out. */
export type Claim = {
  dueAt: Date;
  askedAt: Date;
  runId: string;
  runKind: string;
  promptId: string;
  promptVersionId: string;
  /** Set for a turn of a conversation. */
  conversationId: string | null;
  /** Which turn, or which repeat. */
  repeat: number;
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
 * Takes observations for asking. Only one worker holds each: another gets it when the holder's lease has run out, which it
 * does not as long as the holder lives (`renewLeases`).
 * @returns in the order given; null where one is finished, held, or cancelled
 */
export async function claimObservations(
  db: Database,
  keys: readonly ObservationKey[],
  holder: string,
  leaseMs: number,
): Promise<(Claim | null)[]> {
  const rows = await db.$queryRaw<(Claim & { id: string })[]>(sql`
    WITH free AS (
      SELECT o.workspace_id, o.id, coalesce(o.question, v.text) AS text
      FROM unnest(${keys.map((key) => key.workspaceId)}::uuid[], ${keys.map((key) => key.observationId)}::uuid[]) AS g(workspace_id, id)
      JOIN observation o ON o.workspace_id = g.workspace_id AND o.id = g.id
      LEFT JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
      WHERE o.state = 'planned' AND (o.lease_until IS NULL OR o.lease_until < now())
      FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE observation o SET claimed_by = ${holder}, claims = o.claims + 1, lease_until = now() + interval '1 millisecond' * ${leaseMs}::float8
    FROM free f, run r
    WHERE o.workspace_id = f.workspace_id AND o.id = f.id
      AND r.workspace_id = o.workspace_id AND r.id = o.run_id AND r.state <> 'stopped'
    RETURNING o.id, o.due_at AS "dueAt", CASE WHEN r.kind = 'demo' THEN o.due_at ELSE now() END AS "askedAt", o.run_id AS "runId", r.kind AS "runKind", o.prompt_id AS "promptId",
      o.prompt_version_id AS "promptVersionId", o.conversation_id AS "conversationId", o.repeat, o.stage, o.engine, o.surface, o.country, o.language, f.text, r.simulated, o.attempts,
      (extract(epoch FROM now() - greatest(o.released_at, CASE WHEN r.kind = 'demo' THEN r.created_at END)) * 1000)::float8 AS "ageMs"`);
  return firstOfEach(keys, new Map(rows.map(({ id, ...claim }) => [id, claim])));
}

/** What a statement did for each observation, in the order asked; of two that ask for the same one, the first gets it. */
function firstOfEach<Result>(keys: readonly ObservationKey[], results: Map<string, Result>): (Result | null)[] {
  return keys.map(({ observationId }) => {
    const result = results.get(observationId) ?? null;
    results.delete(observationId);
    return result;
  });
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
  // A row that is locked is being ended, and needs no lease any more.
  await db.$executeRaw(sql`
    WITH held AS (
      SELECT o.workspace_id, o.id
      FROM unnest(${keys.map((key) => key.workspaceId)}::uuid[], ${keys.map((key) => key.observationId)}::uuid[]) AS g(workspace_id, id)
      JOIN observation o ON o.workspace_id = g.workspace_id AND o.id = g.id
      WHERE o.state = 'planned' AND o.claimed_by = ${holder}
      FOR UPDATE OF o SKIP LOCKED
    )
    UPDATE observation o SET lease_until = now() + interval '1 millisecond' * ${leaseMs}::float8
    FROM held h WHERE o.workspace_id = h.workspace_id AND o.id = h.id`);
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

/** A paid answer on its way into the store. */
export type PaidAnswer = { key: ObservationKey; claim: Claim; answer: EngineAnswer; search: boolean };

/**
 * Stores paid answers and ends their observations, all or none. The first answer that arrives is kept, whoever holds the
 * observation: it is paid.
 * @returns in the order given; false where the observation has ended already
 */
export async function storeAnswers(db: Database, paid: readonly PaidAnswer[]): Promise<boolean[]> {
  const document = storableJson(paid.map(toRow));
  const ended = await db.direct.$queryRaw<{ id: string }[]>(sql`
    WITH given AS MATERIALIZED (
      SELECT DISTINCT ON ("workspaceId", id) * FROM json_to_recordset(${document}::json) AS g("workspaceId" uuid, id uuid, state text, finish text,
        surface text, "modelAsked" text, model text, search boolean, text text, citations jsonb, retrieved jsonb, "searchQueries" jsonb, "requestId" text,
        "inputTokens" int, "outputTokens" int, "cachedTokens" int, "reasoningTokens" int, searches int, "costUsd" numeric, "costSource" text,
        "latencyMs" int, simulated boolean, "askedAt" timestamptz, "adapterVersion" int, raw text)
    ), open AS (
      SELECT o.workspace_id, o.id FROM observation o JOIN given g ON o.workspace_id = g."workspaceId" AND o.id = g.id
      WHERE o.state = 'planned' ORDER BY o.workspace_id, o.id FOR UPDATE OF o
    ), ended AS (
      UPDATE observation o SET state = g.state, finish = g.finish, finished_at = now(), model = g.model, adapter_version = g."adapterVersion",
        error_code = NULL, error_message = NULL, claimed_by = NULL, lease_until = NULL, asked_at = g."askedAt"
      FROM open JOIN given g ON g."workspaceId" = open.workspace_id AND g.id = open.id
      WHERE o.workspace_id = open.workspace_id AND o.id = open.id
      RETURNING o.workspace_id, o.due_at, o.id, o.run_id, o.prompt_id, o.prompt_version_id, o.stage, o.engine, o.country, o.language, o.asked_at, o.state
    ), kept AS (
      INSERT INTO answer (workspace_id, due_at, observation_id, run_id, prompt_id, prompt_version_id, stage, engine, surface,
        model_asked, model, country, language, search, finish, text, citations, retrieved, search_queries, request_id,
        input_tokens, output_tokens, cached_tokens, reasoning_tokens, searches, cost_usd, cost_source, latency_ms, simulated,
        asked_at, adapter_version, pending, raw)
      SELECT e.workspace_id, e.due_at, e.id, e.run_id, e.prompt_id, e.prompt_version_id, e.stage, e.engine, g.surface,
        g."modelAsked", g.model, e.country, e.language, g.search, g.finish, g.text, g.citations, g.retrieved, g."searchQueries", g."requestId",
        g."inputTokens", g."outputTokens", g."cachedTokens", g."reasoningTokens", g.searches, g."costUsd", g."costSource", g."latencyMs", g.simulated,
        e.asked_at, g."adapterVersion", e.state = 'answered', decode(g.raw, 'base64')
      FROM ended e JOIN given g ON g."workspaceId" = e.workspace_id AND g.id = e.id
    ), counted AS (
      INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge, recount, cost_usd)
      SELECT e.workspace_id, e.id, e.engine, date_trunc('month', e.asked_at AT TIME ZONE 'UTC')::date, true, e.state <> 'answered', g."costUsd"
      FROM ended e JOIN given g ON g."workspaceId" = e.workspace_id AND g.id = e.id
    )
    SELECT id FROM ended`);
  const stored = firstOfEach(
    paid.map(({ key }) => key),
    new Map(ended.map(({ id }) => [id, true])),
  );
  return stored.map((one) => one === true);
}

function toRow({ key, claim, answer, search }: PaidAnswer) {
  const { finish, surface, modelAsked, model, text, citations, retrieved, searchQueries, requestId, costSource, adapterVersion, usage } =
    answer;
  return {
    workspaceId: key.workspaceId,
    id: key.observationId,
    state: stateOfFinish[finish],
    finish,
    surface,
    modelAsked,
    model,
    search,
    text,
    citations,
    retrieved,
    searchQueries,
    requestId,
    inputTokens: count(usage.inputTokens),
    outputTokens: count(usage.outputTokens),
    cachedTokens: count(usage.cachedTokens),
    reasoningTokens: count(usage.reasoningTokens),
    searches: count(usage.searches),
    costUsd: answer.costUsd !== null && answer.costUsd >= 0 && answer.costUsd < 1e6 ? answer.costUsd : null,
    costSource,
    latencyMs: Math.round(answer.latencyMs),
    simulated: claim.simulated,
    askedAt: claim.askedAt.toISOString(),
    adapterVersion,
    raw: zstdCompressSync(Buffer.from(JSON.stringify(answer.exchanges))).toString('base64'),
  };
}

/** A figure that no column holds is a vendor's mistake: unknown, and no reason to lose a paid answer. */
const count = (figure: number | null) => (figure !== null && figure >= 0 && figure < 2 ** 31 ? Math.round(figure) : null);

/** Observations that should be under way and may have lost their job, of engines that run: of each workspace's engine those due longest. */
export const overdueObservations = (db: Database, graceMs: number, limitPerEngine: number) =>
  db.$queryRaw<{ workspaceId: string; id: string; engine: string; dueAt: Date; kind: string }[]>(sql`
    SELECT "workspaceId", id, engine, "dueAt", kind
    FROM (
      SELECT o.workspace_id AS "workspaceId", o.id, o.engine, o.due_at AS "dueAt", r.kind,
        row_number() OVER (PARTITION BY o.workspace_id, o.engine ORDER BY o.due_at) AS place
      FROM observation o
      JOIN engine_setting s ON s.workspace_id = o.workspace_id AND s.engine = o.engine AND s.enabled AND s.status = 'active'
      JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id AND r.state = 'queued'
      WHERE o.state = 'planned' AND o.due_at < now() - interval '1 millisecond' * ${graceMs}::float8
        AND (o.lease_until IS NULL OR o.lease_until < now())
    ) overdue
    WHERE place <= ${limitPerEngine} ORDER BY "dueAt"`);

/** What is still to be asked of each engine, and what is being asked of it. */
export const openByEngine = (db: Database, workspaceId: string) =>
  db.$queryRaw<{ engine: string; waiting: number; active: number }[]>(sql`
    SELECT engine, count(*) FILTER (WHERE lease_until IS NULL OR lease_until <= now())::int AS waiting,
      count(*) FILTER (WHERE lease_until > now())::int AS active
    FROM observation WHERE workspace_id = ${workspaceId}::uuid AND state = 'planned' GROUP BY engine`);

/** The age of what waited for a stopped engine starts anew. */
export async function releaseEngineQueue(db: Database, workspaceId: string, engine: string): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE observation SET released_at = greatest(now(), due_at)
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine} AND state = 'planned' AND due_at <= now()`);
}
