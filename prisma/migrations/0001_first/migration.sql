-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "stages" TEXT[],
    "simulated" BOOLEAN NOT NULL DEFAULT false,
    "panel_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brand" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "alias" (
    "workspace_id" UUID NOT NULL,
    "brand_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "case_sensitive" BOOLEAN NOT NULL DEFAULT false,
    "near" TEXT[],
    "not_near" TEXT[],
    "not_in" TEXT[],

    CONSTRAINT "alias_pkey" PRIMARY KEY ("workspace_id","brand_id","text")
);

-- CreateTable
CREATE TABLE "domain" (
    "workspace_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "brand_id" UUID NOT NULL,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("workspace_id","domain")
);

-- CreateTable
CREATE TABLE "panel_version" (
    "workspace_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "panel" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "panel_version_pkey" PRIMARY KEY ("workspace_id","version")
);

-- CreateTable
CREATE TABLE "intent" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "touchpoint" TEXT,
    "persona" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intent_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "intent_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tags" TEXT[],
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "current_version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "prompt_version" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "branded" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompt_version_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "engine_setting" (
    "workspace_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "model" TEXT,
    "requests_per_minute" INTEGER,
    "tokens_per_minute" INTEGER,
    "concurrency" INTEGER NOT NULL DEFAULT 4,
    "monthly_budget_usd" DECIMAL(12,4),
    "max_age_minutes" INTEGER NOT NULL DEFAULT 1440,
    "status" TEXT NOT NULL DEFAULT 'active',
    "status_code" TEXT,
    "status_message" TEXT,
    "status_at" TIMESTAMPTZ(3),
    "next_request_at" TIMESTAMPTZ(6),
    "next_tokens_at" TIMESTAMPTZ(6),
    "blocked_until" TIMESTAMPTZ(3),
    "told_requests_per_minute" INTEGER,
    "told_tokens_per_minute" INTEGER,

    CONSTRAINT "engine_setting_pkey" PRIMARY KEY ("workspace_id","engine")
);

-- CreateTable
CREATE TABLE "engine_spend" (
    "workspace_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "spent_usd" DECIMAL(16,8) NOT NULL DEFAULT 0,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "unpriced" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "engine_spend_pkey" PRIMARY KEY ("workspace_id","engine","month")
);

-- CreateTable
CREATE TABLE "schedule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "stages" TEXT[],
    "prompt_ids" UUID[],
    "engines" TEXT[],
    "countries" TEXT[],
    "languages" TEXT[],
    "sweeps_per_week" INTEGER NOT NULL DEFAULT 5,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "next_tick_at" TIMESTAMPTZ(3),
    "last_tick_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "run" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "schedule_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'planning',
    "plan" JSONB NOT NULL,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB,
    "simulated" BOOLEAN NOT NULL DEFAULT false,
    "panel_version" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "observation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "prompt_version_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "repeat" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "claims" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "finish" TEXT,
    "error_code" TEXT,
    "error_message" TEXT,
    "model" TEXT,
    "result" JSONB,
    "adapter_version" INTEGER,
    "parser_version" INTEGER,
    "panel_version" INTEGER,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "answer" (
    "workspace_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "prompt_version_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "model_asked" TEXT,
    "model" TEXT,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "search" BOOLEAN NOT NULL,
    "finish" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "citations" JSONB NOT NULL,
    "retrieved" JSONB,
    "search_queries" JSONB NOT NULL,
    "request_id" TEXT,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cached_tokens" INTEGER,
    "reasoning_tokens" INTEGER,
    "searches" INTEGER,
    "cost_usd" DECIMAL(14,8),
    "cost_source" TEXT,
    "latency_ms" INTEGER NOT NULL,
    "simulated" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "adapter_version" INTEGER NOT NULL,
    "parser_version" INTEGER,
    "panel_version" INTEGER,
    "pending" BOOLEAN NOT NULL DEFAULT true,
    "raw" BYTEA NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("workspace_id","due_at","observation_id")
) PARTITION BY RANGE ("due_at");

-- CreateTable
CREATE TABLE "mention" (
    "workspace_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "brand" TEXT NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "rule" TEXT,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("workspace_id","due_at","observation_id","ordinal")
) PARTITION BY RANGE ("due_at");

-- CreateTable
CREATE TABLE "citation" (
    "workspace_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "brand" TEXT,
    "title" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("workspace_id","due_at","observation_id","ordinal")
) PARTITION BY RANGE ("due_at");

-- CreateTable
CREATE TABLE "comparison" (
    "workspace_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "winner" TEXT NOT NULL,
    "loser" TEXT NOT NULL,
    "aspect" TEXT,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("workspace_id","due_at","observation_id","ordinal")
) PARTITION BY RANGE ("due_at");

-- CreateTable
CREATE TABLE "rollup_pending" (
    "workspace_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "observation_id" UUID NOT NULL,
    "engine" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "charge" BOOLEAN NOT NULL,
    "recount" BOOLEAN NOT NULL DEFAULT true,
    "cost_usd" DECIMAL(14,8),

    CONSTRAINT "rollup_pending_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "rollup" (
    "workspace_id" UUID NOT NULL,
    "grain" CHAR(1) NOT NULL,
    "start" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "branded" BOOLEAN NOT NULL,
    "prompt_id" UUID NOT NULL,
    "prompt_version_id" UUID NOT NULL,
    "answered" INTEGER NOT NULL,
    "no_answer" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "with_citation" INTEGER NOT NULL,
    "citations" INTEGER NOT NULL,
    "brands_named" INTEGER NOT NULL,
    "brands_named_sq" INTEGER NOT NULL,
    "models" TEXT[],
    "adapter_versions" INTEGER[],
    "parser_versions" INTEGER[],
    "panel_versions" INTEGER[],

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("workspace_id","grain","engine","start","prompt_version_id","stage","surface","country","language")
);

