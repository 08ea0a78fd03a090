import { afterAll, beforeAll, expect, test } from 'vitest';
import { setEngineStatus } from '../../src/db/engine-settings.ts';
import { askEngine } from '../../src/services/ask-engine.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { askNow } from '../../src/services/runs.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { parseEvent } from '../../src/webhooks/events.ts';
import { openaiAnswer, openaiServer, wrongKey } from './engine-server.ts';
import { askContext, createTestDeps, drain, makeWorkspace, never, planNow, tickNow, until, withWorkers } from './harness.ts';
import { openWebhookStore, webhookEnv, type WebhookStore } from './webhook-harness.ts';
import { webhookReceiver } from './webhook-receiver.ts';

let hooks: WebhookStore;
beforeAll(async () => {
  hooks = await openWebhookStore();
});
afterAll(() => hooks.close());

/** What happened in the workspace, read as a receiver would: by the schema of each event. */
const eventsOf = async (workspace: Workspace) =>
  (await hooks.store.rows<{ body: string }>('SELECT body FROM webhook_event WHERE workspace_id = $1 ORDER BY seq', [workspace.id])).map(
    ({ body }) => parseEvent(body),
  );
const everything = { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 2 };

test('a run that ends tells its counts, once, and arrives at the endpoint by itself', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.'));
  await using receiver = await webhookReceiver();
  const deps = createTestDeps(hooks.store, { env: { ...server.env, ...webhookEnv } });
  const { workspace, endpoint } = await hooks.prepare(receiver.url, { events: ['run.completed'] });
  await withWorkers(deps, async () => {
    const run = await askNow(deps, workspace, everything);
    const [message] = await until(() => (receiver.accepted().length > 0 ? receiver.accepted() : null), 'the event');
    expect(parseEvent(message?.body ?? '')).toMatchObject({
      type: 'run.completed',
      data: {
        run,
        kind: 'now',
        planned: 2,
        answered: 2,
        failed: 0,
        refused: 0,
        noAnswer: 0,
        cancelled: 0,
        workspace: workspace.slug,
        simulated: false,
      },
    });
    await drain(hooks.store, workspace.id);
    await tickNow(deps);
  });
  expect(await eventsOf(workspace)).toHaveLength(1);
  expect(await hooks.deliveriesOf(workspace, endpoint)).toMatchObject([{ subject: expect.stringMatching(/^run\//), state: 'delivered' }]);
  await deps.close();
});

test('a run without any answer has failed', async () => {
  await using server = await openaiServer(() => ({
    status: 400,
    body: { error: { message: 'no', type: 'invalid_request_error', code: null } },
  }));
  const deps = createTestDeps(hooks.store, { env: { ...server.env, ...webhookEnv } });
  const workspace = await makeWorkspace(deps);
  await withWorkers(deps, async () => {
    await askNow(deps, workspace, everything);
    await drain(hooks.store, workspace.id);
  });
  expect(await eventsOf(workspace)).toMatchObject([{ type: 'run.failed', data: { planned: 2, answered: 0, failed: 2 } }]);
  await deps.close();
});

test('an engine that a refused key stops tells so once, without the key', async () => {
  await using server = await openaiServer(() => wrongKey);
  const deps = createTestDeps(hooks.store, { env: { ...server.env, ...webhookEnv } });
  const workspace = await makeWorkspace(deps);
  const { jobs } = await planNow(deps, hooks.store, workspace, { repeats: 3 });
  await Promise.all(jobs.map((job) => askEngine(deps, askContext(deps), job, never)));
  const events = await eventsOf(workspace);
  expect(events).toMatchObject([
    { type: 'engine.paused', data: { engine: 'openai', code: 'unauthorized', message: expect.stringMatching(/API key/) } },
  ]);
  expect(JSON.stringify(events)).not.toContain(server.env['OPENAI_API_KEY']);
  await deps.close();
});

test('a budget that is spent tells how much, and again when the raised one is spent', async () => {
  await using server = await openaiServer(() => openaiAnswer('Acme.')); // 0.0225 USD each
  const deps = createTestDeps(hooks.store, { env: { ...server.env, ...webhookEnv } });
  const workspace = await makeWorkspace(deps);
  const { jobs } = await planNow(deps, hooks.store, workspace, { repeats: 3 });
  await changeEngine(deps, workspace, 'openai', { monthlyBudgetUsd: 0.04 });
  for (const job of jobs) await askEngine(deps, askContext(deps), job, never);
  const [spent] = await eventsOf(workspace);
  expect(spent).toMatchObject({
    type: 'budget.spent',
    data: { engine: 'openai', month: new Date().toISOString().slice(0, 7), budgetUsd: 0.04, spentUsd: expect.closeTo(0.045, 3) },
  });
  await setEngineStatus(deps.db, workspace.id, 'openai', 'active', null);
  await changeEngine(deps, workspace, 'openai', { monthlyBudgetUsd: 0.041 });
  const [job] = jobs;
  if (job) await askEngine(deps, askContext(deps), job, never);
  expect(await eventsOf(workspace)).toMatchObject([spent, { type: 'budget.spent', data: { budgetUsd: 0.041 } }]);
  await deps.close();
});
