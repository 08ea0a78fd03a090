import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { createSchedule, readSchedules, removeSchedule, updateSchedule } from '../../services/schedules.ts';
import { workspaceOf } from '../access.ts';
import { body, chosenStages, countrySchema, failures, idParam, json, nullableTime, workspaceQuery } from '../schemas.ts';

const fields = z.object({
  name: z.string().trim().min(1).max(120),
  cron: z.string().default('0 3 * * 1').openapi({ description: 'Five fields; each tick plans the sweeps until the next one.' }),
  timeZone: z.string().default('UTC'),
  stages: chosenStages,
  promptIds: z.array(z.uuid()).default([]).openapi({ description: 'Empty: all prompts of the stages.' }),
  engines: z.array(z.string()).default([]).openapi({ description: 'Empty: all that are switched on.' }),
  countries: z.array(countrySchema).default([]),
  languages: z.array(z.string()).default([]),
  sweepsPerWeek: z.number().int().min(1).max(70).default(5).openapi({ description: 'quick 3, standard 5, precise 7' }),
  enabled: z.boolean().default(true),
});
const scheduleSchema = z
  .object({
    ...fields.shape,
    id: z.string(),
    nextTickAt: nullableTime,
    lastTickAt: nullableTime,
    stages: z.array(z.string()),
    countries: z.array(z.string()),
    promptIds: z.array(z.string()),
  })
  .openapi('Schedule');
// Defaults belong to a new schedule: in a change, what is left out stays.
const change = z
  .object(
    Object.fromEntries(Object.entries(fields.shape).map(([name, field]) => [name, field instanceof z.ZodDefault ? field.unwrap() : field])),
  )
  .partial() as z.ZodType<Partial<z.infer<typeof fields>>>;

type Row = Awaited<ReturnType<typeof createSchedule>>;
const toJson = ({ workspaceId: _, nextTickAt, lastTickAt, ...schedule }: Row) => ({
  id: schedule.id,
  name: schedule.name,
  cron: schedule.cron,
  timeZone: schedule.timeZone,
  stages: schedule.stages,
  promptIds: schedule.promptIds,
  engines: schedule.engines,
  countries: schedule.countries,
  languages: schedule.languages,
  sweepsPerWeek: schedule.sweepsPerWeek,
  enabled: schedule.enabled,
  nextTickAt: nextTickAt?.toISOString() ?? null,
  lastTickAt: lastTickAt?.toISOString() ?? null,
});

export const scheduleRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/schedules',
        'x-role': 'viewer',
        tags: ['schedules'],
        summary: 'When which prompts are asked',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ schedules: z.array(scheduleSchema) }), 'All schedules.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ schedules: (await readSchedules(deps, workspace)).map(toJson) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/schedules',
        'x-role': 'editor',
        tags: ['schedules'],
        summary: 'Add a schedule',
        request: { query: workspaceQuery, body: body(fields.openapi('NewSchedule')) },
        responses: { 201: json(scheduleSchema, 'Added.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await createSchedule(deps, workspace, c.req.valid('json'))), 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/schedules/{id}',
        'x-role': 'editor',
        tags: ['schedules'],
        summary: 'Change a schedule; what is left out stays',
        request: { params: idParam, query: workspaceQuery, body: body(change) },
        responses: { 200: json(scheduleSchema, 'Changed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await updateSchedule(deps, workspace, c.req.valid('param').id, c.req.valid('json'))), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/schedules/{id}',
        'x-role': 'editor',
        tags: ['schedules'],
        summary: 'Remove a schedule; what it planned already is still asked',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Removed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        await removeSchedule(deps, workspace, c.req.valid('param').id);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
