import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { askEngine } from '../../src/services/ask-engine.ts';
import { migrate } from '../../src/services/open-store.ts';
import { openaiAnswer, openaiServer } from './engine-server.ts';
import { askContext, createTestDeps, makeWorkspace, never, planNow, until } from './harness.ts';

test('a paid answer that comes while the database is away is held, and stored once it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wayseen-away-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  await migrate(server.url);
  const pool = new pg.Pool({ connectionString: server.url });
  pool.on('error', () => undefined);
  const rows = async <T extends object>(text: string, values: unknown[] = []) => (await pool.query<T>(text, values)).rows;
  const one = async <T>(text: string, values: unknown[] = []) =>
    Object.values<T>((await rows<Record<string, T>>(text, values))[0] ?? {})[0] as T;
  const store = { url: server.url, rows, one, close: () => pool.end() };

  const answered = Promise.withResolvers<void>();
  await using engine = await openaiServer(async () => {
    await answered.promise;
    return openaiAnswer('Acme.');
  });
  const deps = createTestDeps(store, { env: engine.env });
  const { job } = await planNow(deps, store, await makeWorkspace(deps));
  const asking = askEngine(deps, askContext(deps), job, never);
  await until(() => engine.asked() === 1, 'the ask');

  const before = server.pid();
  process.kill(before ?? 0, 'SIGKILL');
  answered.resolve();
  await until(() => server.pid() !== before, 'PostgreSQL to be started again');
  expect(await asking).toBeNull();
  const stored = await until(
    () =>
      rows<{ state: string; text: string }>('SELECT o.state, a.text FROM observation o JOIN answer a ON a.observation_id = o.id').catch(
        () => null,
      ),
    'the answer',
  );
  expect(stored).toEqual([{ state: 'answered', text: 'Acme.' }]);
  expect(engine.asked()).toBe(1);

  await deps.close();
  await store.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
