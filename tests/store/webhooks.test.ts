import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '../../src/db/outbox.ts';
import { findEndpoint } from '../../src/db/webhooks.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import {
  createEndpoint,
  readDeliveries,
  readEndpoints,
  removeEndpoint,
  replay,
  rotateSecret,
  sendTest,
  startEndpoint,
  updateEndpoint,
  type EndpointInput,
} from '../../src/services/webhooks.ts';
import { sleep } from '../../src/lifecycle.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { createTestDeps, makeWorkspace, never, openTestStore, until, withWorkers, type TestDeps, type TestStore } from './harness.ts';
import { webhookReceiver, type Answer } from './webhook-receiver.ts';

let store: TestStore;
let deps: TestDeps;
beforeAll(async () => {
  store = await openTestStore();
  deps = createTestDeps(store, { env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', WAYSEEN_SECRET_KEY: 'k'.repeat(32) } });
});
afterAll(async () => {
  await deps.close();
  await store.close();
});

const input = (url: string, more: Partial<EndpointInput> = {}): EndpointInput => ({
  ...{ name: 'mine', channel: 'webhook', events: [], language: 'en', enabled: true },
  target: url,
  ...more,
});
const pause = (workspace: Workspace, engine: string, message = 'The key was refused.') =>
  deps.db.$transaction((tx) => writeEvent(tx, workspace.id, 'engine.paused', { engine, code: 'unauthorized', message }));
const keyOf = (workspace: Workspace, { id }: { id: string }) => ({ workspaceId: workspace.id, endpointId: id });
const send = (workspace: Workspace, endpoint: { id: string }) => deliverWebhooks(deps, keyOf(workspace, endpoint), never);
const deliveriesOf = async (workspace: Workspace, { id }: { id: string }) =>
  (await readDeliveries(deps, workspace, id, { limit: 100 })).deliveries;
/** Makes what waits due, as time would. */
const letTimePass = () => store.rows(`UPDATE webhook_delivery SET due_at = now() WHERE state = 'waiting'`);

async function prepare(url: string, more: Partial<EndpointInput> = {}) {
  const workspace = await makeWorkspace(deps);
  return { workspace, endpoint: await createEndpoint(deps, workspace, input(url, more)) };
}

describe('a delivery', () => {
  test('is what the library of Standard Webhooks verifies, and is kept with its attempt and the start of the reply', async () => {
    await using receiver = await webhookReceiver(() => ({ status: 200, body: `<b>${'é'.repeat(2000)}` }));
    const { workspace, endpoint } = await prepare(receiver.url);
    const id = await pause(workspace, 'openai');
    await send(workspace, endpoint);
    const [message] = receiver.received;
    expect(new Webhook(endpoint.secret ?? '').verify(message?.body ?? '', message?.headers as Record<string, string>)).toEqual({
      type: 'engine.paused',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: { workspace: workspace.slug, simulated: false, engine: 'openai', code: 'unauthorized', message: 'The key was refused.' },
    });
    expect(message?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': expect.stringMatching(/^Wayseen\//) });
    const [delivery] = await deliveriesOf(workspace, endpoint);
    expect(delivery).toMatchObject({
      state: 'delivered',
      eventId: id,
      body: message?.body,
      attempts: [{ number: 1, status: 200, error: null }],
    });
    expect(delivery?.attempts[0]?.reply?.startsWith('<b>é')).toBe(true);
    expect(Buffer.byteLength(delivery?.attempts[0]?.reply ?? '')).toBeLessThanOrEqual(1027);
    expect(delivery?.attempts[0]?.latencyMs).toBeGreaterThanOrEqual(0);
  });

  test('that fails is tried again with the same id and the same body, until it arrives', async () => {
    await using receiver = await webhookReceiver((_message, before) => ({ status: before < 3 ? 500 : 200 }));
    const { workspace, endpoint } = await prepare(receiver.url);
    const id = await pause(workspace, 'openai');
    for (let times = 0; times < 6; times++) {
      await send(workspace, endpoint);
      await letTimePass();
    }
    expect(receiver.received.map((message) => message.id)).toEqual([id, id, id, id]);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    const [delivery] = await deliveriesOf(workspace, endpoint);
    expect(delivery?.attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'It answered 500.'],
      [500, 'It answered 500.'],
      [500, 'It answered 500.'],
      [200, null],
    ]);
  });

  test('is not sent before the former one of its subject has ended; other subjects do not wait', async () => {
    await using receiver = await webhookReceiver(({ body }) => ({ status: body.includes('"first"') ? 500 : 200 }));
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai', 'first');
    await pause(workspace, 'openai', 'second');
    await pause(workspace, 'gemini', 'other');
    await send(workspace, endpoint);
    const messages = () => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { message: string } }).data.message);
    expect(messages().toSorted()).toEqual(['first', 'other']);
    // Given up after three days, it holds up nobody any more.
    await store.rows(
      `UPDATE webhook_delivery SET due_at = now(), started_at = now() - interval '72 hours' WHERE state = 'waiting' AND attempts > 0`,
    );
    await send(workspace, endpoint);
    expect(messages().slice(2)).toEqual(['first', 'second']);
    expect((await deliveriesOf(workspace, endpoint)).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'given_up']);
  });

  test('goes to those only that listen to its event, are enabled, and belong to the workspace', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url, { events: ['engine.paused', 'run.failed'] });
    const deaf = await createEndpoint(deps, workspace, input(receiver.url, { events: ['run.failed'] }));
    const off = await createEndpoint(deps, workspace, input(receiver.url, { enabled: false }));
    const { endpoint: stranger, workspace: elsewhere } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    expect(await deliveriesOf(workspace, endpoint)).toHaveLength(1);
    expect(await deliveriesOf(workspace, deaf)).toEqual([]);
    expect(await deliveriesOf(workspace, off)).toEqual([]);
    expect(await deliveriesOf(elsewhere, stranger)).toEqual([]);
  });

  test('exists exactly when what it tells does: a transaction that fails leaves no event', async () => {
    const { workspace, endpoint } = await prepare('http://127.0.0.1:9/'.replace(':9/', ':9999/'));
    await expect(
      deps.db.$transaction(async (tx) => {
        await writeEvent(tx, workspace.id, 'engine.paused', { engine: 'openai', code: 'x', message: 'y' });
        throw new Error('it did not happen');
      }),
    ).rejects.toThrow('it did not happen');
    expect(await deliveriesOf(workspace, endpoint)).toEqual([]);
    expect(await store.one('SELECT count(*)::int FROM webhook_event WHERE workspace_id = $1', [workspace.id])).toBe(0);
  });

  test.each<[string, Answer, RegExp]>([
    [
      'a redirect into the private network',
      { status: 302, headers: { location: 'http://10.0.0.1/' } },
      /redirects to http:\/\/10\.0\.0\.1\/.*not followed/,
    ],
    ['a redirect back', { status: 307, headers: { location: '/hook' } }, /not followed/],
    ['not found', { status: 404 }, /answered 404/],
  ])('that meets %s fails with its reason, and nothing else is asked', async (_what, answer, reason) => {
    await using receiver = await webhookReceiver(() => answer);
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    const [delivery] = await deliveriesOf(workspace, endpoint);
    expect(delivery).toMatchObject({ state: 'waiting', attempts: [{ error: expect.stringMatching(reason) }] });
  });

  test('whose worker died is taken up again once its lease is over, not before; the broken attempt stays on record', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    await store.rows(
      `WITH taken AS (UPDATE webhook_delivery SET attempts = 1, started_at = now(), claimed_by = 'dead', lease_until = now() + interval '1 hour'
        WHERE endpoint_id = $1 RETURNING *)
       INSERT INTO webhook_attempt (workspace_id, delivery_id, number, started_at) SELECT workspace_id, id, 1, now() FROM taken`,
      [endpoint.id],
    );
    await send(workspace, endpoint);
    expect(receiver.received).toEqual([]);
    await store.rows(`UPDATE webhook_delivery SET lease_until = now() WHERE endpoint_id = $1`, [endpoint.id]);
    await send(workspace, endpoint);
    expect((await deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { number: 1, endedAt: null },
      { number: 2, status: 204 },
    ]);
  });

  test('never runs more than four at once to an endpoint, however many workers send', async () => {
    let open = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    await using receiver = await webhookReceiver(() => null);
    const { workspace, endpoint } = await prepare(receiver.url);
    for (let index = 0; index < 12; index++) await pause(workspace, `engine-${index}`);
    const workers = [0, 1, 2].map(() =>
      createTestDeps(store, { env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', WAYSEEN_SECRET_KEY: 'k'.repeat(32) } }),
    );
    for (const worker of workers)
      worker.guard = {
        ...worker.guard,
        check: async () => {
          most = Math.max(most, ++open);
          await new Promise<void>((resolve) => finish.push(resolve));
          open--;
          return deps.guard.check(receiver.url.replace(/:\d+/, ':9998'));
        },
      };
    const sending = Promise.all(workers.map((worker) => deliverWebhooks(worker, keyOf(workspace, endpoint), never)));
    await until(() => open === 4, 'four at once');
    await sleep(300);
    for (let done = 0; done < 12; done++) (await until(() => finish.shift(), 'an attempt'))();
    await sending;
    expect(most).toBe(4);
    for (const worker of workers) await worker.close();
  });
});

