import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { closeDeps, createDeps, type Deps } from '../../src/deps.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { demoEngines, demoSeed, demoStart, demoWorkspace } from '../../src/engines/simulator/demo.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator, type RunningSimulator } from '../../src/engines/simulator/server.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { migrate } from '../../src/services/open-store.ts';
import { askNow } from '../../src/services/runs.ts';
import { saveCustomer, startConversations } from '../../src/services/conversations.ts';
import { fillWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { pause, seeded, until } from './harness.ts';

const root = join(import.meta.dirname, '../..');
const observations = 400;
const kills = 10;
const talkKills = 4;
const workers = 3;
/** Per engine and worker process. */
const concurrency = 2;
const now = new Date('2026-09-07T08:00:00Z');

let dataDir: string;
let postgres: EmbeddedPostgres;
let simulator: RunningSimulator;
let deps: Deps;
const running: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wayseen-chaos-'));
  await chmod(dataDir, 0o755); // PostgreSQL's own account must enter
  postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  await migrate(postgres.url);
  const market = createMarket({ seed: demoSeed, startsAt: demoStart(now) });
  simulator = await startSimulator({
    market,
    latencyMs: [1500, 4000],
    faults: { all: { refusal: 0.02, empty: 0.02, http429: 0.03, http529: 0.02 } },
  });
  deps = createDeps(readConfig({ WAYSEEN_LOG_LEVEL: 'silent', REDIS_URL: process.env['REDIS_URL'], WAYSEEN_QUEUE_PREFIX: prefix }), {
    databaseUrl: postgres.url,
    simulatorEnv: simulator.env,
  });
}, 60_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await closeDeps(deps);
  await simulator.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('every planned question ends in one stored outcome and is paid for once, whatever is killed when', async () => {
  const workspace = await planSweep();
  for (let index = 0; index < workers; index++) startWorker(index);
  const random = seeded(20260907);
  for (let kill = 0; kill < kills; kill++) {
    await pause(random() * 1500);
    if (kill === 4) killDatabase();
    else await killBusyWorker(workspace);
  }
  await until(async () => (await counts(workspace)).open === 0, 150_000);
  await until(async () => (await counts(workspace)).waiting === 0, 60_000);

  const { ended, answers, distinct, rolledUp } = await counts(workspace);
  expect(ended, 'outcomes').toBe(observations);
  expect(answers, 'stored answers, and the observations that they belong to').toBe(distinct);
  expect(rolledUp, 'observations in the figures').toBe(observations);
  const engines = demoEngines.length;
  expect(paid(), 'paid calls').toBeGreaterThanOrEqual(answers);
  expect(paid() - answers, 'calls whose answer was lost in flight').toBeLessThanOrEqual(kills * concurrency * engines);
  console.log(JSON.stringify({ kills, observations, paid: paid(), lostInFlight: paid() - answers, bound: kills * concurrency * engines }));
}, 300_000);

test('every turn of a conversation is stored once and after the one before it, whatever is killed when', async () => {
  const workspace = await makeSpace('talks', []);
  const script = (['awareness', 'consideration', 'decision'] as const).map((stage) => ({ stage, text: `What about the ${stage}?` }));
  const who = { persona: 'I run an agency.', need: 'Leads', language: 'en', country: '', byModel: false, weekly: 0, script };
  for (const need of ['Leads', 'Invoices']) await saveCustomer(deps, workspace, { ...who, need }, null);
  const paidBefore = paid();
  await startConversations(deps, workspace, { customerIds: [], engines: [], repeats: 3 });
  for (let index = 0; index < workers; index++) if (running[index]?.exitCode !== null) startWorker(index);
  const random = seeded(20260908);
  for (let kill = 0; kill < talkKills; kill++) {
    await pause(random() * 1500);
    await killBusyWorker(workspace.id);
  }
  await until(async () => (await talks(workspace.id)).every(({ state }) => state !== 'open'), 120_000);

  const ended = await talks(workspace.id);
  expect(ended).toHaveLength(2 * 3 * 3); // Customers, repeats, and engines that keep a conversation.
  for (const { state, reason, turns, states, answers, inOrder } of ended) {
    expect(turns).toEqual(turns.map((_, index) => index + 1));
    expect(
      states.slice(0, -1).every((one) => one === 'answered'),
      'turns before the last',
    ).toBe(true);
    expect([state, turns.length === script.length && states.at(-1) === 'answered']).toEqual(
      reason === null ? ['complete', true] : ['ended', false],
    );
    expect(answers, 'stored answers').toBe(states.filter((one) => one !== 'error').length);
    expect(inOrder).not.toBe(false);
  }
  const answers = ended.reduce((sum, one) => sum + one.answers, 0);
  expect(paid() - paidBefore, 'paid calls').toBeGreaterThanOrEqual(answers);
  expect(paid() - paidBefore - answers, 'calls whose answer was lost in flight').toBeLessThanOrEqual(talkKills * concurrency * 3);
}, 240_000);

