-- Stored answers are read again as a durable piece of work: what changed is kept beside the old readings and swapped in at once.
ALTER TABLE "workspace" ADD COLUMN "counted_panel_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "counted_parser_version" INTEGER NOT NULL DEFAULT 0;
-- Until now a new panel was read into the past at once, and there was one parser.
UPDATE "workspace" SET "counted_panel_version" = "panel_version", "counted_parser_version" = 1 WHERE "panel_version" > 0;

ALTER TABLE "observation" ADD COLUMN "digest" TEXT;

CREATE TABLE "recount" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "causes" TEXT[],
    "from_panel_version" INTEGER NOT NULL,
    "from_parser_version" INTEGER NOT NULL,
    "to_panel_version" INTEGER NOT NULL,
    "to_parser_version" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "listed" UUID[],
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "cursor_due_at" TIMESTAMPTZ(3),
    "cursor_id" UUID,
    "scanned" BOOLEAN NOT NULL DEFAULT false,
    "held_by" TEXT,
    "held_until" TIMESTAMPTZ(3),
    "report" JSONB,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "recount_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "recount_workspace_id_state_idx" ON "recount"("workspace_id", "state");

CREATE TABLE "recount_answer" (
    "workspace_id" UUID NOT NULL,
    "recount_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "result" JSONB,
    "mentions" JSONB,
    "citations" JSONB,
    "comparisons" JSONB,

    CONSTRAINT "recount_answer_pkey" PRIMARY KEY ("workspace_id","recount_id","due_at","observation_id")
);

CREATE TABLE "overrule" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "brand" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "observation_id" UUID,
    "start_offset" INTEGER,
    "end_offset" INTEGER,
    "text" TEXT NOT NULL,
    "rule" TEXT,
    "near" TEXT,
    "within" TEXT,
    "note" TEXT,
    "made_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "since" INTEGER NOT NULL,
    "until" INTEGER,

    CONSTRAINT "overrule_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX "overrule_workspace_id_observation_id_idx" ON "overrule"("workspace_id", "observation_id");
