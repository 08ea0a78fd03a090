import type { Database, Queries } from './client.ts';
import { type emptySql, rawSql, sql } from './client.ts';
import { lockWorkspace } from './workspaces.ts';

/**
 * Brings a batch of finished or newly analysed observations into the rollups and the spend: the cells that they fall
 * into are counted again from the observations, so the order of arrival and a job that runs twice change nothing.
 * @returns how many entries were taken; call again until 0
 */
export async function rollUpPending(db: Database, workspaceId: string, limit: number): Promise<number> {
  return db.$transaction(async (tx) => {
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
    if (changed.size > 0) await countCells(tx, workspaceId, sql`o.id = ANY(${[...changed]}::uuid[])`);
    return taken.length;
  });
}

/** Counts the whole workspace anew from its observations; readers see the old figures until it is done. */
export async function rebuildRollups(db: Database, workspaceId: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await lockWorkspace(tx, workspaceId, 'rollup');
      await tx.$executeRaw(sql`DELETE FROM rollup WHERE workspace_id = ${workspaceId}::uuid`);
      await tx.$executeRaw(sql`DELETE FROM rollup_brand WHERE workspace_id = ${workspaceId}::uuid`);
      await countCells(tx, workspaceId, sql`true`);
    },
    { timeout: 3_600_000 },
  );
}

/**
 * A cell is a day of one prompt version on one engine, surface and country. Days are counted from the observations; ISO
 * weeks, months and the rows without an engine, which hold all engines and countries of a prompt together, from the days.
 */
async function countCells(tx: Queries, workspaceId: string, chosen: Sql): Promise<void> {
  const cells = cellsOf(workspaceId, chosen);
  // Their own rows, and those without an engine that they are part of.
  const doomed = sql`${cells}, doomed AS (
    SELECT grain, start, stage, prompt_version_id, engine, surface, country, language FROM cell
    UNION SELECT grain, start, stage, prompt_version_id, '', '', '', language FROM cell)`;
  for (const table of [sql`rollup`, sql`rollup_brand`]) {
    await tx.$executeRaw(sql`
      ${doomed} DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
        SELECT r.ctid FROM doomed c CROSS JOIN LATERAL (
          SELECT r.ctid FROM ${table} r WHERE r.workspace_id = ${workspaceId}::uuid AND r.prompt_version_id = c.prompt_version_id
            AND r.engine = c.engine AND r.grain = c.grain AND r.start = c.start AND r.stage = c.stage AND r.surface = c.surface
            AND r.country = c.country AND r.language = c.language ${cellByCell}) AS r))`);
  }
  await countDays(tx, workspaceId, cells);
  const periods = sql`${cells}, target AS (SELECT * FROM cell WHERE grain <> 'd')`;
  await sumUp(
    tx,
    workspaceId,
    periods,
    sql`r.grain = 'd' AND r.start >= t.start AND r.start < t.stop
    AND r.engine = t.engine AND r.surface = t.surface AND r.country = t.country AND r.language = t.language`,
  );
  const pools = sql`${cells}, target AS (SELECT DISTINCT grain, start, stage, prompt_version_id, '' AS engine, '' AS surface, '' AS country FROM cell)`;
  await sumUp(tx, workspaceId, pools, sql`r.grain = t.grain AND r.start = t.start AND r.engine <> ''`);
}

/** Keeps the planner to one index look-up a cell, also where it has no statistics of the tables yet. */
const cellByCell = sql`OFFSET 0`;

/** The cells of the chosen observations `o`, and the weeks and months around them. */
const cellsOf = (workspaceId: string, chosen: Sql) => sql`
  WITH cell AS MATERIALIZED (
    SELECT DISTINCT g.grain::char(1) AS grain, date_trunc(g.unit, x.day)::date AS start, (date_trunc(g.unit, x.day) + ('1 ' || g.unit)::interval)::date AS stop,
      x.stage, x.engine, x.surface, x.country, x.language, v.branded, x.prompt_id, x.prompt_version_id
    FROM (
      SELECT DISTINCT o.stage, o.engine, o.surface, o.country, o.language, o.prompt_id, o.prompt_version_id,
        date_trunc('day', o.asked_at AT TIME ZONE 'UTC') AS day
      FROM observation o
      WHERE o.workspace_id = ${workspaceId}::uuid AND ${chosen} AND o.asked_at IS NOT NULL
    ) AS x
    JOIN prompt_version v ON v.workspace_id = ${workspaceId}::uuid AND v.id = x.prompt_version_id
    CROSS JOIN (VALUES ('d', 'day'), ('w', 'week'), ('m', 'month')) AS g(grain, unit)
  )`;

const keyColumns = sql`workspace_id, grain, start, engine, surface, country, stage, language, branded, prompt_id, prompt_version_id`;
const totalColumns = ['answered', 'no_answer', 'refused', 'failed', 'with_citation', 'citations', 'brands_named', 'brands_named_sq'];
const setColumns = ['models', 'adapter_versions', 'parser_versions', 'panel_versions'];
const brandColumns = [
  'visible',
  'first',
  'top3',
  'reciprocal_rank',
  'reciprocal_rank_sq',
  'position',
  'position_sq',
  'besides',
  'recommended',
  'positive',
  'neutral',
  'negative',
  'mixed',
  'cited',
  'citations',
];
const names = (columns: string[]) => rawSql(columns.join(', '));

