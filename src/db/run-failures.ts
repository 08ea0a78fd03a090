import { sql, type Database } from './client.ts';

export type RunFailure = { engine: string; code: string; message: string; number: number };

/** What failed in a run, by engine and cause, the most frequent first, each with one message of those that came. */
export const readRunFailures = (db: Database, workspaceId: string, runId: string): Promise<RunFailure[]> =>
  db.$queryRaw<RunFailure[]>(sql`
    SELECT engine, coalesce(error_code, '') AS code, coalesce(min(error_message), '') AS message, count(*)::int AS number
    FROM observation WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid AND state = 'error'
    GROUP BY 1, 2 ORDER BY number DESC, 1, 2 LIMIT 100`);

export type FailedPlace = { engine: string; country: string; promptIds: string[] };

/** The prompts that failed in a run, by where they were asked; archived ones are not asked again. */
export const readFailedPlaces = (db: Database, workspaceId: string, runId: string): Promise<FailedPlace[]> =>
  db.$queryRaw<FailedPlace[]>(sql`
    SELECT o.engine, o.country, array_agg(DISTINCT o.prompt_id)::text[] AS "promptIds"
    FROM observation o JOIN prompt p ON p.workspace_id = o.workspace_id AND p.id = o.prompt_id AND p.archived_at IS NULL
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.run_id = ${runId}::uuid AND o.state = 'error'
    GROUP BY 1, 2 ORDER BY 1, 2`);
