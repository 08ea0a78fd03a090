import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimObservations, heldForMs } from '../../src/db/observations.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator } from '../../src/engines/simulator/server.ts';
import { askEngine } from '../../src/services/ask-engine.ts';
import { holdObservations } from '../../src/services/hold-observations.ts';
import { endRun } from '../../src/services/runs.ts';
import { openaiAnswer, openaiServer } from './engine-server.ts';
import {
  askContext,
  createTestDeps,
  makeWorkspace,
  never,
  observationOf,
  openTestStore,
  planNow,
  tickNow,
  until,
  type TestStore,
} from './harness.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const countAnswers = (observationId: string) =>
  store.one<number>('SELECT count(*)::int FROM answer WHERE observation_id = $1', [observationId]);

test('of many workers that ask the same observation at once, one pays', async () => {
  const simulator = await startSimulator({ market: createMarket({ seed: 5, startsAt: new Date('2026-09-07') }), latencyMs: 50 });
  const workers = [1, 2, 3].map(() => createTestDeps(store, { simulatorEnv: simulator.env }));
  const [first] = workers;
  if (!first) throw new Error('no worker');
  const { job } = await planNow(first, store, await makeWorkspace(first, { simulated: true }));
  const results = await Promise.all(
    workers.flatMap((deps) => [askEngine(deps, askContext(deps), job, never), askEngine(deps, askContext(deps), job, never)]),
  );
  expect(simulator.counts().engines.openai.paid).toBe(1);
  expect(simulator.counts().samples).toEqual({ [job.observationId]: 1 });
  // Those who did not get it look again when the holder might have died.
  expect(results.filter((result) => result !== null).length).toBeLessThanOrEqual(5);
  expect(await countAnswers(job.observationId)).toBe(1);
  await Promise.all(workers.map((deps) => deps.close()));
  await simulator.close();
});

test('the observation of a worker that died is asked by another, not before its lease is over', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  const deps = createTestDeps(store, { env: { ...server.env, WAYSEEN_LEASE_MS: '400' } });
  const { job } = await planNow(deps, store, await makeWorkspace(deps));
  expect(await claimObservations(deps.db, [job], 'the dead', 400)).toMatchObject([{ text: 'Which CRM suits a small agency?' }]);
  const result = await askEngine(deps, askContext(deps), job, never);
  expect(result?.again).toBeGreaterThan(Date.now());
  expect(server.asked()).toBe(0);
  await until(() => askEngine(deps, askContext(deps), job, never).then((again) => again === null), 'the lease to end');
  expect(await observationOf(store, job.observationId)).toMatchObject({ state: 'answered', claims: 2 });
  expect(server.asked()).toBe(1);
  await deps.close();
});

test('an observation whose holder dies just now is looked at again at once', async () => {
  const deps = createTestDeps(store);
  const { job } = await planNow(deps, store, await makeWorkspace(deps));
  await claimObservations(deps.db, [job], 'the dying', 0);
  expect(await heldForMs(deps.db, job)).toBe(0);
  await deps.close();
});

test('a worker that lives keeps what it holds, however long the engine takes', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  const deps = createTestDeps(store, { env: server.env });
  const { job } = await planNow(deps, store, await makeWorkspace(deps));
  await claimObservations(deps.db, [job], deps.holder, 100);
  const context = askContext(deps);
  context.inFlight.add(job);
  await holdObservations(deps, context);
  expect(await claimObservations(deps.db, [job], 'another', 100)).toEqual([null]);
  expect(await store.one("SELECT lease_until > now() + interval '20 s' FROM observation WHERE id = $1", [job.observationId])).toBe(true);
  await deps.close();
});

test('of two answers to one observation the first is kept, whoever holds it', async () => {
  const slow = Promise.withResolvers<void>();
  await using server = await openaiServer(async (request) => {
    if (request === 1) await slow.promise;
    return openaiAnswer(request === 1 ? 'Boltwise, late.' : 'Acme, first.');
  });
  const deps = createTestDeps(store, { env: { ...server.env, WAYSEEN_LEASE_MS: '100' } });
  const { job } = await planNow(deps, store, await makeWorkspace(deps));
  const stuck = askEngine(deps, askContext(deps), job, never);
  await until(() => server.asked() === 1, 'the first ask');
  await until(() => askEngine(deps, askContext(deps), job, never).then((again) => again === null), 'the second ask');
  slow.resolve();
  expect(await stuck).toBeNull();
  expect(await store.rows('SELECT text FROM answer WHERE observation_id = $1', [job.observationId])).toEqual([{ text: 'Acme, first.' }]);
  expect(await store.one('SELECT count(*)::int FROM rollup_pending WHERE observation_id = $1 AND charge', [job.observationId])).toBe(1);
  expect(deps.logged.join()).toContain('it is dropped');
  await deps.close();
});

test('an answer that comes after its run was stopped is kept; a failure is not tried again', async () => {
  const replies = [openaiAnswer('Acme.'), { status: 500, body: { error: { message: 'oops' } } }];
  const held = Promise.withResolvers<void>();
  await using server = await openaiServer(async (request) => {
    await held.promise;
    return replies[request - 1] ?? null;
  });
  const deps = createTestDeps(store, { env: server.env });
  const workspace = await makeWorkspace(deps);
  const { jobs, runId } = await planNow(deps, store, workspace, { repeats: 3 });
  const asks = [];
  for (const job of jobs.slice(0, 2)) {
    asks.push(askEngine(deps, askContext(deps), job, never));
    await until(() => server.asked() === asks.length, 'the ask');
  }
  expect(await endRun(deps, workspace, runId)).toMatchObject({ state: 'stopped', counts: { asking: 2, cancelled: 1 } });
  held.resolve();
  await Promise.all(asks);
  await tickNow(deps);
  const states = await store.rows<{ state: string }>('SELECT state FROM observation WHERE run_id = $1', [runId]);
  expect(states.map(({ state }) => state).toSorted()).toEqual(['answered', 'cancelled', 'cancelled']);
  expect(server.asked()).toBe(2);
  await deps.close();
});
