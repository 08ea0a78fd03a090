import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { changePanel, readBrands } from '../../services/workspaces.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, json, workspaceQuery } from '../schemas.ts';

const brandSchema = z
  .object({ key: z.string(), name: z.string(), own: z.boolean(), aliases: z.array(z.string()), domains: z.array(z.string()) })
  .openapi('Brand');

export const brandRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/brands',
        'x-role': 'viewer',
        tags: ['brands'],
        summary: 'The brands that are counted',
        request: { query: workspaceQuery },
        responses: {
          200: json(z.object({ panelVersion: z.number(), brands: z.array(brandSchema) }), 'In the panel’s order.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ panelVersion: workspace.panelVersion, brands: await readBrands(deps, workspace) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/brands',
        'x-role': 'editor',
        tags: ['brands'],
        summary: 'Replace the panel; the past is counted again with the new one',
        request: { query: workspaceQuery, body: body(z.object({ brands: z.array(z.unknown()).min(1) }).openapi('Panel')) },
        responses: {
          200: json(z.object({ panelVersion: z.number(), answersToReadAgain: z.number(), recount: z.string().nullable() }), 'Saved.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { version, analysedAgain, recount } = await changePanel(deps, workspace, c.req.valid('json'));
        return c.json({ panelVersion: version, answersToReadAgain: analysedAgain, recount }, 200);
      },
    }),
  ] as const;
