import { z } from 'zod';
import type { Stage } from '../domain/journey.ts';
import { scriptSchema, type Script } from '../domain/conversations/script.ts';
import { emptySql, sql, type Queries } from './client.ts';

/** A turn with what its answer said of the brands; `brands` is empty until the answer is analysed. */
export type TalkTurnRow = {
  turn: number;
  answer: string;
  stage: Stage;
  question: string;
  state: string;
  analysed: boolean;
  brands: { brand: string; visible: boolean; recommended: boolean | null }[];
};
export type TalkRow = {
  id: string;
  runId: string;
  customerId: string;
  persona: string;
  need: string;
  engine: string;
  language: string;
  country: string;
  state: string;
  reason: string | null;
  startedAt: Date;
  endedAt: Date | null;
  script: Script;
  turns: TalkTurnRow[];
};

export type TalkFilter = {
  id?: string;
  engine?: string;
  customerId?: string;
  language?: string;
  /** Started in; `to` exclusive. */
  from?: Date;
  to?: Date;
  before?: { startedAt: Date; id: string };
  limit: number;
};

const turnsSchema = z.array(
  z.object({
    turn: z.number(),
    answer: z.string(),
    stage: scriptSchema.element.shape.stage,
    question: z.string(),
    state: z.string(),
    analysed: z.boolean(),
    brands: z.array(z.object({ brand: z.string(), visible: z.boolean(), recommended: z.boolean().nullish().default(null) })),
  }),
);

/** Conversations with their turns in order, the newest first. */
export async function listTalks(db: Queries, workspaceId: string, filter: TalkFilter): Promise<TalkRow[]> {
  const { id, engine, customerId, language, from, to, before } = filter;
  const where = [
    id ? sql`AND c.id = ${id}::uuid` : emptySql,
    engine ? sql`AND c.engine = ${engine}` : emptySql,
    customerId ? sql`AND c.customer_id = ${customerId}::uuid` : emptySql,
    language ? sql`AND c.language = ${language}` : emptySql,
    from ? sql`AND c.created_at >= ${from.toISOString()}::timestamptz` : emptySql,
    to ? sql`AND c.created_at < ${to.toISOString()}::timestamptz` : emptySql,
    before ? sql`AND (c.created_at, c.id) < (${before.startedAt.toISOString()}::timestamptz, ${before.id}::uuid)` : emptySql,
  ].reduce((all, part) => sql`${all} ${part}`);
  const rows = await db.$queryRaw<(Omit<TalkRow, 'script' | 'turns'> & { script: unknown; turns: unknown })[]>(sql`
    SELECT c.id, c.run_id AS "runId", c.customer_id AS "customerId", u.persona, u.need, c.engine, c.language, c.country, c.state, c.reason,
      c.created_at AS "startedAt", c.ended_at AS "endedAt", c.script,
      coalesce((SELECT jsonb_agg(jsonb_build_object('turn', o.repeat, 'answer', o.id, 'stage', o.stage, 'question', o.question, 'state', o.state,
          'analysed', o.result IS NOT NULL, 'brands', coalesce(o.result->'brands', '[]')) ORDER BY o.repeat)
        FROM observation o WHERE o.workspace_id = c.workspace_id AND o.conversation_id = c.id), '[]') AS turns
    FROM conversation c JOIN customer u ON u.workspace_id = c.workspace_id AND u.id = c.customer_id
    WHERE c.workspace_id = ${workspaceId}::uuid ${where} ORDER BY c.created_at DESC, c.id DESC LIMIT ${filter.limit}`);
  return rows.map(({ script, turns, ...row }) => ({ ...row, script: scriptSchema.parse(script), turns: turnsSchema.parse(turns) }));
}