-- CreateTable
CREATE TABLE "rollup_brand" (
    "workspace_id" UUID NOT NULL,
    "grain" CHAR(1) NOT NULL,
    "start" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "branded" BOOLEAN NOT NULL,
    "prompt_id" UUID NOT NULL,
    "prompt_version_id" UUID NOT NULL,
    "brand" TEXT NOT NULL,
    "visible" INTEGER NOT NULL,
    "first" INTEGER NOT NULL,
    "top3" INTEGER NOT NULL,
    "reciprocal_rank" BIGINT NOT NULL,
    "reciprocal_rank_sq" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "position_sq" INTEGER NOT NULL,
    "besides" INTEGER NOT NULL,
    "recommended" INTEGER NOT NULL,
    "positive" INTEGER NOT NULL,
    "neutral" INTEGER NOT NULL,
    "negative" INTEGER NOT NULL,
    "mixed" INTEGER NOT NULL,
    "cited" INTEGER NOT NULL,
    "citations" INTEGER NOT NULL,

    CONSTRAINT "rollup_brand_pkey" PRIMARY KEY ("workspace_id","grain","engine","start","prompt_version_id","brand","stage","surface","country","language")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "brand_workspace_id_key_key" ON "brand"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "domain_workspace_id_brand_id_idx" ON "domain"("workspace_id", "brand_id");

-- CreateIndex
CREATE UNIQUE INDEX "intent_workspace_id_stage_key_key" ON "intent"("workspace_id", "stage", "key");

-- CreateIndex
CREATE INDEX "prompt_workspace_id_intent_id_idx" ON "prompt"("workspace_id", "intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "prompt_version_workspace_id_prompt_id_version_key" ON "prompt_version"("workspace_id", "prompt_id", "version");

-- CreateIndex
CREATE INDEX "schedule_workspace_id_next_tick_at_idx" ON "schedule"("workspace_id", "next_tick_at");

-- CreateIndex
CREATE INDEX "run_workspace_id_state_starts_at_idx" ON "run"("workspace_id", "state", "starts_at");

-- CreateIndex
CREATE INDEX "run_workspace_id_created_at_idx" ON "run"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "run_workspace_id_key_key" ON "run"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "observation_workspace_id_prompt_version_id_engine_asked_at_idx" ON "observation"("workspace_id", "prompt_version_id", "engine", "asked_at");

-- CreateIndex
CREATE INDEX "observation_workspace_id_prompt_id_asked_at_idx" ON "observation"("workspace_id", "prompt_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "observation_workspace_id_run_id_prompt_version_id_engine_co_key" ON "observation"("workspace_id", "run_id", "prompt_version_id", "engine", "country", "language", "repeat");

-- CreateIndex
CREATE INDEX "rollup_workspace_id_prompt_version_id_engine_grain_start_idx" ON "rollup"("workspace_id", "prompt_version_id", "engine", "grain", "start");

-- CreateIndex
CREATE INDEX "rollup_brand_workspace_id_prompt_version_id_engine_grain_st_idx" ON "rollup_brand"("workspace_id", "prompt_version_id", "engine", "grain", "start");

-- What Prisma's schema language cannot say --------------------------------------------------------------------------

-- Work still open: the part of the observations that the reconciler looks at.
CREATE INDEX "observation_open_idx" ON "observation" ("workspace_id", "due_at") WHERE "state" = 'planned';
CREATE INDEX "observation_run_idx" ON "observation" ("workspace_id", "run_id", "state");
CREATE INDEX "answer_pending_idx" ON "answer" ("workspace_id", "due_at") WHERE "pending";

-- Rewritten often, mostly in columns that are in no index: leave room for updates in place.
ALTER TABLE "observation" SET (fillfactor = 70);
ALTER TABLE "rollup" SET (fillfactor = 80);
ALTER TABLE "rollup_brand" SET (fillfactor = 80);

-- Answer bodies arrive compressed; compressing them again only costs.
ALTER TABLE "answer" ALTER COLUMN "raw" SET STORAGE EXTERNAL;

-- Monthly partitions, made before anything is planned into a month.
CREATE FUNCTION wayseen_ensure_partitions(first timestamptz, last timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  month date := date_trunc('month', first AT TIME ZONE 'UTC')::date;
  parent text;
BEGIN
  WHILE month <= (last AT TIME ZONE 'UTC')::date LOOP
    FOREACH parent IN ARRAY ARRAY['answer', 'mention', 'citation', 'comparison'] LOOP
      IF to_regclass(format('%I', parent || to_char(month, '_YYYY_MM'))) IS NULL THEN
        -- One maker at a time, without waiting for each other's whole transaction order.
        PERFORM pg_advisory_xact_lock(hashtext('wayseen_ensure_partitions'));
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          parent || to_char(month, '_YYYY_MM'), parent,
          to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
      END IF;
    END LOOP;
    month := (month + interval '1 month')::date;
  END LOOP;
END $$;

-- An id that follows from what makes a row unique: UUID version 8 (RFC 9562) of its fingerprint.
CREATE FUNCTION wayseen_id(fingerprint text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT overlay(overlay(md5(fingerprint) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid
$$;

-- array_agg refuses arrays of different lengths; this appends them.
CREATE AGGREGATE array_concat_agg(anycompatiblearray) (SFUNC = array_cat, STYPE = anycompatiblearray);
