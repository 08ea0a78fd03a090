import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deps } from '../../src/deps.ts';
import { createAddressGuard } from '../../src/network/address-guard.ts';
import { readPages } from '../../src/services/read-pages.ts';
import { makeWorkspace, openBenchStore } from './store.ts';

const [pages, hosts] = [1000, 20];
/** Two a second, robots.txt among them. */
const idealMs = (pages / hosts) * 500;
const megabyte = 1e6;

/** 1,000 cited pages of 20 hosts on loopback: how near to what two requests a second a host allow, and what memory does meanwhile. */
export async function run(): Promise<object[]> {
  const store = await openBenchStore('postgres');
  const web = await openWeb();
  const guard = createAddressGuard(['127.0.0.0/8'], async () => [{ address: '127.0.0.1', family: 4 }]);
  const deps: Deps = Object.assign(store.deps, { pageGuard: guard });
  const workspace = await makeWorkspace(deps, 2, ['openai']);
  await deps.db.$executeRaw`UPDATE workspace SET simulated = false`;
  await deps.db.$executeRaw`
    INSERT INTO cited_page (workspace_id, id, url, host, last_cited_at, due_at)
    SELECT ${workspace.id}::uuid, md5(url)::uuid, url, host, now(), now() FROM (
      SELECT concat('http://', h.host, '/page/', n) AS url, h.host FROM generate_series(0, ${pages - 1}) AS n
      CROSS JOIN LATERAL (SELECT concat('site', n % ${hosts}, '.example:', ${web.port}::int) AS host) AS h) AS p`;
  const memory: number[] = [];
  const watching = setInterval(() => memory.push(process.memoryUsage().rss), 250);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const looks = await readPages(deps, workspace.id, new AbortController().signal);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watching);
  if (looks !== pages) throw new Error(`${looks} of ${pages} pages were looked at.`);
  await web.close();
  await store.close();
  const after = (share: number) => Math.round((memory[Math.floor(memory.length * share)] ?? 0) / megabyte);
  return [
    {
      pages,
      hosts,
      ms: Math.round(ms),
      share: Math.round((idealMs / ms) * 100) / 100,
      cpuMsAPage: Math.round((user + system) / 1000 / pages),
      closestMs: Math.round(web.closestMs()),
      rssMb: { quarter: after(0.25), half: after(0.5), end: after(0.999) },
      wanted: 'share >= 0.9, rss flat',
    },
  ];
}

/** Articles of 40 KB; remembers how close two requests to one host ever were. */
async function openWeb() {
  const last = new Map<string, number>();
  let closest = Infinity;
  const words = 'Some agencies look for a tool early, and others go on with a spreadsheet until it hurts. ';
  const article = `<p>${words.repeat(5)}</p>`.repeat(9) + '<p>Of those, many take Veldrano.</p>';
  const body = (path: string) =>
    `<!doctype html><html lang="en"><head><title>CRM ${path}</title></head><body><article><h1>${path}</h1>${article.repeat(9)}</article></body></html>`;
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const now = performance.now();
    closest = Math.min(closest, now - (last.get(host) ?? -Infinity));
    last.set(host, now);
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body(request.url ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    closestMs: () => closest,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
