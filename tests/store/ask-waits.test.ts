import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEngineSettings } from '../../src/db/engine-settings.ts';
import { askEngine, type AskContext } from '../../src/services/ask-engine.ts';
import { changeEngine, resumeEngine } from '../../src/services/engines.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { engineKey, openaiAnswer, openaiServer, overloaded, rateLimited, wrongKey } from './engine-server.ts';
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
  withWorkers,
  type TestDeps,
  type TestStore,
} from './harness.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

type Server = Awaited<ReturnType<typeof openaiServer>>;

async function prepare(server: Server, options: { repeats?: number; env?: Record<string, string> } = {}) {
  const deps = createTestDeps(store, { env: { ...server.env, WAYSEEN_LEASE_MS: '3000', ...options.env } });
  const workspace = await makeWorkspace(deps);
  const planned = await planNow(deps, store, workspace, { repeats: options.repeats });
  const setting = async () => (await readEngineSettings(deps.db, workspace.id, 'openai'))[0];
  const states = async () =>
    (await store.rows<{ state: string }>('SELECT state FROM observation WHERE run_id = $1 ORDER BY 1', [planned.runId])).map(
      ({ state }) => state,
    );
  return { deps, workspace, setting, states, context: askContext(deps), ...planned };
}

/** Asks until the observation has ended or waits for a person, as the queue would. */
async function askToEnd(deps: TestDeps, context: AskContext, job: Parameters<typeof askEngine>[2], most = 20) {
  for (let times = 1; times <= most; times++) if ((await askEngine(deps, context, job, never)) === null) return times;
  throw new Error('The observation never ended.');
}

test.each([
  ['a full minute (429)', rateLimited(80), 'rate_limited'],
  ['an overload (503, 529)', overloaded, 'overloaded'],
])('%s is waited out as told, without using up attempts, and everybody waits', async (_what, reply, code) => {
  await using server = await openaiServer((request) => (request <= 5 ? reply : openaiAnswer('Acme.')));
  const { deps, job, context, setting } = await prepare(server);
  const first = await askEngine(deps, context, job, never);
  expect(first?.again).toBeGreaterThan(0);
  expect(await observationOf(store, job.observationId)).toMatchObject({ state: 'planned', attempts: 0, error_code: code });
  expect((await setting())?.blockedUntil?.getTime()).toBeGreaterThan(Date.now() - 80);
  await askToEnd(deps, context, job);
  expect(await observationOf(store, job.observationId)).toMatchObject({ state: 'answered', attempts: 0, error_code: null });
  expect(server.asked()).toBe(6);
  await deps.close();
});

test('while an engine is blocked nobody asks it, another worker neither', async () => {
  await using server = await openaiServer((request) => (request === 1 ? rateLimited(700) : openaiAnswer('Acme.')));
  const { deps, jobs, context } = await prepare(server, { repeats: 2 });
  const [first, second] = jobs;
  if (!first || !second) throw new Error('too few');
  const result = await askEngine(deps, context, first, never);
  const blockedUntil = (
    await store.one<Date>('SELECT blocked_until FROM engine_setting WHERE workspace_id = $1', [first.workspaceId])
  ).getTime();
  expect(result?.again).toBeGreaterThanOrEqual(blockedUntil);
  await askEngine(deps, askContext(deps), second, never);
  expect(Date.now()).toBeGreaterThanOrEqual(blockedUntil);
  await deps.close();
});

test.each([
  ['silence', () => null, 'timeout'],
  ['a failing server', () => ({ status: 500, body: { error: { message: 'oops' } } }), 'unavailable'],
  ['something that is no answer', () => ({ status: 200, body: '<html>' }), 'bad_response'],
])('%s is tried three times, then given up with its reason', async (_what, reply, code) => {
  await using server = await openaiServer(reply);
  const { deps, job, context } = await prepare(server, { env: { WAYSEEN_ENGINE_TIMEOUT_MS: '150' } });
  expect(await askToEnd(deps, context, job)).toBe(3);
  expect(server.asked()).toBe(3);
  expect(await observationOf(store, job.observationId)).toMatchObject({ state: 'error', attempts: 2, error_code: code });
  await deps.close();
});

