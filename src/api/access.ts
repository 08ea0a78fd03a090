import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { isLoopback, isOpen } from '../config.ts';
import type { Deps } from '../deps.ts';
import { roles } from '../domain/roles.ts';
import { AppError } from '../errors.ts';
import {
  actorOfCookies,
  actorOfKey,
  enter,
  looksAfterServer,
  theMachine,
  type Actor,
  type Needed,
  type Place,
} from '../services/access.ts';
import type { Caller } from '../services/sessions.ts';
import type { Workspace } from '../services/workspaces.ts';

export type AppEnv = { Variables: { requestId: string; actor?: Actor; place?: Place } };

/** What each route needs, by method and path as Hono writes it. */
type RouteRoles = ReadonlyMap<string, Needed>;
export const routeKey = (method: string, path: string): string => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

const allNeeded: readonly unknown[] = ['public', 'open', 'member', 'server', ...roles] satisfies Needed[];
const isNeeded = (value: unknown): value is Needed => allNeeded.includes(value);

/** What a route of the document says in `x-role`. @throws where it says nothing */
export function roleOf(route: { method: string; path: string; 'x-role'?: unknown }): Needed {
  const needed = route['x-role'];
  if (!isNeeded(needed)) throw new Error(`${route.method} ${route.path} must say in x-role who may call it: ${allNeeded.join(', ')}.`);
  return needed;
}

/**
 * The one place where it is decided who may do what: who calls, what the route needs, and in which workspace. A route
 * that does not say what it needs is not served.
 */
export function access(deps: Deps, needs: () => RouteRoles): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const needed = neededFor(c, needs());
    if (needed === 'public') return next();
    const actor = await identify(deps, c);
    if (actor) c.set('actor', actor);
    if (needed === 'open') return next();
    if (!actor) throw new AppError('unauthorized', 'Sign in, or send a key: Authorization: Bearer ….');
    if (needed === null || needed === 'member') return next();
    if (needed === 'server') {
      if (!looksAfterServer(actor)) throw new AppError('forbidden', 'Only who looks after the server may do this.');
      return next();
    }
    c.set('place', await enter(deps, actor, c.req.query('workspace'), needed));
    return next();
  };
}

/** The workspace that the request is about, which the caller may enter. */
export function workspaceOf(c: Context): Workspace {
  return placeOf(c).workspace;
}

export function placeOf(c: Context): Place {
  const place: unknown = c.get('place');
  if (!place) throw new Error(`${c.req.method} ${c.req.path} asks for a workspace but declares no role in one.`);
  return place as Place;
}

/** null where nobody is signed in. */
export const maybeActorOf = (c: Context): Actor | null => (c.get('actor') as Actor | undefined) ?? null;

export function actorOf(c: Context): Actor {
  const actor = maybeActorOf(c);
  if (!actor) throw new Error(`${c.req.method} ${c.req.path} asks who calls but is open to everybody.`);
  return actor;
}

/** null: nothing is there, which only those who may come in are told. */
function neededFor(c: Context, needs: RouteRoles): Needed | null {
  const routes = matchedRoutes(c).filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));
  const [first] = routes;
  if (!first) return null;
  const needed = needs.get(routeKey(first.method, first.path));
  if (needed === undefined) throw new Error(`${first.method} ${first.path} does not say who may call it.`);
  return needed;
}

async function identify(deps: Deps, c: Context<AppEnv>): Promise<Actor | null> {
  const open = isOpen(deps.config);
  if (open) refuseStrangers(c);
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const key = /^Bearer (.+)$/.exec(authorization)?.[1];
    if (key === undefined) throw new AppError('unauthorized', 'Send the key like this: Authorization: Bearer ….');
    return actorOfKey(deps, key);
  }
  if (!/(^|;\s*)wayseen\./.test(c.req.header('cookie') ?? '')) {
    if (!open) refuseOtherOrigins(c, false);
    return open ? theMachine : null;
  }
  refuseOtherOrigins(c, true);
  const session = await actorOfCookies(deps, c.req.raw.headers);
  if (session) setCookies(c, session.cookies);
  return session?.actor ?? (open ? theMachine : null);
}

/**
 * An open server answers its own machine only: neither to a foreign name that resolves to this address, nor to a request
 * that another site's page makes in the user's own browser.
 */
function refuseStrangers(c: Context): void {
  const host = hostOf(`http://${c.req.header('host') ?? ''}`);
  if (host === null || !isLoopback(host))
    throw new AppError('forbidden', 'This server answers to 127.0.0.1 and localhost only. Set WAYSEEN_API_KEY to open it.');
  const origin = c.req.header('origin');
  const originHost = origin === undefined ? host : hostOf(origin);
  if (originHost === null || !isLoopback(originHost) || c.req.header('sec-fetch-site') === 'cross-site') throw foreignPage();
}

/** The browser sends a cookie for whoever asks: a change must come from a page of this very server. */
function refuseOtherOrigins(c: Context, withCookie: boolean): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return;
  const origin = c.req.header('origin');
  if (origin === undefined) {
    if (withCookie && c.req.header('sec-fetch-site') !== 'same-origin') throw foreignPage();
    return;
  }
  if (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host')) throw foreignPage();
}

const foreignPage = () => new AppError('forbidden', 'Pages of other sites may not call this server.');
const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : null);

/** Off this machine a cookie goes over TLS only. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  const host = hostOf(`http://${c.req.header('host') ?? ''}`);
  const secure = host !== null && isLoopback(host) ? '' : '; Secure';
  for (const cookie of cookies) c.header('set-cookie', `${cookie}${secure}`, { append: true });
}

/** Where a request comes from: its headers, and the address of the connection, which nobody can choose. */
export function callerOf(c: Context): Caller {
  const incoming: unknown = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
  return { headers: c.req.raw.headers, address: typeof incoming === 'string' ? incoming : 'unknown' };
}

/** This server's address as the caller's browser has it. */
export const originOf = (c: Context): string => c.req.header('origin') ?? new URL(c.req.url).origin;
