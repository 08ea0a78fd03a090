import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  changeSettings,
  createReport,
  readCorrections,
  readKept,
  readReports,
  readSettings,
  reportSchema,
  type ReportHead,
} from '../../services/reports.ts';
import { workspaceOf } from '../access.ts';
import { body, day, days, failures, idParam, json, limitSchema, timestamp, workspaceQuery } from '../schemas.ts';

const headSchema = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ description: 'week, month or custom' }),
    label: z.string(),
    from: day,
    to: day,
    origin: z.string().openapi({ description: 'schedule or user' }),
    measured: z.boolean().openapi({ description: 'false: nothing was answered in the period.' }),
    createdAt: timestamp,
  })
  .openapi('ReportHead');
export const toHead = ({ createdAt, id, kind, label, from, to, origin, measured }: ReportHead) => ({
  id,
  kind,
  label,
  from,
  to,
  origin,
  measured,
  createdAt: createdAt.toISOString(),
});
const correctionsSchema = z
  .object({
    recounts: z.array(z.object({ at: timestamp, causes: z.array(z.string()), changed: z.number() })),
    figures: z.array(z.object({ brand: z.string(), stage: z.string().nullable(), was: z.number().nullable(), is: z.number().nullable() })),
  })
  .openapi('ReportCorrections', { description: 'What was corrected after the report was made; the report itself stays as it was.' });
export const keptSchema = headSchema.extend({ report: reportSchema, corrections: correctionsSchema }).openapi('Report');
const settingsSchema = z.object({ weekly: z.boolean(), monthly: z.boolean() }).openapi('ReportSettings');

export const reportRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        'x-role': 'viewer',
        path: '/api/v1/reports',
        tags: ['reports'],
        summary: 'The reports that are kept, the newest first',
        request: { query: workspaceQuery.extend({ limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: { 200: json(z.object({ reports: z.array(headSchema), next: z.string().nullable() }), 'One page.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, ...page } = c.req.valid('query');
        const { reports, next } = await readReports(deps, workspaceOf(c), page);
        return c.json({ reports: reports.map(toHead), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        'x-role': 'editor',
        path: '/api/v1/reports',
        tags: ['reports'],
        summary: 'Make the report of a period now',
        request: { query: workspaceQuery, body: body(z.object(days)) },
        responses: { 201: json(headSchema, 'It is kept and never changes.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toHead(await createReport(deps, workspace, c.req.valid('json'))), 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        'x-role': 'viewer',
        path: '/api/v1/reports/settings',
        tags: ['reports'],
        summary: 'Which reports are made by themselves, in the workspace’s time zone',
        request: { query: workspaceQuery },
        responses: { 200: json(settingsSchema, 'The settings.'), ...failures },
      }),
      handler: async (c) => c.json(await readSettings(deps, workspaceOf(c)), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        'x-role': 'editor',
        path: '/api/v1/reports/settings',
        tags: ['reports'],
        summary: 'Change which reports are made by themselves',
        request: { query: workspaceQuery, body: body(settingsSchema.partial().strict()) },
        responses: { 200: json(settingsSchema, 'The settings as they are now.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await changeSettings(deps, workspace, c.req.valid('json')), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        'x-role': 'viewer',
        path: '/api/v1/reports/{id}',
        tags: ['reports'],
        summary: 'A report: all its figures, its opening words, and what was corrected since',
        request: { query: workspaceQuery, params: idParam },
        responses: { 200: json(keptSchema, 'The report.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const kept = await readKept(deps, workspace, c.req.valid('param').id);
        return c.json({ ...toHead(kept), report: kept.report, corrections: await readCorrections(deps, workspace, kept) }, 200);
      },
    }),
  ] as const;
