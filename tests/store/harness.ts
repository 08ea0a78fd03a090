import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { addRun, markQueued, writeObservations } from '../../src/db/runs.ts';
import type { Panel } from '../../src/domain/analysis/panel.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import type { Stage } from '../../src/domain/journey.ts';
import { closeDeps, createDeps, type Deps, type DepsOptions } from '../../src/deps.ts';
import { sleep } from '../../src/lifecycle.ts';
import { createAskContext } from '../../src/services/ask-engine.ts';
import { planEngines } from '../../src/services/plan-run.ts';
import { tick } from '../../src/services/tick.ts';
import { fillWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { startWorkers } from '../../workers/main.ts';
import { templateName } from './global-setup.ts';

export const databaseAt = (name: string, url = inject('databaseUrl')) => url.replace(/\/[^/]*$/, `/${name}`);

/** A database of the test's own: migrated, or empty. */
export async function openTestStore({ empty = false } = {}) {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : templateName}`);
  const url = databaseAt(name);
  const pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  return {
    url,
    rows: async <T extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
      (await pool.query<T>(text, values)).rows,
    one: async <T = unknown>(text: string, values: unknown[] = []): Promise<T> => {
      const row: Record<string, T> = (await pool.query<Record<string, T>>(text, values)).rows[0] ?? {};
      return Object.values(row)[0] as T;
    },
    async close() {
      await pool.end();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
export type TestStore = Awaited<ReturnType<typeof openTestStore>>;

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

export type TestOptions = Omit<Partial<DepsOptions>, 'databaseUrl'> & {
  /** The environment: keys and addresses of loopback engines, settings. */
  env?: Record<string, string>;
  redisUrl?: string | null;
  log?: Deps['log'];
};

/** Real dependencies on the store; what was logged is kept in `logged`. */
export function createTestDeps(store: { url: string }, options: TestOptions = {}) {
  const { env = {}, redisUrl = null, simulatorEnv = null, ...rest } = options;
  const config = readConfig({
    WAYSEEN_LOG_LEVEL: 'silent',
    // Tests of other things cite pages that nobody has.
    PAGES_READ: 'off',
    WAYSEEN_LEASE_MS: '30000',
    WAYSEEN_ENGINE_TIMEOUT_MS: '5000',
    WAYSEEN_QUEUE_PREFIX: `test-${randomBytes(4).toString('hex')}`,
    ...(redisUrl !== null && { REDIS_URL: redisUrl }),
    ...env,
  });
  const logged: string[] = [];
  const keep = (level: string) => (fields: object, message: string) =>
    void logged.push(JSON.stringify({ level, message, ...fields }, plain));
  const log = rest.log ?? { debug: () => undefined, info: keep('info'), warn: keep('warn'), error: keep('error') };
  const deps = createDeps(config, { ...rest, databaseUrl: store.url, simulatorEnv, log });
  return Object.assign(deps, { logged, close: () => closeDeps(deps) });
}
export type TestDeps = ReturnType<typeof createTestDeps>;

/** A database of the file's own, and dependencies on it; both are closed after its last test. */
export async function openTestDeps(options: TestOptions = {}): Promise<{ store: TestStore; deps: TestDeps }> {
  const store = await openTestStore();
  const deps = createTestDeps(store, options);
  afterAll(async () => {
    await deps.close();
    await store.close();
  });
  return { store, deps };
}

const plain = (_key: string, value: unknown) =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

export const smallPanel = parsePanel({
  brands: [
    { id: 'acme', name: 'Acme', own: true, aliases: ['Acme CRM'], domains: ['acme.example'] },
    { id: 'bolt', name: 'Boltwise', domains: ['boltwise.example'] },
    { id: 'cirro', name: 'Cirrolane', domains: ['cirrolane.example'] },
  ],
});

export type SmallPrompt = { text: string; intent?: string; stage?: Stage; locale?: string; branded?: boolean; canary?: boolean };

let made = 0;
/** A workspace with a small panel and the prompts given. */
export function makeWorkspace(
  deps: Deps,
  wanted: { prompts?: SmallPrompt[]; engines?: string[]; panel?: Panel; simulated?: boolean; stages?: Stage[]; slug?: string } = {},
): Promise<Workspace> {
  const { prompts = [{ text: 'Which CRM suits a small agency?' }], engines = ['openai'], panel = smallPanel, simulated = false } = wanted;
  const slug = wanted.slug ?? `space-${++made}`;
  return fillWorkspace(
    deps,
    { slug, name: slug, timeZone: 'UTC', stages: wanted.stages ?? ['awareness', 'consideration'], simulated },
    {
      panel,
      engines,
      prompts: prompts.map(({ text, intent = text, stage = 'consideration', locale = 'en', branded = false, canary = false }) => ({
        text,
        intent,
        stage,
        locale,
        branded,
        canary,
        touchpoint: null,
        persona: null,
      })),
    },
  );
}

export const never = new AbortController().signal;

export const askContext = createAskContext;

/** Waits until `check` gives something, however long the machine takes within reason. */
export async function until<T>(
  check: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  what: string,
  ms = 45_000,
): Promise<T> {
  for (const giveUpAt = Date.now() + ms; Date.now() < giveUpAt; await sleep(20)) {
    const found = await check();
    if (found) return found;
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/** What of the workspace is not yet asked, analysed or rolled up. */
export async function openWork(
  store: TestStore,
  workspaceId: string,
): Promise<{ planned: number; pending: number; rollup: number; runs: number }> {
  const [row] = await store.rows<{ planned: number; pending: number; rollup: number; runs: number }>(
    `SELECT (SELECT count(*)::int FROM observation WHERE workspace_id = $1 AND state = 'planned') AS planned,
      (SELECT count(*)::int FROM answer WHERE workspace_id = $1 AND pending) AS pending,
      (SELECT count(*)::int FROM rollup_pending WHERE workspace_id = $1) AS rollup,
      (SELECT count(*)::int FROM run WHERE workspace_id = $1 AND state IN ('planning', 'queued')) AS runs`,
    [workspaceId],
  );
  return row ?? { planned: 0, pending: 0, rollup: 0, runs: 0 };
}

/** Waits until all that was planned is answered, analysed and rolled up. */
export async function drain(store: TestStore, workspaceId: string): Promise<void> {
  await until(async () => Object.values(await openWork(store, workspaceId)).every((count) => count === 0), 'the workspace to be done');
}

/** Runs real workers while `use` runs. */
export async function withWorkers<T>(deps: Deps, use: () => Promise<T>): Promise<T> {
  const stop = await startWorkers(deps);
  try {
    return await use();
  } finally {
    await stop();
  }
}

/** The reconciler as a worker runs it every few seconds. */
export const tickNow = (deps: Deps): Promise<void> => tick(deps);

/** Plans all prompts of the workspace for now and gives the observations, not yet queued for a worker. */
export async function planNow(deps: Deps, store: TestStore, workspace: Workspace, more: { repeats?: number; engines?: string[] } = {}) {
  const engines = await planEngines(deps, workspace.id, more.engines ?? []);
  const plan = { stages: workspace.stages, promptIds: [], engines, countries: [], languages: [], repeats: more.repeats ?? 1, spreadMs: 0 };
  const key = `test/${randomBytes(6).toString('hex')}`;
  const { id: runId } = await addRun(deps.db, workspace.id, {
    key,
    kind: 'now',
    plan,
    startsAt: new Date(Date.now() - 60_000),
    simulated: workspace.simulated,
    panelVersion: workspace.panelVersion,
  });
  await writeObservations(deps.db, workspace.id, runId, plan);
  await markQueued(deps.db, workspace.id, runId);
  // Mixed, and always in the same way; in the order of their ids chance would have its say.
  const rows = await store.rows<{ id: string; engine: string }>(
    `SELECT o.id, o.engine FROM observation o JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
      WHERE o.run_id = $1 ORDER BY md5(concat(v.text, o.engine, o.country, o.repeat))`,
    [runId],
  );
  const jobs = rows.map(({ id, engine }) => ({ workspaceId: workspace.id, observationId: id, engine }));
  const [job] = jobs;
  if (!job) throw new Error('Nothing was planned.');
  return { runId, jobs, job };
}

export type ObservationState = {
  state: string;
  finish: string | null;
  attempts: number;
  claims: number;
  error_code: string | null;
  error_message: string | null;
};
export const observationOf = (store: TestStore, id: string): Promise<ObservationState | undefined> =>
  store.rows<ObservationState>('SELECT * FROM observation WHERE id = $1', [id]).then(([row]) => row);
