import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEvent } from '../../src/db/outbox.ts';
import { sleep } from '../../src/lifecycle.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { createEndpoint, replay, sendTest } from '../../src/services/webhooks.ts';
import { createTestDeps, makeWorkspace, never, until, withWorkers } from './harness.ts';
import { endpointInput, keyOf, openWebhookStore, webhookEnv, type WebhookStore } from './webhook-harness.ts';
import { webhookReceiver, type Answer } from './webhook-receiver.ts';

let hooks: WebhookStore;
beforeAll(async () => {
  hooks = await openWebhookStore();
});
afterAll(() => hooks.close());

describe('a delivery', () => {
  test('is what the library of Standard Webhooks verifies, and is kept with its attempt and the start of the reply', async () => {
    await using receiver = await webhookReceiver(() => ({ status: 200, body: `<b>${'é'.repeat(2000)}` }));
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const id = await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    const [message] = receiver.received;
    expect(new Webhook(endpoint.secret ?? '').verify(message?.body ?? '', message?.headers as Record<string, string>)).toEqual({
      type: 'engine.paused',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      data: { workspace: workspace.slug, simulated: false, engine: 'openai', code: 'unauthorized', message: 'The key was refused.' },
    });
    expect(message?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': expect.stringMatching(/^Wayseen\//) });
    const [delivery] = await hooks.deliveriesOf(workspace, endpoint);
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
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const id = await hooks.pause(workspace, 'openai');
    for (let times = 0; times < 6; times++) {
      await hooks.send(workspace, endpoint);
      await hooks.letTimePass();
    }
    expect(receiver.received.map((message) => message.id)).toEqual([id, id, id, id]);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    const [delivery] = await hooks.deliveriesOf(workspace, endpoint);
    expect(delivery?.attempts.map(({ status, error }) => [status, error])).toEqual([
      [500, 'It answered 500.'],
      [500, 'It answered 500.'],
      [500, 'It answered 500.'],
      [200, null],
    ]);
  });

  test('is not sent before the former one of its subject has ended; other subjects do not wait', async () => {
    await using receiver = await webhookReceiver(({ body }) => ({ status: body.includes('"first"') ? 500 : 200 }));
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai', 'first');
    await hooks.pause(workspace, 'openai', 'second');
    await hooks.pause(workspace, 'gemini', 'other');
    await hooks.send(workspace, endpoint);
    const messages = () => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { message: string } }).data.message);
    expect(messages().toSorted()).toEqual(['first', 'other']);
    // Given up after three days, it holds up nobody any more.
    await hooks.store.rows(
      `UPDATE webhook_delivery SET due_at = now(), started_at = now() - interval '72 hours' WHERE state = 'waiting' AND attempts > 0`,
    );
    await hooks.send(workspace, endpoint);
    expect(messages().slice(2)).toEqual(['first', 'second']);
    expect((await hooks.deliveriesOf(workspace, endpoint)).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'given_up']);
  });

  test('goes to those only that listen to its event, are enabled, and belong to the workspace', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url, { events: ['engine.paused', 'run.failed'] });
    const deaf = await createEndpoint(hooks.deps, workspace, endpointInput(receiver.url, { events: ['run.failed'] }));
    const off = await createEndpoint(hooks.deps, workspace, endpointInput(receiver.url, { enabled: false }));
    const { endpoint: stranger, workspace: elsewhere } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    expect(await hooks.deliveriesOf(workspace, endpoint)).toHaveLength(1);
    expect(await hooks.deliveriesOf(workspace, deaf)).toEqual([]);
    expect(await hooks.deliveriesOf(workspace, off)).toEqual([]);
    expect(await hooks.deliveriesOf(elsewhere, stranger)).toEqual([]);
  });

  test('exists exactly when what it tells does: a transaction that fails leaves no event', async () => {
    const { workspace, endpoint } = await hooks.prepare('http://127.0.0.1:9/'.replace(':9/', ':9999/'));
    await expect(
      hooks.deps.db.$transaction(async (tx) => {
        await writeEvent(tx, workspace.id, 'engine.paused', { engine: 'openai', code: 'x', message: 'y' });
        throw new Error('it did not happen');
      }),
    ).rejects.toThrow('it did not happen');
    expect(await hooks.deliveriesOf(workspace, endpoint)).toEqual([]);
    expect(await hooks.store.one('SELECT count(*)::int FROM webhook_event WHERE workspace_id = $1', [workspace.id])).toBe(0);
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
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    const [delivery] = await hooks.deliveriesOf(workspace, endpoint);
    expect(delivery).toMatchObject({ state: 'waiting', attempts: [{ error: expect.stringMatching(reason) }] });
  });

  test('whose worker died is taken up again once its lease is over, not before; the broken attempt stays on record', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    await hooks.store.rows(
      `WITH taken AS (UPDATE webhook_delivery SET attempts = 1, started_at = now(), claimed_by = 'dead', lease_until = now() + interval '1 hour'
        WHERE endpoint_id = $1 RETURNING *)
       INSERT INTO webhook_attempt (workspace_id, delivery_id, number, started_at) SELECT workspace_id, id, 1, now() FROM taken`,
      [endpoint.id],
    );
    await hooks.send(workspace, endpoint);
    expect(receiver.received).toEqual([]);
    await hooks.store.rows(`UPDATE webhook_delivery SET lease_until = now() WHERE endpoint_id = $1`, [endpoint.id]);
    await hooks.send(workspace, endpoint);
    expect((await hooks.deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { number: 1, endedAt: null },
      { number: 2, status: 204 },
    ]);
  });

  test('never runs more than four at once to an endpoint, however many workers send', async () => {
    let open = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    await using receiver = await webhookReceiver(() => null);
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    for (let index = 0; index < 12; index++) await hooks.pause(workspace, `engine-${index}`);
    const workers = [0, 1, 2].map(() => createTestDeps(hooks.store, { env: webhookEnv }));
    for (const worker of workers)
      worker.guard = {
        ...worker.guard,
        check: async () => {
          most = Math.max(most, ++open);
          await new Promise<void>((resolve) => finish.push(resolve));
          open--;
          return hooks.deps.guard.check(receiver.url.replace(/:\d+/, ':9998'));
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

describe('again', () => {
  test('one delivery, or all events of a time, go out with the ids and bodies of the first time, in their order', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const ids: string[] = [];
    for (const message of ['a', 'b', 'c']) ids.push(await hooks.pause(workspace, 'openai', message));
    await hooks.send(workspace, endpoint);
    const first = receiver.received.map(({ id, body }) => ({ id, body }));
    expect(first.map(({ id }) => id)).toEqual(ids);
    const [, middle] = await hooks.deliveriesOf(workspace, endpoint);
    expect(await replay(hooks.deps, workspace, endpoint.id, { deliveryId: middle?.id ?? '' })).toBe(1);
    await hooks.send(workspace, endpoint);
    expect(receiver.received[3]).toMatchObject(first[1] ?? {});
    const range = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
    expect(await replay(hooks.deps, workspace, endpoint.id, range)).toBe(3);
    expect(await replay(hooks.deps, workspace, endpoint.id, range), 'what waits already').toBe(0);
    await hooks.send(workspace, endpoint);
    expect(receiver.received.slice(4).map(({ id, body }) => ({ id, body }))).toEqual(first);
    expect((await hooks.deliveriesOf(workspace, endpoint)).map(({ attempts }) => attempts.length)).toEqual([2, 3, 2]);
  });

  test('an endpoint that came later gets what it missed', async () => {
    await using receiver = await webhookReceiver();
    const workspace = await makeWorkspace(hooks.deps);
    const id = await hooks.pause(workspace, 'openai');
    const endpoint = await createEndpoint(hooks.deps, workspace, endpointInput(receiver.url));
    await replay(hooks.deps, workspace, endpoint.id, { from: new Date(0), to: new Date(Date.now() + 60_000) });
    await hooks.send(workspace, endpoint);
    expect(receiver.received.map((message) => message.id)).toEqual([id]);
  });

  test('a delivery of somebody else is not found', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const other = await hooks.prepare(receiver.url);
    await hooks.pause(other.workspace, 'openai');
    const [delivery] = await hooks.deliveriesOf(other.workspace, other.endpoint);
    await expect(replay(hooks.deps, workspace, endpoint.id, { deliveryId: delivery?.id ?? '' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

test('a test goes the way of a real event, through queue and worker, and to this endpoint only', async () => {
  await using receiver = await webhookReceiver();
  const { workspace, endpoint } = await hooks.prepare(receiver.url, { events: ['run.failed'] });
  const other = await createEndpoint(hooks.deps, workspace, endpointInput(receiver.url));
  await withWorkers(hooks.deps, async () => {
    const id = await sendTest(hooks.deps, workspace, endpoint.id);
    const message = await until(() => receiver.received.find((one) => one.id === id), 'the test');
    expect(JSON.parse(message.body)).toMatchObject({ type: 'webhook.test', data: { endpoint: endpoint.id } });
  });
  expect(await hooks.deliveriesOf(workspace, other)).toEqual([]);
});
