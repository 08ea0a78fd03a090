import type { Database, Queries } from './client.ts';
import { rawSql, sql } from './client.ts';
import { lockWorkspace } from './workspaces.ts';

/**
 * Brings a batch of finished or newly analysed observations into the rollups and the spend: the cells that they fall
 * into are counted again from the observations, so the order of arrival and a job that runs twice change nothing.
 * @returns how many entries were taken; call again until 0
 */
export async function rollUpPending(db: Database, workspaceId: string, limit: number): Promise<number> {
  return db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'rollup');
    const taken = await tx.$queryRaw<{ observationId: string }[]>(sql`
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
      SELECT observation_id AS "observationId" FROM gone`);
    if (taken.length > 0) await countCells(tx, workspaceId, [...new Set(taken.map((row) => row.observationId))]);
    return taken.length;
  });
}

/** Counts the whole workspace anew from its observations; readers see the old figures until it is done. */
export async function rebuildRollups(db: Database, workspaceId: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await lockWorkspace(tx, workspaceId, 'rollup');
      await countCells(tx, workspaceId, null);
    },
    { timeout: 3_600_000 },
  );
}

async function countCells(tx: Queries, workspaceId: string, observationIds: string[] | null): Promise<void> {
  await chooseCells(tx, workspaceId, observationIds);
  for (const table of [sql`rollup`, sql`rollup_brand`]) {
    await tx.$executeRaw(sql`
      DELETE FROM ${table} r USING cell c WHERE r.workspace_id = ${workspaceId}::uuid AND r.grain = c.grain AND r.start = c.start
        AND r.prompt_version_id = c.prompt_version_id AND r.stage = c.stage
        AND (r.engine = '' OR (r.engine = c.engine AND r.surface = c.surface AND r.country = c.country AND r.language = c.language))`);
  }
  await insertTotals(tx, workspaceId);
  await insertBrands(tx, workspaceId);
  await insertPooled(tx, workspaceId);
}

/** The cells (day, ISO week, month) that the observations fall into, all of them where none are named. */
async function chooseCells(tx: Queries, workspaceId: string, observationIds: string[] | null): Promise<void> {
  await tx.$executeRaw(sql`DROP TABLE IF EXISTS cell`);
  await tx.$executeRaw(sql`
    CREATE TEMP TABLE cell (grain char(1), start date, stop date, stage text, engine text, surface text, country text, language text,
      branded boolean, prompt_id uuid, prompt_version_id uuid) ON COMMIT DROP`);
  const chosen = observationIds === null ? sql`true` : sql`o.id = ANY(${observationIds}::uuid[])`;
  if (observationIds === null) {
    await tx.$executeRaw(sql`DELETE FROM rollup WHERE workspace_id = ${workspaceId}::uuid`);
    await tx.$executeRaw(sql`DELETE FROM rollup_brand WHERE workspace_id = ${workspaceId}::uuid`);
  }
  await tx.$executeRaw(sql`
    INSERT INTO cell
    SELECT DISTINCT g.grain, date_trunc(g.unit, day)::date, (date_trunc(g.unit, day) + ('1 ' || g.unit)::interval)::date,
      x.stage, x.engine, x.surface, x.country, x.language, v.branded, x.prompt_id, x.prompt_version_id
    FROM (
      SELECT DISTINCT o.stage, o.engine, o.surface, o.country, o.language, o.prompt_id, o.prompt_version_id,
        date_trunc('day', o.asked_at AT TIME ZONE 'UTC') AS day
      FROM observation o
      WHERE o.workspace_id = ${workspaceId}::uuid AND ${chosen} AND o.asked_at IS NOT NULL
    ) AS x
    JOIN prompt_version v ON v.workspace_id = ${workspaceId}::uuid AND v.id = x.prompt_version_id
    CROSS JOIN (VALUES ('d', 'day'), ('w', 'week'), ('m', 'month')) AS g(grain, unit)`);
  await tx.$executeRaw(sql`ANALYZE cell`);
}

/** An answered observation counts from its analysis on: before, nobody can say whom it names. */
const counted = (workspaceId: string) => sql`
  cell c JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.prompt_version_id = c.prompt_version_id AND o.engine = c.engine
    AND o.asked_at >= c.start::timestamp AT TIME ZONE 'UTC' AND o.asked_at < c.stop::timestamp AT TIME ZONE 'UTC'
    AND o.stage = c.stage AND o.surface = c.surface AND o.country = c.country AND o.language = c.language
    AND (o.state IN ('no_answer', 'refused', 'error') OR (o.state = 'answered' AND o.result IS NOT NULL))`;

const keyColumns = sql`c.grain, c.start, c.stage, c.engine, c.surface, c.country, c.language, c.branded, c.prompt_id, c.prompt_version_id`;

