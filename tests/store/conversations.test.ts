import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuildRollups } from '../../src/db/rollups.ts';
import { listCitedSites } from '../../src/db/sites.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator } from '../../src/engines/simulator/server.ts';
import { readAnswers } from '../../src/services/answers.ts';
import { continueConversations } from '../../src/services/continue-conversations.ts';
import { saveCustomer, startConversations } from '../../src/services/conversations.ts';
import { expandRun } from '../../src/services/plan-run.ts';
import { priceConversations } from '../../src/services/price-conversations.ts';
import { readJourney } from '../../src/services/read-journey.ts';
import { readConversation, readSurvival } from '../../src/services/read-conversations.ts';
import { endRun, readRun, readRuns } from '../../src/services/runs.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { startWorkers } from '../../workers/main.ts';
import { openaiAnswer, openaiServer } from './engine-server.ts';
import {
  createTestDeps,
  drain,
  makeWorkspace,
  never,
  openTestStore,
  planNow,
  tickNow,
  until,
  withWorkers,
  type TestDeps,
  type TestStore,
} from './harness.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const agency = {
  persona: 'I run an agency of ten.',
  need: 'We lose leads. What can we do?',
  language: 'en',
  country: '',
  byModel: false,
  weekly: 0,
  script: [
    { stage: 'awareness' as const, text: 'We lose leads. What can we do?' },
    { stage: 'consideration' as const, text: 'Which tools are there?' },
    { stage: 'decision' as const, text: 'Which would you take?' },
  ],
};

async function talk(deps: TestDeps, workspace: Workspace, repeats = 1) {
  const customer = await saveCustomer(deps, workspace, agency, null);
  return startConversations(deps, workspace, { customerIds: [customer.id], engines: [], repeats });
}

const done = async (deps: TestDeps, workspace: Workspace, run: string) => {
  await until(async () => (await readRun(deps, workspace, run)).state === 'complete', 'the conversations');
  await drain(store, workspace.id);
};

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const conversations = (workspace: Workspace) =>
  store.rows<{ id: string; state: string; reason: string | null; turns: string[] }>(
    `SELECT c.id, c.state, c.reason, (SELECT array_agg(o.repeat || ' ' || o.state ORDER BY o.repeat) FROM observation o WHERE o.conversation_id = c.id) AS turns
     FROM conversation c WHERE c.workspace_id = $1`,
    [workspace.id],
  );

test('a customer asks on through the stages, and every turn is told what was said before', async () => {
  await using server = await openaiServer((request) => openaiAnswer(['Acme helps.', 'Acme or Boltwise.', 'Boltwise.'][request - 1] ?? ''));
  const deps = createTestDeps(store, { env: server.env });
  const workspace = await makeWorkspace(deps);
  const run = await withWorkers(deps, async () => {
    const id = await talk(deps, workspace);
    await done(deps, workspace, id);
    return readRun(deps, workspace, id);
  });
  expect(run).toMatchObject({ kind: 'conversation', planned: 3, counts: { answered: 3, analysed: 3 } });
  const [one] = await conversations(workspace);
  expect(one).toMatchObject({ state: 'complete', reason: null });
  expect((await readConversation(deps, workspace, one?.id ?? '')).brands).toEqual([
    { brand: 'acme', comesIn: 1, recommended: null, dropsOut: 3 },
    { brand: 'bolt', comesIn: 2, recommended: null, dropsOut: null },
  ]);
  const period = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };
  const survival = await readSurvival(deps, workspace, period);
  expect(survival).toMatchObject({ conversations: 1, open: 0, customers: 1, lost: [] });
  expect(survival.brands[0]?.stages.map(({ stage, named, survival: left }) => [stage, named.value, left.value])).toEqual([
    ['awareness', 1, null],
    ['consideration', 1, 1],
    ['decision', 0, 0],
  ]);
  const journey = await readJourney(deps, workspace, period);
  expect(
    journey.stages.flatMap(({ stage, conversations: here }) => (here ? [[stage, here.named.value, here.survival.value]] : [])),
  ).toEqual(
    survival.brands[0]?.stages
      .filter(({ stage }) => workspace.stages.includes(stage))
      .map(({ stage, named, survival: left }) => [stage, named.value, left.value]),
  );
  const spent = await store.one<number>('SELECT sum(cost_usd)::float8 FROM answer WHERE workspace_id = $1', [workspace.id]);
  const price = await priceConversations(deps, workspace, { customerIds: [], engines: [], repeats: 2 });
  expect(price).toMatchObject({ conversations: 2, turns: 6, engines: [{ engine: 'openai', turns: 6, basis: 'turns' }], unpriced: [] });
  expect(price.usd).toBeCloseTo(2 * spent, 9);
  expect(server.received.map(({ body }) => (body as { input: unknown }).input)).toEqual([
    agency.script[0]?.text,
    [
      { role: 'user', content: agency.script[0]?.text },
      { role: 'assistant', content: 'Acme helps.' },
      { role: 'user', content: agency.script[1]?.text },
    ],
    [
      { role: 'user', content: agency.script[0]?.text },
      { role: 'assistant', content: 'Acme helps.' },
      { role: 'user', content: agency.script[1]?.text },
      { role: 'assistant', content: 'Acme or Boltwise.' },
      { role: 'user', content: agency.script[2]?.text },
    ],
  ]);
  await deps.close();
});

