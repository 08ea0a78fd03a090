import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecipient, readRecipients } from '../../src/services/report-mail.ts';
import { makeDueReports, readReports } from '../../src/services/reports.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { readDeliveries, readEndpoints } from '../../src/services/webhooks.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { apiClient, type ApiClient } from '../api/client.ts';
import { createTestDeps, never, openTestStore, type TestDeps, type TestStore } from './harness.ts';
import { decoded, openMailbox } from './mailbox.ts';
import { makeHistory } from './report-history.ts';

let store: TestStore;
let deps: TestDeps;
let api: ApiClient;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let workspace: Workspace;
let ann: string;
let clock = Date.parse('2026-09-14T07:00:00Z');

beforeAll(async () => {
  mailbox = await openMailbox();
  store = await openTestStore();
  const env = {
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Wayseen <wayseen@example.com>',
    WAYSEEN_SECRET_KEY: 'k'.repeat(32),
    WAYSEEN_PUBLIC_URL: 'https://wayseen.example.com/',
  };
  deps = createTestDeps(store, { env, now: () => clock });
  api = apiClient(deps);
  workspace = await makeHistory(deps, store, 'mailed', 2);
  const input = { address: 'ann@example.com', language: 'zh-TW', weekly: true, monthly: false } as const;
  ann = (await createRecipient(deps, workspace, input)).id;
  await createRecipient(deps, workspace, { address: 'bob@example.com', language: 'en', weekly: false, monthly: true });
});
afterAll(async () => {
  await deps.close();
  await store.close();
  await mailbox.close();
});

const send = async () => {
  for (const { id } of await readRecipients(deps, workspace))
    await deliverWebhooks(deps, { workspaceId: workspace.id, endpointId: id }, never);
};
const bodies = (text: string) =>
  text
    .split(/\r\n--/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      return head.includes('base64') ? Buffer.from(body, 'base64').toString() : decoded({ from: '', to: [], text: body });
    })
    .join('\n');

test('those who want the week’s report get it once, in their language, with a way out by one click', async () => {
  await makeDueReports(deps, workspace.id);
  await send();
  await send();
  expect(mailbox.mails.map(({ to }) => to)).toEqual([['ann@example.com']]);
  const [mail] = mailbox.mails;
  const head = (mail?.text.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n\s+/g, ' ');
  expect(head).toMatch(/List-Unsubscribe: <https:\/\/wayseen\.example\.com\/api\/v1\/unsubscribe\/[\w-]+>/);
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const text = bodies(mail?.text ?? '');
  const report = (await readReports(deps, workspace, { limit: 1 })).reports[0];
  expect(text).toContain('建議行動');
  expect(text).toContain(`https://wayseen.example.com/reports/${report?.id}?workspace=mailed`);
  expect(text).toContain('<table');
});

test('one click unsubscribes; looking at the link does not; and nothing more is sent', async () => {
  const head = (mailbox.mails[0]?.text.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n\s+/g, ' ');
  const path = /<https:\/\/wayseen\.example\.com([^>]+)>/.exec(head)?.[1] ?? '';
  const elsewhere = { host: 'wayseen.example.com', 'content-type': 'application/x-www-form-urlencoded' };
  expect((await api('GET', path, undefined, elsewhere)).status).toBe(200);
  expect((await readRecipients(deps, workspace))[0]?.unsubscribedAt).toBeNull();
  expect((await api('POST', path, 'List-Unsubscribe=One-Click', elsewhere)).status).toBe(200);
  expect((await readRecipients(deps, workspace))[0]?.unsubscribedAt).not.toBeNull();
  expect((await api('POST', `${path.slice(0, -2)}xx`, '', elsewhere)).status).toBe(404);
  clock = Date.parse('2026-09-21T07:00:00Z');
  await makeDueReports(deps, workspace.id);
  await send();
  expect(mailbox.mails).toHaveLength(1);
});

test('a report that says nothing is mailed to nobody', async () => {
  const input = { address: 'cleo@example.com', language: 'en', weekly: true, monthly: false } as const;
  await createRecipient(deps, workspace, input);
  clock = Date.parse('2026-09-28T07:00:00Z');
  expect(await makeDueReports(deps, workspace.id)).toBe(1);
  await send();
  expect(mailbox.mails).toHaveLength(1);
});

test('a mail that is refused for good is shown and not tried again; one that is put off is', async () => {
  const space = await makeHistory(deps, store, 'refused', 1);
  const deliver = (id: string) => deliverWebhooks(deps, { workspaceId: space.id, endpointId: id }, never);
  const input = { language: 'en', weekly: true, monthly: false } as const;
  const gone = await createRecipient(deps, space, { address: 'gone@example.com', ...input });
  const busy = await createRecipient(deps, space, { address: 'busy@example.com', ...input });
  clock = Date.parse('2026-09-14T07:00:00Z');
  await makeDueReports(deps, space.id);
  mailbox.refuseNext(550);
  await deliver(gone.id);
  mailbox.refuseNext(451);
  await deliver(busy.id);
  const states = await Promise.all(
    [gone, busy].map(async ({ id }) =>
      (await readDeliveries(deps, space, id, { limit: 5 })).deliveries.map(({ state, attempts }) => [state, attempts.at(-1)?.status]),
    ),
  );
  expect(states).toEqual([[['given_up', 550]], [['waiting', 451]]]);
  const told = await api<{ recipients: { address: string; lastMail: unknown }[] }>('GET', '/api/v1/report-recipients?workspace=refused');
  expect(told.body.recipients).toMatchObject([
    { address: 'gone@example.com', lastMail: { state: 'given_up', status: 550, reply: expect.stringContaining('550') } },
    { address: 'busy@example.com', lastMail: { state: 'waiting', status: 451, reply: expect.stringContaining('451') } },
  ]);
});

test('recipients are no webhooks; an address that is none, or is there already, is refused', async () => {
  expect(await readEndpoints(deps, workspace)).toEqual([]);
  for (const address of ['ann', 'ann@example.com, eve@example.com', 'ANN@example.com'])
    expect((await api('POST', '/api/v1/report-recipients?workspace=mailed', { address })).status, address).toBe(400);
  expect((await api('DELETE', `/api/v1/report-recipients/${ann}?workspace=mailed`)).status).toBe(200);
  expect((await readRecipients(deps, workspace)).map(({ id }) => id)).not.toContain(ann);
});
