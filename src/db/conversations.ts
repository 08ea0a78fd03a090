import { scriptSchema, type LastTurn, type Script, type ScriptedQuestion } from '../domain/conversations/script.ts';
import type { Turn } from '../engines/engine.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { OpenObservation, RunPlan } from './runs.ts';

/** Writes every conversation of the run and its first turn; doing it again writes nothing. @returns the turns to be asked in all */
export async function writeConversations(db: Database, workspaceId: string, runId: string, plan: RunPlan): Promise<number> {
  const ofRun = sql`workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid`;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(
      sql`SELECT wayseen_ensure_partitions(starts_at, starts_at) FROM run WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid`,
    );
    await tx.$executeRaw(sql`
      INSERT INTO conversation (workspace_id, id, run_id, customer_id, engine, surface, language, country, repeat, script, by_model)
      SELECT u.workspace_id, wayseen_id(concat_ws('/', ${runId}::text, u.id, e.engine, n.repeat)), ${runId}::uuid, u.id, e.engine, e.surface,
        u.language, u.country, n.repeat, u.script, u.by_model
      FROM customer u
      CROSS JOIN unnest(${plan.engines.map((engine) => engine.id)}::text[], ${plan.engines.map((engine) => engine.surface)}::text[]) AS e(engine, surface)
      CROSS JOIN generate_series(1, ${plan.repeats}::int) AS n(repeat)
      WHERE u.workspace_id = ${workspaceId}::uuid AND u.id = ANY(${plan.customerIds ?? []}::uuid[])
      ON CONFLICT DO NOTHING`);
    await tx.$executeRaw(sql`
      ${insertTurns} SELECT ${turnOf(sql`1`, sql`c.script->0->>'stage'`, sql`c.script->0->>'text'`, sql`r.starts_at`)}
      FROM conversation c JOIN run r ON r.workspace_id = c.workspace_id AND r.id = c.run_id
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.run_id = ${runId}::uuid ON CONFLICT DO NOTHING`);
    const [{ planned } = { planned: 0 }] = await tx.$queryRaw<{ planned: number }[]>(sql`
      UPDATE run SET planned = (SELECT coalesce(sum(jsonb_array_length(script)), 0) FROM conversation WHERE ${ofRun})
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid RETURNING planned`);
    return planned;
  });
}

type Sql = ReturnType<typeof sql>;

/** A turn's id follows from conversation and number, so that each is planned once whoever plans it. */
const insertTurns = sql`
  INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, conversation_id, repeat, engine, surface, country, language,
    stage, question, due_at, released_at)`;
const turnOf = (turn: Sql, stage: Sql, question: Sql, due: Sql) => sql`c.workspace_id, wayseen_id(concat_ws('/', 'turn', c.id, ${turn})),
  c.run_id, c.customer_id, c.id, c.id, ${turn}, c.engine, c.surface, c.country, c.language, ${stage}, ${question}, ${due}, ${due}`;

/** Plans a turn of an open conversation to be asked at once. @returns null where it is planned already, or the conversation has ended */
export async function planTurn(
  db: Database,
  workspaceId: string,
  conversationId: string,
  turn: number,
  { stage, text }: ScriptedQuestion,
): Promise<OpenObservation | null> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT wayseen_ensure_partitions(now(), now())`);
    const [planned] = await tx.$queryRaw<OpenObservation[]>(sql`
      ${insertTurns} SELECT ${turnOf(sql`${turn}::int`, sql`${stage}::text`, sql`${text}::text`, sql`now()`)}
      FROM conversation c WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${conversationId}::uuid AND c.state = 'open'
      ON CONFLICT DO NOTHING RETURNING id, engine, due_at AS "dueAt"`);
    return planned ?? null;
  });
}

export type WaitingConversation = { id: string; customerId: string; script: Script; byModel: boolean; last: LastTurn };

/** Open conversations whose last turn has ended, the oldest first. */
export async function waitingConversations(db: Database, workspaceId: string, limit: number): Promise<WaitingConversation[]> {
  const rows = await db.$queryRaw<(Omit<WaitingConversation, 'last'> & LastTurn)[]>(sql`
    SELECT c.id, c.customer_id AS "customerId", c.script, c.by_model AS "byModel", o.repeat AS turn, o.state, o.error_code AS "errorCode"
    FROM conversation c
    CROSS JOIN LATERAL (SELECT o.repeat, o.state, o.error_code FROM observation o
      WHERE o.workspace_id = c.workspace_id AND o.conversation_id = c.id ORDER BY o.repeat DESC LIMIT 1) AS o
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.state = 'open' AND o.state <> 'planned' ORDER BY c.created_at, c.id LIMIT ${limit}`);
  return rows.map(({ turn, state, errorCode, script, ...rest }) => ({
    ...rest,
    script: scriptSchema.parse(script),
    last: { turn, state, errorCode },
  }));
}

export async function endConversation(
  db: Database,
  workspaceId: string,
  id: string,
  end: { state: 'complete' | 'ended'; reason: string | null },
): Promise<void> {
  await db.conversation.updateMany({ where: { workspaceId, id, state: 'open' }, data: { ...end, endedAt: new Date() } });
}

/** What was said before a turn, oldest first. Every turn before it is answered, or it would not have been planned. */
export async function earlierTurns(db: Database, workspaceId: string, conversationId: string, turn: number): Promise<Turn[]> {
  const turns = await db.$queryRaw<Turn[]>(sql`
    SELECT o.question, a.text AS answer FROM observation o
    JOIN answer a ON a.workspace_id = o.workspace_id AND a.due_at = o.due_at AND a.observation_id = o.id
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.conversation_id = ${conversationId}::uuid AND o.repeat < ${turn} AND o.state = 'answered'
    ORDER BY o.repeat`);
  if (turns.length !== turn - 1) throw new Error(`Turn ${turn} of conversation ${conversationId} has ${turns.length} turns before it.`);
  return turns;
}

/** Workspaces in which a conversation goes on. */
export async function workspacesInConversation(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM workspace w WHERE EXISTS (SELECT 1 FROM conversation c WHERE c.workspace_id = w.id AND c.state = 'open')`);
  return rows.map(({ id }) => id);
}
