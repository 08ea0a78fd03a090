-- A customer asks on through the stages in one conversation: who asks, and what, in order.
CREATE TABLE IF NOT EXISTS "customer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "persona" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "script" JSONB NOT NULL,
    "by_model" BOOLEAN NOT NULL DEFAULT false,
    "weekly" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "made_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- One conversation of a customer with an engine; `script` is the customer's as it was.
CREATE TABLE IF NOT EXISTS "conversation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "repeat" INTEGER NOT NULL,
    "script" JSONB NOT NULL,
    "by_model" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX IF NOT EXISTS "conversation_workspace_id_run_id_customer_id_engine_repeat_key"
    ON "conversation"("workspace_id", "run_id", "customer_id", "engine", "repeat");
CREATE INDEX IF NOT EXISTS "conversation_workspace_id_created_at_idx" ON "conversation"("workspace_id", "created_at");
CREATE INDEX IF NOT EXISTS "conversation_open_idx" ON "conversation" ("workspace_id", "id") WHERE "state" = 'open';

-- A turn is an observation: its `repeat` is the turn's number, its id follows from conversation and number.
ALTER TABLE "observation" ADD COLUMN IF NOT EXISTS "conversation_id" UUID;
ALTER TABLE "observation" ADD COLUMN IF NOT EXISTS "question" TEXT;
CREATE INDEX IF NOT EXISTS "observation_conversation_idx" ON "observation" ("workspace_id", "conversation_id", "repeat")
    WHERE "conversation_id" IS NOT NULL;
