import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { isLoopback, type Config } from '../config.ts';
import { AppError } from '../errors.ts';

/** What whoever has the link may see: the token in the address is the key. */
const openPrefix = '/api/v1/shared/';

/**
 * Who may call. With an API key set, those who send it. Without one the server listens on this machine only, and then a
 * page from elsewhere in the user's own browser must not reach it either: neither by a foreign name that resolves to
 * this address, nor by a request that another site's page makes.
 */
export function guard(config: Pick<Config, 'apiKey' | 'host'>): MiddlewareHandler {
  const { apiKey } = config;
  return async (c, next) => {
    if (c.req.path.startsWith(openPrefix)) return next();
    if (apiKey !== null) {
      const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
      if (!equal(given, apiKey)) throw new AppError('unauthorized', 'Send the key of this server: Authorization: Bearer ….');
      return next();
    }
    const host = hostOf(`http://${c.req.header('host') ?? ''}`);
    if (host === null || !isLoopback(host))
      throw new AppError('forbidden', 'This server answers to 127.0.0.1 and localhost only. Set WAYSEEN_API_KEY to open it.');
    const origin = c.req.header('origin');
    const originHost = origin === undefined ? host : hostOf(origin);
    if (originHost === null || !isLoopback(originHost)) throw new AppError('forbidden', 'Pages of other sites may not call this server.');
    if (c.req.header('sec-fetch-site') === 'cross-site') throw new AppError('forbidden', 'Pages of other sites may not call this server.');
    return next();
  };
}

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, '') : null);

/** Compares digests: neither content nor length of the key shows in the time it takes. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
