import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqlFromEmpty } from '../../src/db/schema-engine.ts';
import { openTestStore, type TestStore } from './harness.ts';

let migrated: TestStore;
let modelled: TestStore;
beforeAll(async () => {
  migrated = await openTestStore();
  modelled = await openTestStore({ empty: true });
  await modelled.rows(await sqlFromEmpty(modelled.url));
});
afterAll(() => Promise.all([migrated.close(), modelled.close()]));

const columns = `
  SELECT c.table_name, c.column_name, c.data_type, c.udt_name, c.is_nullable, c.column_default, c.character_maximum_length,
    c.numeric_precision, c.numeric_scale, c.datetime_precision
  FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name AND NOT t.relispartition AND t.relnamespace = 'public'::regnamespace
  WHERE c.table_schema = 'public' AND c.table_name <> '_prisma_migrations' ORDER BY 1, 2`;

/** Unique indexes of tables, partitions left out, with their columns in order. */
const uniqueKeys = `
  SELECT t.relname AS table, i.relname AS index, array_agg(a.attname::text ORDER BY k.ord) AS columns
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid AND NOT t.relispartition
  CROSS JOIN unnest(x.indkey) WITH ORDINALITY AS k(attnum, ord) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum
  WHERE t.relnamespace = 'public'::regnamespace AND t.relname <> '_prisma_migrations' AND (x.indisunique OR $1) GROUP BY 1, 2 ORDER BY 1, 2`;

test('what Prisma thinks of the columns is what the migrated database has', async () => {
  expect(await migrated.rows(columns)).toEqual(await modelled.rows(columns));
});

test('what Prisma thinks of the unique keys is what the migrated database has', async () => {
  expect(await migrated.rows(uniqueKeys, [false])).toEqual(await modelled.rows(uniqueKeys, [false]));
});

/** A person may belong to several workspaces; better-auth keeps who they are and how they sign in. */
const ofTheServer = ['workspace', 'person', 'session', 'account', 'verification'];

test('every key and index begins with the workspace, so that tables can be spread over machines', async () => {
  const all = await migrated.rows<{ table: string; index: string; columns: string[] }>(uniqueKeys, [true]);
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ table, columns: [first] }) => !ofTheServer.includes(table) && first !== 'workspace_id')).toEqual([]);
});

test('answers and what derives from them are partitioned, by month', async () => {
  const partitioned = await migrated.rows<{ name: string; by: string }>(
    `SELECT relname AS name, pg_get_partkeydef(oid) AS by FROM pg_class WHERE relkind = 'p' ORDER BY 1`,
  );
  expect(partitioned).toEqual(['answer', 'citation', 'comparison', 'mention'].map((name) => ({ name, by: 'RANGE (due_at)' })));
  await migrated.rows(`SELECT wayseen_ensure_partitions('2026-11-30T23:30:00-01:00', '2027-01-01T00:00:00Z')`);
  const months = await migrated.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relispartition AND relkind = 'r' AND relname LIKE 'answer%' ORDER BY 1`,
  );
  expect(months.map(({ name }) => name)).toEqual(['answer_2026_12', 'answer_2027_01']);
});

test('several that make the same partitions at once make them once', async () => {
  await Promise.all(Array.from({ length: 6 }, () => migrated.rows(`SELECT wayseen_ensure_partitions('2031-01-15', '2031-03-15')`)));
  expect(
    await migrated.one(`SELECT count(*)::int FROM pg_class WHERE relispartition AND relkind = 'r' AND relname ~ '_2031_0[123]$'`),
  ).toBe(12);
});
