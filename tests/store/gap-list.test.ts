import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { readPages } from '../../src/services/read-pages.ts';
import { createReport } from '../../src/services/reports.ts';
import { changePanel, type Workspace } from '../../src/services/workspaces.ts';
import { apiClient } from '../api/client.ts';
import { makeWorkspace, never, openTestStore, type TestStore } from './harness.ts';
import { cite, depsFor, openWeb, pages, type Web } from './page-server.ts';
import { outcome, settle, storeOutcomes } from './stored-answers.ts';

type Gap = { id: string; url: string; basis: string; brands: string[]; answers: number; prompts: string[]; sentence: { text: string } | null; outcome: string | null; task: unknown }; // prettier-ignore
type Gaps = { total: number; gaps: Gap[]; reading: object; next: string | null };

let store: TestStore;
let web: Web;
let deps: ReturnType<typeof depsFor>;
let workspace: Workspace;
const dayAt = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const list = async (more = '') =>
  (await apiClient(deps)<Gaps>('GET', `/api/v1/gaps?workspace=gaps&from=${dayAt(-6)}&to=${dayAt(1)}${more}`)).body;

beforeAll(async () => {
  store = await openTestStore();
  web = await openWeb({
    'rival.example': pages({ '/page': '<title>Rival</title><p>Boltwise is the best choice. More.' }),
    'both.example': pages({ '/page': '<p>Acme and Boltwise.' }),
    'ours.example': pages({ '/page': '<p>Acme is fine.' }),
    'unread.example': (request, response) => void response.writeHead(request.url === '/robots.txt' ? 404 : 403).end(),
    'sister.example': pages({ '/page': '<p>Zestful and Boltwise.' }),
    'sisters.example': pages({ '/page': '<p>Acme and Zestful.' }),
    'other.example': pages({ '/page': '<p>Nothing of note.' }),
  });
  deps = depsFor(store, web);
  workspace = await makeWorkspace(deps, { slug: 'gaps' });
  const all = ['rival', 'both', 'ours', 'other', 'unread'].map((name) => web.at(`${name}.example`));
  await cite(deps, store, workspace, [all, [web.at('rival.example')]]);
  await readPages(deps, workspace.id, never);
});
afterAll(async () => {
  await deps.close();
  await web[Symbol.asyncDispose]();
  await store.close();
});

