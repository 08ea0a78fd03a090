CREATE TABLE IF NOT EXISTS "report" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "to_day" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "measured" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE UNIQUE INDEX IF NOT EXISTS "report_workspace_id_key_key" ON "report"("workspace_id", "key");

CREATE TABLE IF NOT EXISTS "report_setting" (
    "workspace_id" UUID NOT NULL,
    "weekly" BOOLEAN NOT NULL DEFAULT true,
    "monthly" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_setting_pkey" PRIMARY KEY ("workspace_id")
);

CREATE TABLE IF NOT EXISTS "report_link" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_link_pkey" PRIMARY KEY ("workspace_id","id")
);
CREATE INDEX IF NOT EXISTS "report_link_workspace_id_report_id_idx" ON "report_link"("workspace_id", "report_id");

CREATE TABLE IF NOT EXISTS "report_recipient" (
    "workspace_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "weekly" BOOLEAN NOT NULL DEFAULT true,
    "monthly" BOOLEAN NOT NULL DEFAULT false,
    "unsubscribed_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_recipient_pkey" PRIMARY KEY ("workspace_id","endpoint_id")
);

-- A report is never changed: who tries is told so by the database.
CREATE OR REPLACE FUNCTION wayseen_keep_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A report is never changed.';
END $$;
CREATE OR REPLACE TRIGGER "report_is_kept" BEFORE UPDATE ON "report" FOR EACH ROW EXECUTE FUNCTION wayseen_keep_report();
