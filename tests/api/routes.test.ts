import { describe, expect, test } from 'vitest';
import { makeWorkspace, openTestDeps, smallPanel } from '../store/harness.ts';
import { apiClient } from './client.ts';

const { store, deps } = await openTestDeps({ env: { OPENAI_API_KEY: 'sk-test-0123456789' } });
const api = apiClient(deps);

const unknownId = '00000000-0000-4000-8000-000000000000';
const paths = (issues: { path: string }[] | undefined) => issues?.map(({ path }) => path);

describe('workspaces', () => {
  const wanted = {
    name: 'Shop Ünited',
    panel: { brands: [{ id: 'acme', name: 'Acme', own: true }] },
    packs: [{ industry: 'crm', locales: ['en'] }],
    engines: ['openai'],
  };

  test('one is made with its panel, prompts and engines, and listed', async () => {
    const made = await api<{ slug: string; id: string; panelVersion: number }>('POST', '/api/v1/workspaces', { ...wanted, slug: 'shop' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        slug: 'shop',
        name: 'Shop Ünited',
        panelVersion: 1,
        simulated: false,
        stages: ['awareness', 'consideration'],
        timeZone: 'UTC',
      },
    });
    const list = await api<{ workspaces: { slug: string }[] }>('GET', '/api/v1/workspaces');
    expect(list.body.workspaces.map(({ slug }) => slug)).toContain('shop');
    for (const name of ['shop', made.body.id]) {
      const { body } = await api<{ prompts: { language: string }[] }>('GET', `/api/v1/prompts?workspace=${name}`);
      expect(body.prompts.length).toBeGreaterThanOrEqual(48);
    }
  });

  test('two names that leave the same letters, or none, are two workspaces', async () => {
    const slugs = [];
    for (const name of ['維德諾', '阔尔凡', 'Two of them', 'Two: of them'])
      slugs.push((await api<{ slug: string }>('POST', '/api/v1/workspaces', { name, panel: wanted.panel })).body.slug);
    expect(slugs).toEqual(['workspace', 'workspace-2', 'two-of-them', 'two-of-them-2']);
  });

  test.each([
    ['a taken slug', { ...wanted, slug: 'shop' }, 409, undefined],
    ['no name and no panel', {}, 400, ['name', 'panel']],
    ['another type', { ...wanted, name: 7, stages: 'all' }, 400, ['name', 'stages']],
    ['an unknown engine', { ...wanted, slug: 'x', engines: ['opnai'] }, 400, ['engines.0']],
    ['an unknown time zone', { ...wanted, slug: 'x', timeZone: 'Mars/Olympus' }, 400, ['timeZone']],
    ['an unknown pack', { ...wanted, slug: 'x', packs: [{ industry: 'nothing', locales: ['en'] }] }, 400, undefined],
    [
      'an alias of two brands',
      {
        ...wanted,
        slug: 'x',
        panel: {
          brands: [
            { id: 'a', name: 'Same' },
            { id: 'b', name: 'Same' },
          ],
        },
      },
      400,
      undefined,
    ],
  ])('one with %s is refused', async (_what, body, status, fields) => {
    const answer = await api('POST', '/api/v1/workspaces', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    if (fields) expect(paths(answer.body.error.issues)).toEqual(fields);
  });

  test('a refused one leaves nothing behind', async () => {
    const { body } = await api<{ workspaces: { slug: string }[] }>('GET', '/api/v1/workspaces');
    expect(body.workspaces.filter(({ slug }) => slug === 'x')).toEqual([]);
  });

  test('with several, none named is asked back, and an unknown one is not found', async () => {
    await makeWorkspace(deps, { slug: 'second' });
    expect(await api('GET', '/api/v1/prompts')).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'workspace', message: expect.stringContaining('second') }] } },
    });
    expect(await api('GET', '/api/v1/prompts?workspace=nowhere')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  });

  test('the status says what the server runs on, and packs are listed', async () => {
    expect(await api('GET', '/api/v1/status')).toMatchObject({
      status: 200,
      body: { queue: 'postgres', configuredEngines: ['openai'], simulated: [], demo: null },
    });
    const { body } = await api<{ packs: { industry: string; promptCount: number }[] }>('GET', '/api/v1/prompt-packs');
    expect(new Set(body.packs.map(({ industry }) => industry)).size).toBeGreaterThanOrEqual(6);
  });
});

