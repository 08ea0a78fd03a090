import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { changeEngine, readEngines, resumeEngine } from '../../services/engines.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, json, nullableTime, workspaceQuery } from '../schemas.ts';

const engineSchema = z
  .object({
    engine: z.string(),
    label: z.string(),
    surface: z.string(),
    enabled: z.boolean(),
    configured: z.boolean().openapi({ description: 'Its key is set.' }),
    missingKeys: z
      .array(z.array(z.string()))
      .openapi({ description: 'By way of switching it on, the environment variables that are missing.' }),
    model: z.string().nullable(),
    requestsPerMinute: z.number().nullable(),
    tokensPerMinute: z.number().nullable(),
    toldRequestsPerMinute: z.number().nullable(),
    toldTokensPerMinute: z.number().nullable(),
    concurrency: z.number(),
    monthlyBudgetUsd: z.number().nullable(),
    maxAgeMinutes: z.number(),
    status: z.enum(['active', 'stopped', 'budget_spent']),
    statusCode: z.string().nullable(),
    statusMessage: z.string().nullable(),
    statusAt: nullableTime,
    spentUsd: z.number().openapi({ description: 'This month, UTC.' }),
    answers: z.number(),
    unpriced: z.number().openapi({ description: 'Answers whose cost is not known; not in spentUsd.' }),
    waiting: z.number(),
    active: z.number(),
  })
  .openapi('Engine');

const whole = (max: number) => z.number().int().min(1).max(max);
const change = z
  .object({
    enabled: z.boolean(),
    model: z.string().trim().min(1).max(200).nullable(),
    requestsPerMinute: whole(1_000_000).nullable(),
    tokensPerMinute: whole(1_000_000_000).nullable(),
    concurrency: whole(256),
    monthlyBudgetUsd: z.number().min(0).max(10_000_000).nullable(),
    maxAgeMinutes: whole(525_600),
  })
  .partial()
  .strict()
  .openapi('EngineChange');
const params = z.object({ engine: z.string() });
const done = json(z.object({ ok: z.literal(true) }), 'Done.');

export const engineRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/engines',
        'x-role': 'viewer',
        tags: ['engines'],
        summary: 'Engines with their state, limits, spend and queue',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ engines: z.array(engineSchema) }), 'All engines.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const engines = (await readEngines(deps, workspace)).map(({ blockedUntil: _, statusAt, ...engine }) => ({
          ...engine,
          statusAt: statusAt?.toISOString() ?? null,
        }));
        return c.json({ engines }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/engines/{engine}',
        'x-role': 'admin',
        tags: ['engines'],
        summary: 'Set an engine’s model, limits and budget, or switch it on or off',
        request: { params, query: workspaceQuery, body: body(change) },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        await changeEngine(deps, workspace, c.req.valid('param').engine, c.req.valid('json'));
        return c.json({ ok: true as const }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/engines/{engine}/resume',
        'x-role': 'admin',
        tags: ['engines'],
        summary: 'Let a stopped engine go on',
        request: { params, query: workspaceQuery },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        await resumeEngine(deps, workspace, c.req.valid('param').engine);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