async function insertTotals(tx: Queries, workspaceId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO rollup (workspace_id, grain, start, stage, engine, surface, country, language, branded, prompt_id, prompt_version_id,
      answered, no_answer, refused, failed, with_citation, citations, brands_named, brands_named_sq,
      models, adapter_versions, parser_versions, panel_versions)
    SELECT ${workspaceId}::uuid, ${keyColumns},
      count(*) FILTER (WHERE o.state = 'answered'), count(*) FILTER (WHERE o.state = 'no_answer'),
      count(*) FILTER (WHERE o.state = 'refused'), count(*) FILTER (WHERE o.state = 'error'),
      count(*) FILTER (WHERE (o.result->>'citations')::int > 0), coalesce(sum((o.result->>'citations')::int), 0),
      coalesce(sum(n.named), 0), coalesce(sum(n.named * n.named), 0),
      ${distinct(sql`o.model`)}, ${distinct(sql`o.adapter_version`)}, ${distinct(sql`o.parser_version`)}, ${distinct(sql`o.panel_version`)}
    FROM ${counted(workspaceId)}
    LEFT JOIN LATERAL (SELECT count(*) AS named FROM jsonb_array_elements(o.result->'brands') AS b WHERE (b->>'visible')::boolean) AS n ON true
    GROUP BY ${keyColumns}`);
}

const distinct = (column: ReturnType<typeof sql>) => sql`coalesce(array_agg(DISTINCT ${column} ORDER BY ${column}) FILTER (WHERE ${column} IS NOT NULL), '{}')`;

async function insertBrands(tx: Queries, workspaceId: string): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO rollup_brand (workspace_id, grain, start, stage, engine, surface, country, language, branded, prompt_id, prompt_version_id,
      brand, visible, first, top3, reciprocal_rank, reciprocal_rank_sq, position, position_sq, besides, recommended, positive, neutral, negative, mixed, cited, citations)
    SELECT ${workspaceId}::uuid, ${keyColumns}, b.brand,
      count(*) FILTER (WHERE b.visible), count(*) FILTER (WHERE b.position = 1), count(*) FILTER (WHERE b.position <= 3),
      coalesce(sum(1000000000 / b.position), 0), coalesce(sum(1000000000 / (b.position * b.position)), 0),
      coalesce(sum(b.position), 0), coalesce(sum(b.position * b.position), 0),
      coalesce(sum(n.named) FILTER (WHERE b.visible), 0),
      count(*) FILTER (WHERE b.recommended),
      count(*) FILTER (WHERE b.visible AND b.sentiment = 'positive'), count(*) FILTER (WHERE b.visible AND b.sentiment = 'neutral'),
      count(*) FILTER (WHERE b.visible AND b.sentiment = 'negative'), count(*) FILTER (WHERE b.visible AND b.sentiment = 'mixed'),
      count(*) FILTER (WHERE b.cited > 0), coalesce(sum(b.cited), 0)
    FROM ${counted(workspaceId)}
    CROSS JOIN LATERAL (SELECT count(*) AS named FROM jsonb_array_elements(o.result->'brands') AS e WHERE (e->>'visible')::boolean) AS n
    CROSS JOIN LATERAL jsonb_to_recordset(o.result->'brands') AS b(brand text, visible boolean, position int, recommended boolean, sentiment text, cited int)
    GROUP BY ${keyColumns}, b.brand
    HAVING count(*) FILTER (WHERE b.visible OR b.cited > 0) > 0`);
}

const totalColumns = ['answered', 'no_answer', 'refused', 'failed', 'with_citation', 'citations', 'brands_named', 'brands_named_sq'];
const brandColumns = ['visible', 'first', 'top3', 'reciprocal_rank', 'reciprocal_rank_sq', 'position', 'position_sq', 'besides', 'recommended', 'positive', 'neutral', 'negative', 'mixed', 'cited', 'citations'];

/**
 * All engines, surfaces and countries of a prompt taken together, as rows without an engine: what most questions ask for,
 * at a fraction of the rows.
 */
async function insertPooled(tx: Queries, workspaceId: string): Promise<void> {
  const key = sql`r.grain, r.start, r.stage, r.language, r.branded, r.prompt_id, r.prompt_version_id`;
  const columns = sql`workspace_id, engine, surface, country, grain, start, stage, language, branded, prompt_id, prompt_version_id`;
  const from = (table: typeof key) => sql`
    (SELECT DISTINCT grain, start, stage, prompt_version_id FROM cell) AS c
    JOIN ${table} r ON r.workspace_id = ${workspaceId}::uuid AND r.grain = c.grain AND r.start = c.start AND r.stage = c.stage
      AND r.prompt_version_id = c.prompt_version_id AND r.engine <> ''`;
  const sums = (names: string[]) => rawSql(names.map((name) => `sum(r.${name})`).join(', '));
  const union = (name: string) => rawSql(`(SELECT coalesce(array_agg(DISTINCT e ORDER BY e), '{}') FROM unnest(array_concat_agg(r.${name})) AS e)`);
  await tx.$executeRaw(sql`
    INSERT INTO rollup (${columns}, ${rawSql(totalColumns.join(', '))}, models, adapter_versions, parser_versions, panel_versions)
    SELECT ${workspaceId}::uuid, '', '', '', ${key}, ${sums(totalColumns)},
      ${union('models')}, ${union('adapter_versions')}, ${union('parser_versions')}, ${union('panel_versions')}
    FROM ${from(sql`rollup`)} GROUP BY ${key}`);
  await tx.$executeRaw(sql`
    INSERT INTO rollup_brand (${columns}, brand, ${rawSql(brandColumns.join(', '))})
    SELECT ${workspaceId}::uuid, '', '', '', ${key}, r.brand, ${sums(brandColumns)}
    FROM ${from(sql`rollup_brand`)} GROUP BY ${key}, r.brand`);
}
