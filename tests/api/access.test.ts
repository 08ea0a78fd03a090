import { beforeAll, describe, expect, test } from 'vitest';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { apiClient } from './client.ts';

const serverKey = 'a-long-random-key-0123456789';
const nobody = '00000000-0000-4000-8000-000000000000';

const keys: Record<string, string> = {};
const { store, deps } = await openTestDeps({ env: { WAYSEEN_API_KEY: serverKey, WAYSEEN_ADMIN_PASSWORD: 'correct horse battery' } });
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'ours' });
  await makeWorkspace(deps, { slug: 'theirs' });
  for (const workspace of ['ours', 'theirs'])
    for (const role of ['viewer', 'editor', 'admin']) keys[`${workspace} ${role}`] = (await newKey(workspace, role)).secret;
});

const bearer = (key: string | undefined) => ({ authorization: `Bearer ${key}` });
const newKey = async (workspace: string, role: string) => {
  const made = await api<{ id: string; secret: string }>(
    'POST',
    `/api/v1/keys?workspace=${workspace}`,
    { name: role, role },
    bearer(serverKey),
  );
  expect(made.status).toBe(201);
  return made.body;
};

type Operation = { 'x-role'?: string; requestBody?: unknown; parameters?: { name: string }[] };
type Document = { paths: Record<string, Record<string, Operation>> };
const operations = async () => {
  const { body: document } = await api<Document>('GET', '/openapi.json');
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-role': role, requestBody }]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll('{id}', nobody).replaceAll(/\{\w+\}/g, 'openai'),
      role,
      body: requestBody ? {} : undefined,
    })),
  );
  return [...documented, { method: 'GET', path: '/api/v1/runs/events', role: 'viewer', body: undefined }];
};

const strangers = (): Record<string, string>[] => [
  {},
  bearer(`${keys['ours admin']}x`),
  { cookie: 'wayseen.session_token=made.up', 'sec-fetch-site': 'same-origin' },
];

describe('every route', () => {
  test('says who may call it', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ role }) => !['public', 'open', 'member', 'server', 'viewer', 'editor', 'admin'].includes(role ?? ''))).toEqual([]);
    expect(all.filter(({ role }) => role === 'open').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/session',
      'POST /api/v1/session',
      'DELETE /api/v1/session',
      'POST /api/v1/invitations/look',
      'POST /api/v1/invitations/accept',
      'POST /api/v1/password-resets/look',
      'POST /api/v1/password-resets/use',
    ]);
  });

  test('that needs a role in a workspace can be told in which, and no other', async () => {
    const { body: document } = await api<Document>('GET', '/openapi.json');
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { 'x-role': role = '', parameters = [] }] of Object.entries(methods))
        expect(
          parameters.some(({ name }) => name === 'workspace'),
          `${method} ${path}`,
        ).toBe(['viewer', 'editor', 'admin'].includes(role));
  });

  test('that changes something asks for more than reading', async () => {
    const loose = (await operations()).filter(({ method, role }) => method !== 'GET' && ['viewer', 'member'].includes(role ?? ''));
    expect(loose.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/schedules/plan',
      'POST /api/v1/conversations/plan',
      'PATCH /api/v1/session/person',
      'PUT /api/v1/session/password',
    ]);
  });

  test('is closed to those without a key, and to those with a wrong one', async () => {
    for (const { method, path, role, body } of await operations()) {
      if (role === 'open' || role === 'public') continue;
      for (const headers of strangers()) {
        const answer = await api(method, `${path}?workspace=ours`, body, headers);
        expect([answer.status, answer.body.error?.code], `${method} ${path}`).toEqual([401, 'unauthorized']);
      }
    }
  });

  test('of a workspace does not exist for the key of another, by slug, by id and unnamed', async () => {
    const theirs = await store.one<string>(`SELECT id FROM workspace WHERE slug = 'theirs'`);
    for (const { method, path, role, body } of await operations()) {
      if (!['viewer', 'editor', 'admin'].includes(role ?? '')) continue;
      for (const name of ['theirs', theirs]) {
        const answer = await api(method, `${path}?workspace=${name}`, body, bearer(keys['ours admin']));
        expect([answer.status, answer.body.error?.code], `${method} ${path}`).toEqual([404, 'not_found']);
        expect(answer.body.error.message).toBe(`The workspace "${name}" does not exist.`);
      }
    }
  });

  test('is closed to a role that does not do', async () => {
    const order = ['viewer', 'editor', 'admin'];
    for (const { method, path, role = '', body } of await operations()) {
      const tooLow = role === 'server' ? order : order.slice(0, Math.max(0, order.indexOf(role)));
      for (const held of tooLow) {
        const answer = await api(method, `${path}?workspace=ours`, body, bearer(keys[`ours ${held}`]));
        expect([answer.status, answer.body.error?.code], `${held}: ${method} ${path}`).toEqual([403, 'forbidden']);
      }
    }
  });

  test('lets in a role that does', async () => {
    for (const { method, path, role = '', body } of await operations()) {
      if (/\/(events|audit|plan)$/.test(path) || ['public', 'open', 'server'].includes(role)) continue; // slow, or without an end
      const held = role === 'member' ? 'viewer' : role;
      const { status } = await api(method, `${path}?workspace=ours`, body, bearer(keys[`ours ${held}`]));
      if (!path.includes('/session/')) expect([401, 403], `${held}: ${method} ${path}`).not.toContain(status);
      expect(status, `${method} ${path}`).toBeLessThan(500);
    }
  });
});