describe('brands', () => {
  test('the panel is read, replaced as a new version, and refused where it is broken', async () => {
    await makeWorkspace(deps, { slug: 'brands' });
    expect(await api('GET', '/api/v1/brands?workspace=brands')).toMatchObject({
      body: {
        panelVersion: 1,
        brands: [
          { key: 'acme', own: true, aliases: expect.arrayContaining(['Acme', 'Acme CRM']), domains: ['acme.example'] },
          { key: 'bolt' },
          { key: 'cirro' },
        ],
      },
    });
    const panel = { brands: smallPanel.brands.slice(0, 2) };
    expect(await api('PUT', '/api/v1/brands?workspace=brands', panel)).toMatchObject({
      status: 200,
      body: { panelVersion: 2, answersToReadAgain: 0 },
    });
    expect(await api('PUT', '/api/v1/brands?workspace=brands', panel)).toMatchObject({ body: { panelVersion: 2 } });
    const { body } = await api<{ brands: unknown[] }>('GET', '/api/v1/brands?workspace=brands');
    expect(body.brands).toHaveLength(2);
    expect(await api('PUT', '/api/v1/brands?workspace=brands', { brands: [{ id: 'a', name: '' }] })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: expect.stringMatching(/^brands\.0/) }] } },
    });
    expect(await api('PUT', '/api/v1/brands?workspace=brands', { brands: [] })).toMatchObject({ status: 400 });
  });
});

describe('prompts', () => {
  const prompt = { stage: 'decision', intent: 'price', language: 'en', text: 'What does Acme cost?' };

  test('prompts are added once, edited as versions, archived, and brought back', async () => {
    await makeWorkspace(deps, { slug: 'prompts', prompts: [] });
    const at = '?workspace=prompts';
    expect(await api('POST', `/api/v1/prompts${at}`, { prompts: [prompt, prompt] })).toMatchObject({ status: 201, body: { added: 1 } });
    expect(await api('POST', `/api/v1/prompts${at}`, { prompts: [prompt] })).toMatchObject({ body: { added: 0 } });
    const list = async () =>
      (await api<{ prompts: { id: string; text: string; version: number; branded: boolean }[] }>('GET', `/api/v1/prompts${at}`)).body
        .prompts;
    const [made] = await list();
    expect(made).toMatchObject({ ...prompt, version: 1, branded: true });
    const one = `/api/v1/prompts/${made?.id}`;
    expect(await api('PATCH', one + at, { text: 'What do CRMs cost?' })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await list()).toMatchObject([{ text: 'What do CRMs cost?', version: 2, branded: false }]);
    expect(await api('GET', `${one}/versions${at}`)).toMatchObject({
      body: {
        versions: [
          { version: 2, branded: false },
          { version: 1, text: prompt.text, branded: true },
        ],
      },
    });
    expect(await api('PATCH', one + at, { archived: true })).toMatchObject({ body: { version: null } });
    expect(await list()).toEqual([]);
    await api('PATCH', one + at, { archived: false });
    expect(await list()).toHaveLength(1);
  });

  test('several edits at once are as many versions', async () => {
    const workspace = await makeWorkspace(deps, { slug: 'edits' });
    const { body } = await api<{ prompts: { id: string }[] }>('GET', '/api/v1/prompts?workspace=edits');
    const edits = await Promise.all(
      ['Which A?', 'Which B?', 'Which C?', 'Which D?'].map((text) =>
        api<{ version: number }>('PATCH', `/api/v1/prompts/${body.prompts[0]?.id}?workspace=edits`, { text }),
      ),
    );
    expect(edits.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(edits.map((edit) => edit.body.version).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5]);
    expect(await store.one('SELECT count(*)::int FROM prompt_version WHERE workspace_id = $1', [workspace.id])).toBe(5);
  });

  test('what is wrong is named by field; what is not there is not found; other workspaces stay out of reach', async () => {
    const at = '?workspace=prompts';
    const wrong = await api('POST', `/api/v1/prompts${at}`, { prompts: [prompt, { ...prompt, stage: 'buying', text: 'x', intent: 5 }] });
    expect(wrong.status).toBe(400);
    expect(paths(wrong.body.error.issues)?.toSorted()).toEqual(['prompts.1.intent', 'prompts.1.stage', 'prompts.1.text']);
    for (const [method, path] of [
      ['PATCH', ''],
      ['GET', '/versions'],
    ] as const) {
      expect(
        await api(method, `/api/v1/prompts/${unknownId}${path}${at}`, method === 'PATCH' ? { text: 'Anything?' } : undefined),
      ).toMatchObject({ status: 404 });
      expect(
        await api(method, `/api/v1/prompts/not-an-id${path}${at}`, method === 'PATCH' ? { text: 'Anything?' } : undefined),
      ).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'id' }] } } });
    }
    const { body } = await api<{ prompts: { id: string }[] }>('GET', `/api/v1/prompts${at}`);
    expect(await api('PATCH', `/api/v1/prompts/${body.prompts[0]?.id}?workspace=brands`, { text: 'Not yours?' })).toMatchObject({
      status: 404,
    });
  });
});

