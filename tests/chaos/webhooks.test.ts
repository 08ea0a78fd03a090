import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { writeEvent } from '../../src/db/outbox.ts';
import { closeDeps, createDeps, type Deps } from '../../src/deps.ts';
import { migrate } from '../../src/services/open-store.ts';
import { createEndpoint } from '../../src/services/webhooks.ts';
import { makeWorkspace } from '../store/harness.ts';
import { endpointInput, webhookEnv } from '../store/webhook-harness.ts';
import { webhookReceiver } from '../store/webhook-receiver.ts';
import { pause, seeded, until } from './harness.ts';

const root = join(import.meta.dirname, '../..');
const events = 500;
const subjects = 50;
const kills = 10;
const queue = {
  WAYSEEN_QUEUE_PREFIX: `chaos-hooks-${process.pid}`,
  ...(process.env['REDIS_URL'] && { REDIS_URL: process.env['REDIS_URL'] }),
};

let dataDir: string;
let postgres: EmbeddedPostgres;
let deps: Deps;
let worker: ChildProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wayseen-chaos-'));
  postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  await migrate(postgres.url);
  deps = createDeps(readConfig({ WAYSEEN_LOG_LEVEL: 'silent', ...queue, ...webhookEnv }), {
    databaseUrl: postgres.url,
    simulatorEnv: null,
  });
}, 60_000);

afterAll(async () => {
  worker.kill('SIGKILL');
  await closeDeps(deps);
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('every event arrives, the same each time and in the order of its subject, whatever is killed when', async () => {
  const random = seeded(20261122);
  let arrivals = 0;
  let killed = 0;
  let killAt = 0;
  const refused = new Map<string, number>();
  await using receiver = await webhookReceiver(async ({ id }) => {
    // With this message, and others, on their way.
    if (++arrivals === killAt) {
      worker.kill('SIGKILL');
      killed++;
    }
    // A third of the time; not one message for minutes, as each wait is twice the one before.
    const refusals = refused.get(id) ?? 0;
    const status = random() < 1 / 3 && refusals < 5 ? 500 : 200;
    if (status === 500) refused.set(id, refusals + 1);
    await pause(5 + random() * 40);
    return { status };
  });
  const workspace = await makeWorkspace(deps, { slug: 'chaos' });
  await createEndpoint(deps, workspace, endpointInput(receiver.url));
  const ids: string[] = [];
  const write = async (count: number) => {
    for (let one = 0; one < count; one++) {
      const data = { engine: `engine-${ids.length % subjects}`, code: 'unauthorized', message: String(Math.floor(ids.length / subjects)) };
      ids.push(await deps.db.$transaction((tx) => writeEvent(tx, workspace.id, 'engine.paused', data)));
    }
  };

  startWorker();
  for (let kill = 0; kill < kills; kill++) {
    killAt = arrivals + 1 + Math.floor(random() * 30);
    await write(events / kills);
    await until(async () => killed > kill, 180_000);
    startWorker();
  }
  const states = () => deps.db.webhookDelivery.groupBy({ by: ['state'], where: { workspaceId: workspace.id }, _count: true });
  await until(async () => (await states()).every(({ state }) => state === 'delivered'), 300_000);

  const accepted = receiver.accepted();
  expect(new Set(accepted.map(({ id }) => id))).toEqual(new Set(ids));
  expect(await states()).toEqual([{ state: 'delivered', _count: events }]);
  const bodies = Map.groupBy(receiver.received, ({ id }) => id).values();
  expect([...bodies].filter((of) => new Set(of.map(({ body }) => body)).size > 1)).toEqual([]);
  expect(outOfOrder(receiver.received)).toEqual([]);
  console.log(
    JSON.stringify({
      kills,
      events,
      sent: receiver.received.length,
      refused: receiver.received.length - accepted.length,
      twice: accepted.length - events,
    }),
  );
}, 900_000);

/** Messages that came before one of their subject that happened earlier had been taken. */
function outOfOrder(received: readonly { body: string; status: number }[]): string[] {
  const taken = new Map<string, number>();
  return received.flatMap(({ body, status }) => {
    const { engine, message } = (JSON.parse(body) as { data: { engine: string; message: string } }).data;
    const next = taken.get(engine) ?? 0;
    if (status === 200) taken.set(engine, Math.max(next, Number(message) + 1));
    return Number(message) > next ? [`${engine} ${message} before ${next}`] : [];
  });
}

function startWorker(): void {
  worker = spawn(process.execPath, ['src/cli.ts', 'worker'], {
    cwd: root,
    stdio: ['ignore', 'ignore', process.env['CHAOS_LOG'] ? 'inherit' : 'ignore'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: postgres.url,
      ...queue,
      ...webhookEnv,
      WAYSEEN_LEASE_MS: '3000',
      WAYSEEN_LOG_LEVEL: 'warn',
    },
  });
}
