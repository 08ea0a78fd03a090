import type { Context, MiddlewareHandler } from 'hono';
import { TooManyError } from '../errors.ts';
import type { Actor } from '../services/access.ts';
import { callerOf, type AppEnv } from './access.ts';

const windowSeconds = 60;
const mostKept = 10_000;
/** Requests a minute. A program on this machine shares it with the server anyway: its limit only stops a runaway loop. */
const limits: Record<Actor['kind'] | 'stranger', number> = {
  machine: 60_000,
  'server-key': 12_000,
  key: 1200,
  person: 1200,
  stranger: 120,
};

type Window = { endsAt: number; used: number };

/** Counts requests by caller, in this process, and says with each how many are left (draft-ietf-httpapi-ratelimit-headers). */
export function rateLimit(now: () => number): MiddlewareHandler<AppEnv> {
  const windows = new Map<string, Window>();
  return async (c, next) => {
    const actor = c.get('actor');
    const limit = limits[actor?.kind ?? 'stranger'];
    const window = windowOf(windows, actor ? `${actor.kind} ${actor.id}` : `stranger ${callerOf(c).address}`, now());
    window.used++;
    const seconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000));
    tell(c, limit, Math.max(0, limit - window.used), seconds);
    if (window.used > limit) throw new TooManyError(`No more than ${limit} requests a minute. Go on in ${seconds} s.`, seconds);
    return next();
  };
}

function windowOf(windows: Map<string, Window>, caller: string, nowMs: number): Window {
  const current = windows.get(caller);
  if (current && current.endsAt > nowMs) return current;
  const fresh = { endsAt: nowMs + windowSeconds * 1000, used: 0 };
  windows.delete(caller); // put last: the oldest leave first
  windows.set(caller, fresh);
  const oldest = windows.keys().next();
  if (windows.size > mostKept && !oldest.done) windows.delete(oldest.value);
  return fresh;
}

function tell(c: Context, limit: number, remaining: number, seconds: number): void {
  c.header('ratelimit-policy', `${limit};w=${windowSeconds}`);
  c.header('ratelimit-limit', String(limit));
  c.header('ratelimit-remaining', String(remaining));
  c.header('ratelimit-reset', String(seconds));
}
