import { beforeAll, describe, expect, test } from 'vitest';
import { addressRules } from '../../src/domain/sites/site-class.ts';
import { correctSite, readCitedPages, readCitedSites, uncorrectSite } from '../../src/services/cited-sites.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { apiClient } from '../api/client.ts';
import { makeWorkspace, openTestDeps } from './harness.ts';
import { outcome, settle, storeOutcomes } from './stored-answers.ts';

let workspace: Workspace;
const { store, deps } = await openTestDeps();
beforeAll(async () => {
  workspace = await makeWorkspace(deps, { slug: 'sites', prompts: [{ text: 'Which CRM?' }, { text: 'Why a CRM?', stage: 'awareness' }] });
  const cited = [
    ['https://www.g2.com/a', 'https://www.g2.com/b', 'https://acme.example/x', 'https://quiet-example.com/reviews/acme'],
    ['https://www.g2.com/a', 'https://boltwise.example/'],
    ['https://www.g2.com/a', 'https://de.wikipedia.org/wiki/CRM'],
    [],
  ];
  await storeOutcomes(
    deps,
    store,
    workspace,
    cited.map((citations) => outcome({ citations })),
  );
  await storeOutcomes(deps, store, workspace, [
    outcome({ citations: ['https://www.g2.com/late'], askedAt: new Date('2026-10-01T00:00:00Z') }),
    outcome({ finish: 'refused' }),
  ]);
  await settle(deps, workspace);
});

const september = { from: '2026-09-01', to: '2026-10-01', limit: 50 };
const classOf = async (domain: string) =>
  (await readCitedSites(deps, workspace, september)).sites.find((site) => site.domain === domain)?.class;

describe('cited sites', () => {
  test('come with their class and counts, the most cited first', async () => {
    const { answers, sites, classes, next } = await readCitedSites(deps, workspace, september);
    expect(answers).toBe(4);
    expect(next).toBeNull();
    expect(sites[0]).toMatchObject({
      domain: 'g2.com',
      class: 'review',
      source: 'list',
      answers: 3,
      cited: 4,
      retrieved: 0,
      pages: 2,
      engines: { openai: 3 },
    });
    expect(Object.values(sites[0]?.stages ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(Object.fromEntries(sites.map((site) => [site.domain, site.class]))).toEqual({
      'g2.com': 'review',
      'acme.example': 'own',
      'boltwise.example': 'competitor',
      'quiet-example.com': 'review',
      'wikipedia.org': 'reference',
    });
    expect(classes.find((one) => one.class === 'review')).toEqual({ class: 'review', sites: 2, cited: 5, retrieved: 0 });
  });

  test('are those of the period, stage, engine and class asked for', async () => {
    const domains = async (more: object) =>
      (await readCitedSites(deps, workspace, { ...september, ...more })).sites.map(({ domain }) => domain);
    expect(await domains({ to: '2026-10-02', classes: ['reference'] })).toEqual(['wikipedia.org']);
    expect(await domains({ from: '2026-10-01', to: '2026-10-02' })).toEqual(['g2.com']);
    expect(await domains({ engines: ['gemini'] })).toEqual([]);
    const stages = await Promise.all(
      ['awareness', 'consideration'].map((stage) => readCitedSites(deps, workspace, { ...september, stages: [stage] })),
    );
    expect(stages.reduce((sum, { answers }) => sum + answers, 0)).toBe(4);
  });

  test('follow each other page by page without a gap or a repeat', async () => {
    const whole = (await readCitedSites(deps, workspace, september)).sites.map(({ domain }) => domain);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readCitedSites(deps, workspace, { ...september, limit: 2, cursor });
      seen.push(...page.sites.map(({ domain }) => domain));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole);
    await expect(readCitedSites(deps, workspace, { ...september, cursor: 'x' })).rejects.toThrow('page');
  });

  test('have their pages', async () => {
    const first = await readCitedPages(deps, workspace, { ...september, domain: 'g2.com', limit: 1 });
    expect(first.pages).toMatchObject([{ url: 'https://www.g2.com/a', answers: 3, class: 'review' }]);
    const second = await readCitedPages(deps, workspace, { ...september, domain: 'g2.com', limit: 1, cursor: first.next ?? '' });
    expect(second).toMatchObject({ pages: [{ url: 'https://www.g2.com/b', answers: 1 }], next: null });
  });

  test('are counted by the database as the rules read addresses', async () => {
    const urls = ['https://forum.x.com/a', 'https://x.com/community/1', 'https://x.com/a-vs-b', 'https://x.com/preview', 'https://news.x.com/', 'https://x.gov.uk/', 'https://shop.x.com', 'https://x.com/wiki/A', 'https://x.com/BEST-crm', 'https://bluenews.com/']; // prettier-ignore
    for (const { class: name, pattern } of addressRules) {
      const matched = await store.rows<{ url: string }>('SELECT url FROM unnest($1::text[]) AS u(url) WHERE url ~* $2', [urls, pattern]);
      expect(
        matched.map(({ url }) => url),
        name,
      ).toEqual(urls.filter((url) => new RegExp(pattern, 'i').test(url)));
    }
  });
});

describe('a correction', () => {
  test('holds at once, for the past as well, and can be taken back', async () => {
    await correctSite(deps, workspace, 'www.G2.com', 'news');
    expect(await classOf('g2.com')).toBe('news');
    await uncorrectSite(deps, workspace, 'g2.com');
    expect(await classOf('g2.com')).toBe('review');
    await expect(uncorrectSite(deps, workspace, 'g2.com')).rejects.toThrow('correction');
  });

  test('does not take a site from a brand, nor reach another workspace', async () => {
    await correctSite(deps, workspace, 'acme.example', 'news');
    expect(await classOf('acme.example')).toBe('own');
    const other = await makeWorkspace(deps, { slug: 'other' });
    await correctSite(deps, other, 'wikipedia.org', 'news');
    expect(await classOf('wikipedia.org')).toBe('reference');
  });

  test('is made and listed through the API, which refuses what is no class or no domain', async () => {
    const api = apiClient(deps);
    expect(await api('PUT', '/api/v1/sites/quiet-example.com?workspace=sites', { class: 'news' })).toMatchObject({
      status: 200,
      body: { domain: 'quiet-example.com', class: 'news' },
    });
    expect(await api('GET', '/api/v1/citations?workspace=sites&from=2026-09-01&to=2026-10-01&class=news')).toMatchObject({
      status: 200,
      body: { sites: [{ domain: 'quiet-example.com', class: 'news', source: 'user' }] },
    });
    expect((await api<{ sites: unknown[] }>('GET', '/api/v1/sites?workspace=sites')).body.sites).toContainEqual({
      domain: 'quiet-example.com',
      class: 'news',
    });
    expect(await api('DELETE', '/api/v1/sites/quiet-example.com?workspace=sites')).toMatchObject({ status: 200 });
    expect(await api('PUT', '/api/v1/sites/quiet-example.com?workspace=sites', { class: 'own' })).toMatchObject({ status: 400 });
    expect(await api('PUT', '/api/v1/sites/nothing?workspace=sites', { class: 'news' })).toMatchObject({ status: 400 });
    expect(await api('GET', '/api/v1/citations?workspace=sites&from=2026-09-01&to=2026-10-01&class=good')).toMatchObject({ status: 400 });
  });
});
