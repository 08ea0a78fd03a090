-- Changes that more sweeps would confirm, and whether these may be asked.
ALTER TABLE "alert_watch" ADD COLUMN IF NOT EXISTS "suspects" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "alert_watch" ADD COLUMN IF NOT EXISTS "confirm_runs" BOOLEAN NOT NULL DEFAULT true;
