import { sql, type Database } from './client.ts';

export type AskCost = { engine: string; answers: number; tokens: number | null; usd: number | null };

/** What the newest answers of each engine took on average; null where none of them tells. */
export const recentAskCosts = (db: Database, workspaceId: string, since: Date, limit = 2000): Promise<AskCost[]> =>
  db.$queryRaw<AskCost[]>(sql`
    SELECT engine, count(*)::int AS answers, avg(input_tokens + output_tokens)::float8 AS tokens, avg(cost_usd)::float8 AS usd
    FROM (
      SELECT engine, input_tokens, output_tokens, cost_usd FROM answer
      WHERE workspace_id = ${workspaceId}::uuid AND due_at >= ${since} ORDER BY due_at DESC LIMIT ${limit}
    ) AS newest
    GROUP BY engine`);
