import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { Deps } from '../../deps.ts';
import { askNow, endRun, readFailures, readRun, readRuns, retryRun } from '../../services/runs.ts';
import type { Workspace } from '../../services/workspaces.ts';
import { workspaceOf } from '../access.ts';
import {
  body,
  countrySchema,
  failures,
  idParam,
  json,
  limitSchema,
  nullableTime,
  stageSchema,
  timestamp,
  workspaceQuery,
} from '../schemas.ts';

const counts = z.object({
  planned: z.number(),
  asking: z.number(),
  answered: z.number(),
  no_answer: z.number(),
  refused: z.number(),
  error: z.number(),
  cancelled: z.number(),
  analysed: z.number(),
});
const runSchema = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ description: 'scheduled, confirm, now, conversation, demo or import' }),
    state: z.string().openapi({ description: 'planning, queued, complete or stopped' }),
    simulated: z.boolean(),
    planned: z.number(),
    startsAt: timestamp,
    createdAt: timestamp,
    completedAt: nullableTime,
    counts: counts.openapi({ description: 'Observations by state, and how many answers are analysed.' }),
  })
  .openapi('Run');

const askNowSchema = z
  .object({
    promptIds: z.array(z.uuid()).default([]).openapi({ description: 'Empty: all prompts of the stages.' }),
    stages: z.array(stageSchema).default([]).openapi({ description: 'Empty: those of the workspace.' }),
    engines: z.array(z.string()).default([]).openapi({ description: 'Empty: all that are switched on.' }),
    countries: z.array(countrySchema).default([]),
    languages: z.array(z.string()).default([]),
    repeats: z.number().int().min(1).max(50).default(1),
  })
  .openapi('AskNow');

const failureSchema = z
  .object({
    engine: z.string(),
    code: z.string().openapi({ description: 'As of answers, such as rate_limited or timeout.' }),
    message: z.string().openapi({ description: 'One of those that came.' }),
    number: z.number(),
  })
  .openapi('RunFailure');

type Row = Awaited<ReturnType<typeof readRun>>;
const toJson = ({ startsAt, createdAt, completedAt, ...run }: Row) => ({
  ...run,
  startsAt: startsAt.toISOString(),
  createdAt: createdAt.toISOString(),
  completedAt: completedAt?.toISOString() ?? null,
});

export const runRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/runs',
        'x-role': 'viewer',
        tags: ['runs'],
        summary: 'Runs with their progress',
        request: { query: workspaceQuery.extend({ limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: { 200: json(z.object({ runs: z.array(runSchema), next: z.string().nullable() }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, ...page } = c.req.valid('query');
        const { runs, next } = await readRuns(deps, workspaceOf(c), page);
        return c.json({ runs: runs.map(toJson), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/runs',
        'x-role': 'editor',
        tags: ['runs'],
        summary: 'Ask now: one prompt, some, or the whole panel',
        request: { query: workspaceQuery, body: body(askNowSchema) },
        responses: { 202: json(z.object({ id: z.string() }), 'Planned.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ id: await askNow(deps, workspace, c.req.valid('json')) }, 202);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/runs/{id}',
        'x-role': 'viewer',
        tags: ['runs'],
        summary: 'One run',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(runSchema, 'The run.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await readRun(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/runs/{id}/stop',
        'x-role': 'editor',
        tags: ['runs'],
        summary: 'Ask no more of this run; what is answered stays',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(runSchema, 'Stopped, or ended before.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await endRun(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/runs/{id}/failures',
        'x-role': 'viewer',
        tags: ['runs'],
        summary: 'Why asking failed in a run, by engine and cause',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(z.object({ failures: z.array(failureSchema) }), 'The most frequent first.'), ...failures },
      }),
      handler: async (c) => c.json({ failures: await readFailures(deps, workspaceOf(c), c.req.valid('param').id) }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/runs/{id}/retry',
        'x-role': 'editor',
        tags: ['runs'],
        summary: 'Ask again now what failed in this run: a run of its own for each engine and country',
        request: { params: idParam, query: workspaceQuery },
        responses: { 202: json(z.object({ ids: z.array(z.string()) }), 'Planned.'), ...failures },
      }),
      handler: async (c) => c.json({ ids: await retryRun(deps, workspaceOf(c), c.req.valid('param').id) }, 202),
    }),
  ] as const;

const everyMs = 1000;

/** Server-sent events: the newest runs, whenever something about them has changed. Not JSON, hence beside the document's routes. */
export function runEvents(deps: Deps) {
  return (workspace: Workspace, c: Parameters<typeof streamSSE>[0]) => {
    return streamSSE(c, async (stream) => {
      let last = '';
      let quietMs = 0;
      while (!stream.aborted && !stream.closed) {
        const { runs } = await readRuns(deps, workspace, { limit: 20 });
        const data = JSON.stringify({ runs: runs.map(toJson) });
        quietMs = data === last ? quietMs + everyMs : 0;
        // Something now and then, so that nothing in between closes a quiet connection.
        if (data !== last || quietMs >= 15_000) await stream.writeSSE({ event: 'runs', data: (last = data) });
        await stream.sleep(everyMs);
      }
    });
  };
}
