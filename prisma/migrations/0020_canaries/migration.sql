-- Asked to see whether an engine changes; never part of a brand's figures.
ALTER TABLE "prompt_version" ADD COLUMN IF NOT EXISTS "canary" BOOLEAN NOT NULL DEFAULT false;
