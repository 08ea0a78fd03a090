-- Readings that follow the analysis: names beside the panel's brands, and the second reader ---------------------------

-- What each reader last read the workspace with; another version reads all of its history again.
CREATE TABLE "reader_state" (
    "workspace_id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),
    "blocked_code" TEXT,

    CONSTRAINT "reader_state_pkey" PRIMARY KEY ("workspace_id","reader")
);

CREATE TABLE "reader_pending" (
    "workspace_id" UUID NOT NULL,
    "reader" TEXT NOT NULL,
    "observation_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reader_pending_pkey" PRIMARY KEY ("workspace_id","reader","observation_id")
);

CREATE TABLE "seen_name" (
    "workspace_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "start_offset" INTEGER NOT NULL,
    "end_offset" INTEGER NOT NULL,
    "domain" TEXT,

    CONSTRAINT "seen_name_pkey" PRIMARY KEY ("workspace_id","observation_id","key")
);
CREATE INDEX "seen_name_workspace_id_head_idx" ON "seen_name"("workspace_id", "head");

CREATE TABLE "competitor_proposal" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "prompts" INTEGER NOT NULL DEFAULT 0,
    "stages" JSONB NOT NULL DEFAULT '{}',
    "engines" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'open',
    "dirty" BOOLEAN NOT NULL DEFAULT true,
    "discovered_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competitor_proposal_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX "competitor_proposal_workspace_id_head_key" ON "competitor_proposal"("workspace_id", "head");
CREATE INDEX "competitor_proposal_workspace_id_status_answers_idx" ON "competitor_proposal"("workspace_id", "status", "answers");
CREATE INDEX "competitor_proposal_dirty_idx" ON "competitor_proposal" ("workspace_id") WHERE "dirty";

CREATE TABLE "site_class" (
    "workspace_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_class_pkey" PRIMARY KEY ("workspace_id","domain")
);

-- One question to the second reader, by the fingerprint of all that it was asked with.
CREATE TABLE "judgement" (
    "workspace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "verdicts" JSONB,
    "dropped" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "cost_usd" DECIMAL(14,8) NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("workspace_id","key")
);
CREATE INDEX "judgement_workspace_id_asked_at_idx" ON "judgement"("workspace_id", "asked_at");

-- `rules`, or `model` where the second reader found it.
ALTER TABLE "comparison" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'rules';
