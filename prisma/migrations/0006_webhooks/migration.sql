CREATE TABLE "webhook_endpoint" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "events" TEXT[],
    "language" TEXT NOT NULL DEFAULT 'en',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "disabled_reason" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "failing_since" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE "webhook_event" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "webhook_event_workspace_id_seq_key" ON "webhook_event"("workspace_id", "seq");

CREATE TABLE "webhook_delivery" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "webhook_delivery_workspace_id_endpoint_id_seq_key" ON "webhook_delivery"("workspace_id", "endpoint_id", "seq");
-- Those that wait are few; which of a subject is next is read from here alone.
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery"("workspace_id", "endpoint_id", "subject", "seq") WHERE "state" = 'waiting';

CREATE TABLE "webhook_attempt" (
    "workspace_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "latency_ms" INTEGER,
    "reply" TEXT,
    "error" TEXT,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("workspace_id","delivery_id","number")
);

-- Writes an event with its deliveries, in the transaction (or the statement) of the caller: both happen, or neither.
-- `only_to` names the one endpoint that a test goes to. @returns the event's id, which is its id in every delivery
CREATE FUNCTION wayseen_write_event(space uuid, kind text, about text, facts jsonb, only_to uuid DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  event webhook_event;
  happened timestamptz(3);
BEGIN
  -- The events of a subject are numbered in the order in which they become visible.
  PERFORM pg_advisory_xact_lock(hashtextextended('event:' || space || '/' || about, 0));
  happened := clock_timestamp();
  INSERT INTO webhook_event (workspace_id, id, type, subject, occurred_at, body)
  SELECT w.id, gen_random_uuid(), kind, about, happened, json_build_object(
    'type', kind,
    'timestamp', to_char(happened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'data', jsonb_build_object('workspace', w.slug, 'simulated', w.simulated) || facts)::text
  FROM workspace w WHERE w.id = space
  RETURNING * INTO STRICT event;
  INSERT INTO webhook_delivery (workspace_id, id, endpoint_id, event_id, seq, subject, due_at)
  SELECT space, gen_random_uuid(), p.id, event.id, event.seq, about, happened
  FROM webhook_endpoint p
  WHERE p.workspace_id = space AND p.enabled
    AND CASE WHEN only_to IS NULL THEN p.events = '{}' OR kind = ANY(p.events) ELSE p.id = only_to END;
  RETURN event.id;
END $$;
