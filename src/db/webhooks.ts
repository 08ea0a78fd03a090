import type { Database } from './client.ts';
import { emptySql, sql } from './client.ts';
import type { EndpointKey } from './outbox.ts';

export type EndpointRow = {
  workspaceId: string;
  id: string;
  name: string;
  channel: string;
  target: string;
  sealed: Uint8Array;
  events: string[];
  language: string;
  enabled: boolean;
  disabledReason: string | null;
  disabledAt: Date | null;
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  heldUntil: Date | null;
  previousUntil: Date | null;
  createdAt: Date;
};
export type NewEndpoint = Pick<EndpointRow, 'id' | 'name' | 'channel' | 'target' | 'events' | 'language' | 'enabled'> & {
  sealed: Uint8Array<ArrayBuffer>;
};
export type EndpointChange = Partial<
  Pick<EndpointRow, 'name' | 'target' | 'events' | 'language' | 'previousUntil'> & { sealed: Uint8Array<ArrayBuffer> }
>;

export const listEndpoints = (db: Database, workspaceId: string): Promise<EndpointRow[]> =>
  db.webhookEndpoint.findMany({ where: { workspaceId }, orderBy: { createdAt: 'asc' } });

export const findEndpoint = (db: Database, { workspaceId, endpointId }: EndpointKey): Promise<EndpointRow | null> =>
  db.webhookEndpoint.findUnique({ where: { workspaceId_id: { workspaceId, id: endpointId } } });

export const addEndpoint = (db: Database, workspaceId: string, endpoint: NewEndpoint): Promise<EndpointRow> =>
  db.webhookEndpoint.create({
    data: { workspaceId, ...endpoint, ...(!endpoint.enabled && { disabledReason: 'user', disabledAt: new Date() }) },
  });

export async function changeEndpoint(db: Database, { workspaceId, endpointId }: EndpointKey, change: EndpointChange): Promise<void> {
  await db.webhookEndpoint.updateMany({ where: { workspaceId, id: endpointId }, data: change });
}

/** What waits for it is sent from now on, with all its time before it again. */
export async function enableEndpoint(db: Database, { workspaceId, endpointId }: EndpointKey): Promise<void> {
  await db.$transaction([
    db.$executeRaw(sql`
      UPDATE webhook_endpoint SET enabled = true, disabled_reason = NULL, disabled_at = NULL, failing_since = NULL, held_until = NULL
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${endpointId}::uuid`),
    db.$executeRaw(sql`
      UPDATE webhook_delivery SET due_at = now(), started_at = NULL
      WHERE workspace_id = ${workspaceId}::uuid AND endpoint_id = ${endpointId}::uuid AND state = 'waiting'`),
  ]);
}

/** Nothing more is sent, and nothing new is kept for it. */
export async function disableEndpoint(db: Database, { workspaceId, endpointId }: EndpointKey): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE webhook_endpoint SET enabled = false, disabled_reason = 'user', disabled_at = now()
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${endpointId}::uuid AND enabled`);
}

/** With its deliveries and their attempts. @returns whether there was one */
export async function deleteEndpoint(db: Database, { workspaceId, endpointId }: EndpointKey): Promise<boolean> {
  const deliveries = sql`SELECT id FROM webhook_delivery WHERE workspace_id = ${workspaceId}::uuid AND endpoint_id = ${endpointId}::uuid`;
  const [, , deleted] = await db.$transaction([
    db.$executeRaw(sql`DELETE FROM webhook_attempt WHERE workspace_id = ${workspaceId}::uuid AND delivery_id IN (${deliveries})`),
    db.$executeRaw(sql`DELETE FROM webhook_delivery WHERE workspace_id = ${workspaceId}::uuid AND endpoint_id = ${endpointId}::uuid`),
    db.$executeRaw(sql`DELETE FROM webhook_endpoint WHERE workspace_id = ${workspaceId}::uuid AND id = ${endpointId}::uuid`),
  ]);
  return deleted > 0;
}

export type AttemptRow = {
  number: number;
  startedAt: string;
  /** null: still under way, or its process died. */
  endedAt: string | null;
  status: number | null;
  latencyMs: number | null;
  reply: string | null;
  error: string | null;
};
export type DeliveryRow = {
  id: string;
  /** The cursor: the order in which the events happened. */
  seq: string;
  eventId: string;
  type: string;
  subject: string;
  body: string;
  state: string;
  occurredAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  attempts: AttemptRow[];
};

/** Newest first, each with all its attempts. */
export const listDeliveries = (
  db: Database,
  { workspaceId, endpointId }: EndpointKey,
  page: { limit: number; before?: string; state?: string; id?: string },
): Promise<DeliveryRow[]> =>
  db.$queryRaw<DeliveryRow[]>(sql`
    SELECT d.id, d.seq::text AS seq, d.event_id AS "eventId", e.type, d.subject, e.body, d.state, e.occurred_at AS "occurredAt",
      d.due_at AS "dueAt", d.ended_at AS "endedAt", coalesce((
        SELECT jsonb_agg(jsonb_build_object('number', a.number, 'startedAt', ${isoTime(sql`a.started_at`)}, 'endedAt', ${isoTime(sql`a.ended_at`)},
          'status', a.status, 'latencyMs', a.latency_ms, 'reply', a.reply, 'error', a.error) ORDER BY a.number)
        FROM webhook_attempt a WHERE a.workspace_id = d.workspace_id AND a.delivery_id = d.id), '[]') AS attempts
    FROM webhook_delivery d JOIN webhook_event e ON e.workspace_id = d.workspace_id AND e.id = d.event_id
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.endpoint_id = ${endpointId}::uuid
      ${page.before === undefined ? emptySql : sql`AND d.seq < ${page.before}::bigint`}
      ${page.state === undefined ? emptySql : sql`AND d.state = ${page.state}`}
      ${page.id === undefined ? emptySql : sql`AND d.id = ${page.id}::uuid`}
    ORDER BY d.seq DESC LIMIT ${page.limit}`);

const isoTime = (column: typeof emptySql) => sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
