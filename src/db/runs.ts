import { z } from 'zod';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { newId } from './new-id.ts';

/** What a run asks, kept with it so that an interrupted planning can be finished by anybody. */
export const runPlanSchema = z.object({
  stages: z.array(z.string()),
  /** Empty: all prompts of the stages. */
  promptIds: z.array(z.string()),
  engines: z.array(z.object({ id: z.string(), surface: z.string() })),
  countries: z.array(z.string()),
  languages: z.array(z.string()),
  repeats: z.number().int().min(1),
  /** The observations are spread evenly over this long from the run's start. */
  spreadMs: z.number().int().min(0),
  /** Of a run of conversations: who asks. It has no prompts. */
  customerIds: z.array(z.string()).optional(),
});
export type RunPlan = z.infer<typeof runPlanSchema>;
export type RunKind = 'scheduled' | 'confirm' | 'now' | 'demo' | 'import' | 'conversation';

export type NewRun = {
  key: string;
  kind: RunKind;
  scheduleId?: string;
  plan: RunPlan;
  startsAt: Date;
  simulated: boolean;
  panelVersion: number;
};

/** Adds the run unless one with its key exists. @returns its id, and whether it is new */
export async function addRun(db: Database, workspaceId: string, run: NewRun): Promise<{ id: string; created: boolean }> {
  const { count } = await db.run.createMany({ data: [{ workspaceId, id: newId(), ...run }], skipDuplicates: true });
  const { id } = await db.run.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key: run.key } }, select: { id: true } });
  return { id, created: count === 1 };
}

export async function readRunPlan(
  db: Database,
  workspaceId: string,
  runId: string,
): Promise<{ kind: string; state: string; plan: RunPlan } | null> {
  const run = await db.run.findUnique({ where: { workspaceId_id: { workspaceId, id: runId } } });
  return run && { kind: run.kind, state: run.state, plan: runPlanSchema.parse(run.plan) };
}

/**
 * Writes every observation of the run in one statement. Ids and due times follow from what makes the observation unique,
 * so doing it again writes nothing and changes nothing.
 */
export async function writeObservations(db: Database, workspaceId: string, runId: string, plan: RunPlan): Promise<number> {
  const countries = plan.countries.length > 0 ? plan.countries : [''];
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`
      SELECT wayseen_ensure_partitions(starts_at, starts_at + interval '1 millisecond' * ${plan.spreadMs}::float8)
      FROM run WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid`);
    await tx.$executeRaw(sql`
      INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language,
        repeat, due_at, released_at)
      SELECT workspace_id, wayseen_id(fingerprint), run_id, prompt_id, version_id, stage, engine, surface, country, language, repeat, due, due
      FROM (
        SELECT *, starts_at + interval '1 millisecond'
          * floor(${plan.spreadMs}::float8 * (('x' || substr(md5(fingerprint), 1, 8))::bit(32)::bigint / 4294967296.0)) AS due
        FROM (
          SELECT p.workspace_id, r.id AS run_id, r.starts_at, p.id AS prompt_id, v.id AS version_id, p.stage, e.engine, e.surface,
            c.country, p.language, n.repeat, concat_ws('/', r.id, v.id, e.engine, c.country, p.language, n.repeat) AS fingerprint
          FROM run r
          JOIN prompt p ON p.workspace_id = r.workspace_id
          JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id AND v.version = p.current_version
          CROSS JOIN unnest(${plan.engines.map((engine) => engine.id)}::text[], ${plan.engines.map((engine) => engine.surface)}::text[]) AS e(engine, surface)
          CROSS JOIN unnest(${countries}::text[]) AS c(country)
          CROSS JOIN generate_series(1, ${plan.repeats}::int) AS n(repeat)
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.id = ${runId}::uuid
            AND p.archived_at IS NULL
            AND (${plan.promptIds.length === 0} OR p.id = ANY(${plan.promptIds}::uuid[]))
            AND (${plan.promptIds.length > 0} OR p.stage = ANY(${plan.stages}::text[]))
            AND (${plan.languages.length === 0} OR p.language = ANY(${plan.languages}::text[]))
        ) AS cells
      ) AS placed
      ON CONFLICT DO NOTHING`);
    const [{ planned } = { planned: 0 }] = await tx.$queryRaw<{ planned: number }[]>(sql`
      UPDATE run SET planned = (SELECT count(*) FROM observation o WHERE o.workspace_id = run.workspace_id AND o.run_id = run.id)
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid RETURNING planned`);
    return planned;
  });
}

