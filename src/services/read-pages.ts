import { hash } from 'node:crypto';
import {
  claimPage,
  hasDuePages,
  nextHost,
  pagesOfOtherPanels,
  readPageSetting,
  releasePage,
  saveBrands,
  savePage,
  takeCitedPages,
  type NamedBrand,
  type PageClaim,
  type PageLook,
  type PageReading,
} from '../db/cited-pages.ts';
import { hasPending, startReading, stopReading } from '../db/readers.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { decodePage } from '../domain/pages/decode.ts';
import { isPassing, nextLookMs } from '../domain/pages/outcome.ts';
import { readPage } from '../domain/pages/read-page.ts';
import { brandFinder, type BrandFinder } from './brands-on-page.ts';
import { fetchPage, HostBusyError, type Visit, type Visitor } from './fetch-page.ts';

/** Hosts asked at once by one process. */
const hostsAtOnce = 32;
const answersAtOnce = 500;
const pagesAtOnce = 20;
/** Raised where all of history is to be gone through for pages again. */
const readerVersion = '1';

/** A simulated workspace's pages are made up; others' are read unless the server or the workspace says no. */
export async function readsPages(deps: Deps, { id, simulated }: Workspace): Promise<boolean> {
  return deps.config.readPages && !simulated && (await readPageSetting(deps.db, id));
}

/** @returns whether answers wait for their pages to be taken up, or pages to be looked at */
export async function awaitsPages(deps: Deps, workspace: Workspace): Promise<boolean> {
  const key = { workspaceId: workspace.id, reader: 'pages' } as const;
  if (workspace.panelVersion === 0 || !(await readsPages(deps, workspace))) {
    await stopReading(deps.db, key);
    return false;
  }
  await startReading(deps.db, key, readerVersion);
  return (await hasPending(deps.db, key)) || hasDuePages(deps.db, workspace.id, workspace.panelVersion);
}

/** Looks at all cited pages that are due, one at a time a host, many hosts at once. @returns how many */
export async function readPages(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  const workspace = await getWorkspace(deps.db, workspaceId);
  if (!(await awaitsPages(deps, workspace))) return 0;
  const find = await brandFinder(deps, workspace);
  if (!find) return 0;
  while (!signal.aborted && (await takeCitedPages(deps.db, workspaceId, answersAtOnce)) === answersAtOnce);
  await findBrandsAgain(deps, workspace, find, signal);
  const visitor = { deps, workspaceId, signal };
  const busy = new Set<string>();
  let looks = 0;
  const lane = async () => {
    for (let host = await pickHost(visitor, busy); host !== null; host = await pickHost(visitor, busy)) {
      // Not `looks += await`: that would add to what `looks` was before the other lanes came back.
      const here = await readHost(visitor, host, workspace.panelVersion, find);
      looks += here;
      busy.delete(host);
    }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, lane));
  return looks;
}

async function pickHost({ deps, workspaceId, signal }: Visitor, busy: Set<string>): Promise<string | null> {
  for (;;) {
    const host = signal.aborted ? null : await nextHost(deps.db, workspaceId, [...busy]);
    if (host === null) return null;
    // Another lane may have taken it while the database was asked.
    if (busy.has(host)) continue;
    busy.add(host);
    return host;
  }
}

/** Goes through a host's pages until none is due, or the host wants to be left alone. */
async function readHost(visitor: Visitor, host: string, panelVersion: number, find: BrandFinder): Promise<number> {
  const { deps, workspaceId, signal } = visitor;
  for (let looks = 0; ; looks++) {
    const claim = signal.aborted ? null : await claimPage(deps.db, workspaceId, host, deps.holder);
    if (!claim) return looks;
    try {
      await savePage(deps.db, workspaceId, claim.id, await look(visitor, claim, panelVersion, find));
    } catch (error) {
      if (!(error instanceof HostBusyError)) throw error;
      await releasePage(deps.db, workspaceId, claim.id, error.waitMs);
      return looks;
    }
  }
}

async function look(visitor: Visitor, claim: PageClaim, panelVersion: number, find: BrandFinder): Promise<PageLook> {
  // What was read with another panel, or never, is wanted whole.
  const known = claim.panelVersion === panelVersion;
  const conditions = {
    ...(known && claim.etag !== null && { 'if-none-match': claim.etag }),
    ...(known && claim.lastModified !== null && { 'if-modified-since': claim.lastModified }),
  };
  const visit = await fetchPage(visitor, claim.url, conditions);
  const { outcome, reading } = readReply(visit, panelVersion, find);
  const passing = isPassing(outcome);
  return {
    outcome,
    status: visit.status,
    redirects: visit.redirects,
    digest: passing || visit.status === 304 ? null : digestOf(outcome, reading),
    reading,
    passing,
    nextLookMs: nextLookMs(outcome, claim.attempts + 1),
  };
}

type Read = { outcome: Visit['outcome']; reading: PageReading | null };

/** What a reply says, read with the panel. */
function readReply({ outcome, reply, redirects }: Visit, panelVersion: number, find: BrandFinder): Read {
  if (reply === null || reply.body === null) return { outcome, reading: null };
  const { body, headers, address } = reply;
  const type = headers['content-type'] ?? null;
  if (!isHtml(type, body)) return { outcome: 'not_html', reading: null };
  const facts = readPage(decodePage(body, type).text, address);
  if (facts === null) return { outcome: 'too_large', reading: null };
  const { isLogin, ...rest } = facts;
  if (isLogin) return { outcome: 'login', reading: null };
  const conditional = redirects.length === 0;
  const reading = {
    ...rest,
    ...find(facts),
    panelVersion,
    etag: conditional ? (headers.etag ?? null) : null,
    lastModified: conditional ? (headers['last-modified'] ?? null) : null,
  };
  return { outcome: 'read', reading };
}

/** By what the server says, and where it says nothing by how it begins. */
function isHtml(type: string | null, body: Buffer): boolean {
  if (type !== null && !/^\s*(text\/html|application\/xhtml\+xml)/i.test(type)) return false;
  const start = body.subarray(0, 2048);
  if (type === null && !/<(!doctype html|html|head|body|title|meta)\b/i.test(start.toString('latin1'))) return false;
  return !/^(%PDF-|PK|\u0089PNG|GIF8|\u00FF\u00D8\u00FF)/.test(start.toString('latin1'));
}

/** All that makes a page another one: not its links, which are often others' advertising. */
function digestOf(outcome: string, reading: PageReading | null): string {
  const facts = reading && [reading.title, reading.canonical, reading.language, reading.published, reading.kind, reading.text];
  return hash('sha1', JSON.stringify([outcome, facts]), 'base64url');
}

/** A new panel looks for its brands in the texts that are kept; nothing is asked for again. */
async function findBrandsAgain(deps: Deps, { id, panelVersion }: Workspace, find: BrandFinder, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pages = await pagesOfOtherPanels(deps.db, id, panelVersion, pagesAtOnce);
    if (pages.length === 0) return;
    const found: { id: string; brands: NamedBrand[] }[] = pages.map((page) => ({ id: page.id, brands: find(page).brands }));
    await saveBrands(deps.db, id, panelVersion, found);
  }
}
