-- What is only planned has no time of asking: leaving it out makes planning cheaper, and both indexes smaller.
DROP INDEX "observation_workspace_id_prompt_version_id_engine_asked_at_idx";
DROP INDEX "observation_workspace_id_prompt_id_asked_at_idx";
CREATE INDEX "observation_version_asked_idx" ON "observation" ("workspace_id", "prompt_version_id", "engine", "asked_at") WHERE "asked_at" IS NOT NULL;
CREATE INDEX "observation_prompt_asked_idx" ON "observation" ("workspace_id", "prompt_id", "asked_at") WHERE "asked_at" IS NOT NULL;
