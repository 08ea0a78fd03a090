-- A cell's counts, those of its brands included, become one packed value: a row a cell instead of one a brand besides,
-- rewritten in place because no index holds what changes.
DROP TABLE "rollup_brand";
DROP TABLE "rollup";

CREATE TABLE "rollup" (
    "workspace_id" UUID NOT NULL,
    "grain" CHAR(1) NOT NULL,
    "start" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "prompt_id" UUID NOT NULL,
    "prompt_version_id" UUID NOT NULL,
    "counts" TEXT NOT NULL,

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("workspace_id","grain","engine","start","prompt_version_id","stage","surface","country","language")
);
ALTER TABLE "rollup" SET (fillfactor = 60);

-- What was counted before is counted again from the observations.
INSERT INTO "rollup_pending" ("workspace_id", "observation_id", "engine", "month", "charge")
SELECT "workspace_id", "id", "engine", date_trunc('month', "asked_at" AT TIME ZONE 'UTC')::date, false
FROM "observation" WHERE "asked_at" IS NOT NULL AND "state" <> 'planned';

-- LZ4 costs a fraction of PostgreSQL's own compression; a server that was built without it keeps its own.
DO $$
BEGIN
  ALTER TABLE "answer" ALTER COLUMN "text" SET COMPRESSION lz4, ALTER COLUMN "citations" SET COMPRESSION lz4, ALTER COLUMN "retrieved" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
