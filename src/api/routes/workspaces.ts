import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { isEngineId } from '../../services/engines.ts';
import { listPromptPacks } from '../../services/prompt-packs.ts';
import { readStatus } from '../../services/status.ts';
import { placesOf } from '../../services/access.ts';
import { proposeBrand } from '../../services/propose-brand.ts';
import { createWorkspace, type Workspace } from '../../services/workspaces.ts';
import { actorOf } from '../access.ts';
import { body, chosenStages, failures, json, roleSchema } from '../schemas.ts';

const workspaceSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    stages: z.array(z.string()),
    simulated: z.boolean(),
    panelVersion: z.number(),
  })
  .openapi('Workspace');

const placeSchema = workspaceSchema.extend({ role: roleSchema }).openapi('Place');

const engineId = z.string().refine(isEngineId, 'is not an engine');
const request = z
  .object({
    name: z.string().trim().min(1).max(200),
    slug: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'lower-case letters, digits and - only')
      .optional(),
    timeZone: z.string().default('UTC'),
    stages: chosenStages,
    panel: z.object({ brands: z.array(z.unknown()).min(1) }).loose(),
    packs: z.array(z.object({ industry: z.string(), locales: z.array(z.string()).min(1) })).default([]),
    engines: z.array(engineId).default([]),
  })
  .openapi('NewWorkspace');

const statusSchema = z
  .object({
    version: z.string(),
    queue: z.enum(['postgres', 'redis']),
    simulated: z.array(z.string()).openapi({ description: 'Slugs of the workspaces whose answers come from the simulated engines.' }),
    configuredEngines: z.array(z.string()),
    demo: z
      .object({ planned: z.number(), done: z.number() })
      .nullable()
      .openapi({ description: 'How far the demo workspace is filled; null where there is none.' }),
  })
  .openapi('Status');

const packSchema = z
  .object({
    industry: z.string(),
    stage: z.string(),
    locale: z.string(),
    title: z.string(),
    intentCount: z.number(),
    promptCount: z.number(),
  })
  .openapi('PromptPack');

const brandQuestion = z
  .object({
    name: z.string().trim().min(1).max(200),
    domain: z.string().trim().min(1).max(300).nullable().default(null),
    industry: z.string().max(100).nullable().default(null),
    locales: z.array(z.string().max(35)).max(50).default([]),
  })
  .openapi('BrandQuestion');
const brandProposal = z
  .object({
    aliases: z.array(z.string()),
    competitors: z.array(z.object({ name: z.string(), domain: z.string() })),
    site: z.object({ name: z.string().nullable(), title: z.string().nullable(), description: z.string().nullable() }).nullable(),
    problem: z.object({ code: z.string(), message: z.string() }).nullable().openapi({ description: 'Why the site could not be read.' }),
  })
  .openapi('BrandProposal');

export const workspaceRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/workspaces',
        'x-role': 'member',
        tags: ['workspaces'],
        summary: 'All workspaces',
        responses: {
          200: json(z.object({ workspaces: z.array(placeSchema) }), 'Those that the caller may see, oldest first.'),
          ...failures,
        },
      }),
      handler: async (c) =>
        c.json({ workspaces: (await placesOf(deps, actorOf(c))).map(({ workspace, role }) => ({ ...toJson(workspace), role })) }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/workspaces',
        'x-role': 'server',
        tags: ['workspaces'],
        summary: 'Make a workspace with its panel, prompt packs and engines',
        request: { body: body(request) },
        responses: { 201: json(placeSchema, 'Made.'), ...failures },
      }),
      handler: async (c) => c.json({ ...toJson(await createWorkspace(deps, c.req.valid('json'))), role: 'admin' as const }, 201),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/brand-proposals',
        'x-role': 'server',
        tags: ['workspaces'],
        summary: 'What a new workspace may want besides its brand’s name: aliases, competitors, and what the brand’s site says of itself',
        request: { body: body(brandQuestion) },
        responses: { 200: json(brandProposal, 'Proposals, nothing of which is kept.'), ...failures },
      }),
      handler: async (c) => c.json(await proposeBrand(deps, c.req.valid('json')), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/status',
        'x-role': 'member',
        tags: ['workspaces'],
        summary: 'What this server runs on, and what in it is simulated',
        responses: { 200: json(statusSchema, 'Now.'), ...failures },
      }),
      handler: async (c) =>
        c.json(
          await readStatus(
            deps,
            (await placesOf(deps, actorOf(c))).map(({ workspace }) => workspace),
          ),
          200,
        ),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/prompt-packs',
        'x-role': 'member',
        tags: ['prompts'],
        summary: 'Ready prompts by industry, stage and language',
        responses: { 200: json(z.object({ packs: z.array(packSchema) }), 'All packs.'), ...failures },
      }),
      handler: (c) => c.json({ packs: listPromptPacks() }, 200),
    }),
  ] as const;

const toJson = ({ id, slug, name, timeZone, stages, simulated, panelVersion }: Workspace) => ({
  id,
  slug,
  name,
  timeZone,
  stages,
  simulated,
  panelVersion,
});
