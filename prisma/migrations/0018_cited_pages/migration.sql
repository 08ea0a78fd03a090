CREATE TABLE IF NOT EXISTS "cited_page" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_cited_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "checked_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "status" INTEGER,
    "redirects" JSONB NOT NULL DEFAULT '[]',
    "read_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "gone_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "last_modified" TEXT,
    "title" TEXT,
    "canonical" TEXT,
    "language" TEXT,
    "published" TEXT,
    "kind" TEXT,
    "links" JSONB NOT NULL DEFAULT '[]',
    "text" BYTEA,
    "digest" TEXT,
    "brands" JSONB,
    "panel_version" INTEGER,

    CONSTRAINT "cited_page_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX IF NOT EXISTS "cited_page_workspace_id_due_at_idx" ON "cited_page"("workspace_id", "due_at");

CREATE TABLE IF NOT EXISTS "cited_page_version" (
    "workspace_id" UUID NOT NULL,
    "page_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "redirects" JSONB NOT NULL,
    "title" TEXT,
    "canonical" TEXT,
    "language" TEXT,
    "published" TEXT,
    "kind" TEXT,
    "links" JSONB NOT NULL,
    "brands" JSONB,

    CONSTRAINT "cited_page_version_pkey" PRIMARY KEY ("workspace_id","page_id","number")
);

CREATE TABLE IF NOT EXISTS "page_host" (
    "workspace_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "robots" TEXT,
    "robots_at" TIMESTAMPTZ(3),
    "robots_away" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "page_host_pkey" PRIMARY KEY ("workspace_id","host")
);

CREATE TABLE IF NOT EXISTS "page_setting" (
    "workspace_id" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "page_setting_pkey" PRIMARY KEY ("workspace_id")
);

CREATE TABLE IF NOT EXISTS "gap_task" (
    "workspace_id" UUID NOT NULL,
    "page_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "assignee" TEXT,
    "note" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "prompts" UUID[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gap_task_pkey" PRIMARY KEY ("workspace_id","page_id")
);
