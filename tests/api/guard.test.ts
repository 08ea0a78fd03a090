import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../src/api/app.ts';
import { isLoopback } from '../../src/config.ts';
import { createTestDeps, makeWorkspace, openTestStore, type TestStore } from '../store/harness.ts';
import { apiClient, type ErrorBody } from './client.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const key = 'a-long-random-key-0123456789';

describe('with a key set', () => {
  test.each([
    ['no key', {}, 401],
    ['a wrong key', { authorization: `Bearer ${key}x` }, 401],
    ['the key in another form', { authorization: key }, 401],
    ['the key', { authorization: `Bearer ${key}` }, 200],
    ['the key, from another host', { authorization: `Bearer ${key}`, host: 'wayseen.example', origin: 'https://other.example' }, 200],
  ])('%s', async (_what, headers, status) => {
    const deps = createTestDeps(store, { env: { WAYSEEN_API_KEY: key } });
    const answer = await apiClient(deps)('GET', '/api/v1/workspaces', undefined, headers);
    expect(answer.status).toBe(status);
    if (status === 401)
      expect(answer.body.error).toMatchObject({
        code: 'unauthorized',
        message: expect.not.stringContaining(key),
        requestId: answer.headers.get('x-request-id'),
      });
    await deps.close();
  });
});

describe('without a key', () => {
  test.each([
    ['this machine', { host: '127.0.0.1:3000' }, 200],
    ['localhost', { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 200],
    ['IPv6', { host: '[::1]:3000' }, 200],
    ['a foreign name that leads here', { host: 'evil.example:3000' }, 403],
    ['a foreign name that begins like this machine', { host: '127.evil.example:3000' }, 403],
    ['one that begins with its whole address', { host: '127.0.0.1.evil.example' }, 403],
    ['a page of another site', { host: '127.0.0.1:3000', origin: 'https://evil.example' }, 403],
    ['a page of a site with such a name', { host: '127.0.0.1:3000', origin: 'http://127.evil.example' }, 403],
    ['a page without an origin', { host: '127.0.0.1:3000', origin: 'null' }, 403],
    ['a form of another site', { host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }, 403],
    ['no host at all', { host: '' }, 403],
  ])('%s', async (_what, headers, status) => {
    const deps = createTestDeps(store);
    const answer = await apiClient(deps)('GET', '/api/v1/workspaces', undefined, headers);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error.code).toBe('forbidden');
    await deps.close();
  });

  test('only addresses of this machine are loopback', () => {
    expect(['127.0.0.1', '127.9.9.9', 'localhost', '::1'].every(isLoopback)).toBe(true);
    expect(['127.0.0.1.nip.io', '127.x', '0.0.0.0', '10.0.0.1', 'localhost.evil.example'].some(isLoopback)).toBe(false);
  });
});

test('what is not there, and what is not JSON, is told in the contract’s form', async () => {
  const deps = createTestDeps(store);
  const api = apiClient(deps);
  await makeWorkspace(deps, { slug: 'guard' });
  for (const [method, path, body, status] of [
    ['GET', '/api/v1/nothing', undefined, 404],
    ['POST', '/api/v2/workspaces', {}, 404],
    ['POST', '/api/v1/workspaces', '{"name":', 400],
    ['POST', '/api/v1/workspaces', '"text"', 400],
    ['POST', '/api/v1/runs?workspace=guard', 'null', 400],
  ] as const) {
    const answer = await api(method, path, body);
    expect(answer.status, path).toBe(status);
    expect(answer.body.error).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
      requestId: answer.headers.get('x-request-id'),
    });
  }
  const plain = await createApi(deps).request('/api/v1/workspaces', {
    method: 'POST',
    body: 'name=x',
    headers: { host: 'localhost', 'content-type': 'text/plain' },
  });
  expect([plain.status, Object.keys(((await plain.json()) as ErrorBody).error)]).toEqual([
    415,
    expect.arrayContaining(['code', 'message', 'requestId']),
  ]);
  await deps.close();
});

test('a defect tells the client nothing but the id under which the log has it', async () => {
  const deps = createTestDeps(store);
  Object.assign(deps.db, { $queryRaw: () => Promise.reject(new Error('secret detail of ours')) });
  const answer = await apiClient(deps)('GET', '/api/v1/engines?workspace=guard');
  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal' } } });
  expect(JSON.stringify(answer.body)).not.toContain('secret detail');
  expect(deps.logged.join()).toContain(answer.body.error.requestId);
  expect(deps.logged.join()).toContain('secret detail');
  await deps.close();
});

describe('health', () => {
  test('is told without a key, and not ready where the database is away', async () => {
    const deps = createTestDeps(store, { env: { WAYSEEN_API_KEY: key } });
    expect(await apiClient(deps)('GET', '/health/live')).toMatchObject({ status: 200 });
    expect(await apiClient(deps)('GET', '/health/ready')).toMatchObject({ status: 200 });
    await deps.close();
    const away = createTestDeps({ url: 'postgresql://nobody:nothing@127.0.0.1:1/none' });
    expect(await apiClient(away)('GET', '/health/ready')).toMatchObject({ status: 503 });
    await away.close();
  });
});
