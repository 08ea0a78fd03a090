import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { beforeAll, expect, test } from 'vitest';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { createApi } from '../../src/api/app.ts';
import { apiClient } from './client.ts';

const { deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'hostile', prompts: [] });
});

const at = 'workspace=hostile';

test.each([
  ['quotes and semicolons', `'; DROP TABLE observation; -- "`],
  ['markup', '<script>alert(1)</script> & <img src=x onerror=alert(1)>'],
  ['a pattern', '%_\\%$1${jndi:ldap://x}'],
  ['right to left and combining marks', '\u202eabc\u0301\u0301\u0301 \u{1F468}\u200d\u{1F469}'],
])('a prompt of %s comes back as it went in', async (_what, text) => {
  expect(
    await api('POST', `/api/v1/prompts?${at}`, { prompts: [{ stage: 'awareness', intent: text, language: 'en', text }] }),
  ).toMatchObject({ status: 201, body: { added: 1 } });
  const { body } = await api<{ prompts: { text: string; intent: string }[] }>('GET', `/api/v1/prompts?${at}`);
  expect(body.prompts).toContainEqual(expect.objectContaining({ text: text.trim(), intent: text.trim() }));
});

const nul = 'a\0b and more';
test.each([
  ['POST', `/api/v1/prompts?${at}`, { prompts: [{ stage: 'awareness', intent: 'x', language: 'en', text: nul }] }],
  ['POST', '/api/v1/workspaces', { name: nul, panel: { brands: [{ id: 'a', name: 'A brand' }] } }],
  ['POST', '/api/v1/workspaces', { name: 'x', slug: 'nul', panel: { brands: [{ id: 'a', name: nul }] } }],
  ['PUT', `/api/v1/brands?${at}`, { brands: [{ id: nul, name: 'A brand' }] }],
  ['POST', `/api/v1/schedules?${at}`, { name: nul }],
  ['POST', `/api/v1/schedules?${at}`, { name: 'x', languages: [nul] }],
  ['POST', `/api/v1/runs?${at}`, { languages: [nul] }],
  ['PATCH', `/api/v1/engines/openai?${at}`, { model: nul }],
  ['GET', `/api/v1/trends?${at}&from=2026-09-01&to=2026-10-01&brand=a%00b`, undefined],
  ['GET', `/api/v1/trends?${at}&from=2026-09-01&to=2026-10-01&language=%00`, undefined],
  ['GET', `/api/v1/answers?${at}&engine=%00`, undefined],
  ['GET', '/api/v1/answers?workspace=%00', undefined],
])('%s %s with a character that no text may hold is the caller’s mistake, not ours', async (method, path, body) => {
  const answer = await api(method, path, body);
  expect([400, 404]).toContain(answer.status);
  expect(answer.body.error.requestId).toMatch(/./);
});

test('a text that only speaks of such a character is welcome', async () => {
  const text = 'What does \\u0000 mean?';
  expect(
    await api('POST', `/api/v1/prompts?${at}`, { prompts: [{ stage: 'awareness', intent: 'x', language: 'en', text }] }),
  ).toMatchObject({ status: 201, body: { added: 1 } });
});

test('a body nested without end, or larger than any file, is refused and changes nothing', async () => {
  const post = (body: string) => api('POST', `/api/v1/customers?${at}`, body);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(await post(`{"name":"x","junk":${deep}}`)).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'body' }] } } });
  expect(await post(`{"name":"[{[{ \\"${'['.repeat(100)}"}`)).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } });
  expect(await post(`{"name":"${'x'.repeat(10_000_000)}"}`)).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } });
});

test.each([
  'nonsense',
  '2026-09-01T00:00:00.000Z_------------------------------------',
  `2026-09-01T00:00:00.000Z_${'a'.repeat(36)}`,
  '2026-99-01T00:00:00.000Z_00000000-0000-4000-8000-000000000000',
  `9999-12-31T23:59:59.999Z_00000000-0000-4000-8000-000000000000' OR 1=1`,
])('the cursor %s is refused', async (cursor) => {
  expect(await api('GET', `/api/v1/answers?${at}&cursor=${encodeURIComponent(cursor)}`)).toMatchObject({
    status: 400,
    body: { error: { issues: [{ path: 'cursor' }] } },
  });
});

test.each([
  `/api/v1/trends?${at}&from=2026-09-01&to=2026-10-01&brand=${"x',".repeat(200)}`,
  `/api/v1/trends?${at}&from=2026-09-01&to=2026-10-01&country='--&engine=%27%29--`,
  `/api/v1/answers?${at}&engine=${'x'.repeat(5000)}`,
  `/api/v1/runs?${at}&limit=1e1`,
  `/api/v1/answers?${at}&limit=0x10`,
])('%s is no trouble', async (path) => {
  expect((await api('GET', path)).status).toBeLessThan(500);
});

test.each(['2000000000', 'NaN', '1.5', '-1', ''])('the limit "%s" is refused', async (limit) => {
  expect(await api('GET', `/api/v1/runs?${at}&limit=${limit}`)).toMatchObject({ status: 400 });
});

test('what a browser removes, without a body and its length, is removed by the server as it runs', async () => {
  const server = serve({ fetch: createApi(deps).fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false });
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const reply = await fetch(`http://127.0.0.1:${port}/api/v1/schedules/${crypto.randomUUID()}?${at}`, { method: 'DELETE' });
    expect(reply.status).toBe(404);
  } finally {
    server.close();
  }
});
