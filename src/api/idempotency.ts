import type { MiddlewareHandler } from 'hono';
import type { Deps } from '../deps.ts';
import { InputError } from '../errors.ts';
import { once } from '../services/idempotency.ts';
import type { AppEnv } from './access.ts';

/** The same POST with the same `Idempotency-Key` is done once; its answer is given again for a day. */
export function idempotency(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    const actor = c.get('actor');
    // What sets cookies is not repeated: a session belongs to who signed in.
    if (key === undefined || !actor || c.req.method !== 'POST' || opensSession.test(c.req.path)) return next();
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw new InputError('The request is not usable.', [{ path: 'Idempotency-Key', message: '1 to 255 visible ASCII characters' }]);
    const url = new URL(c.req.url);
    const begun = await once(deps, {
      actor,
      workspaceId: c.get('place')?.workspace.id ?? null,
      operation: `POST ${url.pathname}`,
      key,
      request: `${url.search}\n${await c.req.text()}`,
    });
    if (begun.answer)
      return c.body(begun.answer.body, begun.answer.status as 200, { 'content-type': 'application/json', 'idempotency-replayed': 'true' });
    await next();
    if (!c.res.ok) await begun.failed();
    else await begun.done({ status: c.res.status, body: await c.res.clone().text() });
  };
}

const opensSession = /^\/api\/v1\/(session|invitations\/(look|accept))$/;
