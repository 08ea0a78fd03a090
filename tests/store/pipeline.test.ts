import { Redis } from 'ioredis';
import { inject } from 'vitest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator, type RunningSimulator } from '../../src/engines/simulator/server.ts';
import { overdueObservations } from '../../src/db/observations.ts';
import { openQueueBackend, type JobQueue } from '../../src/queue/backends.ts';
import { createQueues } from '../../src/queue/queues.ts';
import { askNow, readRun } from '../../src/services/runs.ts';
import { startWorkers } from '../../workers/main.ts';
import { recount, storedCells } from './recount.ts';
import {
  createTestDeps,
  drain,
  makeWorkspace,
  openTestStore,
  planNow,
  tickNow,
  until,
  withWorkers,
  type TestDeps,
  type TestStore,
} from './harness.ts';

let simulator: RunningSimulator;
beforeAll(async () => {
  const market = createMarket({ seed: 7, startsAt: new Date('2026-09-07'), story: [] });
  simulator = await startSimulator({ market, latencyMs: [1, 15], faults: { all: { refusal: 0.05, empty: 0.05 } } });
});
afterAll(() => simulator.close());

const redisUrl = inject('redisUrl');
const backends = [{ kind: 'postgres' as const, url: null }, ...(redisUrl === null ? [] : [{ kind: 'redis' as const, url: redisUrl }])];
const engines = ['openai', 'anthropic', 'perplexity'];
const prompts = Array.from({ length: 10 }, (_, index) => ({ text: `Which CRM suits an agency of ${index + 2} people?` }));
const everything = { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 2 };

