import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { changeEngineKeys, tryEngine } from '../../services/engine-keys.ts';
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
    keys: z
      .array(z.object({ name: z.string(), from: z.enum(['page', 'environment']).nullable() }))
      .openapi({ description: 'Those that can be entered here, and where each is from; null: it is not set.' }),
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
const key = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .regex(/^[\x21-\x7e]+$/, 'holds characters that no key has');
const newKeys = z
  .object({ keys: z.record(z.string(), key.nullable()) })
  .strict()
  .openapi('EngineKeys');
const trial = z
  .object({
    ok: z.boolean(),
    text: z.string().nullable(),
    latencyMs: z.number().nullable(),
    costUsd: z.number().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .openapi('EngineTrial');
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
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/engines/{engine}/keys',
        'x-role': 'admin',
        tags: ['engines'],
        summary: 'Enter an engine’s keys for this workspace, by the names of their variables; null forgets one',
        request: { params, query: workspaceQuery, body: body(newKeys) },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        await changeEngineKeys(deps, workspaceOf(c), c.req.valid('param').engine, c.req.valid('json').keys);
        return c.json({ ok: true as const }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/engines/{engine}/try',
        'x-role': 'admin',
        tags: ['engines'],
        summary: 'Ask an engine one short question, to see whether it answers; what it costs is not counted',
        request: { params, query: workspaceQuery },
        responses: { 200: json(trial, 'What came, or why nothing did.'), ...failures },
      }),
      handler: async (c) => c.json(await tryEngine(deps, workspaceOf(c), c.req.valid('param').engine), 200),
    }),
  ] as const;
