import { sql, type Database } from './client.ts';

export type UnjudgedAnswer = { observationId: string; dueAt: Date; text: string };
export type AnalysedState = {
  result: {
    brands: {
      brand: string;
      visible: boolean;
      recommended: boolean | null;
      sentiment: string | null;
      sources?: Partial<Record<'recommended' | 'sentiment', 'model'>>;
    }[];
  };
  mentions: { brand: string; start: number; end: number }[];
  comparisons: number;
};
export type FoundPreference = { winner: string; loser: string; aspect: string | null; start: number; end: number };
export type Place = { workspaceId: string; observationId: string; dueAt: Date };

/** Analysed answers that wait for the second reader. */
export const unjudgedAnswers = (db: Database, workspaceId: string, limit: number): Promise<UnjudgedAnswer[]> =>
  db.$queryRaw<UnjudgedAnswer[]>(sql`
    SELECT p.observation_id AS "observationId", p.due_at AS "dueAt", a.text FROM reader_pending p
    JOIN answer a ON a.workspace_id = p.workspace_id AND a.due_at = p.due_at AND a.observation_id = p.observation_id AND NOT a.pending
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.reader = 'judge' ORDER BY p.observation_id LIMIT ${limit}`);

/** What the rules found in the answer: its results, mentions, and how many comparisons. */
export async function readAnalysed(db: Database, { workspaceId, observationId, dueAt }: Place): Promise<AnalysedState | null> {
  const [row] = await db.$queryRaw<AnalysedState[]>(sql`
    SELECT o.result,
      coalesce((SELECT jsonb_agg(jsonb_build_object('brand', m.brand, 'start', m.start_offset, 'end', m.end_offset) ORDER BY m.ordinal)
        FROM mention m WHERE m.workspace_id = o.workspace_id AND m.due_at = o.due_at AND m.observation_id = o.id AND m.status = 'named'), '[]') AS mentions,
      (SELECT count(*)::int FROM comparison c WHERE c.workspace_id = o.workspace_id AND c.due_at = o.due_at AND c.observation_id = o.id AND c.source = 'rules') AS comparisons
    FROM observation o WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = ${observationId}::uuid AND o.due_at = ${dueAt.toISOString()}::timestamptz AND o.result IS NOT NULL`);
  return row ?? null;
}

export type Reservation = { workspaceId: string; key: string; engine: string; model: string; mostUsd: number };
export type Reserved = { state: 'reserved' | 'held' | 'failed' | 'spent' } | { state: 'judged'; verdicts: unknown };

/**
 * Takes the question for asking, and the most that it can cost from the month's budget, which all workspaces share. Another worker's
 * question is `held` until `leaseMs` are over; one that was asked before is `judged`.
 */
export async function reserveJudgement(
  db: Database,
  { workspaceId, key, engine, model, mostUsd }: Reservation,
  limits: { budgetUsd: number; leaseMs: number },
): Promise<Reserved> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended('judge-budget', 0))`);
    const [known] = await tx.$queryRaw<{ state: string; verdicts: unknown; held: boolean }[]>(sql`
      SELECT state, verdicts, state = 'asked' AND asked_at > now() - interval '1 millisecond' * ${limits.leaseMs}::float8 AS held
      FROM judgement WHERE workspace_id = ${workspaceId}::uuid AND key = ${key}`);
    if (known?.state === 'judged') return { state: 'judged', verdicts: known.verdicts };
    if (known?.state === 'failed') return { state: 'failed' };
    if (known?.held) return { state: 'held' };
    const [spent] = await tx.$queryRaw<{ usd: number }[]>(sql`
      SELECT coalesce(sum(j.cost_usd), 0)::float8 AS usd FROM workspace w JOIN judgement j ON j.workspace_id = w.id
        AND j.asked_at >= date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'`);
    if ((spent?.usd ?? 0) + mostUsd > limits.budgetUsd) return { state: 'spent' };
    await tx.$executeRaw(sql`
      INSERT INTO judgement (workspace_id, key, state, engine, model, attempts, cost_usd)
      VALUES (${workspaceId}::uuid, ${key}, 'asked', ${engine}, ${model}, 1, ${mostUsd}::numeric)
      ON CONFLICT (workspace_id, key) DO UPDATE SET state = 'asked', asked_at = now(), attempts = judgement.attempts + 1,
        cost_usd = judgement.cost_usd + EXCLUDED.cost_usd, error_code = NULL`);
    return { state: 'reserved' };
  });
}