export async function markQueued(db: Database, workspaceId: string, runId: string): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE run SET state = 'queued', queued_at = coalesce(queued_at, now())
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid AND state = 'planning'`);
}

export type OpenObservation = { id: string; engine: string; dueAt: Date };

/** The run's observations that are still to be asked, a page at a time, in order of id. */
export function openObservations(
  db: Database,
  workspaceId: string,
  runId: string,
  after: string,
  limit: number,
): Promise<OpenObservation[]> {
  return db.$queryRaw<OpenObservation[]>(sql`
    SELECT id, engine, due_at AS "dueAt" FROM observation
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid AND state = 'planned' AND id > ${after}::uuid
    ORDER BY id LIMIT ${limit}`);
}

export type RunRow = {
  id: string;
  kind: string;
  state: string;
  simulated: boolean;
  planned: number;
  startsAt: Date;
  createdAt: Date;
  completedAt: Date | null;
  counts: RunCounts;
};
export type RunCounts = {
  planned: number;
  asking: number;
  answered: number;
  no_answer: number;
  refused: number;
  error: number;
  cancelled: number;
  analysed: number;
};

/**
 * The newest runs with their counts by state; `after` is the id of the last one of the page before. They stand by when they were asked,
 * for the past may be planned, or imported, in any order; what lies ahead, by when it was planned.
 */
export async function listRuns(
  db: Database,
  workspaceId: string,
  { limit, after = null, ids = null }: { limit: number; after?: string | null; ids?: string[] | null },
): Promise<RunRow[]> {
  const at = sql`least(starts_at, created_at)`;
  const listed = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM run WHERE workspace_id = ${workspaceId}::uuid
      AND (${ids}::uuid[] IS NULL OR id = ANY(${ids}::uuid[]))
      AND (${after}::uuid IS NULL OR (${at}, id) < (SELECT ${at}, id FROM run WHERE workspace_id = ${workspaceId}::uuid AND id = ${after}::uuid))
    ORDER BY ${at} DESC, id DESC LIMIT ${limit}`);
  const order = new Map(listed.map(({ id }, place) => [id, place]));
  const found = await db.run.findMany({ where: { workspaceId, id: { in: [...order.keys()] } }, omit: { plan: true } });
  const rows = found.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const live = await countLive(
    db,
    workspaceId,
    rows.filter((row) => row.counts === null).map((row) => row.id),
  );
  return rows.map(({ id, kind, state, simulated, planned, startsAt, createdAt, completedAt, counts }) => ({
    id,
    kind,
    state,
    simulated,
    planned,
    startsAt,
    createdAt,
    completedAt,
    counts: counts === null ? (live.get(id) ?? noCounts) : storedCounts.parse(counts),
  }));
}

const storedCounts = z
  .record(z.string(), z.number())
  .transform((counts): RunCounts => ({ ...noCounts, ...counts, analysed: counts['answered'] ?? 0 }));
const noCounts: RunCounts = { planned: 0, asking: 0, answered: 0, no_answer: 0, refused: 0, error: 0, cancelled: 0, analysed: 0 };

/** Counts runs that may still change; those that are complete carry their counts. */
async function countLive(db: Database, workspaceId: string, ids: string[]): Promise<Map<string, RunCounts>> {
  if (ids.length === 0) return new Map();
  const counted = await db.$queryRaw<{ runId: string; state: string; n: number }[]>(sql`
    SELECT run_id AS "runId", state, count(*)::int AS n FROM observation
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ANY(${ids}::uuid[]) GROUP BY 1, 2
    UNION ALL
    SELECT run_id, 'asking', count(*)::int FROM observation
    WHERE workspace_id = ${workspaceId}::uuid AND run_id = ANY(${ids}::uuid[]) AND state = 'planned' AND lease_until > now() GROUP BY 1
    UNION ALL
    SELECT run_id, 'pending', count(*)::int FROM answer
    WHERE workspace_id = ${workspaceId}::uuid AND pending AND run_id = ANY(${ids}::uuid[]) GROUP BY 1`);
  const live = new Map<string, RunCounts>();
  for (const [runId, states] of Map.groupBy(counted, (row) => row.runId)) {
    const of = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
    live.set(runId, {
      planned: of('planned') - of('asking'),
      asking: of('asking'),
      answered: of('answered'),
      no_answer: of('no_answer'),
      refused: of('refused'),
      error: of('error'),
      cancelled: of('cancelled'),
      analysed: of('answered') - of('pending'),
    });
  }
  return live;
}

