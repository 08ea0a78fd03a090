import {
  addPacked,
  countObservation,
  emptyPacked,
  unpack,
  writePacked,
  type CountedObservation,
  type PackedCounts,
  type StoredCounts,
} from '../domain/metrics/packed-counts.ts';
import { startOfMonth, startOfWeek } from '../domain/period.ts';
import type { ObservationResult } from './analyses.ts';
import type { Database, Queries } from './client.ts';
import { type emptySql, sql } from './client.ts';
import { lockWorkspace } from './workspaces.ts';

type Sql = typeof emptySql;

/**
 * Brings a batch of finished or newly analysed observations into the rollups and the spend: the days that they fall into
 * are counted again from the observations, so the order of arrival and a job that runs twice change nothing.
 * @returns how many entries were taken; call again until 0
 */
export async function rollUpPending(db: Database, workspaceId: string, limit: number): Promise<number> {
  return db.direct.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'rollup');
    const taken = await tx.$queryRaw<{ observationId: string; recount: boolean }[]>(sql`
      WITH gone AS (
        DELETE FROM rollup_pending WHERE workspace_id = ${workspaceId}::uuid AND id IN (
          SELECT id FROM rollup_pending WHERE workspace_id = ${workspaceId}::uuid ORDER BY id LIMIT ${limit})
        RETURNING *
      ), spend AS (
        INSERT INTO engine_spend (workspace_id, engine, month, spent_usd, answers, unpriced)
        SELECT workspace_id, engine, month, coalesce(sum(cost_usd), 0), count(*), count(*) FILTER (WHERE cost_usd IS NULL)
        FROM gone WHERE charge GROUP BY 1, 2, 3
        ON CONFLICT (workspace_id, engine, month) DO UPDATE SET spent_usd = engine_spend.spent_usd + excluded.spent_usd,
          answers = engine_spend.answers + excluded.answers, unpriced = engine_spend.unpriced + excluded.unpriced
      )
      SELECT observation_id AS "observationId", recount FROM gone`);
    const changed = new Set(taken.filter((row) => row.recount).map((row) => row.observationId));
    if (changed.size > 0) await recountDays(tx, workspaceId, sql`o.id = ANY(${[...changed]}::uuid[])`);
    return taken.length;
  });
}

/** How many observations a rebuild holds in memory at once, about. */
const rebuildBatch = 20_000;

/** Counts the whole workspace anew from its observations; readers see the old figures until it is done. */
export async function rebuildRollups(db: Database, workspaceId: string): Promise<void> {
  await db.direct.transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'rollup');
    await tx.$executeRaw(sql`DELETE FROM rollup WHERE workspace_id = ${workspaceId}::uuid`);
    const versions = await tx.$queryRaw<{ id: string; observations: number }[]>(sql`
      SELECT prompt_version_id AS id, count(*)::int AS observations FROM observation WHERE workspace_id = ${workspaceId}::uuid GROUP BY 1`);
    for (const batch of batchesOf(versions, rebuildBatch))
      await recountDays(tx, workspaceId, sql`o.prompt_version_id = ANY(${batch.map(({ id }) => id)}::uuid[])`);
  });
}

export function batchesOf<Item extends { observations: number }>(items: Item[], most: number): Item[][] {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    if (room < item.observations || batches.length === 0) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(item);
    room -= item.observations;
  }
  return batches;
}

type Place = {
  grain: 'd' | 'w' | 'm';
  /** First day, `2026-09-07`. */
  start: string;
  stage: string;
  engine: string;
  surface: string;
  country: string;
  language: string;
  promptId: string;
  promptVersionId: string;
};
type DayRow = Omit<Place, 'grain'> & { observations: string };
/** `counts` is '' where nothing is left to count. */
type WrittenRow = Place & { counts: string };

/**
 * Counts the days of the chosen observations `o` anew. ISO weeks, months and the rows without an engine, which hold all
 * engines and countries of a prompt together, are sums of days: they change by what their days changed by.
 */
export async function recountDays(tx: Queries, workspaceId: string, chosen: Sql): Promise<void> {
  const days = await readDays(tx, workspaceId, chosen);
  const places = new Map<string, Place>();
  const keysOf = (day: DayRow) =>
    placesOf(day).map((place) => {
      const key = keyOf(place);
      places.set(key, place);
      return key;
    });
  const cells = days.map((day) => ({ observations: day.observations, keys: keysOf(day) }));
  const written = await readRows(tx, workspaceId, places);

  const rows: WrittenRow[] = [];
  const changes = new Map<string, PackedCounts[]>();
  const note = (key: string, counts: PackedCounts): boolean => {
    const text = writePacked(counts);
    if (text === (written.get(key) ?? '')) return false;
    rows.push({ ...(places.get(key) as Place), counts: text });
    return true;
  };
  for (const { observations, keys } of cells) {
    const [own, ...sums] = keys as [string, ...string[]];
    const change = countDay(observations);
    if (!note(own, change)) continue;
    const before = written.get(own);
    if (before !== undefined) addPacked(change, parsed(before), -1);
    for (const key of sums) {
      const known = changes.get(key);
      if (known) known.push(change);
      else changes.set(key, [change]);
    }
  }
  for (const [key, parts] of changes) {
    const before = written.get(key);
    const sum = before === undefined ? emptyPacked() : parsed(before);
    for (const part of parts) addPacked(sum, part);
    note(key, sum);
  }
  await writeRows(tx, workspaceId, rows);
}

