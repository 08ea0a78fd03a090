-- Changes that were found, each once, with its evidence.
CREATE TABLE "alert" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rule_id" UUID,
    "metric" TEXT NOT NULL,
    "brand" TEXT,
    "stage" TEXT,
    "engine" TEXT,
    "direction" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "cause" TEXT,
    "state" TEXT NOT NULL,
    "series" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "week" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "recovered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "closed_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "alert_workspace_id_key_key" ON "alert"("workspace_id", "key");
CREATE INDEX "alert_workspace_id_opened_at_idx" ON "alert"("workspace_id", "opened_at");

CREATE TABLE "alert_rule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("workspace_id","id")
);

-- The workspace's settings for alerts, and what the last evaluation said of each series.
CREATE TABLE "alert_watch" (
    "workspace_id" UUID NOT NULL,
    "false_alarm_weeks" INTEGER NOT NULL DEFAULT 26,
    "floor_points" DOUBLE PRECISION NOT NULL DEFAULT 0.05,
    "floor_relative" DOUBLE PRECISION NOT NULL DEFAULT 0.15,
    "seen" TEXT,
    "evaluated_at" TIMESTAMPTZ(3),
    "outlooks" JSONB NOT NULL DEFAULT '[]',
    "notes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "alert_watch_pkey" PRIMARY KEY ("workspace_id")
);

-- Thresholds found by simulation, by the hash of all that they rest on.
CREATE TABLE "alert_threshold" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_threshold_pkey" PRIMARY KEY ("workspace_id","key")
);
