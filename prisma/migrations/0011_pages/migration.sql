-- Answers are searched newest first: without this all of a workspace's observations would be sorted for each page.
CREATE INDEX IF NOT EXISTS "observation_asked_idx" ON "observation" ("workspace_id", "asked_at", "id") WHERE "asked_at" IS NOT NULL;

-- Who wrote a wording.
ALTER TABLE "prompt_version" ADD COLUMN IF NOT EXISTS "made_by" TEXT;

-- What people write into the journey map.
CREATE TABLE IF NOT EXISTS "journey_note" (
    "workspace_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "made_by" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journey_note_pkey" PRIMARY KEY ("workspace_id", "stage", "field")
);
