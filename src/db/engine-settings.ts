import type { RateLimits } from '../engines/engine.ts';
import type { Database } from './client.ts';
import { emptySql, sql } from './client.ts';

export type EngineStatus = 'active' | 'stopped' | 'budget_spent';

export type EngineSetting = {
  engine: string;
  enabled: boolean;
  model: string | null;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  concurrency: number;
  monthlyBudgetUsd: number | null;
  maxAgeMinutes: number;
  status: EngineStatus;
  statusCode: string | null;
  statusMessage: string | null;
  statusAt: Date | null;
  toldRequestsPerMinute: number | null;
  toldTokensPerMinute: number | null;
  blockedUntil: Date | null;
  spentUsd: number;
  answers: number;
  unpriced: number;
};

export type EngineChange = Partial<
  Pick<EngineSetting, 'enabled' | 'model' | 'requestsPerMinute' | 'tokensPerMinute' | 'concurrency' | 'monthlyBudgetUsd' | 'maxAgeMinutes'>
>;

export async function ensureEngineSettings(
  db: Pick<Database, 'engineSetting'>,
  workspaceId: string,
  engines: readonly string[],
): Promise<void> {
  await db.engineSetting.createMany({ data: engines.map((engine) => ({ workspaceId, engine })), skipDuplicates: true });
}

/** With what was spent this month, the charges that are not yet booked included. */
export function readEngineSettings(db: Database, workspaceId: string, engine?: string): Promise<EngineSetting[]> {
  const one = engine === undefined ? emptySql : sql`AND s.engine = ${engine}`;
  return db.$queryRaw<EngineSetting[]>(sql`
    SELECT s.engine, s.enabled, s.model, s.requests_per_minute AS "requestsPerMinute", s.tokens_per_minute AS "tokensPerMinute",
      s.concurrency, s.monthly_budget_usd::float8 AS "monthlyBudgetUsd", s.max_age_minutes AS "maxAgeMinutes",
      s.status, s.status_code AS "statusCode", s.status_message AS "statusMessage", s.status_at AS "statusAt",
      s.told_requests_per_minute AS "toldRequestsPerMinute", s.told_tokens_per_minute AS "toldTokensPerMinute",
      s.blocked_until AS "blockedUntil",
      (coalesce(e.spent_usd, 0) + coalesce(p.cost, 0))::float8 AS "spentUsd",
      (coalesce(e.answers, 0) + coalesce(p.answers, 0))::int AS answers,
      (coalesce(e.unpriced, 0) + coalesce(p.unpriced, 0))::int AS unpriced
    FROM engine_setting s
    LEFT JOIN engine_spend e ON e.workspace_id = s.workspace_id AND e.engine = s.engine
      AND e.month = date_trunc('month', now() AT TIME ZONE 'UTC')::date
    LEFT JOIN LATERAL (
      SELECT sum(r.cost_usd) AS cost, count(*) AS answers, count(*) FILTER (WHERE r.cost_usd IS NULL) AS unpriced
      FROM rollup_pending r
      WHERE r.workspace_id = s.workspace_id AND r.engine = s.engine AND r.charge
        AND r.month = date_trunc('month', now() AT TIME ZONE 'UTC')::date
    ) p ON true
    WHERE s.workspace_id = ${workspaceId}::uuid ${one}
    ORDER BY s.engine`);
}

export async function changeEngineSetting(db: Database, workspaceId: string, engine: string, change: EngineChange): Promise<void> {
  await db.engineSetting.update({ where: { workspaceId_engine: { workspaceId, engine } }, data: change });
}

