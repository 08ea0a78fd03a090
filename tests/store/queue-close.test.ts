import { expect, test } from 'vitest';
import { openQueueBackend } from '../../src/queue/backends.ts';
import { openTestStore } from './harness.ts';

test('the queues let go of the database also while a worker cannot end', async () => {
  const store = await openTestStore();
  const backend = openQueueBackend({ databaseUrl: store.url, redisUrl: null, prefix: 'close', onError: () => undefined });
  const worker = backend.openWorker('plan', () => Promise.resolve(), { concurrency: 1, lockDuration: 30_000, stalledInterval: 30_000 });
  // All but the test's own connection have a name: ours, or the worker's.
  const held = () =>
    store.one<number>(`SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name <> ''`);
  await expect.poll(held, { timeout: 10_000 }).toBeGreaterThan(1);
  await backend.close();
  await expect.poll(held, { timeout: 10_000 }).toBe(0);
  void worker.close(true).catch(() => undefined);
  await store.close();
});