/** Keeps the verdicts for good; what was reserved becomes what it cost. */
export async function keepJudgement(
  db: Database,
  { workspaceId, key, mostUsd }: Reservation,
  end: { verdicts: object; dropped: number; costUsd: number | null },
): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE judgement SET state = 'judged', verdicts = ${JSON.stringify(end.verdicts)}::jsonb, dropped = ${end.dropped},
      cost_usd = greatest(0, cost_usd - ${mostUsd - (end.costUsd ?? mostUsd)}::numeric)
    WHERE workspace_id = ${workspaceId}::uuid AND key = ${key}`);
}

/** No verdicts came. `final`: it is not asked again. What may have been paid stays counted. */
export async function failJudgement(
  db: Database,
  { workspaceId, key, mostUsd }: Reservation,
  failure: { code: string; mayBePaid: boolean; counts: boolean; mostAttempts: number },
): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE judgement SET error_code = ${failure.code}, cost_usd = greatest(0, cost_usd - ${failure.mayBePaid ? 0 : mostUsd}::numeric),
      attempts = attempts - ${failure.counts ? 0 : 1},
      state = CASE WHEN ${failure.counts} AND attempts >= ${failure.mostAttempts} THEN 'failed' ELSE 'waiting' END
    WHERE workspace_id = ${workspaceId}::uuid AND key = ${key}`);
}

/**
 * Writes the second reader's verdicts into what is counted, marked as a model's, and has the cells counted again. `fill` gets the
 * present results, which may be newer than those that were asked about. Twice changes nothing.
 */
export async function applyJudgement(
  db: Database,
  place: Place,
  fill: (brands: AnalysedState['result']['brands']) => AnalysedState['result']['brands'],
  preferences: FoundPreference[],
): Promise<void> {
  const { workspaceId, observationId, dueAt } = place;
  const due = sql`${dueAt.toISOString()}::timestamptz`;
  await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ result: AnalysedState['result'] }[]>(sql`
      SELECT result FROM observation WHERE workspace_id = ${workspaceId}::uuid AND id = ${observationId}::uuid AND result IS NOT NULL FOR UPDATE`);
    if (row) {
      const result = { ...row.result, brands: fill(row.result.brands) };
      if (JSON.stringify(result) !== JSON.stringify(row.result)) {
        await tx.$executeRaw(sql`
          WITH filled AS (
            UPDATE observation SET result = ${JSON.stringify(result)}::jsonb WHERE workspace_id = ${workspaceId}::uuid AND id = ${observationId}::uuid
            RETURNING workspace_id, id, engine, asked_at
          )
          INSERT INTO rollup_pending (workspace_id, observation_id, engine, month, charge)
          SELECT workspace_id, id, engine, date_trunc('month', asked_at AT TIME ZONE 'UTC')::date, false FROM filled`);
      }
      const of = sql`workspace_id = ${workspaceId}::uuid AND due_at = ${due} AND observation_id = ${observationId}::uuid`;
      await tx.$executeRaw(sql`DELETE FROM comparison WHERE ${of} AND source = 'model'`);
      await tx.$executeRaw(sql`
        INSERT INTO comparison (workspace_id, due_at, observation_id, ordinal, winner, loser, aspect, start_offset, end_offset, source)
        SELECT ${workspaceId}::uuid, ${due}, ${observationId}::uuid, i + (SELECT coalesce(max(ordinal), 0) FROM comparison WHERE ${of}),
          e->>'winner', e->>'loser', e->>'aspect', (e->>'start')::int, (e->>'end')::int, 'model'
        FROM jsonb_array_elements(${JSON.stringify(preferences)}::jsonb) WITH ORDINALITY AS x(e, i)`);
    }
    await tx.$executeRaw(sql`
      DELETE FROM reader_pending WHERE workspace_id = ${workspaceId}::uuid AND reader = 'judge' AND observation_id = ${observationId}::uuid`);
  });
}
