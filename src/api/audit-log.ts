import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { tryDecode } from 'hono/utils/url';
import type { Deps } from '../deps.ts';
import { readObject, writeDown } from '../services/audit-log.ts';
import { actorOf, type AppEnv } from './access.ts';

/** Every change that was made in a workspace is written down: by whom, to what, and what was so before and after. */
export function auditLog(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const workspace = c.get('place')?.workspace;
    const [, object = '', rawId = null] = /^\/api\/v1\/([\w-]+)(?:\/([^/]+))?/.exec(c.req.path) ?? [];
    if (!workspace || ['GET', 'HEAD'].includes(c.req.method) || changesNothing.test(c.req.path)) return next();
    const objectId = rawId === null || rawId === 'settings' ? null : tryDecode(rawId, decodeURIComponent);
    const before = await readObject(deps, workspace, object, objectId);
    const sent = await sentBody(c);
    await next();
    if (!c.res.ok) return;
    const made = objectId === null && c.req.method === 'POST';
    const now = c.req.method === 'DELETE' ? null : await readObject(deps, workspace, object, objectId);
    const after = c.req.method === 'DELETE' ? null : made ? { ...sent, ...(await bodyOf(c.res.clone())) } : (now ?? sent);
    const action = actionOf(c);
    await writeDown(deps, workspace, {
      actor: actorOf(c),
      action,
      object,
      objectId,
      requestId: c.get('requestId'),
      before: made ? null : before,
      after,
    });
  };
}

/** They compute or look, though by POST. */
const changesNothing = /\/(plan|preview|try)$/;

/** `PATCH /api/v1/prompts/{id}`, as the document names it. */
function actionOf(c: Context): string {
  const route = matchedRoutes(c).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));
  return `${c.req.method} ${(route?.path ?? c.req.path).replaceAll(/:(\w+)/g, '{$1}')}`;
}

const sentBody = async (c: Context): Promise<Record<string, unknown>> =>
  fieldsOf(c.req.header('content-type')?.includes('json') ? await c.req.json<unknown>().catch(() => null) : null);

async function bodyOf(message: Response): Promise<Record<string, unknown>> {
  return fieldsOf(message.headers.get('content-type')?.includes('json') ? await message.json().catch(() => null) : null);
}

const fieldsOf = (body: unknown): Record<string, unknown> => (body !== null && typeof body === 'object' ? { ...body } : {});
