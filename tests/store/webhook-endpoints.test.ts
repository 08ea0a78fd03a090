import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEndpoint } from '../../src/db/webhooks.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import {
  createEndpoint,
  readEndpoints,
  removeEndpoint,
  rotateSecret,
  sendTest,
  startEndpoint,
  updateEndpoint,
} from '../../src/services/webhooks.ts';
import { createTestDeps, never } from './harness.ts';
import { endpointInput, keyOf, openWebhookStore, webhookEnv, type WebhookStore } from './webhook-harness.ts';
import { webhookReceiver } from './webhook-receiver.ts';

let hooks: WebhookStore;
beforeAll(async () => {
  hooks = await openWebhookStore();
});
afterAll(() => hooks.close());

describe('an endpoint', () => {
  test('that asks for a pause by Retry-After gets it, for all that waits', async () => {
    await using receiver = await webhookReceiver(() => ({ status: 429, headers: { 'retry-after': '600' } }));
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await hooks.pause(workspace, 'gemini');
    await hooks.letTimePass();
    await hooks.send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    const [view] = await readEndpoints(hooks.deps, workspace);
    expect((view?.heldUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(590_000);
  });

  test('that is gone (410) is disabled at once; enabled again, it gets what waited', async () => {
    let status = 410;
    await using receiver = await webhookReceiver(() => ({ status }));
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await hooks.letTimePass();
    await hooks.send(workspace, endpoint);
    expect(receiver.received).toHaveLength(1);
    expect(await readEndpoints(hooks.deps, workspace)).toMatchObject([
      { enabled: false, disabledReason: 'gone', disabledAt: expect.any(Date) },
    ]);
    expect(hooks.deps.logged.join()).toContain('is disabled; a person must act');
    await expect(sendTest(hooks.deps, workspace, endpoint.id)).rejects.toMatchObject({ code: 'conflict' });
    status = 200;
    await startEndpoint(hooks.deps, workspace, endpoint.id);
    await hooks.send(workspace, endpoint);
    expect(receiver.accepted()).toHaveLength(1);
    expect(await readEndpoints(hooks.deps, workspace)).toMatchObject([{ enabled: true, disabledReason: null, failingSince: null }]);
  });

  test('that fails for five days is disabled with a notice; one success in between counts anew', async () => {
    let status = 500;
    await using receiver = await webhookReceiver(() => ({ status }));
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const failFor = (days: string) =>
      hooks.store.rows(`UPDATE webhook_endpoint SET failing_since = now() - $2::interval WHERE id = $1`, [endpoint.id, days]);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await failFor('119 hours');
    await hooks.letTimePass();
    await hooks.send(workspace, endpoint);
    expect(await readEndpoints(hooks.deps, workspace)).toMatchObject([{ enabled: true, failingSince: expect.any(Date) }]);
    status = 200;
    await hooks.letTimePass();
    await hooks.send(workspace, endpoint);
    expect(await readEndpoints(hooks.deps, workspace)).toMatchObject([
      { enabled: true, failingSince: null, lastSuccessAt: expect.any(Date) },
    ]);
    status = 500;
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await failFor('121 hours');
    await hooks.letTimePass();
    await hooks.send(workspace, endpoint);
    expect(await readEndpoints(hooks.deps, workspace)).toMatchObject([{ enabled: false, disabledReason: 'failing' }]);
  });

  test('is refused at saving where it leads into a private network, and at sending where it has come to', async () => {
    const strict = createTestDeps(hooks.store, { env: { WAYSEEN_SECRET_KEY: 'k'.repeat(32) } });
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    for (const url of [receiver.url, 'https://169.254.169.254/', 'http://example.com/', 'https://[::ffff:10.0.0.1]/', 'nonsense'])
      await expect(createEndpoint(strict, workspace, endpointInput(url))).rejects.toMatchObject({
        code: 'invalid_input',
        issues: [{ path: 'url' }],
      });
    await expect(updateEndpoint(strict, workspace, endpoint.id, { target: 'https://10.0.0.1/' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await hooks.pause(workspace, 'openai');
    await deliverWebhooks(strict, keyOf(workspace, endpoint), never);
    expect(receiver.received).toEqual([]);
    expect((await hooks.deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { status: null, error: expect.stringContaining('The address is not allowed') },
    ]);
    await strict.close();
  });

  test('keeps its secret encrypted, shows it once, and says so where the key is another', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const row = await findEndpoint(hooks.deps.db, keyOf(workspace, endpoint));
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain(endpoint.secret?.slice(6, 20));
    expect(JSON.stringify(await readEndpoints(hooks.deps, workspace))).not.toContain('whsec_');
    const other = createTestDeps(hooks.store, { env: { ...webhookEnv, WAYSEEN_SECRET_KEY: 'x'.repeat(32) } });
    await hooks.pause(workspace, 'openai');
    await deliverWebhooks(other, keyOf(workspace, endpoint), never);
    expect((await hooks.deliveriesOf(workspace, endpoint))[0]?.attempts).toMatchObject([
      { error: expect.stringContaining('WAYSEEN_SECRET_KEY') },
    ]);
    await other.close();
  });

  test('changes its secret without a gap: both sign for a while, then the new one alone', async () => {
    await using receiver = await webhookReceiver();
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    const { secret } = await rotateSecret(hooks.deps, workspace, endpoint.id, 24);
    expect(secret).not.toBe(endpoint.secret);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await hooks.store.rows('UPDATE webhook_endpoint SET previous_until = now() WHERE id = $1', [endpoint.id]);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
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
    const { workspace, endpoint } = await hooks.prepare(receiver.url);
    await hooks.pause(workspace, 'openai');
    await hooks.send(workspace, endpoint);
    await removeEndpoint(hooks.deps, workspace, endpoint.id);
    for (const table of ['webhook_endpoint', 'webhook_delivery', 'webhook_attempt'])
      expect(await hooks.store.one(`SELECT count(*)::int FROM ${table} WHERE workspace_id = $1`, [workspace.id]), table).toBe(0);
    await expect(removeEndpoint(hooks.deps, workspace, endpoint.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
