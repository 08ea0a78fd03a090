import { afterAll, beforeAll, expect, test } from 'vitest';
import { pruneEvents } from '../../src/db/outbox.ts';
import { createEndpoint, readEndpoints, sendTest } from '../../src/services/webhooks.ts';
import { createTestDeps } from './harness.ts';
import { decoded, openMailbox } from './mailbox.ts';
import { endpointInput, openWebhookStore, webhookEnv, type WebhookStore } from './webhook-harness.ts';
import { webhookReceiver } from './webhook-receiver.ts';

let hooks: WebhookStore;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
beforeAll(async () => {
  mailbox = await openMailbox();
  hooks = await openWebhookStore({ SMTP_URL: mailbox.url, MAIL_FROM: 'Wayseen <wayseen@example.com>' });
});
afterAll(async () => {
  await hooks.close();
  await mailbox.close();
});

test('a mailbox gets a mail in its language, as text and as HTML, with one id however often it is sent', async () => {
  const { workspace, endpoint } = await hooks.prepare('ann@example.com', { channel: 'email', language: 'zh-CN' });
  expect(endpoint.secret).toBeNull();
  mailbox.refuseNext();
  const id = await hooks.pause(workspace, 'openai', '<b>密钥</b> & "quota"');
  await hooks.send(workspace, endpoint);
  await hooks.letTimePass();
  await hooks.send(workspace, endpoint);
  const [delivery] = await hooks.deliveriesOf(workspace, endpoint);
  expect(delivery?.attempts).toMatchObject([
    { status: 451, error: expect.stringContaining('Come back later') },
    { status: 250, error: null },
  ]);
  const mail = mailbox.mails.at(-1);
  expect(mail).toMatchObject({ from: 'wayseen@example.com', to: ['ann@example.com'] });
  expect(mail?.text).toContain(`Message-ID: <${id}@wayseen>`);
  expect(mail?.text).toMatch(/multipart\/alternative/);
  const parts = (mail?.text ?? '').split(/\r\n--/).map((part) => {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const body = rest.join('\r\n\r\n');
    return head.includes('base64') ? Buffer.from(body, 'base64').toString() : decoded({ from: '', to: [], text: body });
  });
  expect(parts.join('\n')).toContain('OpenAI API 已停止，需要人工处理');
  expect(parts.join('\n')).toContain('原因: <b>密钥</b> & "quota"');
  expect(parts.join('\n')).toContain('&lt;b&gt;密钥&lt;/b&gt; &amp; &quot;quota&quot;');
});

test('a mail that the server refuses for good is given up at once, and the reason is kept', async () => {
  const { workspace, endpoint } = await hooks.prepare('gone@example.com', { channel: 'email' });
  mailbox.refuseNext(550);
  await hooks.pause(workspace, 'openai');
  await hooks.send(workspace, endpoint);
  const [delivery] = await hooks.deliveriesOf(workspace, endpoint);
  expect(delivery).toMatchObject({ state: 'given_up', attempts: [{ status: 550, error: expect.stringContaining('Come back later') }] });
});

test('old events are forgotten with all that was tried, and what still waits is kept', async () => {
  const { workspace, endpoint } = await hooks.prepare('ann@example.com', { channel: 'email' });
  const [old, waiting, fresh] = [
    await hooks.pause(workspace, 'openai'),
    await hooks.pause(workspace, 'anthropic'),
    await hooks.pause(workspace, 'gemini'),
  ];
  await hooks.store.rows(`UPDATE webhook_event SET occurred_at = now() - interval '91 days' WHERE id = ANY($1)`, [[old, waiting]]);
  await hooks.store.rows(`UPDATE webhook_delivery SET due_at = now() + interval '1 day' WHERE event_id = $1`, [waiting]);
  await hooks.send(workspace, endpoint);
  expect(await pruneEvents(hooks.deps.db, 90, 100)).toBe(1);
  expect(await pruneEvents(hooks.deps.db, 90, 100)).toBe(0);
  const kept = await hooks.store.rows<{ id: string }>('SELECT id FROM webhook_event WHERE workspace_id = $1 ORDER BY seq', [workspace.id]);
  expect(kept.map(({ id }) => id)).toEqual([waiting, fresh]);
  const tables = ['webhook_delivery d JOIN webhook_event e ON e.id = d.event_id WHERE d', 'webhook_attempt a WHERE a'];
  const counts = await Promise.all(
    tables.map((table) => hooks.store.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}.workspace_id = $1`, [workspace.id])),
  );
  expect(counts.map(([row]) => row?.n)).toEqual([2, 1]);
});

test('nothing that an event holds can add a header or a recipient', async () => {
  const { workspace, endpoint } = await hooks.prepare('ann@example.com', { channel: 'email' });
  await hooks.pause(workspace, 'x\r\nBcc: victim@example.com\r\n\r\nbody', 'm');
  await hooks.send(workspace, endpoint);
  const mail = mailbox.mails.at(-1);
  expect(mail?.to).toEqual(['ann@example.com']);
  expect(mail?.text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  for (const target of ['ann@example.com, eve@example.com', 'ann@example.com\r\nBcc: eve@example.com', 'ann', '"x" <ann@example.com>', ''])
    await expect(createEndpoint(hooks.deps, workspace, endpointInput(target, { channel: 'email' }))).rejects.toMatchObject({
      issues: [{ path: 'url' }],
    });
});

test('without a mail server a mailbox is refused, and says what is needed', async () => {
  const deps = createTestDeps(hooks.store, { env: webhookEnv });
  const { workspace } = await hooks.prepare('ann@example.com', { channel: 'email' });
  await expect(createEndpoint(deps, workspace, endpointInput('ann@example.com', { channel: 'email' }))).rejects.toMatchObject({
    issues: [{ message: expect.stringContaining('SMTP_URL') }],
  });
  await deps.close();
});

test.each(['slack', 'teams'] as const)('%s gets its own format, unsigned, and its address is not shown', async (channel) => {
  await using receiver = await webhookReceiver(() => ({ status: 200, body: 'ok' }));
  const { workspace, endpoint } = await hooks.prepare(`${receiver.url}/T000/B000/secret`, { channel, language: 'zh-TW' });
  await sendTest(hooks.deps, workspace, endpoint.id);
  await hooks.send(workspace, endpoint);
  const [message] = receiver.received;
  expect(message?.path).toBe('/hook/T000/B000/secret');
  expect(message?.headers).not.toHaveProperty('webhook-signature');
  expect(message?.body).toContain('來自 Wayseen 的測試');
  expect(JSON.parse(message?.body ?? '')).toHaveProperty(channel === 'slack' ? 'blocks' : 'attachments');
  expect(JSON.stringify([endpoint, await readEndpoints(hooks.deps, workspace)])).not.toContain('B000');
});
