import { events, type EventData, type EventType } from '../webhooks/events.ts';
import type { Database, Queries } from './client.ts';
import { emptySql, sql } from './client.ts';
import { storableJson, storableText } from './storable-text.ts';

/**
 * Writes an event with its deliveries. Call it in the transaction that writes what the event tells; statements call
 * `wayseen_write_event` themselves. Ring afterwards (`ringDeliveries`), or the next tick does.
 * @returns the event's id
 */
export async function writeEvent<T extends EventType>(
  tx: Queries,
  workspaceId: string,
  type: T,
  data: EventData<T>,
  options: { onlyTo?: string } = {},
): Promise<string> {
  const { data: schema, subject } = events[type];
  const facts = schema.parse(data) as EventData<T>;
  const about = (subject as (facts: EventData<T>) => string)(facts);
  const [row] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT wayseen_write_event(${workspaceId}::uuid, ${type}, ${storableText(about)}, ${storableJson(facts)}::jsonb,
      ${options.onlyTo ?? null}::uuid) AS id`);
  if (!row) throw new Error('The event was not written.');
  return row.id;
}

export type EndpointKey = { workspaceId: string; endpointId: string };

/** All that one attempt needs, held until the lease runs out. */
export type DeliveryClaim = EndpointKey & {
  deliveryId: string;
  eventId: string;
  body: string;
  channel: string;
  sealed: Uint8Array;
  language: string;
  /** The secret before the present one is still valid. */
  previousValid: boolean;
  /** Its number, from 1. */
  attempt: number;
  /** Since the first attempt. */
  ageMs: number;
};

/**
 * Takes the next delivery that may be sent: of each subject the oldest that waits, and of each endpoint no more than
 * `atOnce`. Claims of one endpoint come one after the other.
 * @returns null where there is none now
 */
export async function claimDelivery(
  db: Database,
  key: EndpointKey,
  options: { holder: string; leaseMs: number; atOnce: number },
): Promise<DeliveryClaim | null> {
  const lease = sql`now() + interval '1 millisecond' * ${options.leaseMs}::float8`;
  return db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>(sql`
      SELECT 1 FROM webhook_endpoint WHERE ${endpointIs(key)} AND enabled AND (held_until IS NULL OR held_until <= now()) FOR UPDATE`);
    if (open.length === 0) return null;
    const [claim] = await tx.$queryRaw<DeliveryClaim[]>(sql`
      WITH next AS (
        SELECT d.id FROM webhook_delivery d
        WHERE d.workspace_id = ${key.workspaceId}::uuid AND d.endpoint_id = ${key.endpointId}::uuid AND d.state = 'waiting'
          AND d.due_at <= now() AND (d.lease_until IS NULL OR d.lease_until <= now()) AND ${isFirstOfSubject}
          AND ${options.atOnce} > (SELECT count(*) FROM webhook_delivery h WHERE h.workspace_id = ${key.workspaceId}::uuid
            AND h.endpoint_id = ${key.endpointId}::uuid AND h.state = 'waiting' AND h.lease_until > now())
        ORDER BY d.seq LIMIT 1
      ), taken AS (
        UPDATE webhook_delivery d SET claimed_by = ${options.holder}, lease_until = ${lease}, attempts = d.attempts + 1,
          started_at = coalesce(d.started_at, now())
        FROM next WHERE d.workspace_id = ${key.workspaceId}::uuid AND d.id = next.id
        RETURNING d.*
      ), noted AS (
        INSERT INTO webhook_attempt (workspace_id, delivery_id, number, started_at)
        SELECT workspace_id, id, attempts, clock_timestamp() FROM taken
      )
      SELECT d.workspace_id AS "workspaceId", d.endpoint_id AS "endpointId", d.id AS "deliveryId", d.event_id AS "eventId", e.body,
        p.channel, p.sealed, p.language, coalesce(p.previous_until > now(), false) AS "previousValid", d.attempts AS attempt,
        (extract(epoch FROM now() - d.started_at) * 1000)::float8 AS "ageMs"
      FROM taken d
      JOIN webhook_event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id
      JOIN webhook_endpoint p ON p.workspace_id = d.workspace_id AND p.id = d.endpoint_id`);
    return claim ?? null;
  });
}

const endpointIs = ({ workspaceId, endpointId }: EndpointKey) => sql`workspace_id = ${workspaceId}::uuid AND id = ${endpointId}::uuid`;
const isFirstOfSubject = sql`NOT EXISTS (
  SELECT 1 FROM webhook_delivery b WHERE b.workspace_id = d.workspace_id AND b.endpoint_id = d.endpoint_id AND b.subject = d.subject
    AND b.state = 'waiting' AND b.seq < d.seq)`;

/** @returns whether it is still held by this attempt */
export async function renewDelivery(db: Database, claim: DeliveryClaim, leaseMs: number): Promise<boolean> {
  const renewed = await db.$executeRaw(sql`
    UPDATE webhook_delivery SET lease_until = now() + interval '1 millisecond' * ${leaseMs}::float8
    WHERE ${deliveryIs(claim)} AND state = 'waiting' AND attempts = ${claim.attempt}`);
  return renewed > 0;
}

const deliveryIs = (claim: DeliveryClaim) => sql`workspace_id = ${claim.workspaceId}::uuid AND id = ${claim.deliveryId}::uuid`;

export type AttemptEnd = { status: number | null; latencyMs: number; reply: string | null; error: string | null };

const endAttempt = (claim: DeliveryClaim, end: AttemptEnd) => sql`
  UPDATE webhook_attempt SET ended_at = clock_timestamp(), status = ${end.status}, latency_ms = ${end.latencyMs},
    reply = ${end.reply === null ? null : storableText(end.reply)}, error = ${end.error === null ? null : storableText(end.error)}
  WHERE workspace_id = ${claim.workspaceId}::uuid AND delivery_id = ${claim.deliveryId}::uuid AND number = ${claim.attempt}`;

/** It arrived: that counts whoever holds the delivery by now. */
export async function markDelivered(db: Database, claim: DeliveryClaim, end: AttemptEnd): Promise<void> {
  await db.$executeRaw(sql`
    WITH attempt AS (${endAttempt(claim, end)}), delivery AS (
      UPDATE webhook_delivery SET state = 'delivered', ended_at = now(), claimed_by = NULL, lease_until = NULL
      WHERE ${deliveryIs(claim)} AND state = 'waiting')
    UPDATE webhook_endpoint SET failing_since = NULL, last_success_at = now() WHERE ${endpointIs(claim)}`);
}

export type AttemptFailure = AttemptEnd & {
  /** ms until the next try; null: given up. */
  retryMs: number | null;
  /** How long the endpoint asked to be left alone. */
  holdMs: number | null;
  gone: boolean;
  /** An endpoint that has failed for so long is disabled. */
  disableAfterMs: number;
};

/** It did not arrive. @returns why the endpoint is disabled by that, null where it is not */
export async function markFailed(db: Database, claim: DeliveryClaim, failure: AttemptFailure): Promise<'gone' | 'failing' | null> {
  const inMs = (ms: number | null) => sql`now() + interval '1 millisecond' * ${ms}::float8`;
  const [row] = await db.$queryRaw<{ reason: 'gone' | 'failing' | null }[]>(sql`
    WITH attempt AS (${endAttempt(claim, failure)}), delivery AS (
      UPDATE webhook_delivery SET claimed_by = NULL, lease_until = NULL,
        state = CASE WHEN ${failure.retryMs === null} THEN 'given_up' ELSE 'waiting' END,
        ended_at = CASE WHEN ${failure.retryMs === null} THEN now() END,
        due_at = coalesce(${inMs(failure.retryMs)}, due_at)
      WHERE ${deliveryIs(claim)} AND state = 'waiting' AND attempts = ${claim.attempt}
    ), judged AS (
      SELECT CASE WHEN ${failure.gone} THEN 'gone'
        WHEN failing_since <= now() - interval '1 millisecond' * ${failure.disableAfterMs}::float8 THEN 'failing' END AS reason
      FROM webhook_endpoint WHERE ${endpointIs(claim)} AND enabled FOR UPDATE)
    UPDATE webhook_endpoint SET failing_since = coalesce(failing_since, now()),
      held_until = greatest(held_until, ${inMs(failure.holdMs)}),
      enabled = judged.reason IS NULL, disabled_reason = judged.reason, disabled_at = CASE WHEN judged.reason IS NOT NULL THEN now() END
    FROM judged WHERE ${endpointIs(claim)}
    RETURNING judged.reason`);
  return row?.reason ?? null;
}

/**
 * Forgets events that are older than so many days, with their deliveries and attempts, unless one still waits; some at a
 * time. @returns how many events
 */
export async function pruneEvents(db: Database, olderThanDays: number, limit: number): Promise<number> {
  return db.$executeRaw(sql`
    WITH old AS (
      SELECT e.workspace_id, e.id FROM webhook_event e
      WHERE e.occurred_at < now() - interval '1 day' * ${olderThanDays}::int AND NOT EXISTS (
        SELECT 1 FROM webhook_delivery d WHERE d.workspace_id = e.workspace_id AND d.event_id = e.id AND d.state = 'waiting')
      LIMIT ${limit}
    ), delivery AS (
      DELETE FROM webhook_delivery d USING old WHERE d.workspace_id = old.workspace_id AND d.event_id = old.id RETURNING d.workspace_id, d.id
    ), attempt AS (
      DELETE FROM webhook_attempt a USING delivery d WHERE a.workspace_id = d.workspace_id AND a.delivery_id = d.id
    )
    DELETE FROM webhook_event e USING old WHERE e.workspace_id = old.workspace_id AND e.id = old.id`);
}

/** Endpoints, in one workspace or in all, that have something to be sent now. */
export const dueEndpoints = (db: Database, workspaceId?: string): Promise<EndpointKey[]> =>
  db.$queryRaw<EndpointKey[]>(sql`
    SELECT DISTINCT d.workspace_id AS "workspaceId", d.endpoint_id AS "endpointId" FROM webhook_delivery d
    JOIN webhook_endpoint p ON p.workspace_id = d.workspace_id AND p.id = d.endpoint_id AND p.enabled
      AND (p.held_until IS NULL OR p.held_until <= now())
    WHERE d.state = 'waiting' AND d.due_at <= now() AND (d.lease_until IS NULL OR d.lease_until <= now())
      ${workspaceId === undefined ? emptySql : sql`AND d.workspace_id = ${workspaceId}::uuid`}`);

/** When the endpoint next has something to be sent, in ms from now; null where nothing waits. */
export async function nextDeliveryMs(db: Database, key: EndpointKey): Promise<number | null> {
  const [row] = await db.$queryRaw<{ ms: number | null }[]>(sql`
    SELECT (extract(epoch FROM min(greatest(d.due_at, d.lease_until, p.held_until)) - now()) * 1000)::float8 AS ms
    FROM webhook_delivery d
    JOIN webhook_endpoint p ON p.workspace_id = d.workspace_id AND p.id = d.endpoint_id AND p.enabled
    WHERE d.workspace_id = ${key.workspaceId}::uuid AND d.endpoint_id = ${key.endpointId}::uuid AND d.state = 'waiting' AND ${isFirstOfSubject}`);
  return row?.ms ?? null;
}

/** What is sent again: one delivery, or all events of a time (until `to`, not included). */
export type ReplayRange = { deliveryId: string } | { from: Date; to: Date };

/**
 * Sends again what the endpoint listens to, with the ids and bodies of the first time; also what it missed while it was
 * disabled or not yet there.
 * @returns how many
 */
export async function replayDeliveries(db: Database, key: EndpointKey, range: ReplayRange): Promise<number> {
  const within =
    'deliveryId' in range
      ? sql`e.id = (SELECT event_id FROM webhook_delivery WHERE workspace_id = ${key.workspaceId}::uuid AND endpoint_id = ${key.endpointId}::uuid AND id = ${range.deliveryId}::uuid)`
      : sql`e.occurred_at >= ${range.from.toISOString()}::timestamptz AND e.occurred_at < ${range.to.toISOString()}::timestamptz
          AND e.type NOT IN ('webhook.test', 'report.mail') AND (p.events = '{}' OR e.type = ANY(p.events))`;
  return db.$executeRaw(sql`
    INSERT INTO webhook_delivery (workspace_id, id, endpoint_id, event_id, seq, subject, due_at)
    SELECT e.workspace_id, gen_random_uuid(), p.id, e.id, e.seq, e.subject, now()
    FROM webhook_event e JOIN webhook_endpoint p ON p.workspace_id = e.workspace_id AND p.id = ${key.endpointId}::uuid
    WHERE e.workspace_id = ${key.workspaceId}::uuid AND ${within}
    ON CONFLICT (workspace_id, endpoint_id, seq) DO UPDATE
      SET state = 'waiting', due_at = now(), started_at = NULL, ended_at = NULL
      WHERE webhook_delivery.state <> 'waiting'`);
}
