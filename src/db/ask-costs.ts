import { sql, type Database } from './client.ts';

export type AskCost = { engine: string; answers: number; tokens: number | null; usd: number | null };

/** What the newest answers of each engine to single questions took on average; null where none of them tells. */
export const recentAskCosts = (db: Database, workspaceId: string, since: Date, limit = 2000): Promise<AskCost[]> =>
  recentCosts(db, workspaceId, { since, limit, turns: false });

/** The same of turns of conversations, which carry all that was said before. */
export const recentTurnCosts = (db: Database, workspaceId: string, since: Date, limit = 2000): Promise<AskCost[]> =>
  recentCosts(db, workspaceId, { since, limit, turns: true });

type Recent = { since: Date; limit: number; turns: boolean };

const recentCosts = (db: Database, workspaceId: string, { since, limit, turns }: Recent): Promise<AskCost[]> =>
  db.$queryRaw<AskCost[]>(sql`
    SELECT engine, count(*)::int AS answers, avg(input_tokens + output_tokens)::float8 AS tokens, avg(cost_usd)::float8 AS usd
    FROM (
      SELECT engine, input_tokens, output_tokens, cost_usd FROM answer a
      WHERE workspace_id = ${workspaceId}::uuid AND due_at >= ${since}
        AND EXISTS (SELECT 1 FROM conversation c WHERE c.workspace_id = a.workspace_id AND c.id = a.prompt_version_id) = ${turns}
      ORDER BY due_at DESC LIMIT ${limit}
    ) AS newest
    GROUP BY engine`);

/** What the answers to each prompt cost in a period; null where no cost is known. */
export const promptCosts = (db: Database, workspaceId: string, from: Date, to: Date): Promise<{ prompt: string; usd: number | null }[]> =>
  db.$queryRaw<{ prompt: string; usd: number | null }[]>(sql`
    SELECT prompt_id AS prompt, sum(cost_usd)::float8 AS usd FROM answer
    WHERE workspace_id = ${workspaceId}::uuid AND due_at >= ${from} AND due_at < ${to} GROUP BY prompt_id`);