describe('engines', () => {
  test('all are listed with what they lack; settings change one by one, and what is left out stays', async () => {
    await makeWorkspace(deps, { slug: 'engines' });
    const at = '?workspace=engines';
    type Listed = {
      engines: {
        engine: string;
        configured: boolean;
        enabled: boolean;
        missingKeys: string[][];
        monthlyBudgetUsd: number | null;
        concurrency: number;
        spentUsd: number;
      }[];
    };
    const find = async (id: string) => (await api<Listed>('GET', `/api/v1/engines${at}`)).body.engines.find(({ engine }) => engine === id);
    expect(await find('openai')).toMatchObject({
      configured: true,
      enabled: true,
      status: 'active',
      spentUsd: 0,
      waiting: 0,
      active: 0,
      missingKeys: [],
    });
    expect(await find('anthropic')).toMatchObject({ configured: false, enabled: false, missingKeys: [['ANTHROPIC_API_KEY']] });
    expect(await api('PATCH', `/api/v1/engines/openai${at}`, { monthlyBudgetUsd: 12.5, concurrency: 9 })).toMatchObject({ status: 200 });
    await api('PATCH', `/api/v1/engines/openai${at}`, { enabled: false });
    expect(await find('openai')).toMatchObject({ enabled: false, monthlyBudgetUsd: 12.5, concurrency: 9 });
    await api('PATCH', `/api/v1/engines/openai${at}`, { monthlyBudgetUsd: null });
    expect(await find('openai')).toMatchObject({ monthlyBudgetUsd: null });
    expect(await api('POST', `/api/v1/engines/openai/resume${at}`)).toMatchObject({ status: 200 });
  });

  test.each([
    ['PATCH', 'openai', { concurrency: 0 }, 400],
    ['PATCH', 'openai', { monthlyBudgetUsd: -1 }, 400],
    ['PATCH', 'openai', { colour: 'red' }, 400],
    ['PATCH', 'opnai', { enabled: true }, 404],
    ['PATCH', '__proto__', { enabled: true }, 404],
    ['POST', 'gemini/resume', undefined, 404],
  ])('%s engines/%s with %j is refused', async (method, path, body, status) => {
    expect(await api(method, `/api/v1/engines/${path}?workspace=engines`, body)).toMatchObject({
      status,
      body: { error: { requestId: expect.any(String) } },
    });
  });
});
