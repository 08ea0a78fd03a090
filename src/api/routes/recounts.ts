import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { recountReport } from '../../services/recount-report.ts';
import { countAgain, readRecount, readRecounts, stopRecount, type Recount } from '../../services/recounts.ts';
import { AppError } from '../../errors.ts';
import { workspaceOf } from '../access.ts';
import { failures, idParam, json, limitSchema, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

const versions = z.object({ panel: z.number(), parser: z.number() });
const recountSchema = z
  .object({
    id: z.string(),
    state: z.string().openapi({ description: 'waiting, running, complete, stopped or failed' }),
    causes: z.array(z.string()).openapi({ description: 'alias, brand, rule, correction, parser, request' }),
    from: versions,
    to: versions,
    total: z.number(),
    done: z.number(),
    failure: z.string().nullable(),
    createdAt: timestamp,
    startedAt: nullableTime,
    finishedAt: nullableTime,
    report: recountReport.nullable(),
  })
  .openapi('Recount');

const toJson = (recount: Recount) => ({
  id: recount.id,
  state: recount.state,
  causes: recount.causes,
  from: { panel: recount.fromPanelVersion, parser: recount.fromParserVersion },
  to: { panel: recount.toPanelVersion, parser: recount.toParserVersion },
  total: recount.total,
  done: recount.done,
  failure: recount.failure,
  createdAt: recount.createdAt.toISOString(),
  startedAt: recount.startedAt?.toISOString() ?? null,
  finishedAt: recount.finishedAt?.toISOString() ?? null,
  report: recount.report,
});

export const recountRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/recounts',
        'x-role': 'viewer',
        tags: ['recounts'],
        summary: 'When the past was counted again, why, how far it is, and what it changed',
        request: { query: workspaceQuery.extend({ limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: { 200: json(z.object({ recounts: z.array(recountSchema), next: z.string().nullable() }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, ...page } = c.req.valid('query');
        const { recounts, next } = await readRecounts(deps, workspaceOf(c), page);
        return c.json({ recounts: recounts.map(toJson), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/recounts',
        'x-role': 'editor',
        tags: ['recounts'],
        summary: 'Read all stored answers again, though nothing has changed; also after one was stopped',
        request: { query: workspaceQuery },
        responses: { 202: json(recountSchema, 'Started, or turned to this.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const recount = await countAgain(deps, workspace.id, true);
        if (!recount) throw new AppError('conflict', 'The workspace has no panel yet: nothing was ever counted.');
        return c.json(toJson(recount), 202);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/recounts/{id}',
        'x-role': 'viewer',
        tags: ['recounts'],
        summary: 'One of them',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(recountSchema, 'The recount.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await readRecount(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/recounts/{id}/stop',
        'x-role': 'editor',
        tags: ['recounts'],
        summary: 'Read no further; all figures stay as they are',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(recountSchema, 'Stopped, or ended before.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await stopRecount(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
  ] as const;