describe.each(backends)('with queues in $kind', ({ kind, url }) => {
  let store: TestStore;
  let deps: TestDeps;
  beforeEach(async () => {
    store = await openTestStore();
    deps = createTestDeps(store, { simulatorEnv: simulator.env, redisUrl: url, env: { WAYSEEN_LEASE_MS: '5000' } });
  });
  afterEach(async () => {
    await deps.close();
    await store.close();
  });

  const paidFor = async () => {
    const ids = new Set((await store.rows<{ id: string }>('SELECT id FROM observation')).map(({ id }) => id));
    return Object.entries(simulator.counts().samples)
      .filter(([sample]) => ids.has(sample))
      .map(([, times]) => times);
  };

  const loseQueues = async () => {
    const tables = `SELECT string_agg(format('bullmq.%I', tablename), ',') FROM pg_tables WHERE schemaname = 'bullmq' AND tablename !~ 'migration'`;
    if (url === null) return void (await store.rows(`TRUNCATE ${await store.one<string>(tables)}`));
    const redis = new Redis(url);
    await redis.del(await redis.keys(`${deps.config.queuePrefix}:*`));
    await redis.quit();
  };

  test('queues that lost all that they held tick again by themselves, and what is due is asked', async () => {
    const workspace = await makeWorkspace(deps, { prompts, engines, simulated: true });
    await withWorkers(deps, async () => {
      await until(async () => (await deps.queues.counts('tick'))['delayed'] === 1, 'the first tick to be over');
      await loseQueues();
      await planNow(deps, store, workspace);
      await drain(store, workspace.id);
    });
    expect(await paidFor()).toEqual(Array(30).fill(1));
  });

  test('every planned observation ends in exactly one outcome and is paid at most once', async () => {
    expect(deps.queues.kind).toBe(kind);
    const workspace = await makeWorkspace(deps, { prompts, engines, simulated: true });
    const other = createTestDeps(store, {
      simulatorEnv: simulator.env,
      redisUrl: url,
      env: { WAYSEEN_LEASE_MS: '5000', WAYSEEN_QUEUE_PREFIX: deps.config.queuePrefix },
    });
    const run = await withWorkers(deps, () =>
      withWorkers(other, async () => {
        const id = await askNow(deps, workspace, everything);
        await until(async () => (await readRun(deps, workspace, id)).state === 'complete', 'the run');
        await drain(store, workspace.id);
        return readRun(deps, workspace, id);
      }),
    );
    await other.close();
    const { answered, refused, no_answer: empty, analysed } = run.counts;
    expect(run).toMatchObject({ planned: 60, simulated: true, counts: { planned: 0, error: 0, cancelled: 0 } });
    expect(answered + refused + empty).toBe(60);
    expect(analysed).toBe(answered);
    expect(await paidFor()).toEqual(Array(60).fill(1));
    expect(await store.one('SELECT count(*)::int FROM answer')).toBe(60);
    const cells = await recount(store, workspace.id);
    const stored = await storedCells(store, workspace.id);
    for (const [key, { answered: want }] of Object.entries(cells)) if (want !== undefined) expect(stored[key]?.['answered']).toBe(want);
  });

  test('workers that are stopped in the middle finish what they hold, and others finish the rest', async () => {
    const workspace = await makeWorkspace(deps, { prompts, engines, simulated: true });
    const stop = await startWorkers(deps);
    await askNow(deps, workspace, everything);
    await until(
      async () => (await store.one<number>(`SELECT count(*)::int FROM observation WHERE state <> 'planned'`)) > 5,
      'some answers',
    );
    await stop();
    expect(await store.one('SELECT count(*)::int FROM observation WHERE lease_until > now()')).toBe(0);
    await store.rows(`UPDATE observation SET due_at = due_at - interval '5 s' WHERE state = 'planned'`);
    await withWorkers(deps, async () => {
      await tickNow(deps);
      await drain(store, workspace.id);
    });
    expect(await paidFor()).toEqual(Array(60).fill(1));
  });

  test('whatever lost its job is found by the next tick', async () => {
    const workspace = await makeWorkspace(deps, { prompts, engines, simulated: true });
    const lost = createTestDeps(store, { simulatorEnv: simulator.env, redisUrl: url }); // its queues are others': as if emptied
    await askNow(url === null ? deps : lost, workspace, everything);
    if (url === null)
      for (const { name } of await store.rows<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE '%job%'`,
      ))
        await store.rows(`DELETE FROM bullmq.${name}`);
    await store.rows(`UPDATE run SET created_at = now() - interval '1 minute', starts_at = now() - interval '1 minute'`);
    await withWorkers(deps, async () => {
      await tickNow(deps);
      await drain(store, workspace.id);
    });
    expect(await store.one(`SELECT count(*)::int FROM observation WHERE state = 'planned'`)).toBe(0);
    expect(await store.one('SELECT count(*)::int FROM observation')).toBe(60);
    await lost.close();
  });

  test('what a queue still holds is not added to it again, only what it lost', async () => {
    const prefix = `test-${crypto.randomUUID().slice(0, 8)}`;
    const backend = openQueueBackend({ databaseUrl: store.url, redisUrl: url, prefix, onError: () => undefined });
    const added: unknown[] = [];
    const queues = createQueues(
      {
        ...backend,
        openQueue: (name) => {
          const queue = backend.openQueue(name);
          const addBulk: JobQueue['addBulk'] = (jobs) => {
            added.push(...jobs.map(({ opts }) => opts?.jobId));
            return queue.addBulk(jobs);
          };
          return Object.assign(Object.create(queue) as JobQueue, { addBulk });
        },
      },
      Date.now,
    );
    const engine = `engine-${crypto.randomUUID().slice(0, 8)}`;
    const job = (more: object) => ({ workspaceId: 'w', observationId: crypto.randomUUID(), engine, dueAt: new Date(0), ...more });
    const [waits, isLater, isDelayed, lost] = [job({}), job({ later: true }), job({ dueAt: new Date(Date.now() + 3_600_000) }), job({})];
    await queues.asks([waits, isLater, isDelayed]);
    added.length = 0;
    await queues.restoreAsks(engine, [waits, isLater, isDelayed, lost]);
    expect(added).toEqual([`w--${lost.observationId}`]);
    expect(await queues.counts(`ask-${engine}`)).toMatchObject({ waiting: 2, prioritized: 1, delayed: 1 });
    await queues.close();
  });

  test('a long queue of one engine does not keep the lost work of another one waiting', async () => {
    const workspace = await makeWorkspace(deps, { prompts, engines });
    await planNow(deps, store, workspace, { repeats: 2 });
    await store.rows(`UPDATE observation SET due_at = now() - CASE engine WHEN 'openai' THEN interval '1 day' ELSE interval '1 hour' END`);
    const overdue = await overdueObservations(deps.db, 5000, 2);
    expect(overdue.map(({ engine }) => engine).toSorted()).toEqual([
      'anthropic',
      'anthropic',
      'openai',
      'openai',
      'perplexity',
      'perplexity',
    ]);
  });

  test('what somebody asks for is asked before what only fills the demo, however long that has waited', async () => {
    const engine = `engine-${crypto.randomUUID().slice(0, 8)}`;
    const [workspaceId, dueAt] = [crypto.randomUUID(), new Date(0)];
    const [demo, more, own] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    await deps.queues.asks([demo, more].map((observationId) => ({ workspaceId, observationId, engine, dueAt, later: true })));
    await deps.queues.asks([{ workspaceId, observationId: own, engine, dueAt: new Date() }]);
    const asked: string[] = [];
    const all = Promise.withResolvers<void>();
    const worker = deps.queues.openWorker(
      `ask-${engine}`,
      async ({ data }) => {
        if (asked.push(data.observationId) === 3) all.resolve();
      },
      { concurrency: 1, lockDuration: 30_000, stalledInterval: 30_000 },
    );
    await all.promise;
    await worker.close();
    expect(asked).toEqual([own, demo, more]);
  });

  test('adding the same work again before it is done changes nothing', async () => {
    const later = new Date(Date.now() + 3_600_000);
    const job = { workspaceId: crypto.randomUUID(), observationId: crypto.randomUUID(), engine: 'openai', dueAt: later };
    await deps.queues.asks([job, { ...job, observationId: crypto.randomUUID() }]);
    await deps.queues.asks([job]);
    expect(await deps.queues.counts('ask-openai')).toMatchObject({ delayed: 2 });
    await Promise.all([1, 2, 3].map(() => deps.queues.ring('analyze', job.workspaceId)));
    const { waiting, delayed } = await deps.queues.counts('analyze');
    expect((waiting ?? 0) + (delayed ?? 0)).toBe(1);
  });
});