test('a refused key stops the engine with words for a person; nothing is lost, and going on asks it all', async () => {
  let key = 'wrong';
  await using server = await openaiServer(() => (key === 'wrong' ? wrongKey : openaiAnswer('Acme.')));
  const { deps, workspace, jobs, context, setting, states } = await prepare(server, { repeats: 4 });
  for (const job of jobs) expect(await askEngine(deps, context, job, never)).toBeNull();
  expect(server.asked()).toBe(1);
  expect(await setting()).toMatchObject({
    status: 'stopped',
    statusCode: 'unauthorized',
    statusMessage: expect.stringMatching(/OpenAI.*401.*API key/),
  });
  expect(JSON.stringify(await setting()) + deps.logged.join()).not.toContain(engineKey);
  expect(await states()).toEqual(Array(4).fill('planned'));
  // It waits for days; that is not the observations' age.
  await store.rows(`UPDATE observation SET released_at = now() - interval '9 days', due_at = due_at WHERE workspace_id = $1`, [
    workspace.id,
  ]);
  key = 'right';
  await withWorkers(deps, async () => {
    await resumeEngine(deps, workspace, 'openai');
    await until(async () => (await states()).every((state) => state === 'answered'), 'all to be asked');
  });
  expect(await setting()).toMatchObject({ status: 'active', statusCode: null, statusMessage: null });
  expect(server.asked()).toBe(5);
  await deps.close();
});

async function spendBudget(deps: TestDeps, workspace: Workspace, context: AskContext, jobs: Parameters<typeof askEngine>[2][]) {
  await changeEngine(deps, workspace, 'openai', { monthlyBudgetUsd: 0.04 });
  for (const job of jobs) await askEngine(deps, context, job, never);
}

test('a spent budget pauses the engine, says so, loses nothing, and a raised one goes on by itself', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.')); // 0.0225 USD each
  const { deps, workspace, jobs, context, setting, states } = await prepare(server, { repeats: 4 });
  await spendBudget(deps, workspace, context, jobs);
  expect(server.asked()).toBe(2);
  expect(await setting()).toMatchObject({
    status: 'budget_spent',
    statusMessage: expect.stringMatching(/0\.04 USD.*spent.*Nothing is lost/),
  });
  expect((await setting())?.spentUsd).toBeCloseTo(0.045, 3);
  await expect(resumeEngine(deps, workspace, 'openai')).rejects.toMatchObject({ code: 'conflict' });
  await tickNow(deps);
  expect((await setting())?.status).toBe('budget_spent');
  await changeEngine(deps, workspace, 'openai', { monthlyBudgetUsd: 1 });
  await withWorkers(deps, () => until(async () => (await states()).every((state) => state === 'answered'), 'the rest to be asked'));
  expect(server.asked()).toBe(4);
  expect(await setting()).toMatchObject({ status: 'active', answers: 4 });
  await deps.close();
});

test('an engine without a budget to spend is never asked', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  const { deps, workspace, job, context } = await prepare(server);
  await changeEngine(deps, workspace, 'openai', { monthlyBudgetUsd: 0 });
  expect(await askEngine(deps, context, job, never)).toBeNull();
  expect(server.asked()).toBe(0);
  await deps.close();
});

test('an observation that waited longer than it may is given up without being paid', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  const { deps, workspace, job, context } = await prepare(server);
  await changeEngine(deps, workspace, 'openai', { maxAgeMinutes: 60 });
  await store.rows(`UPDATE observation SET released_at = now() - interval '61 minutes' WHERE id = $1`, [job.observationId]);
  expect(await askEngine(deps, context, job, never)).toBeNull();
  expect(await observationOf(store, job.observationId)).toMatchObject({
    state: 'error',
    error_code: 'expired',
    error_message: expect.stringContaining('60 minutes'),
  });
  expect(server.asked()).toBe(0);
  await deps.close();
});

test('what had no time to be asked in a disabled engine waits, and enabling it brings it back', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  const { deps, workspace, job, context } = await prepare(server);
  await changeEngine(deps, workspace, 'openai', { enabled: false });
  expect(await askEngine(deps, context, job, never)).toBeNull();
  expect(await observationOf(store, job.observationId)).toMatchObject({ state: 'planned' });
  await changeEngine(deps, workspace, 'openai', { enabled: true });
  await withWorkers(deps, () => until(async () => (await observationOf(store, job.observationId))?.state === 'answered', 'the ask'));
  await deps.close();
});
