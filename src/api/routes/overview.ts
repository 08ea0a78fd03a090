import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readOverview } from '../../services/read-overview.ts';
import { workspaceOf } from '../access.ts';
import { brandQuery, day, days, failures, figureSchema, json, nullableTime, workspaceQuery } from '../schemas.ts';

const pair = z.tuple([z.number(), z.number()]).readonly().nullable();
const change = z
  .object({
    before: figureSchema,
    after: figureSchema,
    difference: z.number().nullable().openapi({ description: 'After − before, on what was asked in both periods.' }),
    interval: pair,
    smallest: z.number().nullable().openapi({ description: 'The least change that would have been seen 8 times of 10.' }),
  })
  .openapi('Change');
const stage = z
  .object({
    stage: z.string(),
    visibility: figureSchema,
    change,
    dropOff: z.object({ next: z.string(), value: z.number().nullable(), interval: pair }).nullable(),
    engines: z.array(z.object({ engine: z.string(), visibility: figureSchema, change })),
    brands: z.array(z.object({ brand: z.string(), own: z.boolean(), visibility: figureSchema, shareOfVoice: figureSchema })),
  })
  .openapi('StageReading');
const finding = z
  .object({
    kind: z.enum(['level', 'alert', 'change', 'behind', 'ahead', 'engines', 'dropOff', 'unmeasured']),
    stage: z.string().nullable(),
    next: z.string().nullable(),
    engine: z.string().nullable(),
    other: z.string().nullable().openapi({ description: 'A second engine, or a rival.' }),
    value: z.number().nullable(),
    interval: pair,
    reference: z.number().nullable().openapi({ description: 'The figure of `other`, or the least change that would have been seen.' }),
    since: nullableTime,
    alert: z.string().nullable(),
    sure: z
      .enum(['real', 'likely', 'chance'])
      .nullable()
      .openapi({ description: 'real: an open alert; likely: the interval holds no zero; chance: it does.' }),
  })
  .openapi('Finding');
export const overviewSchema = z
  .object({
    workspace: z.string(),
    simulated: z.boolean(),
    brand: z.string(),
    from: day,
    to: day,
    before: day.openapi({ description: 'Where the period begins that it is compared with; that ends at `from`.' }),
    stages: z.array(stage),
    findings: z.array(finding).openapi({ description: 'What the figures say, by rules, as the content of one sentence each.' }),
  })
  .openapi('Overview');

const query = workspaceQuery.extend({
  ...days,
  brand: brandQuery,
  language: z.string().optional(),
  country: z.string().optional(),
});

export const overviewRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/overview',
        'x-role': 'viewer',
        tags: ['trends'],
        summary: 'How a brand stands now, against the same number of days before, and what of it is sure',
        request: { query },
        responses: { 200: json(overviewSchema, 'By stage, in the journey’s order.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, from, to, ...rest } = c.req.valid('query');
        const workspace = workspaceOf(c);
        const { brand, before, stages, findings } = await readOverview(deps, workspace, {
          ...rest,
          from: new Date(from),
          to: new Date(to),
        });
        const { slug, simulated } = workspace;
        return c.json({ workspace: slug, simulated, brand, from, to, before: before.toISOString().slice(0, 10), stages, findings }, 200);
      },
    }),
  ] as const;
