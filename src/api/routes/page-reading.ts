import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { changeReading, readReading } from '../../services/gap-list.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, json, workspaceQuery } from '../schemas.ts';

const readingSchema = z.object({ wanted: z.boolean(), enabled: z.boolean() }).openapi('PageReading');

export const pageReadingRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/page-reading',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'Whether cited pages are read',
        request: { query: workspaceQuery },
        responses: { 200: json(readingSchema, 'Wanted by the workspace; enabled: and allowed.'), ...failures },
      }),
      handler: async (c) => c.json(await readReading(deps, workspaceOf(c)), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/page-reading',
        'x-role': 'editor',
        tags: ['citations'],
        summary: 'Switch the reading of cited pages on or off',
        request: { query: workspaceQuery, body: body(z.object({ wanted: z.boolean() }).openapi('PageReadingChange')) },
        responses: { 200: json(readingSchema, 'As it is now.'), ...failures },
      }),
      handler: async (c) => c.json(await changeReading(deps, workspaceOf(c), c.req.valid('json').wanted), 200),
    }),
  ] as const;
