import { beforeAll, expect, test } from 'vitest';
import { createTestDeps, makeWorkspace, openTestDeps, openTestStore } from '../store/harness.ts';
import { ensureAdministrator } from '../../src/services/sessions.ts';
import { apiClient } from './client.ts';

const serverKey = 'a-long-random-key-0123456789';

const { store, deps } = await openTestDeps({ env: { WAYSEEN_API_KEY: serverKey, WAYSEEN_ADMIN_PASSWORD: 'correct horse battery' } });
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'ours' });
  await makeWorkspace(deps, { slug: 'theirs' });
  await ensureAdministrator(deps);
});

const server = { authorization: `Bearer ${serverKey}` };
const page = { origin: 'http://127.0.0.1:3000' };
const signIn = async (email: string, password: string) => {
  const answer = await api('POST', '/api/v1/session', { email, password }, page);
  return {
    ...answer,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
};
const invite = async (role: string, email: string | null = null) =>
  (await api<{ link: string }>('POST', '/api/v1/invitations?workspace=ours', { role, email }, server)).body.link.split('#')[1] ?? '';

const join = async (role: string, email: string, workspace = 'ours') => {
  const made = await api<{ link: string }>('POST', `/api/v1/invitations?workspace=${workspace}`, { role }, server);
  const token = made.body.link.split('#')[1];
  const joined = await api('POST', '/api/v1/invitations/accept', { token, email, password: 'twelve letters' }, page);
  expect(joined.status).toBe(200);
};
const idOf = async (email: string) => {
  const { body } = await api<{ people: { id: string; email: string }[] }>('GET', '/api/v1/people?workspace=ours', undefined, server);
  return body.people.find((one) => one.email === email)?.id ?? '';
};
const resetLink = async (email: string, as: Record<string, string> = server) => {
  const made = await api<{ link?: string }>('POST', `/api/v1/people/${await idOf(email)}/reset-link?workspace=ours`, undefined, as);
  return made.body.link?.split('/reset#')[1] ?? '';
};

test('the administrator of the start signs in with the password, in cookies that no script sees', async () => {
  expect(await signIn('admin@wayseen.localhost', 'wrong horse')).toMatchObject({
    status: 401,
    body: { error: { code: 'unauthorized' } },
  });
  const { status, headers, cookie } = await signIn('Admin@Wayseen.localhost', 'correct horse battery');
  expect(status).toBe(200);
  expect(headers.getSetCookie()[0]).toMatch(/HttpOnly/i);
  expect(headers.getSetCookie()[0]).toMatch(/SameSite=Lax/i);
  const who = await api<{ kind: string; looksAfterServer: boolean }>('GET', '/api/v1/session', undefined, { cookie });
  expect(who.body).toMatchObject({ kind: 'person', looksAfterServer: true, person: { email: 'admin@wayseen.localhost' } });
});

test('off this machine the cookie goes over TLS only', async () => {
  const answer = await api(
    'POST',
    '/api/v1/session',
    { email: 'admin@wayseen.localhost', password: 'correct horse battery' },
    { host: 'wayseen.example' },
  );
  expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure/);
});

test('somebody new joins by a link, once, and may do what the invitation says until they are taken out', async () => {
  const token = await invite('editor');
  const joined = await api(
    'POST',
    '/api/v1/invitations/accept',
    { token, name: 'Ana', email: 'ana@example.com', password: 'twelve letters' },
    page,
  );
  expect(joined).toMatchObject({ status: 200, body: { workspace: 'ours' } });
  const again = await api(
    'POST',
    '/api/v1/invitations/accept',
    { token, name: 'Eve', email: 'eve@example.com', password: 'twelve letters' },
    page,
  );
  expect(again.status).toBe(404);
  const { cookie } = await signIn('ana@example.com', 'twelve letters');
  const as = { cookie, ...page };
  expect((await api('POST', '/api/v1/prompts?workspace=ours', { prompts: [] }, as)).status).toBe(400);
  expect((await api('GET', '/api/v1/people?workspace=ours', undefined, as)).status).toBe(403);
  expect((await api('GET', '/api/v1/prompts?workspace=theirs', undefined, as)).status).toBe(404);
  const { body } = await api<{ people: { id: string; email: string }[] }>('GET', '/api/v1/people?workspace=ours', undefined, server);
  const ana = body.people.find(({ email }) => email === 'ana@example.com');
  expect((await api('DELETE', `/api/v1/people/${ana?.id}?workspace=ours`, undefined, server)).status).toBe(200);
  expect((await api('GET', '/api/v1/prompts?workspace=ours', undefined, as)).status).toBe(404);
});

test('an invitation for one address is for no other, and takes nobody’s account over', async () => {
  const token = await invite('admin', 'bo@example.com');
  expect(
    await api('POST', '/api/v1/invitations/accept', { token, email: 'eve@example.com', password: 'twelve letters' }, page),
  ).toMatchObject({ status: 403 });
  const open = await invite('viewer');
  const taken = await api(
    'POST',
    '/api/v1/invitations/accept',
    { token: open, email: 'admin@wayseen.localhost', password: 'a guess of mine' },
    page,
  );
  expect(taken.status).toBe(401);
  expect((await signIn('admin@wayseen.localhost', 'correct horse battery')).status).toBe(200);
});

