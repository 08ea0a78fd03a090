import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPageVersions } from '../../src/services/gap-list.ts';
import { readPages } from '../../src/services/read-pages.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { parseEvent } from '../../src/webhooks/events.ts';
import { makeWorkspace, never, openTestStore, type TestStore } from './harness.ts';
import { cite, depsFor, lookAgain, openWeb, pages, type Site, type Web } from './page-server.ts';

type Row = { id: string; url: string; outcome: string; status: number; title: string; brands: { brand: string; sentence: string }[]; redirects: unknown[]; changed_at: Date | null; gone_at: Date | null; kind: string; language: string; published: string; attempts: number }; // prettier-ignore

const html = (title: string, body: string) => `<html lang="en"><head><title>${title}</title></head><body><p>${body}</p></body></html>`;
const send = (status: number, headers: Record<string, string>, body?: string | Buffer): Site => (_, response) => void response.writeHead(status, headers).end(body); // prettier-ignore
/** A site that says yes to everything, and has one thing to say. */
const open =
  (site: Site): Site =>
  (request, response) =>
    request.url === '/robots.txt' ? send(404, {})(request, response) : site(request, response);
const page = (body: string | Buffer, headers: Record<string, string> = {}) =>
  open(send(200, { 'content-type': 'text/html', ...headers }, body));
const redirect = (to: string) => open(send(302, { location: to }));

/** In GB18030, Big5 and Shift_JIS, which nothing says. */
const undeclared = {
  gbk: { title: '客户管理系统评测', bytes: 'PGh0bWw+PGhlYWQ+PHRpdGxlPr/Nu6e53MDtz7XNs8bAsuI8L3RpdGxlPjwvaGVhZD48Ym9keT48cD7Qobmry77Rob/Nu6e53MDtz7XNs8qxo6zX7tbY0qq1xMrHvNu48brNytu687f+zvGho87Sw8exyL3PwcvKrr/usvrGt6Oszca89iBCb2x0d2lzZSC4+MquyMvNxbbToaM8L3A+PC9ib2R5PjwvaHRtbD4=' },
  big5: { title: '客戶管理系統評測', bytes: 'PGh0bWw+PGhlYWQ+PHRpdGxlPqvIpOG63rJ6qHSyzrX7tPo8L3RpdGxlPjwvaGVhZD48Ym9keT48cD6kcKS9pXG/76vIpOG63rJ6qHSyzq7JoUGzzK2rrW6quqxPu/mu5qlNsOKr4apBsMihQ6farcyk8bj7pEakUbTasqOrfqFBscDCyyBCb2x0d2lzZSC1uaRRpEi5zrakoUM8L3A+PC9ib2R5PjwvaHRtbD4=' },
  sjis: { title: '顧客管理システム比較', bytes: 'PGh0bWw+PGhlYWQ+PHRpdGxlPozai3GKx5edg1aDWINlg4CU5IpyPC90aXRsZT48L2hlYWQ+PGJvZHk+PHA+j6yCs4LIie+O0IKqjNqLcYrHl52DVoNYg2WDgILwkUmC1ILGgquCyZHlkNiCyILMgs2BQYm/immCxoNUg3yBW4NngsWCt4FCj1yCzJC7lWmC8JTkgteBQUJvbHR3aXNlIILwkUmC0YLcgrWCvYFCPC9wPjwvYm9keT48L2h0bWw+' },
}; // prettier-ignore