describe('the gap list', () => {
  test('has pages that name a competitor and not us, the most used first, with the sentence to win', async () => {
    const { gaps, total } = await list();
    expect(gaps.map(({ url }) => new URL(url).hostname)).toEqual(['rival.example', 'unread.example']);
    expect(total).toBe(2);
    expect(gaps[0]).toMatchObject({ basis: 'page', brands: ['bolt'], answers: 2, sentence: { text: 'Boltwise is the best choice.' } });
    expect(gaps[0]?.prompts).toHaveLength(1);
  });

  test('says where a page could not be read, and goes by the answers there', async () => {
    expect((await list()).gaps[1]).toMatchObject({
      basis: 'answers',
      outcome: 'refused',
      brands: ['bolt'],
      sentence: { text: 'Boltwise is good.' },
    });
    expect((await list()).reading).toEqual({ enabled: true, known: 5, read: 4, waiting: 0, unreadable: 1 });
  });

  test('is the report’s too, which tells of no page that names us', async () => {
    const api = apiClient(deps);
    const made = await api<{ id: string }>('POST', '/api/v1/reports?workspace=gaps', { from: dayAt(-6), to: dayAt(1) });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { body } = await api<{ report: { sources: { gaps: { total: number; pages: Gap[] } } } }>(
      'GET',
      `/api/v1/reports/${made.body.id}?workspace=gaps`,
    );
    const { total, pages: shown } = body.report.sources.gaps;
    expect({ total, urls: shown.map(({ url }) => url) }).toEqual({ total: 2, urls: (await list()).gaps.map(({ url }) => url) });
  });

  test('takes any brand of ours for us, on a page and in answers', async () => {
    const panel = parsePanel({ brands: [{ id: 'acme', name: 'Acme', own: true }, { id: 'zest', name: 'Zestful', own: true }, { id: 'bolt', name: 'Boltwise' }] }); // prettier-ignore
    const space = await makeWorkspace(deps, { slug: 'sisters', panel });
    await cite(deps, store, space, [['sister', 'sisters', 'rival'].map((name) => web.at(`${name}.example`))]);
    await cite(deps, store, space, [[web.at('unread.example')]], 'Zestful and Boltwise.');
    await storeOutcomes(deps, store, space, [outcome({ askedAt: new Date(Date.now() - 8 * 86_400_000) })]);
    await settle(deps, space);
    await readPages(deps, space.id, never);
    const { body } = await apiClient(deps)<Gaps>('GET', `/api/v1/gaps?workspace=sisters&from=${dayAt(-6)}&to=${dayAt(1)}`);
    expect(body.gaps.map(({ url }) => new URL(url).hostname)).toEqual(['rival.example']);
    const { report } = await createReport(deps, space, { from: dayAt(-6), to: dayAt(1) });
    expect(report.sources.gaps.pages.map(({ url, leftOut }) => ({ site: new URL(url).hostname, leftOut }))).toEqual([
      { site: 'rival.example', leftOut: 1 },
    ]);
    const namesUs = Object.fromEntries(report.sources.gained.pages.map((page) => [new URL(page.url).hostname, page.namesUs]));
    expect(namesUs).toMatchObject({ 'sister.example': true, 'sisters.example': true, 'rival.example': false });
  });

  test('says that no brand is ours rather than take the first one for us', async () => {
    const panel = parsePanel({
      brands: [
        { id: 'acme', name: 'Acme' },
        { id: 'bolt', name: 'Boltwise' },
      ],
    });
    const space = await makeWorkspace(deps, { slug: 'nobody', panel });
    await cite(deps, store, space, [[web.at('rival.example')]]);
    const api = apiClient(deps);
    const place = `workspace=nobody&from=${dayAt(-6)}&to=${dayAt(1)}`;
    expect(await api('GET', `/api/v1/gaps?${place}`)).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', message: expect.stringContaining('No brand of the panel is marked as your own') } },
    });
    expect(await api('GET', `/api/v1/gaps?${place}&kind=done`)).toMatchObject({ status: 200, body: { gaps: [] } });
    const { report } = await createReport(deps, space, { from: dayAt(-6), to: dayAt(1) });
    expect(report).toMatchObject({ brand: null, actions: [], competitors: { winRate: { value: null }, rivals: [] } });
    expect(report.summary.en).toContain('No brand is marked as your own');
    expect(report.sources.gaps.total).toBe(0);
    const { body } = await api<{ prompts: { visibility: { value: number | null } }[] }>('GET', `/api/v1/prompts/figures?${place}`);
    expect(body.prompts?.map(({ visibility }) => visibility.value)).toEqual([null]);
  });

  test('follows page by page', async () => {
    const first = await list('&limit=1');
    expect((await list(`&limit=1&cursor=${first.next}`)).gaps.map(({ url }) => new URL(url).hostname)).toEqual(['unread.example']);
  });

  test('has, the other way round, pages that name us and are cited no more', async () => {
    // Nothing is lost where nothing was asked.
    expect((await apiClient(deps)<Gaps>('GET', `/api/v1/gaps?workspace=gaps&kind=lost&from=${dayAt(1)}&to=${dayAt(8)}`)).body.gaps).toEqual(
      [],
    );
    const askedAt = new Date(Date.now() + 3 * 86_400_000);
    await storeOutcomes(deps, store, workspace, [outcome({ citations: [web.at('rival.example')], text: 'Boltwise is good.', askedAt })]);
    await settle(deps, workspace);
    const later = `/api/v1/gaps?workspace=gaps&kind=lost&from=${dayAt(1)}&to=${dayAt(8)}`;
    const { body } = await apiClient(deps)<Gaps>('GET', later);
    expect(body.gaps.map(({ url }) => new URL(url).hostname)).toEqual(['both.example', 'ours.example']);
  });

  test('lets a page be assigned, noted and done, and done be taken back', async () => {
    const api = apiClient(deps);
    const id = (await list()).gaps[0]?.id ?? '';
    const at = `/api/v1/gaps/${id}`;
    expect(await api('GET', `${at}/effect?workspace=gaps`)).toMatchObject({ status: 404 });
    await api('PATCH', `${at}?workspace=gaps`, { assignee: 'Kim', note: 'Ask for a mention' });
    expect((await list()).gaps[0]?.task).toEqual({ assignee: 'Kim', note: 'Ask for a mention', doneAt: null });
    expect(await api('PATCH', `${at}?workspace=gaps`, { done: true })).toMatchObject({ status: 200, body: { doneAt: expect.any(String) } });
    expect(await api('GET', `${at}/effect?workspace=gaps`)).toMatchObject({ status: 200, body: { prompts: 1, difference: null } });
    expect((await list('&kind=done')).gaps).toMatchObject([{ id, answers: 2, brands: ['bolt'] }]);
    expect(await api('PATCH', `${at}?workspace=gaps`, { done: false })).toMatchObject({ body: { assignee: 'Kim', doneAt: null } });
    expect((await list('&kind=done')).gaps).toEqual([]);
    expect(await api('GET', `${at}/effect?workspace=gaps`)).toMatchObject({ status: 409 });
    expect(await api('PATCH', `/api/v1/gaps/00000000-0000-4000-8000-000000000000?workspace=gaps`, { done: true })).toMatchObject({ status: 404 }); // prettier-ignore
  });

  test('follows a new competitor without asking any page again', async () => {
    const before = web.asked.length;
    const brands = [{ id: 'acme', name: 'Acme', own: true }, { id: 'note', name: 'Nothing of note' }, { id: 'bolt', name: 'Boltwise' }]; // prettier-ignore
    await changePanel(deps, workspace, { brands });
    await readPages(deps, workspace.id, never);
    expect((await list()).gaps.map(({ url }) => new URL(url).hostname)).toContain('other.example');
    expect(web.asked.length).toBe(before);
  });

  test('stands still where the workspace does not want its pages read', async () => {
    await apiClient(deps)('PUT', '/api/v1/page-reading?workspace=gaps', { wanted: false });
    await store.rows('UPDATE cited_page SET due_at = now()');
    expect(await readPages(deps, workspace.id, never)).toBe(0);
  });
});
