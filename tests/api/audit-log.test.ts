import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDeps, makeWorkspace, openTestStore, type TestDeps, type TestStore } from '../store/harness.ts';
import { apiClient, type ApiClient } from './client.ts';

let store: TestStore;
let deps: TestDeps;
let api: ApiClient;
beforeAll(async () => {
  store = await openTestStore();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const key = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined)).get('authorization') ?? '';
    asked.push(key);
    return Response.json({ error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } }, { status: 401 });
  };
  deps = createTestDeps(store, {
    fetch,
    env: { WAYSEEN_SECRET_KEY: 'a-secret-key-of-at-least-32-characters', OPENAI_API_KEY: 'sk-environment' },
  });
  api = apiClient(deps);
  await makeWorkspace(deps, { slug: 'one' });
});
afterAll(async () => {
  await deps.close();
  await store.close();
});
const asked: string[] = [];

type Entry = { actorKind: string; action: string; object: string; objectId: string | null; before: unknown; after: unknown };
const log = async () => (await api<{ entries: Entry[]; next: string | null }>('GET', '/api/v1/audit/log?workspace=one')).body.entries;

test('who changed what is written down, with what was so before and after, and nothing else', async () => {
  await api('PATCH', '/api/v1/engines/openai?workspace=one', { monthlyBudgetUsd: 50 });
  await api('PATCH', '/api/v1/engines/openai?workspace=one', { monthlyBudgetUsd: 80 });
  expect(await log()).toMatchObject([
    {
      actorKind: 'machine',
      action: 'PATCH /api/v1/engines/{engine}',
      object: 'engines',
      objectId: 'openai',
      before: { monthlyBudgetUsd: 50 },
      after: { monthlyBudgetUsd: 80 },
    },
    { before: { monthlyBudgetUsd: null }, after: { monthlyBudgetUsd: 50 } },
  ]);
});

test('what was refused, and what only looks, is no change', async () => {
  const before = (await log()).length;
  await api('PATCH', '/api/v1/engines/openai?workspace=one', { monthlyBudgetUsd: -1 });
  await api('GET', '/api/v1/prompts?workspace=one');
  expect(await log()).toHaveLength(before);
});

test('a key’s secret is in no entry, and its holder’s deeds carry its name', async () => {
  const { body } = await api<{ secret: string }>('POST', '/api/v1/keys?workspace=one', { name: 'Dashboard', role: 'editor' });
  const prompts = [{ stage: 'consideration', intent: 'crm', language: 'en', text: 'Which CRM is good?' }];
  await api('POST', '/api/v1/prompts?workspace=one', { prompts }, { authorization: `Bearer ${body.secret}` });
  const [newest, made] = await log();
  expect(newest).toMatchObject({ actorKind: 'key', actorName: 'Dashboard', action: 'POST /api/v1/prompts', after: { prompts, added: 1 } });
  expect(made).toMatchObject({ action: 'POST /api/v1/keys', before: null, after: { name: 'Dashboard', secret: '[secret]' } });
  expect(JSON.stringify(await store.rows('SELECT * FROM audit_entry'))).not.toContain(body.secret);
});

test('an engine’s key is kept sealed, used before the environment’s, and one that is refused is told in words', async () => {
  const put = await api('PUT', '/api/v1/engines/openai/keys?workspace=one', { keys: { OPENAI_API_KEY: 'sk-entered-here' } });
  expect(put.status).toBe(200);
  const [row] = await store.rows<{ sealed: Buffer }>('SELECT sealed FROM engine_key');
  expect(row?.sealed.includes('sk-entered-here')).toBe(false);
  expect(JSON.stringify([await log(), (await api('GET', '/api/v1/engines?workspace=one')).body])).not.toContain('sk-entered-here');
  const trial = await api<{ ok: boolean; error: { code: string; message: string } }>('POST', '/api/v1/engines/openai/try?workspace=one');
  expect(trial).toMatchObject({ status: 200, body: { ok: false, error: { code: 'unauthorized' } } });
  expect(trial.body.error.message).not.toContain('sk-entered');
  expect(asked).toEqual(['Bearer sk-entered-here']);
  await api('PUT', '/api/v1/engines/openai/keys?workspace=one', { keys: { OPENAI_API_KEY: null } });
  await api('POST', '/api/v1/engines/openai/try?workspace=one');
  expect(asked.at(-1)).toBe('Bearer sk-environment');
});

test('an address cannot be entered as a key', async () => {
  const { status, body } = await api('PUT', '/api/v1/engines/openai/keys?workspace=one', { keys: { OPENAI_BASE_URL: 'http://127.0.0.1' } });
  expect([status, body.error.issues?.[0]?.path]).toEqual([400, 'keys.OPENAI_BASE_URL']);
});