/** Conversations with the turns that were planned of them. */
const talks = (workspaceId: string) =>
  deps.db.$queryRaw<
    { state: string; reason: string | null; turns: number[]; states: string[]; answers: number; inOrder: boolean | null }[]
  >`
    SELECT c.state, c.reason, array_agg(o.repeat ORDER BY o.repeat) AS turns, array_agg(o.state ORDER BY o.repeat) AS states,
      (SELECT count(*)::int FROM answer a WHERE a.workspace_id = c.workspace_id AND a.prompt_version_id = c.id) AS answers,
      bool_and(o.asked_at >= b.finished_at) AS "inOrder"
    FROM conversation c JOIN observation o ON o.workspace_id = c.workspace_id AND o.conversation_id = c.id
    LEFT JOIN observation b ON b.workspace_id = c.workspace_id AND b.conversation_id = c.id AND b.repeat = o.repeat - 1
    WHERE c.workspace_id = ${workspaceId}::uuid GROUP BY c.workspace_id, c.id`;

const paid = () => Object.values(simulator.counts().samples).reduce((sum, count) => sum + count, 0);

async function planSweep(): Promise<string> {
  const prompts = Array.from({ length: 20 }, (_, index) => ({
    intent: `intent-${index}`,
    stage: 'consideration' as const,
    locale: 'en',
    touchpoint: null,
    persona: null,
    text: `Which CRM is best for a team of ${index + 2}?`,
    branded: false,
  }));
  const workspace = await makeSpace('chaos', prompts);
  await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 4 });
  return workspace.id;
}

async function makeSpace(slug: string, prompts: Parameters<typeof fillWorkspace>[2]['prompts']): Promise<Workspace> {
  const workspace = await fillWorkspace(
    deps,
    { slug, name: slug, timeZone: 'UTC', stages: ['consideration'], simulated: true },
    { panel: parsePanel(demoWorkspace.panel), prompts, engines: [...demoEngines] },
  );
  for (const engine of demoEngines) await changeEngine(deps, workspace, engine, { concurrency });
  return workspace;
}

function startWorker(index: number): void {
  running[index] = spawn(process.execPath, ['src/cli.ts', 'worker'], {
    cwd: root,
    stdio: ['ignore', 'ignore', process.env['CHAOS_LOG'] ? 'inherit' : 'ignore'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: postgres.url,
      ...(process.env['REDIS_URL'] && { REDIS_URL: process.env['REDIS_URL'], WAYSEEN_QUEUE_PREFIX: prefix }),
      WAYSEEN_SIMULATOR_URL: simulator.url,
      WAYSEEN_LEASE_MS: '3000',
      WAYSEEN_LOG_LEVEL: 'warn',
    },
  });
}

/** Kills a worker in the middle of asking, and starts another in its place. */
async function killBusyWorker(workspaceId: string): Promise<void> {
  await until(async () => {
    const [busy] = await deps.db.$queryRaw<{ pid: number }[]>`
      SELECT split_part(claimed_by, '-', 1)::int AS pid FROM observation
      WHERE workspace_id = ${workspaceId}::uuid AND state = 'planned' AND lease_until > now() AND claimed_by IS NOT NULL
        AND split_part(claimed_by, '-', 1)::int = ANY(${running.map((child) => child.pid ?? 0)}::int[])
      ORDER BY random() LIMIT 1`;
    const index = running.findIndex((child) => child.pid === busy?.pid && child.exitCode === null);
    if (index < 0) return false;
    running[index]?.kill('SIGKILL');
    startWorker(index);
    return true;
  }, 120_000);
}

function killDatabase(): void {
  const pid = postgres.pid();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

/** Read from PostgreSQL itself; while it recovers there is nothing to read. */
async function counts(workspaceId: string) {
  const [row] = await deps.db.$queryRaw<
    { open: number; ended: number; waiting: number; answers: number; distinct: number; rolledUp: number }[]
  >`
    SELECT
      (SELECT count(*) FROM observation WHERE workspace_id = ${workspaceId}::uuid AND state = 'planned')::int AS open,
      (SELECT count(*) FROM observation WHERE workspace_id = ${workspaceId}::uuid AND state IN ('answered', 'no_answer', 'refused', 'error'))::int AS ended,
      (SELECT count(*) FROM answer WHERE workspace_id = ${workspaceId}::uuid AND pending)::int
        + (SELECT count(*) FROM rollup_pending WHERE workspace_id = ${workspaceId}::uuid)::int AS waiting,
      (SELECT count(*) FROM answer WHERE workspace_id = ${workspaceId}::uuid)::int AS answers,
      (SELECT count(DISTINCT observation_id) FROM answer WHERE workspace_id = ${workspaceId}::uuid)::int AS distinct,
      (SELECT coalesce(sum(e::int), 0) FROM rollup, json_array_elements_text(counts::json->0) WITH ORDINALITY AS x(e, i)
        WHERE i <= 4 AND workspace_id = ${workspaceId}::uuid AND grain = 'd' AND engine = '')::int AS "rolledUp"`;
  return row ?? { open: -1, ended: 0, waiting: -1, answers: 0, distinct: 0, rolledUp: 0 };
}

const prefix = `chaos-${process.pid}`;