/** Ends the runs of which nothing is open any more, and tells so; the demo's past is no news. @returns their ids */
export async function completeRuns(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    WITH ended AS (
    UPDATE run r SET state = 'complete', completed_at = now(), counts = (
      SELECT coalesce(jsonb_object_agg(c.state, c.n), '{}') FROM (
        SELECT o.state, count(*) AS n FROM observation o WHERE o.workspace_id = r.workspace_id AND o.run_id = r.id GROUP BY 1) AS c)
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'queued'
      AND NOT EXISTS (SELECT 1 FROM observation o WHERE o.workspace_id = r.workspace_id AND o.run_id = r.id AND o.state = 'planned')
      AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.workspace_id = r.workspace_id AND a.pending AND a.run_id = r.id)
      AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.workspace_id = r.workspace_id AND c.run_id = r.id AND c.state = 'open')
    RETURNING r.*)
    SELECT id, CASE WHEN kind IN ('now', 'scheduled', 'conversation') THEN ${tellEnd} END AS event FROM ended`);
  return rows.map((row) => row.id);
}

const countOf = (state: string) => sql`coalesce((counts->>${state}::text)::int, 0)`;
/** A run without any answer has failed; one whose questions were all refused has not. */
const tellEnd = sql`wayseen_write_event(workspace_id,
  CASE WHEN ${countOf('error')} > 0 AND ${countOf('answered')} + ${countOf('no_answer')} + ${countOf('refused')} = 0 THEN 'run.failed' ELSE 'run.completed' END,
  'run/' || id, jsonb_build_object('run', id, 'kind', kind, 'planned', planned, 'answered', ${countOf('answered')}, 'noAnswer', ${countOf('no_answer')},
    'refused', ${countOf('refused')}, 'failed', ${countOf('error')}, 'cancelled', ${countOf('cancelled')}, 'startsAt', to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`;

/** Runs whose planning was interrupted, in all workspaces. */
export const interruptedRuns = (db: Database, olderThanMs: number) =>
  db.$queryRaw<{ workspaceId: string; id: string; kind: string }[]>(sql`
    SELECT workspace_id AS "workspaceId", id, kind FROM run
    WHERE state = 'planning' AND created_at < now() - interval '1 millisecond' * ${olderThanMs}::float8 LIMIT 100`);

/** Stops the run: what is not being asked is cancelled. */
export async function stopRun(db: Database, workspaceId: string, runId: string): Promise<void> {
  await db.$transaction([
    db.$executeRaw(sql`
      UPDATE run SET state = 'stopped', completed_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${runId}::uuid AND state IN ('planning', 'queued')`),
    db.$executeRaw(sql`
      UPDATE observation SET state = 'cancelled', finished_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND run_id = ${runId}::uuid AND state = 'planned' AND (lease_until IS NULL OR lease_until < now())
        AND EXISTS (SELECT 1 FROM run r WHERE r.workspace_id = observation.workspace_id AND r.id = observation.run_id AND r.state = 'stopped')`),
  ]);
}

/** What a stopped run still got (written while it was stopped, or given back unanswered) is not asked any more. */
export async function cancelStopped(db: Database): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE observation o SET state = 'cancelled', finished_at = now() FROM run r
    WHERE r.state = 'stopped' AND o.workspace_id = r.workspace_id AND o.run_id = r.id
      AND o.state = 'planned' AND (o.lease_until IS NULL OR o.lease_until < now())`);
}

export type Progress = { planned: number; done: number };

/** How many observations the runs of a kind planned, how many of them are counted already, and how many runs have all theirs written. */
export async function countObservations(db: Database, workspaceId: string, kind: RunKind): Promise<Progress & { expanded: number }> {
  const runs = await db.run.findMany({ where: { workspaceId, kind }, select: { id: true, planned: true, state: true } });
  const open = runs.filter((run) => run.state === 'planning' || run.state === 'queued');
  const live = await countLive(
    db,
    workspaceId,
    open.map((run) => run.id),
  );
  const ended = ({ analysed, no_answer, refused, error, cancelled }: RunCounts) => analysed + no_answer + refused + error + cancelled;
  let planned = 0;
  let done = 0;
  for (const run of runs) {
    planned += run.planned;
    done += open.includes(run) ? ended(live.get(run.id) ?? noCounts) : run.planned;
  }
  return { planned, done, expanded: runs.filter(({ state }) => state !== 'planning').length };
}

/** When the first run of the kind starts. */
export const earliestRun = (db: Database, workspaceId: string, kind: RunKind): Promise<{ key: string; startsAt: Date } | null> =>
  db.run.findFirst({ where: { workspaceId, kind }, orderBy: { startsAt: 'asc' }, select: { key: true, startsAt: true } });
