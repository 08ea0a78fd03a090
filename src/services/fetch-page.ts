import { createRequire } from 'node:module';
import { freeHost, readHostRobots, saveHostRobots, takeHost, type HostKey } from '../db/page-hosts.ts';
import type { Redirect } from '../db/cited-pages.ts';
import type { Deps } from '../deps.ts';
import { leadsToLogin, outcomeOfStatus, type PageOutcome } from '../domain/pages/outcome.ts';
import { politeDelayMs, readRobots, type RobotsRules } from '../domain/pages/robots.ts';
import { AppError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';
import { requestPage, type PageReply } from '../network/page-request.ts';
import { dayMs } from '../domain/durations.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

const agent = 'Wayseen';
const timeoutMs = 15_000;
const mostBytes = 2 * 2 ** 20;
const mostRobotsBytes = 512 * 1024;
const mostRedirects = 5;
const robotsFreshMs = dayMs;
/** A robots.txt that could not be had is asked for again so much sooner. */
const robotsRetryMs = 15 * 60_000;
/** A host that wants to be left alone for longer is come back to. */
const longestWaitMs = 35_000;
const mostRetryAfterMs = dayMs;

/** Which workspace asks, until when it may. */
export type Visitor = { deps: Deps; workspaceId: string; signal: AbortSignal };
export type Visit =
  | { outcome: PageOutcome; status: number | null; redirects: Redirect[]; reply: null }
  | { outcome: 'read'; status: number; redirects: Redirect[]; reply: PageReply };

/** The host is not free for a while: nothing was asked, and nothing is known. */
export class HostBusyError extends AppError {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super('rate_limited', 'The host wants to be left alone for a while.');
    this.waitMs = waitMs;
  }
}

/**
 * Gets one page as robots.txt and the host allow, redirects followed and recorded. Whatever goes wrong at the other end is
 * an outcome. @throws {HostBusyError}
 */
export async function fetchPage(visitor: Visitor, url: string, conditions: Record<string, string>): Promise<Visit> {
  const redirects: Redirect[] = [];
  let at = url;
  const end = (outcome: PageOutcome, status: number | null): Visit => ({ outcome, status, redirects, reply: null });
  for (;;) {
    const step = await tryStep(visitor, at, redirects.length === 0 ? conditions : {});
    if ('outcome' in step) return end(step.outcome, null);
    const { status, headers, body } = step;
    const next = status >= 300 && status < 400 && status !== 304 ? headers.location : undefined;
    if (next !== undefined) {
      redirects.push({ url: step.address, status });
      const target = URL.parse(next, step.address);
      if (!target || redirects.length > mostRedirects || redirects.some((one) => one.url === target.href)) return end('redirects', status);
      at = target.href;
      if (leadsToLogin(url, at)) return end('login', status);
      continue;
    }
    const outcome = outcomeOfStatus(status);
    if (outcome === 'read') return end('read', status);
    if (outcome !== null) return end(outcome, status);
    if (body === null) return end('too_large', status);
    return { outcome: 'read', status, redirects, reply: step };
  }
}

async function tryStep(visitor: Visitor, url: string, conditions: Record<string, string>): Promise<PageReply | { outcome: PageOutcome }> {
  try {
    const { host, origin } = new URL(url);
    const rules = await robotsOf(visitor, host, origin);
    if (!rules?.allows(url)) return { outcome: 'robots' };
    const headers = { ...conditions, accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
    return await askHost(visitor, host, rules.delayMs, { address: url, headers, maxBytes: mostBytes });
  } catch (error) {
    if (!(error instanceof AppError) || error instanceof HostBusyError) throw error;
    return { outcome: error.code === 'address_refused' ? 'blocked' : 'unreachable' };
  }
}

/** What the host lets us read; null: its robots.txt cannot be had, so nothing (RFC 9309, 2.3.1.4), unless an older one is known. */
async function robotsOf(visitor: Visitor, host: string, origin: string): Promise<RobotsRules | null> {
  const { deps, workspaceId } = visitor;
  const key = { workspaceId, host };
  const known = await readHostRobots(deps.db, key, robotsFreshMs);
  if (known?.fresh && !known.away) return readRobots(known.text, origin, agent);
  if (known?.away && (await readHostRobots(deps.db, key, robotsRetryMs))?.fresh) return null;
  const asked = await askRobots(visitor, `${origin}/robots.txt`);
  if (!asked.away || !known || known.away) await saveHostRobots(deps.db, key, asked);
  if (!asked.away) return readRobots(asked.text, origin, agent);
  return known && !known.away ? readRobots(known.text, origin, agent) : null;
}

async function askRobots(visitor: Visitor, address: string): Promise<{ text: string | null; away: boolean }> {
  let at = address;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const { host } = new URL(at);
    const reply = await askHost(visitor, host, politeDelayMs, {
      address: at,
      headers: { accept: 'text/plain' },
      maxBytes: mostRobotsBytes,
    });
    const { status, headers, body } = reply;
    const next = status >= 300 && status < 400 && headers.location !== undefined ? URL.parse(headers.location, at) : null;
    if (next === null) {
      if (status >= 500 || status === 429) return { text: null, away: true };
      return { text: status >= 200 && status < 300 && body !== null ? body.toString('utf8') : null, away: false };
    }
    at = next.href;
  }
  return { text: null, away: false };
}

/** One request, as soon as it is the host's turn. */
async function askHost(
  visitor: Visitor,
  host: string,
  delayMs: number,
  request: { address: string; headers: Record<string, string>; maxBytes: number },
): Promise<PageReply> {
  const { deps, workspaceId } = visitor;
  const key = { workspaceId, host };
  await awaitTurn(visitor, key, delayMs);
  const startedAt = deps.now();
  let restMs = 0;
  try {
    const headers = { ...request.headers, 'user-agent': userAgent(deps) };
    const reply = await requestPage(deps.pageGuard, { ...request, headers, timeoutMs });
    if (reply.status === 429 || reply.status === 503) restMs = retryAfterMs(reply.headers['retry-after'], deps.now());
    return reply;
  } finally {
    await freeHost(deps.db, key, Math.max(restMs, startedAt + delayMs - deps.now()));
  }
}

/** Returns when the host is ours and its turn has come. @throws {HostBusyError} */
async function awaitTurn({ deps, signal }: Visitor, key: HostKey, delayMs: number): Promise<void> {
  const times = { holdMs: 3 * timeoutMs, delayMs, atMostMs: longestWaitMs };
  for (;;) {
    if (signal.aborted) throw new HostBusyError(0);
    const { taken, inMs } = await takeHost(deps.db, key, times);
    if (!taken && inMs > longestWaitMs + times.holdMs) throw new HostBusyError(inMs);
    // Whoever else has the host may free it at any time.
    await sleep(Math.ceil(taken ? inMs : Math.min(inMs, politeDelayMs)), signal);
    if (!taken) continue;
    if (!signal.aborted) return;
    await freeHost(deps.db, key, 0);
  }
}

const userAgent = ({ config }: Deps): string =>
  `Mozilla/5.0 (compatible; ${agent}/${version}${config.publicUrl === null ? '' : `; +${config.publicUrl}`})`;

/** Seconds, or a date (RFC 9110). */
function retryAfterMs(value: string | undefined, now: number): number {
  const ms = value === undefined ? 0 : /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(mostRetryAfterMs, Math.max(0, ms)) : 0;
}
