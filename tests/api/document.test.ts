import { expect, test } from 'vitest';
import { createApi } from '../../src/api/app.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { outcome, settle, storeOutcomes } from '../store/stored-answers.ts';
import { askNow } from '../../src/services/runs.ts';
import { apiClient } from './client.ts';

const { store, deps } = await openTestDeps();
const api = apiClient(deps);

type Operation = {
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, unknown>;
  requestBody?: unknown;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: unknown; schemas: Record<string, unknown> };
};

test('the document is OpenAPI 3.1, and every operation in it answers as it says', async () => {
  await makeWorkspace(deps, { slug: 'document' });
  const { body: document } = await api<Document>('GET', '/openapi.json');
  expect(document.openapi).toMatch(/^3\.1/);
  expect(document.components.securitySchemes).toEqual({ key: { type: 'http', scheme: 'bearer' } });
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations.length).toBeGreaterThanOrEqual(22);
  for (const { path, method, operation } of operations) {
    const address = path.replace('{id}', '00000000-0000-4000-8000-000000000000').replace('{engine}', 'openai');
    const query = path.endsWith('/trends') ? '&from=2026-09-01&to=2026-10-01' : '';
    const answer = await api(method.toUpperCase(), `${address}?workspace=document${query}`, operation.requestBody ? {} : undefined);
    expect(Object.keys(operation.responses), `${method} ${path}`).toContain(String(answer.status));
    expect(answer.status, `${method} ${path}`).toBeLessThan(500);
    expect(JSON.stringify(answer.body), `${method} ${path}`).not.toContain('There is nothing at');
  }
});

test('the page of the document is served without scripts from elsewhere', async () => {
  const page = await api<string>('GET', '/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.body).not.toMatch(/https?:\/\//);
  expect(await api('GET', '/docs/assets/swagger-ui-bundle.js')).toMatchObject({ status: 200 });
});

test('pages follow each other without a gap or a repeat, also where answers have the same time and new ones come', async () => {
  const workspace = await makeWorkspace(deps, { slug: 'pages' });
  await storeOutcomes(
    deps,
    store,
    workspace,
    Array.from({ length: 23 }, (_, index) => outcome({ askedAt: new Date(Date.UTC(2026, 8, 1 + Math.floor(index / 6), 1, 2, 3, 456)) })),
  );
  await settle(deps, workspace);
  type Page = { answers: { id: string; askedAt: string }[]; next: string | null };
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 10; page++) {
    const { body }: { body: Page } = await api<Page>(
      'GET',
      `/api/v1/answers?workspace=pages&limit=5${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    seen.push(...body.answers.map(({ id }) => id));
    if (page === 1) await storeOutcomes(deps, store, workspace, [outcome({ askedAt: new Date('2026-09-20') })]);
    cursor = body.next;
    if (cursor === null) break;
  }
  expect(seen).toHaveLength(23);
  expect(new Set(seen).size).toBe(23);
});

test('runs are paged too, newest first', async () => {
  const workspace = await makeWorkspace(deps, { slug: 'run-pages' });
  const made: string[] = [];
  for (let times = 0; times < 5; times++)
    made.unshift(await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 1 }));
  type Page = { runs: { id: string }[]; next: string | null };
  const first = await api<Page>('GET', '/api/v1/runs?workspace=run-pages&limit=3');
  const second = await api<Page>('GET', `/api/v1/runs?workspace=run-pages&limit=3&cursor=${first.body.next}`);
  expect([...first.body.runs, ...second.body.runs].map(({ id }) => id)).toEqual(made);
  expect(second.body.next).toBeNull();
});

test.each(['prompts', 'brands'] as const)('%s are paged in their order, and a page that is none is refused', async (what) => {
  const prompts = Array.from({ length: 7 }, (_, index) => ({
    text: `Question ${index}?`,
    intent: `intent-${index % 3}`,
    stage: index % 2 === 0 ? ('awareness' as const) : ('consideration' as const),
    locale: index % 3 === 0 ? 'de' : 'en',
  }));
  const brands = Array.from({ length: 7 }, (_, index) => ({ id: `brand-${9 - index}`, name: `Brand ${index}`, own: index === 3 }));
  const slug = `${what}-pages`;
  await makeWorkspace(deps, { slug, prompts, panel: parsePanel({ brands }) });
  type Listed = { prompts?: { id: string }[]; brands?: { key: string }[]; next: string | null };
  const read = async (query: string) => (await api<Listed>('GET', `/api/v1/${what}?workspace=${slug}${query}`)).body;
  const idsOf = (page: Listed) => page.prompts?.map(({ id }) => id) ?? page.brands?.map(({ key }) => key) ?? [];
  const whole = await read('');
  expect([idsOf(whole).length, whole.next]).toEqual([7, null]);
  const seen: string[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page: Listed = await read(`&limit=3${next ? `&cursor=${next}` : ''}`);
    seen.push(...idsOf(page));
    ({ next } = page);
  }
  expect(seen).toEqual(idsOf(whole));
  expect(await api('GET', `/api/v1/${what}?workspace=${slug}&cursor=${crypto.randomUUID()}`)).toMatchObject({
    status: 400,
    body: { error: { issues: [{ path: 'cursor' }] } },
  });
});

test('the newest runs are sent as they change', async () => {
  const workspace = await makeWorkspace(deps, { slug: 'events' });
  const leaving = new AbortController();
  const response = await createApi(deps).request('/api/v1/runs/events?workspace=events', {
    headers: { host: 'localhost' },
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => {
    const { value = '' } = (await reader?.read()) ?? {};
    expect(value).toContain('event: runs');
    return JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? 'null') as { runs: { id: string; state: string }[] };
  };
  expect(await next()).toEqual({ runs: [] });
  const id = await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 1 });
  expect(await next()).toMatchObject({ runs: [{ id, state: 'planning' }] });
  await reader?.cancel();
  leaving.abort();
  expect(await api('GET', '/api/v1/runs/events?workspace=nowhere')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
});
