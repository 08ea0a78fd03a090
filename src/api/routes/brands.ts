import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { addBrand, changeBrand, readPresentPanel, removeBrand, replacePanel } from '../../services/brands.ts';
import { readBrandPage } from '../../services/workspaces.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, json, wideLimitSchema, workspaceQuery } from '../schemas.ts';

const brandSchema = z
  .object({ key: z.string(), name: z.string(), own: z.boolean(), aliases: z.array(z.string()), domains: z.array(z.string()) })
  .openapi('Brand');

const word = z.string().trim().min(1).max(200);
const words = z.array(word).max(100);
const aliasSchema = z
  .object({
    text: z.string(),
    caseSensitive: z.boolean(),
    near: z.array(z.string()),
    notNear: z.array(z.string()),
    notIn: z.array(z.string()),
  })
  .openapi('Alias');
const panelSchema = z
  .object({
    brands: z.array(
      z.object({ id: z.string(), name: z.string(), own: z.boolean(), aliases: z.array(aliasSchema), domains: z.array(z.string()) }),
    ),
  })
  .openapi('CountedPanel', { description: 'As PUT takes it: each alias with its conditions.' });
const aliasInput = z.union([
  z.string().max(200),
  z.object({
    text: z.string().max(200),
    caseSensitive: z.boolean().optional(),
    near: words.optional(),
    notNear: words.optional(),
    notIn: words.optional(),
  }),
]);
const brandFields = z.object({
  name: z.string().trim().max(200),
  own: z.boolean().optional(),
  aliases: z.array(aliasInput).max(500).optional(),
  domains: z.array(z.string().max(300)).max(500).optional(),
});
const newBrand = brandFields
  .extend({
    id: word.optional().openapi({ description: 'Made from the name where it is left out.' }),
    position: z.int().min(0).max(10_000).optional().openapi({ description: 'Among the brands, from 0; the last where it is left out.' }),
  })
  .openapi('NewBrand');
const seenVersion = z.coerce
  .number()
  .int()
  .min(1)
  .max(2_147_483_647)
  .openapi({ description: 'The panelVersion that the brand was read at: nobody’s change since is lost.' });
const brandChange = brandFields.partial().extend({ panelVersion: seenVersion }).openapi('BrandChange');
const keyParam = z.object({ key: z.string().min(1).max(200) });
const savedSchema = z
  .object({ brand: z.string(), panelVersion: z.number(), answersToReadAgain: z.number(), recount: z.string().nullable() })
  .openapi('SavedBrand');

export const brandRoutes = (deps: Deps) => [...panelRoutes(deps), ...oneBrandRoutes(deps)] as const;

const panelRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/brands',
        'x-role': 'viewer',
        tags: ['brands'],
        summary: 'The brands that are counted',
        request: { query: workspaceQuery.extend({ limit: wideLimitSchema, cursor: z.string().optional() }) },
        responses: {
          200: json(
            z.object({ panelVersion: z.number(), brands: z.array(brandSchema), next: z.string().nullable(), panel: panelSchema }),
            'In the panel’s order, and the whole panel as it is counted.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const [present, page] = await Promise.all([
          readPresentPanel(deps, workspace.id),
          readBrandPage(deps, workspace, c.req.valid('query')),
        ]);
        return c.json({ ...present, ...page }, 200);
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
        const { version, analysedAgain, recount } = await replacePanel(deps, workspaceOf(c), c.req.valid('json'));
        return c.json({ panelVersion: version, answersToReadAgain: analysedAgain, recount }, 200);
      },
    }),
  ] as const;

const oneBrandRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/brands',
        'x-role': 'editor',
        tags: ['brands'],
        summary: 'Add a brand; the past is counted again with it',
        request: { query: workspaceQuery, body: body(newBrand) },
        responses: { 201: json(savedSchema, 'Saved.'), ...failures },
      }),
      handler: async (c) => c.json(await addBrand(deps, workspaceOf(c).id, c.req.valid('json')), 201),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/brands/{key}',
        'x-role': 'editor',
        tags: ['brands'],
        summary: 'Change a brand, its aliases or domains; 409 where somebody else has changed it since',
        request: { params: keyParam, query: workspaceQuery, body: body(brandChange) },
        responses: { 200: json(savedSchema, 'Saved.'), ...failures },
      }),
      handler: async (c) => {
        const { panelVersion, ...change } = c.req.valid('json');
        return c.json(await changeBrand(deps, workspaceOf(c).id, c.req.valid('param').key, panelVersion, change), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/brands/{key}',
        'x-role': 'editor',
        tags: ['brands'],
        summary: 'Count a brand no more; the past is counted again without it',
        request: { params: keyParam, query: workspaceQuery.extend({ panelVersion: seenVersion }) },
        responses: { 200: json(savedSchema, 'Removed.'), ...failures },
      }),
      handler: async (c) => {
        const { panelVersion } = c.req.valid('query');
        return c.json(await removeBrand(deps, workspaceOf(c).id, c.req.valid('param').key, panelVersion), 200);
      },
    }),
  ] as const;
