import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/api/access.ts';
import { handleError } from '../../src/api/errors.ts';
import { rateLimit } from '../../src/api/rate-limit.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { apiClient } from './client.ts';

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'one' });
  await makeWorkspace(deps, { slug: 'two' });
});

describe('an idempotency key', () => {
  const make = (key: string, name: string, workspace = 'one') =>
    api<{ id: string; secret: string }>('POST', `/api/v1/keys?workspace=${workspace}`, { name }, { 'idempotency-key': key });
  const made = (name: string) => store.one<number>('SELECT count(*)::int FROM api_key WHERE name = $1', [name]);

  test('makes a request that is sent twice be done once, with the same answer', async () => {
    const first = await make('k1', 'twice');
    const second = await make('k1', 'twice');
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([null, 'true']);
    expect(await made('twice')).toBe(1);
  });

  test('is kept without the secret that the answer holds', async () => {
    const { body } = await make('k2', 'kept');
    const [row] = await store.rows<{ answer: Buffer }>('SELECT answer FROM idempotency_key ORDER BY created_at DESC LIMIT 1');
    expect(row?.answer.length).toBeGreaterThan(100);
    expect(row?.answer.includes(body.secret)).toBe(false);
  });

  test('stands for one request: another body is refused, another workspace is another key', async () => {
    await make('k3', 'first');
    expect(await make('k3', 'second')).toMatchObject({ status: 422, body: { error: { code: 'idempotency_mismatch' } } });
    expect((await make('k3', 'elsewhere', 'two')).status).toBe(201);
    expect([await made('second'), await made('elsewhere')]).toEqual([0, 1]);
  });

  test('lets one of several at once through, and gives the others its answer or asks them to wait', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => make('k4', 'at once')));
    expect(await made('at once')).toBe(1);
    expect(all.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  });

  test('of a request that failed can be used again', async () => {
    expect((await make('k5', '')).status).toBe(400);
    expect((await make('k5', 'better')).status).toBe(201);
  });

  test('is forgotten after a day', async () => {
    await make('k6', 'old');
    await store.rows(`UPDATE idempotency_key SET created_at = created_at - interval '25 hours'`);
    expect((await make('k6', 'new')).status).toBe(201);
  });

  test('that cannot be one is refused', async () => {
    expect(await make('x'.repeat(256), 'long')).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'Idempotency-Key' }] } } });
  });
});

describe('rate limits', () => {
  test('are told with every answer, and are generous on this machine', async () => {
    const { headers } = await api('GET', '/api/v1/status');
    const [limit, remaining] = ['limit', 'remaining'].map((name) => Number(headers.get(`ratelimit-${name}`)));
    expect(limit).toBeGreaterThanOrEqual(10_000);
    expect(remaining).toBeLessThan(limit ?? 0);
    expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
  });

  test('stop who asks too often, until the minute is over', async () => {
    let time = 0;
    const app = new Hono<AppEnv>()
      .onError(handleError(deps.log))
      .use(rateLimit(() => time))
      .get('/', (c) => c.json({}));
    const limit = Number((await app.request('/')).headers.get('ratelimit-limit'));
    let last = new Response();
    for (let sent = 1; sent < limit; sent++) last = await app.request('/');
    expect([last.status, last.headers.get('ratelimit-remaining')]).toEqual([200, '0']);
    time = 10_000;
    const refused = await app.request('/');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '50']);
    time = 60_000;
    expect((await app.request('/')).status).toBe(200);
  });
});

test('a trend that has not changed is not sent again', async () => {
  const path = '/api/v1/trends?workspace=one&from=2026-08-01&to=2026-09-01';
  const first = await api('GET', path);
  const tag = first.headers.get('etag') ?? '';
  expect([first.status, tag !== '']).toEqual([200, true]);
  const again = await api<string>('GET', path, undefined, { 'if-none-match': tag });
  expect([again.status, again.body]).toEqual([304, '']);
  expect((await api('GET', `${path}&by=day`, undefined, { 'if-none-match': tag })).status).toBe(200);
});

test('a missing field is told with what to write', async () => {
  const { body } = await api('POST', '/api/v1/workspaces', {});
  expect(body.error.issues).toEqual([
    { path: 'name', message: 'is missing; write a text' },
    { path: 'panel', message: 'is missing; write an object in { }' },
  ]);
  const prompt = await api('POST', '/api/v1/prompts?workspace=one', { prompts: [{ intent: 'x', language: 'en', text: 'Which?' }] });
  expect(prompt.body.error.issues).toMatchObject([
    { path: 'prompts.0.stage', message: expect.stringContaining('is missing; write one of "awareness"') },
  ]);
});

test('no page of another site may read an answer', async () => {
  const { headers } = await api('GET', '/api/v1/status', undefined, { origin: 'http://localhost:9999' });
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(
    (await api('OPTIONS', '/api/v1/status', undefined, { 'access-control-request-method': 'GET' })).headers.get(
      'access-control-allow-origin',
    ),
  ).toBeNull();
});