test('the last admin of a workspace stays one', async () => {
  const token = await invite('admin');
  await api('POST', '/api/v1/invitations/accept', { token, email: 'cy@example.com', password: 'twelve letters' }, page);
  const { body } = await api<{ people: { id: string; email: string }[] }>('GET', '/api/v1/people?workspace=ours', undefined, server);
  const cy = body.people.find(({ email }) => email === 'cy@example.com')?.id;
  for (const [method, change] of [
    ['PATCH', { role: 'viewer' }],
    ['DELETE', undefined],
  ] as const)
    expect((await api(method, `/api/v1/people/${cy}?workspace=ours`, change, server)).status).toBe(409);
});

test('a page of another site changes nothing with their cookie', async () => {
  const { cookie } = await signIn('admin@wayseen.localhost', 'correct horse battery');
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:9999' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const headers of elsewhere)
    expect((await api('POST', '/api/v1/keys?workspace=ours', { name: 'x' }, { cookie, ...headers })).status).toBe(403);
  expect((await api('POST', '/api/v1/keys?workspace=ours', { name: 'x' }, { cookie, ...page })).status).toBe(201);
});

test('signing out ends the session, and a new password ends all', async () => {
  const first = await signIn('admin@wayseen.localhost', 'correct horse battery');
  const second = await signIn('admin@wayseen.localhost', 'correct horse battery');
  await api('DELETE', '/api/v1/session', undefined, { cookie: first.cookie, ...page });
  expect((await api('GET', '/api/v1/workspaces', undefined, { cookie: first.cookie })).status).toBe(401);
  const wrong = await api(
    'PUT',
    '/api/v1/session/password',
    { present: 'not it', next: 'another long one' },
    { cookie: second.cookie, ...page },
  );
  expect(wrong.status).toBe(400);
  const change = { present: 'correct horse battery', next: 'another long one' };
  expect((await api('PUT', '/api/v1/session/password', change, { cookie: second.cookie, ...page })).status).toBe(200);
  expect((await api('GET', '/api/v1/workspaces', undefined, { cookie: second.cookie })).status).toBe(401);
  expect((await signIn('admin@wayseen.localhost', 'another long one')).status).toBe(200);
});

test('who forgot a password sets a new one by an admin’s link, once, and is signed in nowhere else', async () => {
  await join('editor', 'fay@example.com');
  const { cookie: lost } = await signIn('fay@example.com', 'twelve letters');
  const stale = await resetLink('fay@example.com');
  const token = await resetLink('fay@example.com');
  const use = (link: string, password: string) => api('POST', '/api/v1/password-resets/use', { token: link, password }, page);
  expect((await use(stale, 'quite another one')).status).toBe(404);
  expect((await use(token, 'short')).status).toBe(400);
  expect(await api('POST', '/api/v1/password-resets/look', { token }, page)).toMatchObject({
    status: 200,
    body: { email: 'fay@example.com' },
  });
  const set = await use(token, 'quite another one');
  expect([set.status, set.headers.getSetCookie().length > 0]).toEqual([200, true]);
  expect((await use(token, 'a third password')).status).toBe(404);
  expect((await api('GET', '/api/v1/workspaces', undefined, { cookie: lost })).status).toBe(401);
  expect((await signIn('fay@example.com', 'twelve letters')).status).toBe(401);
  expect((await signIn('fay@example.com', 'quite another one')).status).toBe(200);
});

test('an admin gets into no other workspace, and into no server, by setting somebody’s password', async () => {
  await join('admin', 'gus@example.com');
  await join('viewer', 'hal@example.com');
  const { cookie } = await signIn('gus@example.com', 'twelve letters');
  const asGus = { cookie, ...page };
  const early = await resetLink('hal@example.com', asGus);
  expect(early).not.toBe('');
  await join('viewer', 'hal@example.com', 'theirs');
  expect((await api('POST', '/api/v1/password-resets/look', { token: early }, page)).status).toBe(404);
  expect((await api('POST', `/api/v1/people/${await idOf('hal@example.com')}/reset-link?workspace=ours`, {}, asGus)).status).toBe(403);
  const byServer = await resetLink('hal@example.com');
  expect((await api('POST', '/api/v1/password-resets/look', { token: byServer }, page)).status).toBe(200);
  await store.rows(`INSERT INTO membership (workspace_id, person_id, role)
    SELECT w.id, p.id, 'viewer' FROM workspace w, person p WHERE w.slug = 'ours' AND p.administrator`);
  const administrator = await idOf('admin@wayseen.localhost');
  expect((await api('POST', `/api/v1/people/${administrator}/reset-link?workspace=ours`, {}, asGus)).status).toBe(403);
});

test('after ten wrong passwords nobody gets to try another for a while, however many come at once', async () => {
  const guesses = Array.from({ length: 14 }, (_, index) => signIn('dora@example.com', `guess ${index}`));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
  const { status, headers } = await signIn('dora@example.com', 'guess');
  expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
});

test('on a machine of one’s own everything is open, and the link of the start signs in once', async () => {
  const own = await openTestStore();
  const home = createTestDeps(own);
  const call = apiClient(home);
  const { token } = await ensureAdministrator(home);
  expect((await call('GET', '/api/v1/workspaces')).status).toBe(200);
  const signed = await call('POST', '/api/v1/session', { token });
  expect([signed.status, home.logged]).toEqual([200, []]);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  expect((await call<{ kind: string }>('GET', '/api/v1/session', undefined, { cookie })).body.kind).toBe('person');
  expect((await call('POST', '/api/v1/session', { token })).status).toBe(401);
  expect((await call<{ kind: string }>('GET', '/api/v1/session')).body.kind).toBe('machine');
  await home.close();
  await own.close();
});
