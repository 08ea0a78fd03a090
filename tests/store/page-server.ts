import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAddressGuard } from '../../src/network/address-guard.ts';
import { readPages } from '../../src/services/read-pages.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { createTestDeps, never, type TestStore } from './harness.ts';
import { outcome, settle, storeOutcomes } from './stored-answers.ts';

export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** The web on this machine: whatever the name of a site, it is this server. Sites not given have neither robots.txt nor pages. */
export async function openWeb(sites: Record<string, Site>) {
  const asked: { host: string; path: string; at: number; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    asked.push({ host, path: request.url ?? '', at: performance.now(), headers: request.headers });
    const site = sites[host];
    if (!site || (request.url === '/robots.txt' && !site.length)) response.writeHead(404).end();
    else site(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    sites,
    at: (host: string, path = '/page') => `http://${host}:${port}${path}`,
    port,
    guard: createAddressGuard(['127.0.0.0/8'], async () => [{ address: '127.0.0.1', family: 4 }]),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
export type Web = Awaited<ReturnType<typeof openWeb>>;

/** A site whose pages are these, by path; it has no robots.txt. */
export const pages =
  (byPath: Record<string, string>): Site =>
  (request, response) => {
    const html = byPath[request.url ?? ''];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  };

/** Dependencies that read pages of that web. */
export const depsFor = (store: TestStore, web: Web) =>
  Object.assign(createTestDeps(store, { env: { PAGES_READ: 'on' } }), { pageGuard: web.guard });

/** One answer a list of addresses, now. */
export async function cite(
  deps: ReturnType<typeof depsFor>,
  store: TestStore,
  workspace: Workspace,
  lists: string[][],
  text = 'Boltwise is good.',
) {
  await storeOutcomes(deps, store, workspace, lists.map((citations) => outcome({ citations, text, askedAt: new Date() }))); // prettier-ignore
  await settle(deps, workspace);
}

/** Makes all pages due, and looks at them. */
export async function lookAgain(deps: ReturnType<typeof depsFor>, store: TestStore, workspace: Workspace): Promise<number> {
  await store.rows('UPDATE cited_page SET due_at = now(), lease_until = NULL WHERE workspace_id = $1', [workspace.id]);
  return readPages(deps, workspace.id, never);
}