async function countDays(tx: Queries, workspaceId: string, cells: Sql): Promise<void> {
  const key = sql`c.grain, c.start, c.engine, c.surface, c.country, c.stage, c.language, c.branded, c.prompt_id, c.prompt_version_id`;
  // An answered observation counts from its analysis on: before, nobody can say whom it names.
  const counted = sql`
    (SELECT * FROM cell WHERE grain = 'd') AS c CROSS JOIN LATERAL (
      SELECT o.* FROM observation o WHERE o.workspace_id = ${workspaceId}::uuid AND o.prompt_version_id = c.prompt_version_id
        AND o.engine = c.engine
        AND o.asked_at >= c.start::timestamp AT TIME ZONE 'UTC' AND o.asked_at < c.stop::timestamp AT TIME ZONE 'UTC'
        AND o.stage = c.stage AND o.surface = c.surface AND o.country = c.country AND o.language = c.language
        AND (o.state IN ('no_answer', 'refused', 'error') OR (o.state = 'answered' AND o.result IS NOT NULL)) ${cellByCell}) AS o`;
  await tx.$executeRaw(sql`
    ${cells} INSERT INTO rollup (${keyColumns}, ${names(totalColumns)}, ${names(setColumns)})
    SELECT ${workspaceId}::uuid, ${key},
      count(*) FILTER (WHERE o.state = 'answered'), count(*) FILTER (WHERE o.state = 'no_answer'),
      count(*) FILTER (WHERE o.state = 'refused'), count(*) FILTER (WHERE o.state = 'error'),
      count(*) FILTER (WHERE (o.result->>'citations')::int > 0), coalesce(sum((o.result->>'citations')::int), 0),
      coalesce(sum(n.named), 0), coalesce(sum(n.named * n.named), 0),
      ${distinct('o.model')}, ${distinct('o.adapter_version')}, ${distinct('o.parser_version')}, ${distinct('o.panel_version')}
    FROM ${counted}
    LEFT JOIN LATERAL (SELECT count(*) AS named FROM jsonb_array_elements(o.result->'brands') AS b WHERE (b->>'visible')::boolean) AS n ON true
    GROUP BY ${key}`);
  await tx.$executeRaw(sql`
    ${cells} INSERT INTO rollup_brand (${keyColumns}, brand, ${names(brandColumns)})
    SELECT ${workspaceId}::uuid, ${key}, b.brand,
      count(*) FILTER (WHERE b.visible), count(*) FILTER (WHERE b.position = 1), count(*) FILTER (WHERE b.position <= 3),
      coalesce(sum(1000000000 / b.position), 0), coalesce(sum(1000000000 / (b.position * b.position)), 0),
      coalesce(sum(b.position), 0), coalesce(sum(b.position * b.position), 0),
      coalesce(sum(n.named) FILTER (WHERE b.visible), 0),
      count(*) FILTER (WHERE b.recommended),
      count(*) FILTER (WHERE b.visible AND b.sentiment = 'positive'), count(*) FILTER (WHERE b.visible AND b.sentiment = 'neutral'),
      count(*) FILTER (WHERE b.visible AND b.sentiment = 'negative'), count(*) FILTER (WHERE b.visible AND b.sentiment = 'mixed'),
      count(*) FILTER (WHERE b.cited > 0), coalesce(sum(b.cited), 0)
    FROM ${counted}
    CROSS JOIN LATERAL (SELECT count(*) AS named FROM jsonb_array_elements(o.result->'brands') AS e WHERE (e->>'visible')::boolean) AS n
    CROSS JOIN LATERAL jsonb_to_recordset(o.result->'brands') AS b(brand text, visible boolean, position int, recommended boolean, sentiment text, cited int)
    GROUP BY ${key}, b.brand
    HAVING count(*) FILTER (WHERE b.visible OR b.cited > 0) > 0`);
}

const distinct = (column: string) =>
  rawSql(`coalesce(array_agg(DISTINCT ${column} ORDER BY ${column}) FILTER (WHERE ${column} IS NOT NULL), '{}')`);

/** Adds rows `r` that are there already up into those of `target t`. */
async function sumUp(tx: Queries, workspaceId: string, targets: Sql, from: Sql): Promise<void> {
  const group = sql`t.grain, t.start, t.engine, t.surface, t.country, r.stage, r.language, r.branded, r.prompt_id, r.prompt_version_id`;
  const rows = (table: Sql) => sql`target t CROSS JOIN LATERAL (
    SELECT r.* FROM ${table} r WHERE r.workspace_id = ${workspaceId}::uuid AND r.stage = t.stage AND r.prompt_version_id = t.prompt_version_id AND ${from} ${cellByCell}) AS r`;
  const sums = (columns: string[]) => rawSql(columns.map((column) => `sum(r.${column})`).join(', '));
  const unions = rawSql(
    setColumns
      .map((column) => `(SELECT coalesce(array_agg(DISTINCT e ORDER BY e), '{}') FROM unnest(array_concat_agg(r.${column})) AS e)`)
      .join(', '),
  );
  await tx.$executeRaw(sql`
    ${targets} INSERT INTO rollup (${keyColumns}, ${names(totalColumns)}, ${names(setColumns)})
    SELECT ${workspaceId}::uuid, ${group}, ${sums(totalColumns)}, ${unions} FROM ${rows(sql`rollup`)} GROUP BY ${group}`);
  await tx.$executeRaw(sql`
    ${targets} INSERT INTO rollup_brand (${keyColumns}, brand, ${names(brandColumns)})
    SELECT ${workspaceId}::uuid, ${group}, r.brand, ${sums(brandColumns)} FROM ${rows(sql`rollup_brand`)} GROUP BY ${group}, r.brand`);
}

type Sql = typeof emptySql;