test('rows of another workspace are not there, whichever way they are named', async () => {
  type Ids = { prompts: { id: string }[] };
  const { body: theirs } = await api<Ids>('GET', '/api/v1/prompts?workspace=theirs', undefined, bearer(keys['theirs viewer']));
  const id = theirs.prompts[0]?.id ?? '';
  expect(id).not.toBe('');
  for (const [method, path, body] of [
    ['PATCH', `/api/v1/prompts/${id}`, { text: 'Ours now, is it not?' }],
    ['GET', `/api/v1/prompts/${id}/versions`, undefined],
  ] as const)
    expect((await api(method, `${path}?workspace=ours`, body, bearer(keys['ours admin']))).status, path).toBe(404);
  const key = await newKey('theirs', 'viewer');
  expect((await api('DELETE', `/api/v1/keys/${key.id}?workspace=ours`, undefined, bearer(keys['ours admin']))).status).toBe(404);
  expect((await api('GET', '/api/v1/prompts', undefined, bearer(key.secret))).status).toBe(200);
});

test('a key sees its own workspace only, and needs not name it', async () => {
  type List = { workspaces: { slug: string; role: string }[] };
  const { body } = await api<List>('GET', '/api/v1/workspaces', undefined, bearer(keys['ours editor']));
  expect(body.workspaces).toMatchObject([{ slug: 'ours', role: 'editor' }]);
  expect((await api('GET', '/api/v1/prompts', undefined, bearer(keys['ours viewer']))).status).toBe(200);
});

test('a key is shown once, kept as a hash, and works no more once it is revoked or has ended', async () => {
  const { id, secret } = await newKey('ours', 'viewer');
  expect(JSON.stringify(await store.rows('SELECT * FROM api_key'))).not.toContain(secret.slice(-30));
  const list = await api<{ keys: { id: string; lastUsedAt: string | null }[] }>(
    'GET',
    '/api/v1/keys?workspace=ours',
    undefined,
    bearer(serverKey),
  );
  expect(JSON.stringify(list.body)).not.toContain(secret.slice(-30));
  expect((await api('GET', '/api/v1/prompts', undefined, bearer(secret))).status).toBe(200);
  expect((await api('DELETE', `/api/v1/keys/${id}?workspace=ours`, undefined, bearer(serverKey))).status).toBe(200);
  expect((await api('GET', '/api/v1/prompts', undefined, bearer(secret))).status).toBe(401);
  const ended = await api<{ secret: string }>(
    'POST',
    '/api/v1/keys?workspace=ours',
    { name: 'old', expiresAt: '2020-01-01T00:00:00Z' },
    bearer(serverKey),
  );
  expect((await api('GET', '/api/v1/prompts', undefined, bearer(ended.body.secret))).status).toBe(401);
});