/** Writes the event of a pause with it. @returns whether the status was another one before */
export async function setEngineStatus(
  db: Database,
  workspaceId: string,
  engine: string,
  status: EngineStatus,
  reason: { code: string; message: string; spentUsd?: number } | null,
): Promise<boolean> {
  const changed = await db.$queryRaw<unknown[]>(sql`
    WITH changed AS (
    UPDATE engine_setting
    SET status = ${status}, status_code = ${reason?.code ?? null}, status_message = ${reason?.message ?? null}, status_at = now()
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine} AND status <> ${status}
    RETURNING *)
    SELECT CASE status
      WHEN 'stopped' THEN wayseen_write_event(workspace_id, 'engine.paused', 'engine/' || engine,
        jsonb_build_object('engine', engine, 'code', status_code, 'message', status_message))
      WHEN 'budget_spent' THEN wayseen_write_event(workspace_id, 'budget.spent', 'engine/' || engine,
        jsonb_build_object('engine', engine, 'month', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM'), 'budgetUsd', monthly_budget_usd::float8,
          'spentUsd', ${reason?.spentUsd ?? null}::float8))
    END AS event FROM changed`);
  return changed.length > 0;
}

/**
 * Takes the next free place under the engine's limits, for all workers together: requests and tokens are each spaced
 * evenly (generic cell rate algorithm without burst, ITU-T I.371), a hair slower than allowed, because the engine's
 * window and our clock never start together.
 * @returns how long to wait for the place, in ms
 */
export async function reservePlace(db: Database, workspaceId: string, engine: string, tokens: number): Promise<number> {
  const [row] = await db.$queryRaw<{ waitMs: number }[]>(sql`
    WITH now AS (SELECT clock_timestamp() AS t), current AS (
      SELECT s.*, greatest(n.t, s.blocked_until, s.next_request_at, s.next_tokens_at) AS place,
        ${slowed(sql`s.requests_per_minute`, sql`s.told_requests_per_minute`)} AS rpm,
        ${slowed(sql`s.tokens_per_minute`, sql`s.told_tokens_per_minute`)} AS tpm, n.t
      FROM engine_setting s, now n WHERE s.workspace_id = ${workspaceId}::uuid AND s.engine = ${engine} FOR UPDATE OF s
    ), taken AS (
      UPDATE engine_setting s SET
        next_request_at = CASE WHEN c.rpm IS NULL THEN NULL ELSE c.place + interval '1 minute' / c.rpm END,
        next_tokens_at = CASE WHEN c.tpm IS NULL THEN NULL ELSE c.place + interval '1 minute' * ${tokens}::float8 / c.tpm END
      FROM current c WHERE s.workspace_id = c.workspace_id AND s.engine = c.engine
    )
    SELECT (extract(epoch FROM c.place - c.t) * 1000)::float8 AS "waitMs" FROM current c`);
  return row?.waitMs ?? 0;
}

const slowed = (set: typeof emptySql, told: typeof emptySql) => sql`(0.98 * least(${set}, ${told}))::float8`;

/** After the answer: the tokens it really took, instead of those expected. */
export async function correctTokens(db: Database, workspaceId: string, engine: string, difference: number): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE engine_setting
    SET next_tokens_at = next_tokens_at + interval '1 minute' * ${difference}::float8
      / ${slowed(sql`tokens_per_minute`, sql`told_tokens_per_minute`)}
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine} AND next_tokens_at IS NOT NULL`);
}

/** Nobody asks the engine for that long. @returns until when */
export async function blockEngine(db: Database, workspaceId: string, engine: string, forMs: number): Promise<Date> {
  const [row] = await db.$queryRaw<{ until: Date }[]>(sql`
    UPDATE engine_setting SET blocked_until = greatest(blocked_until, clock_timestamp() + interval '1 millisecond' * ${forMs}::float8)
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine} RETURNING blocked_until AS until`);
  return row?.until ?? new Date(Date.now() + forMs);
}

/** Keeps the limits that the engine's own headers tell. */
export async function rememberLimits(db: Database, workspaceId: string, engine: string, told: RateLimits): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE engine_setting SET
      told_requests_per_minute = coalesce(${told.requestsPerMinute ?? null}::int, told_requests_per_minute),
      told_tokens_per_minute = coalesce(${told.tokensPerMinute ?? null}::int, told_tokens_per_minute)
    WHERE workspace_id = ${workspaceId}::uuid AND engine = ${engine}`);
}
