-- The company's own conversions. What a file says of a stage and day lies over what an earlier file said: taking it back uncovers that.
CREATE TABLE IF NOT EXISTS "conversion_import" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "made_by" TEXT,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversion_import_pkey" PRIMARY KEY ("workspace_id","id")
);

CREATE TABLE IF NOT EXISTS "stage_conversion" (
    "workspace_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "import_id" UUID NOT NULL,
    "visitors" INTEGER NOT NULL,
    "conversions" INTEGER NOT NULL,

    CONSTRAINT "stage_conversion_pkey" PRIMARY KEY ("workspace_id","stage","day","import_id")
);
CREATE INDEX IF NOT EXISTS "stage_conversion_workspace_id_import_id_idx" ON "stage_conversion"("workspace_id", "import_id");