describe('an endpoint', () => {
  test('that asks for a pause by Retry-After gets it, for all that waits', async () => {
    await using receiver = await webhookReceiver(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await pause(workspace, 'gemini');
    await letTimePass();
    await send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    const [view] = await readEndpoints(deps, workspace);
    expect((view?.heldUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(590_000);
  });

  test('that is gone (410) is disabled at once; enabled again, it gets what waited', async () => {
    let status = 410;
    await using receiver = await webhookReceiver(() => ({ status }));
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await letTimePass();
    await send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    expect(await readEndpoints(deps, workspace)).toMatchObject([{ enabled: false, disabledReason: 'gone', disabledAt: expect.any(Date) }]);
    expect(deps.logged.join()).toContain('is disabled; a person must act');
    await expect(sendTest(deps, workspace, endpoint.id)).rejects.toMatchObject({ code: 'conflict' });
    status = 200;
    await startEndpoint(deps, workspace, endpoint.id);
    await send(workspace, endpoint);
    expect(receiver.accepted()).toHaveLength(1);
    expect(await readEndpoints(deps, workspace)).toMatchObject([{ enabled: true, disabledReason: null, failingSince: null }]);
  });

  test('that fails for five days is disabled with a notice; one success in between counts anew', async () => {
    let status = 500;
    await using receiver = await webhookReceiver(() => ({ status }));
    const { workspace, endpoint } = await prepare(receiver.url);
    const failFor = (days: string) =>
      store.rows(`UPDATE webhook_endpoint SET failing_since = now() - $2::interval WHERE id = $1`, [endpoint.id, days]);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await failFor('119 hours');
    await letTimePass();
    await send(workspace, endpoint);
    expect(await readEndpoints(deps, workspace)).toMatchObject([{ enabled: true, failingSince: expect.any(Date) }]);
    status = 200;
    await letTimePass();
    await send(workspace, endpoint);
    expect(await readEndpoints(deps, workspace)).toMatchObject([{ enabled: true, failingSince: null, lastSuccessAt: expect.any(Date) }]);
    status = 500;
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await failFor('121 hours');
    await letTimePass();
    await send(workspace, endpoint);
    expect(await readEndpoints(deps, workspace)).toMatchObject([{ enabled: false, disabledReason: 'failing' }]);
  });

  test('is refused at saving where it leads into a private network, and at sending where it has come to', async () => {
    const strict = createTestDeps(store, { env: { WAYSEEN_SECRET_KEY: 'k'.repeat(32) } });
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    for (const url of [receiver.url, 'https://169.254.169.254/', 'http://example.com/', 'https://[::ffff:10.0.0.1]/', 'nonsense'])
      await expect(createEndpoint(strict, workspace, input(url))).rejects.toMatchObject({
        code: 'invalid_input',
        issues: [{ path: 'url' }],
      });
    await expect(updateEndpoint(strict, workspace, endpoint.id, { target: 'https://10.0.0.1/' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await pause(workspace, 'openai');
    await deliverWebhooks(strict, keyOf(workspace, endpoint), never);
    expect(receiver.received).toEqual([]);
    expect((await deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { status: null, error: expect.stringContaining('not a public address') },
    ]);
    await strict.close();
  });

  test('keeps its secret encrypted, shows it once, and says so where the key is another', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    const row = await findEndpoint(deps.db, keyOf(workspace, endpoint));
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain(endpoint.secret?.slice(6, 20));
    expect(JSON.stringify(await readEndpoints(deps, workspace))).not.toContain('whsec_');
    const other = createTestDeps(store, { env: { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', WAYSEEN_SECRET_KEY: 'x'.repeat(32) } });
    await pause(workspace, 'openai');
    await deliverWebhooks(other, keyOf(workspace, endpoint), never);
    expect((await deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { error: expect.stringContaining('WAYSEEN_SECRET_KEY') },
    ]);
    await other.close();
  });

  test('changes its secret without a gap: both sign for a while, then the new one alone', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    const { secret } = await rotateSecret(deps, workspace, endpoint.id, 24);
    expect(secret).not.toBe(endpoint.secret);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await store.rows('UPDATE webhook_endpoint SET previous_until = now() WHERE id = $1', [endpoint.id]);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    const verify = (index: number, by: string | null) => {
      const message = receiver.received[index];
      return new Webhook(by ?? '').verify(message?.body ?? '', message?.headers as Record<string, string>);
    };
    expect(verify(0, endpoint.secret)).toEqual(verify(0, secret));
    expect(verify(1, secret)).toBeTruthy();
    expect(() => verify(1, endpoint.secret)).toThrow('No matching signature');
  });

  test('takes everything of its own with it when it is removed', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    await pause(workspace, 'openai');
    await send(workspace, endpoint);
    await removeEndpoint(deps, workspace, endpoint.id);
    for (const table of ['webhook_endpoint', 'webhook_delivery', 'webhook_attempt'])
      expect(await store.one(`SELECT count(*)::int FROM ${table} WHERE workspace_id = $1`, [workspace.id]), table).toBe(0);
    await expect(removeEndpoint(deps, workspace, endpoint.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('again', () => {
  test('one delivery, or all events of a time, go out with the ids and bodies of the first time, in their order', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    const ids: string[] = [];
    for (const message of ['a', 'b', 'c']) ids.push(await pause(workspace, 'openai', message));
    await send(workspace, endpoint);
    const first = receiver.received.map(({ id, body }) => ({ id, body }));
    expect(first.map(({ id }) => id)).toEqual(ids);
    const [, middle] = await deliveriesOf(workspace, endpoint);
    expect(await replay(deps, workspace, endpoint.id, { deliveryId: middle?.id ?? '' })).toBe(1);
    await send(workspace, endpoint);
    expect(receiver.received[3]).toMatchObject(first[1] ?? {});
    const range = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
    expect(await replay(deps, workspace, endpoint.id, range)).toBe(3);
    expect(await replay(deps, workspace, endpoint.id, range), 'what waits already').toBe(0);
    await send(workspace, endpoint);
    expect(receiver.received.slice(4).map(({ id, body }) => ({ id, body }))).toEqual(first);
    expect((await deliveriesOf(workspace, endpoint)).map(({ attempts }) => attempts.length)).toEqual([2, 3, 2]);
  });

  test('an endpoint that came later gets what it missed', async () => {
    await using receiver = await webhookReceiver();
    const workspace = await makeWorkspace(deps);
    const id = await pause(workspace, 'openai');
    const endpoint = await createEndpoint(deps, workspace, input(receiver.url));
    await replay(deps, workspace, endpoint.id, { from: new Date(0), to: new Date(Date.now() + 60_000) });
    await send(workspace, endpoint);
    expect(receiver.received.map((message) => message.id)).toEqual([id]);
  });

  test('a delivery of somebody else is not found', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await prepare(receiver.url);
    const other = await prepare(receiver.url);
    await pause(other.workspace, 'openai');
    const [delivery] = await deliveriesOf(other.workspace, other.endpoint);
    await expect(replay(deps, workspace, endpoint.id, { deliveryId: delivery?.id ?? '' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('a test goes the way of a real event, through queue and worker, and to this endpoint only', async () => {
  await using receiver = await webhookReceiver();
  const { workspace, endpoint } = await prepare(receiver.url, { events: ['run.failed'] });
  const other = await createEndpoint(deps, workspace, input(receiver.url));
  await withWorkers(deps, async () => {
    const id = await sendTest(deps, workspace, endpoint.id);
    const message = await until(() => receiver.received.find((one) => one.id === id), 'the test');
    expect(JSON.parse(message.body)).toMatchObject({ type: 'webhook.test', data: { endpoint: endpoint.id } });
  });
  expect(await deliveriesOf(workspace, other)).toEqual([]);
});
