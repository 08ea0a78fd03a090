import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  importConversions,
  previewConversions,
  readConversionImports,
  readFunnel,
  undoConversions,
  type SheetRow,
} from '../../services/conversions.ts';
import { actorOf, workspaceOf } from '../access.ts';
import { body, days, failures, idParam, json, stageSchema, timestamp, workspaceQuery } from '../schemas.ts';

const counted = z.object({ days: z.number(), visitors: z.number(), conversions: z.number(), rate: z.number().nullable() });
const funnel = z
  .object({
    stages: z.array(counted.extend({ stage: stageSchema, lost: z.number().nullable() })).openapi({ description: 'Those with data.' }),
    overall: counted
      .nullable()
      .openapi({ description: 'Who bought of those who came to awareness, on days with both; null without such a day.' }),
    othersAverages: z
      .object({ lost: z.object({ awareness: z.number(), consideration: z.number() }), overall: z.number() })
      .openapi({ description: 'Often quoted averages of other companies: not measured here, and no goal.' }),
  })
  .openapi('Funnel');
const cells = z.object({ stage: z.string(), date: z.string(), visitors: z.string(), conversions: z.string() });
const problem = z.enum(['missing', 'unknown_stage', 'no_date', 'no_count', 'too_many', 'twice']);
const row = z
  .object({
    line: z.number(),
    status: z.enum(['new', 'changed', 'known', 'bad']),
    problems: z.array(z.object({ column: cells.keyof(), problem })),
    cells,
  })
  .openapi('ConversionRow');
const csv = z
  .string()
  .min(1)
  .max(10_000_000)
  .openapi({ description: 'Columns stage, date (2026-09-07), visitors, conversions (who of them went on to the next stage).' });
const file = z.object({ csv, skipBad: z.boolean().default(false) }).openapi('ConversionFile');
const kept = z
  .object({ id: z.uuid(), madeBy: z.string().nullable(), added: z.number(), changed: z.number(), createdAt: timestamp })
  .openapi('ConversionImport');

const rowJson = ({ count: _, ...rest }: SheetRow) => rest;

/** The company's own conversions by stage, to hold beside what engines say. */
export const conversionRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/conversions',
        'x-role': 'viewer',
        tags: ['journey'],
        summary: 'The company’s own conversions by stage, and others’ averages',
        request: { query: workspaceQuery.extend(days) },
        responses: { 200: json(funnel, 'Sums of the period’s days.'), ...failures },
      }),
      handler: async (c) => {
        const { from, to } = c.req.valid('query');
        return c.json(await readFunnel(deps, workspaceOf(c), { from, to }), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/conversions/imports/preview',
        'x-role': 'editor',
        tags: ['journey'],
        summary: 'What each line of a file of conversions is; nothing is kept',
        request: { query: workspaceQuery, body: body(z.object({ csv }).openapi('ConversionPreview')) },
        responses: { 200: json(z.object({ rows: z.array(row) }), 'Line by line.'), ...failures },
      }),
      handler: async (c) => {
        const rows = await previewConversions(deps, workspaceOf(c), c.req.valid('json').csv);
        return c.json({ rows: rows.map(rowJson) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/conversions/imports',
        'x-role': 'editor',
        tags: ['journey'],
        summary: 'Keep a file of conversions; the same stage and day again is counted once, as the newest file says',
        request: { query: workspaceQuery, body: body(file) },
        responses: {
          200: json(z.object({ id: z.uuid().nullable(), rows: z.array(row) }), 'Line by line; no id where nothing was new.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { id, rows } = await importConversions(deps, workspaceOf(c), { ...c.req.valid('json'), by: actorOf(c).name });
        return c.json({ id, rows: rows.map(rowJson) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/conversions/imports',
        'x-role': 'viewer',
        tags: ['journey'],
        summary: 'The files of conversions that were kept',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ imports: z.array(kept) }), 'The newest first.'), ...failures },
      }),
      handler: async (c) => {
        const imports = await readConversionImports(deps, workspaceOf(c));
        return c.json({ imports: imports.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/conversions/imports/{id}',
        'x-role': 'editor',
        tags: ['journey'],
        summary: 'Take a file of conversions back; what an earlier one said of its days counts again',
        request: { query: workspaceQuery, params: idParam },
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Taken back.'), ...failures },
      }),
      handler: async (c) => {
        await undoConversions(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