test('who talks every week does so once a week, however often it is looked at', async () => {
  const deps = createTestDeps(store, { env: { OPENAI_API_KEY: 'k' } });
  const workspace = await makeWorkspace(deps);
  await saveCustomer(deps, workspace, { ...agency, weekly: 2 }, null);
  await Promise.all([tickNow(deps), tickNow(deps)]);
  await tickNow(deps);
  const runs = await readRuns(deps, workspace, { limit: 10 });
  for (const { id } of runs.runs) await expandRun(deps, workspace.id, id);
  expect(await conversations(workspace)).toHaveLength(2);
  for (const { id } of runs.runs) await endRun(deps, workspace, id);
  await deps.close();
});

test('without a script, the ready questions of the language and stages are asked', async () => {
  const deps = createTestDeps(store);
  const workspace = await makeWorkspace(deps, { stages: ['awareness', 'consideration', 'decision'] });
  const { script } = await saveCustomer(
    deps,
    workspace,
    { ...agency, persona: '我開十人的公司。', need: '客戶名單一直流失，怎麼辦？', language: 'zh-HK', script: undefined },
    null,
  );
  expect(script.map(({ stage }) => stage)).toEqual(['awareness', 'consideration', 'decision']);
  expect(script[0]?.text).toBe('我開十人的公司。客戶名單一直流失，怎麼辦？');
  expect(script[2]?.text).toContain('哪一家');
  await expect(saveCustomer(deps, workspace, { ...agency, language: 'fi', script: undefined }, null)).rejects.toThrow('nothing to ask');
  await deps.close();
});

describe('a conversation that loses a turn', () => {
  test('ends with the reason, and nothing is asked after it', async () => {
    const refusal = { output: [{ type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] }] };
    const replies = [
      { question: 'Say no.', reply: openaiAnswer('', refusal), reason: 'refused' },
      { question: 'Say nothing.', reply: openaiAnswer(''), reason: 'no_answer' },
      { question: 'Go wrong.', reply: { status: 422, body: { error: { message: 'no' } } }, reason: 'bad_request' },
    ];
    await using server = await openaiServer((request) => {
      const sent = JSON.stringify(server.received[request - 1]?.body);
      return replies.find(({ question }) => sent.includes(question))?.reply ?? openaiAnswer('Acme.');
    });
    const deps = createTestDeps(store, { env: server.env });
    const workspace = await makeWorkspace(deps);
    const [first, , third] = agency.script;
    for (const { question } of replies) {
      const script = [first, { stage: 'consideration', text: question }, third].filter((turn) => turn !== undefined);
      await saveCustomer(deps, workspace, { ...agency, script: script as typeof agency.script }, null);
    }
    await withWorkers(deps, async () => {
      await done(deps, workspace, await startConversations(deps, workspace, { customerIds: [], engines: [], repeats: 1 }));
    });
    const ended = await conversations(workspace);
    expect(ended.map(({ state, reason, turns }) => `${state} ${reason} ${turns.length}`).toSorted(byText)).toEqual(
      replies.map(({ reason }) => `ended ${reason} 2`).toSorted(byText),
    );
    expect(server.asked()).toBe(6);
    await deps.close();
  });

  test('that is stopped by a person ends, too', async () => {
    const deps = createTestDeps(store, { env: { OPENAI_API_KEY: 'k' } });
    const workspace = await makeWorkspace(deps);
    const run = await talk(deps, workspace);
    await expandRun(deps, workspace.id, run);
    await endRun(deps, workspace, run);
    await continueConversations(deps, workspace.id, never);
    expect(await conversations(workspace)).toMatchObject([{ state: 'ended', reason: 'stopped', turns: ['1 cancelled'] }]);
    await deps.close();
  });
});

