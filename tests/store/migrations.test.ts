import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { applyMigrations, pendingMigrations } from '../../src/db/schema-engine.ts';
import { migrate } from '../../src/services/open-store.ts';
import { openTestStore } from './harness.ts';

const run = promisify(execFile);
const cli = join(import.meta.dirname, '../../src/cli.ts');
const migrateProcess = (url: string) =>
  run(process.execPath, [cli, 'migrate'], { env: { PATH: process.env['PATH'], DATABASE_URL: url, WAYSEEN_LOG_LEVEL: 'error' } });

test('two processes that migrate at once both end well, and each migration is applied once', async () => {
  const store = await openTestStore({ empty: true });
  const outcomes = await Promise.all([migrateProcess(store.url), migrateProcess(store.url)]);
  expect(outcomes.map(({ stdout }) => stdout.trim().replace(/0001_first.*/, '…')).toSorted()).toEqual([
    'Applied: …',
    'The database is up to date.',
  ]);
  expect(await pendingMigrations(store.url)).toEqual([]);
  const applied = await store.rows(
    `SELECT migration_name, count(*)::int AS n FROM _prisma_migrations GROUP BY 1 HAVING count(*) > 1 OR bool_or(finished_at IS NULL)`,
  );
  expect(applied).toEqual([]);
  await store.close();
});

test('a migration that was killed before its script ran is done again', async () => {
  const store = await openTestStore({ empty: true });
  await store.rows(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  await store.rows(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('killed', 'x', '0001_first')`);
  expect(await applyMigrations(store.url)).toContain('0001_first');
  expect(await pendingMigrations(store.url)).toEqual([]);
  expect(await store.one(`SELECT count(*)::int FROM workspace`)).toBe(0);
  await store.close();
});

test('migrating an up-to-date database changes nothing', async () => {
  const store = await openTestStore();
  const before = await store.rows('SELECT * FROM _prisma_migrations ORDER BY id');
  expect(await migrate(store.url)).toEqual([]);
  expect(await store.rows('SELECT * FROM _prisma_migrations ORDER BY id')).toEqual(before);
  await store.close();
});

test('a script that the database refuses leaves nothing half done, and its reason is told', async () => {
  const store = await openTestStore({ empty: true });
  await store.rows('CREATE TYPE rollup AS (taken int)'); // stands in the way of one of the last statements
  await expect(applyMigrations(store.url)).rejects.toThrow(/refused a migration: .*rollup/);
  expect(await store.rows(`SELECT 1 FROM pg_tables WHERE tablename IN ('workspace', 'observation')`)).toEqual([]);
  await store.rows('DROP TYPE rollup');
  expect(await applyMigrations(store.url)).toContain('0001_first');
  await store.close();
});