/** An answered observation counts from its analysis on: before, nobody can say whom it names. */
const readDays = (tx: Queries, workspaceId: string, chosen: Sql) =>
  tx.$queryRaw<DayRow[]>(sql`
    WITH day AS MATERIALIZED (
      SELECT DISTINCT (o.asked_at AT TIME ZONE 'UTC')::date AS start, o.stage, o.engine, o.surface, o.country, o.language, o.prompt_id, o.prompt_version_id
      FROM observation o WHERE o.workspace_id = ${workspaceId}::uuid AND ${chosen} AND o.asked_at IS NOT NULL AND o.conversation_id IS NULL
    )
    SELECT c.start::text, c.stage, c.engine, c.surface, c.country, c.language, c.prompt_id AS "promptId",
      c.prompt_version_id AS "promptVersionId", n.observations
    FROM day c
    CROSS JOIN LATERAL (
      SELECT '[' || coalesce(string_agg(concat('["', o.state, '",', coalesce(to_json(o.model)::text, 'null'), ',', coalesce(o.adapter_version::text, 'null'), ',',
        coalesce(o.parser_version::text, 'null'), ',', coalesce(o.panel_version::text, 'null'), ',', coalesce(o.result::text, 'null'), ']'), ','), '') || ']' AS observations
      FROM observation o WHERE o.workspace_id = ${workspaceId}::uuid AND o.prompt_version_id = c.prompt_version_id AND o.engine = c.engine
        AND o.asked_at >= c.start::timestamp AT TIME ZONE 'UTC' AND o.asked_at < (c.start + 1)::timestamp AT TIME ZONE 'UTC'
        AND o.stage = c.stage AND o.surface = c.surface AND o.country = c.country AND o.language = c.language
        AND (o.state IN ('no_answer', 'refused', 'error') OR (o.state = 'answered' AND o.result IS NOT NULL)) ${cellByCell}) AS n`);

/** Keeps the planner to one index look-up a cell, also where it has no statistics of the tables yet. */
const cellByCell = sql`OFFSET 0`;

type StoredObservation = [
  state: CountedObservation['state'],
  model: string | null,
  adapter: number | null,
  parser: number | null,
  panel: number | null,
  result: ObservationResult | null,
];

function countDay(observations: string): PackedCounts {
  const counts = emptyPacked();
  for (const [state, model, adapter, parser, panel, result] of JSON.parse(observations) as StoredObservation[])
    countObservation(counts, { state, model, adapter, parser, panel, citations: result?.citations ?? 0, brands: result?.brands ?? [] });
  return counts;
}

/** The day itself first, then its week and month, then the same three of all engines together. */
function placesOf({ observations: _, ...day }: DayRow): Place[] {
  const pooled = { ...day, engine: '', surface: '', country: '' };
  return [day, pooled].flatMap((one) => [
    { ...one, grain: 'd' as const },
    { ...one, grain: 'w' as const, start: startOfWeek(day.start) },
    { ...one, grain: 'm' as const, start: startOfMonth(day.start) },
  ]);
}

const keyOf = ({ grain, start, engine, promptVersionId, stage, surface, country, language }: Place) =>
  JSON.stringify([grain, start, engine, promptVersionId, stage, surface, country, language]);

const keyFields = sql`grain char(1), start date, engine text, "promptVersionId" uuid, stage text, surface text, country text, language text`;

async function readRows(tx: Queries, workspaceId: string, places: Map<string, Place>): Promise<Map<string, string>> {
  const keys = [...places.keys()];
  const rows = await tx.$queryRaw<{ at: number; counts: string }[]>(sql`
    SELECT k.at::int, r.counts
    FROM ROWS FROM (json_to_recordset(${JSON.stringify([...places.values()])}::json) AS (${keyFields})) WITH ORDINALITY
      AS k(grain, start, engine, version, stage, surface, country, language, at)
    CROSS JOIN LATERAL (
      SELECT r.counts FROM rollup r WHERE r.workspace_id = ${workspaceId}::uuid AND r.grain = k.grain AND r.engine = k.engine AND r.start = k.start
        AND r.prompt_version_id = k.version AND r.stage = k.stage AND r.surface = k.surface AND r.country = k.country AND r.language = k.language
      ${cellByCell}) AS r`);
  return new Map(rows.map(({ at, counts }) => [keys[at - 1] ?? '', counts]));
}

const parsed = (counts: string): PackedCounts => unpack(JSON.parse(counts) as StoredCounts);

async function writeRows(tx: Queries, workspaceId: string, rows: WrittenRow[]): Promise<void> {
  const [gone, kept] = [rows.filter(({ counts }) => counts === ''), rows.filter(({ counts }) => counts !== '')];
  if (kept.length > 0)
    await tx.$executeRaw(sql`
      INSERT INTO rollup (workspace_id, grain, start, engine, prompt_version_id, stage, surface, country, language, prompt_id, counts)
      SELECT ${workspaceId}::uuid, grain, start, engine, "promptVersionId", stage, surface, country, language, "promptId", counts
      FROM json_to_recordset(${JSON.stringify(kept)}::json) AS k(${keyFields}, "promptId" uuid, counts text)
      ON CONFLICT (workspace_id, grain, engine, start, prompt_version_id, stage, surface, country, language)
      DO UPDATE SET counts = excluded.counts`);
  if (gone.length > 0)
    await tx.$executeRaw(sql`
      DELETE FROM rollup r USING json_to_recordset(${JSON.stringify(gone)}::json) AS k(${keyFields})
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.grain = k.grain AND r.engine = k.engine AND r.start = k.start
        AND r.prompt_version_id = k."promptVersionId" AND r.stage = k.stage AND r.surface = k.surface AND r.country = k.country AND r.language = k.language`);
}
