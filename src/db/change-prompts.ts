import type { Stage } from '../domain/journey.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';

/** What is left out stays. */
export type PromptsChange = {
  stage?: Stage | undefined;
  language?: string | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  archived?: boolean | undefined;
};

/** Changes many prompts in one transaction. In another stage a prompt belongs to that stage's intent of the same name, made where there is none. */
export async function updatePrompts(db: Database, workspaceId: string, ids: readonly string[], change: PromptsChange): Promise<number> {
  const { stage, language, addTags = [], removeTags = [], archived } = change;
  return db.$transaction(async (tx) => {
    const mine = sql`p.workspace_id = ${workspaceId}::uuid AND p.id = ANY(${ids}::uuid[])`;
    if (stage !== undefined) {
      await tx.$executeRaw(sql`
        INSERT INTO intent (workspace_id, id, stage, key, touchpoint, persona)
        SELECT DISTINCT ON (i.key) i.workspace_id, gen_random_uuid(), ${stage}, i.key, i.touchpoint, i.persona
        FROM prompt p JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id WHERE ${mine} AND p.stage <> ${stage}
        ON CONFLICT (workspace_id, stage, key) DO NOTHING`);
      await tx.$executeRaw(sql`
        UPDATE prompt p SET stage = ${stage}, intent_id = n.id
        FROM intent i JOIN intent n ON n.workspace_id = i.workspace_id AND n.key = i.key AND n.stage = ${stage}
        WHERE ${mine} AND i.workspace_id = p.workspace_id AND i.id = p.intent_id`);
    }
    return tx.$executeRaw(sql`
      UPDATE prompt p SET
        language = coalesce(${language ?? null}, p.language),
        tags = ARRAY(SELECT DISTINCT t FROM unnest(p.tags || ${addTags}::text[]) AS t WHERE t <> ALL(${removeTags}::text[]) ORDER BY t),
        archived_at = CASE WHEN ${archived ?? null}::boolean IS NULL THEN p.archived_at
          WHEN ${archived ?? null}::boolean THEN coalesce(p.archived_at, now()) END
      WHERE ${mine}`);
  });
}