let etagged = 'Acme and Boltwise.';
const hostile: Record<string, Site> = {
  'fine.example': page(html('10 best CRMs', 'Boltwise is the best CRM for agencies. Others follow.')),
  'zipped.example': page(gzipSync(html('Zipped', 'Acme.')), { 'content-encoding': 'gzip' }),
  ...Object.fromEntries(Object.entries(undeclared).map(([name, { bytes }]) => [`${name}.example`, page(Buffer.from(bytes, 'base64'))])),
  'gigabyte.example': open((_, response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000000000' }).write('x'.repeat(4 * 2 ** 20))),
  'bomb.example': page(gzipSync(Buffer.alloc(200 * 2 ** 20)), { 'content-encoding': 'gzip' }),
  'endless.example': open((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = (): void => void (response.write('x'.repeat(65_536), () => !response.destroyed && setImmediate(more)));
    more();
  }),
  'loop.example': redirect('/page'),
  'chain.example': open((request, response) => void response.writeHead(301, { location: `${request.url}x` }).end()),
  'private.example': redirect('http://10.0.0.7/secret'),
  'wall.example': redirect('/users/sign_in?next=page'),
  'form.example': page(html('Log in', '<form><input type=password></form>')),
  'closed.example': open(send(401, {})),
  'gone.example': open(send(410, {})),
  'refused.example': open(send(403, {})),
  'broken.example': open(send(503, {})),
  'file.example': open(send(200, { 'content-type': 'application/pdf' }, '%PDF-1.7')),
  'disguised.example': page('%PDF-1.7 not a page'),
  'cut.example': open((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' });
    response.write('<html>Acme', () => response.destroy());
  }),
  'polite.example': (request, response) => (request.url === '/robots.txt' ? send(200, {}, 'User-agent: *\nDisallow: /page') : send(200, {}, 'x'))(request, response),
  'away.example': send(500, {}),
  'deep.example': page('<div>'.repeat(200_000)),
  'etag.example': open((request, response) =>
    request.headers['if-none-match'] === `"${etagged.length}"` ? void response.writeHead(304).end()
      : void response.writeHead(200, { 'content-type': 'text/html', etag: `"${etagged.length}"` }).end(html('News', etagged))),
}; // prettier-ignore

let store: TestStore;
let web: Web;
let deps: ReturnType<typeof depsFor>;
let workspace: Workspace;
const rows = async () =>
  new Map((await store.rows<Row>('SELECT * FROM cited_page WHERE workspace_id = $1', [workspace.id])).map((row) => [new URL(row.url).hostname, row])); // prettier-ignore

beforeAll(async () => {
  store = await openTestStore();
  web = await openWeb(hostile);
  deps = depsFor(store, web);
  workspace = await makeWorkspace(deps, { slug: 'pages' });
  await cite(deps, store, workspace, [Object.keys(hostile).map((host) => web.at(host))]);
  await readPages(deps, workspace.id, never);
});
afterAll(async () => {
  await deps.close();
  await web[Symbol.asyncDispose]();
  await store.close();
});

describe('cited pages', () => {
  test('are read: title, kind, language, and the brands that they name, with a sentence', async () => {
    expect((await rows()).get('fine.example')).toMatchObject({
      outcome: 'read',
      title: '10 best CRMs',
      kind: 'listicle',
      language: 'en',
      brands: [{ brand: 'bolt', mentions: 1, sentence: 'Boltwise is the best CRM for agencies.' }],
    });
    expect((await rows()).get('zipped.example')).toMatchObject({ outcome: 'read', brands: [{ brand: 'acme' }] });
  });

  test.each(Object.entries(undeclared))('in %s are read although nothing says so', async (name, { title }) => {
    expect((await rows()).get(`${name}.example`)).toMatchObject({ outcome: 'read', title, brands: [{ brand: 'bolt' }] });
  });

  test('that cannot be read are told apart, and none holds up the others', async () => {
    const outcomes = Object.fromEntries([...(await rows())].map(([host, { outcome }]) => [host.replace('.example', ''), outcome]));
    expect(outcomes).toEqual({
      fine: 'read',
      zipped: 'read',
      etag: 'read',
      gbk: 'read',
      big5: 'read',
      sjis: 'read',
      gigabyte: 'too_large',
      bomb: 'too_large',
      endless: 'too_large',
      deep: 'too_large',
      loop: 'redirects',
      chain: 'redirects',
      private: 'blocked',
      wall: 'login',
      form: 'login',
      closed: 'login',
      gone: 'gone',
      refused: 'refused',
      broken: 'failing',
      file: 'not_html',
      disguised: 'not_html',
      cut: 'unreachable',
      polite: 'robots',
      away: 'robots',
    });
    expect((await rows()).get('chain.example')?.redirects).toHaveLength(6);
  });

  test('are asked for politely: robots.txt first, at most two requests a second, and by name', () => {
    for (const [host, asked] of Map.groupBy(web.asked, (one) => one.host)) {
      expect(asked[0]?.path, host).toBe('/robots.txt');
      const took = (asked.at(-1)?.at ?? 0) - (asked[0]?.at ?? 0);
      // Less half a second for what a busy machine holds back.
      expect(took, host).toBeGreaterThan((asked.length - 2) * 500);
      expect(asked[0]?.headers['user-agent']).toContain('Wayseen/');
    }
    expect(web.asked.filter(({ host, path }) => host === 'polite.example' && path === '/page')).toEqual([]);
  });

  test('that have not changed are neither sent nor written again; a change and an end are noticed', async () => {
    await store.rows(`UPDATE cited_page SET last_cited_at = now() - interval '1 year' WHERE url !~ 'etag|fine|zipped'`);
    hostile['fine.example'] = open(send(404, {}));
    hostile['zipped.example'] = open(send(410, {}));
    await lookAgain(deps, store, workspace);
    expect((await rows()).get('etag.example')).toMatchObject({ outcome: 'read', status: 304, title: 'News', changed_at: null });
    expect((await rows()).get('fine.example')).toMatchObject({ outcome: 'gone', title: '10 best CRMs', gone_at: expect.any(Date) });
    etagged = 'Only Boltwise.';
    await lookAgain(deps, store, workspace);
    const now = (await rows()).get('etag.example');
    expect(now).toMatchObject({ changed_at: expect.any(Date), brands: [{ brand: 'bolt' }] });
    const versions = await store.rows<{ brands: { brand: string }[] }>(
      `SELECT v.brands FROM cited_page_version v JOIN cited_page p ON p.id = v.page_id WHERE p.url LIKE '%etag%' ORDER BY v.number`,
    );
    // Both are gone, and only one of them had named us; it is told once.
    const told = await store.rows<{ body: string }>(`SELECT body FROM webhook_event WHERE workspace_id = $1 AND type = 'page.gone'`, [
      workspace.id,
    ]);
    expect(told.map(({ body }) => parseEvent(body))).toMatchObject([
      { type: 'page.gone', data: { url: web.at('zipped.example'), title: 'Zipped', brand: 'acme' } },
    ]);
    const history = await readPageVersions(deps, workspace, (await rows()).get('zipped.example')?.id ?? '');
    expect(history.map(({ number, outcome }) => [number, outcome])).toEqual([
      [2, 'gone'],
      [1, 'read'],
    ]);
    expect(versions.map(({ brands }) => brands.map(({ brand }) => brand))).toEqual([['acme', 'bolt'], ['bolt']]);
  });
});

describe('reading', () => {
  test('goes on where a killed worker left off, and two at once do nothing twice', async () => {
    const other = await makeWorkspace(deps, { slug: 'twice' });
    web.sites['twice.example'] = pages({ '/a': html('A', 'Acme'), '/b': html('B', 'Acme') });
    await cite(deps, store, other, [[web.at('twice.example', '/a'), web.at('twice.example', '/b')]]);
    await Promise.all([readPages(deps, other.id, never), readPages(deps, other.id, never)]);
    const asked = web.asked.filter(({ host, path }) => host === 'twice.example' && path !== '/robots.txt').map(({ path }) => path);
    expect(asked.toSorted()).toEqual(['/a', '/b']);
    await store.rows(`UPDATE cited_page SET claimed_by = 'dead', lease_until = now() - interval '1 second', due_at = now() WHERE workspace_id = $1`, [other.id]); // prettier-ignore
    expect(await readPages(deps, other.id, never)).toBe(2);
  });

  test('happens in no simulated workspace', async () => {
    const simulated = await makeWorkspace(deps, { slug: 'made-up', simulated: true });
    await cite(deps, store, simulated, [[web.at('simulated.example')]]);
    expect(await readPages(deps, simulated.id, never)).toBe(0);
    expect(web.asked.some(({ host }) => host === 'simulated.example')).toBe(false);
  });
});