describe('with the simulated engines', () => {
  const startsAt = new Date('2026-09-07');
  const open = () => startSimulator({ market: createMarket({ seed: 3, startsAt, story: [] }), latencyMs: [1, 10] });
  const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];

  test('every turn is paid once and follows from the one before, though workers stop in the middle and jobs get lost', async () => {
    const simulator = await open();
    const deps = createTestDeps(store, { simulatorEnv: simulator.env, env: { WAYSEEN_LEASE_MS: '5000' } });
    const workspace = await makeWorkspace(deps, { engines, simulated: true });
    const stop = await startWorkers(deps);
    const run = await talk(deps, workspace, 3);
    const answered = () => store.one<number>(`SELECT count(*)::int FROM answer WHERE run_id = $1`, [run]);
    await until(async () => (await answered()) > 4, 'some answers');
    await stop();
    for (const { name } of await store.rows<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE '%job%'`,
    ))
      await store.rows(`DELETE FROM bullmq.${name}`);
    // Two that look at once plan each turn once.
    await Promise.all([1, 2, 3].map(() => continueConversations(deps, workspace.id, never)));
    await store.rows(`UPDATE observation SET due_at = due_at - interval '1 minute' WHERE workspace_id = $1 AND state = 'planned'`, [
      workspace.id,
    ]);
    await withWorkers(deps, async () => {
      await tickNow(deps);
      await done(deps, workspace, run);
    });
    const talks = await conversations(workspace);
    expect(talks).toHaveLength(9); // Perplexity keeps no conversation.
    for (const { state, turns } of talks) expect([state, turns]).toEqual(['complete', ['1 answered', '2 answered', '3 answered']]);
    expect(Object.values(simulator.counts().samples)).toEqual(Array(27).fill(1));
    const inOrder = await store.one(
      `SELECT bool_and(o.asked_at >= b.finished_at) FROM observation o JOIN observation b ON b.conversation_id = o.conversation_id
       AND b.repeat = o.repeat - 1 WHERE o.workspace_id = $1`,
      [workspace.id],
    );
    expect(inOrder).toBe(true);
    await deps.close();
    await simulator.close();
  });

  test('it is in no figure of single questions, and is paid from the same budget', async () => {
    const simulator = await open();
    const deps = createTestDeps(store, { simulatorEnv: simulator.env });
    const workspace = await makeWorkspace(deps, { engines: ['openai'], simulated: true });
    await withWorkers(deps, async () => {
      await planNow(deps, store, workspace, { repeats: 4 });
      await tickNow(deps);
      await drain(store, workspace.id);
      const figures = () => store.rows('SELECT * FROM rollup WHERE workspace_id = $1 ORDER BY grain, engine, start', [workspace.id]);
      const spent = () => store.one<number>('SELECT sum(answers)::int FROM engine_spend WHERE workspace_id = $1', [workspace.id]);
      const rules = [{ class: 'blog', pattern: '/blog/' }];
      const period = { from: '2000-01-01', to: '2100-01-01' };
      const before = [await figures(), await listCitedSites(deps.db, workspace.id, period, rules)];
      expect(await spent()).toBe(4);
      const run = await talk(deps, workspace);
      await done(deps, workspace, run);
      expect([await figures(), await listCitedSites(deps.db, workspace.id, period, rules)]).toEqual(before);
      expect(await spent()).toBe(7);
      expect((await readAnswers(deps, workspace, { limit: 50 })).answers).toHaveLength(4);
      const [one] = await conversations(workspace);
      const turns = await readAnswers(deps, workspace, { limit: 50, conversationId: one?.id ?? '' });
      expect(turns.answers.map(({ promptVersion, question, analysed }) => [promptVersion, question, analysed]).toReversed()).toEqual(
        agency.script.map(({ text }, index) => [index + 1, text, true]),
      );
    });
    await rebuildRollups(deps.db, workspace.id);
    expect(await store.one(`SELECT count(*)::int FROM rollup WHERE prompt_version_id IN (SELECT id FROM conversation)`)).toBe(0);
    await deps.close();
    await simulator.close();
  });
});
