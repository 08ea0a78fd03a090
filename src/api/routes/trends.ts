import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { metricNames, readTrendFilters, readTrends, trendMetrics } from '../../services/read-trends.ts';
import { workspaceOf } from '../access.ts';
import { day, days, failures, figureSchema, json, list, workspaceQuery } from '../schemas.ts';

const grouping = z
  .string()
  .default('stage')
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.enum(['stage', 'engine'], 'group by stage, engine, or stage,engine')));

const query = workspaceQuery.extend({
  ...days,
  by: z.enum(['day', 'week', 'month']).default('week'),
  group: grouping,
  stage: list,
  engine: list,
  brand: list.openapi({ description: 'Brand keys, comma separated; all brands of the panel where left out.' }),
  language: z.string().optional(),
  country: z.string().optional().openapi({ description: 'A code such as DE; empty: asked without a country.' }),
  tag: list.openapi({ description: 'Prompts that carry one of these tags today, comma separated.' }),
  branded: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Prompts that name a brand of the panel, instead of those that do not.' }),
  metric: list.pipe(z.array(z.enum(metricNames)).optional()).openapi({
    description:
      'More figures, comma separated, as `more` of each point. `winRate`, `stability` and `orderStability` are counted from the answers themselves, not from sums of days: the longer the period, the longer it takes.',
  }),
  only: list.pipe(z.array(z.enum(trendMetrics)).optional()).openapi({
    description: 'Only these of the usual figures of each point, comma separated; all five where left out.',
  }),
  linked: z
    .enum(['true', 'false'])
    .default('false')
    .openapi({ description: 'Visibility on the basis of the newest prompts besides, linked where prompts were edited, added or dropped.' }),
});

const point = z.object({
  period: z.string(),
  start: day,
  visibility: figureSchema.optional(),
  shareOfVoice: figureSchema.optional(),
  firstMention: figureSchema.optional(),
  citationRate: figureSchema.optional(),
  recommendationRate: figureSchema.optional(),
  more: z.partialRecord(z.enum(metricNames), figureSchema).optional(),
  linked: z.number().nullable().optional(),
  observations: z.object({ answered: z.number(), noAnswer: z.number(), refused: z.number(), missing: z.number() }),
  versions: z.object({
    prompts: z.number(),
    promptVersions: z.string(),
    panels: z.array(z.number()),
    parsers: z.array(z.number()),
    adapters: z.array(z.number()),
    models: z.array(z.string()),
  }),
});
export const trendsSchema = z
  .object({
    workspace: z.string(),
    simulated: z.boolean(),
    by: z.enum(['day', 'week', 'month']),
    from: day,
    to: day,
    series: z.array(
      z.object({
        brand: z.string(),
        stage: z.string().nullable(),
        engine: z.string().nullable(),
        points: z.array(point),
        links: z
          .array(z.object({ period: z.string(), step: z.number().nullable(), kept: z.number(), added: z.number(), dropped: z.number() }))
          .optional()
          .openapi({ description: 'Where the prompts changed, by how much the level did so for that reason alone, and how many stayed.' }),
      }),
    ),
    marks: z
      .array(
        z.object({ at: day, kind: z.enum(['panel', 'parser', 'prompts', 'model']), from: z.array(z.string()), to: z.array(z.string()) }),
      )
      .openapi({ description: 'Where panel, parser, wordings or models change: from the period before to what is new.' }),
  })
  .openapi('Trends');

export const trendRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/trends',
        'x-role': 'viewer',
        tags: ['trends'],
        summary: 'Visibility, share of voice, first mention and citation rate over time',
        request: { query },
        responses: {
          200: json(trendsSchema, 'One series a brand and group, oldest point first.'),
          304: { description: 'As the ETag sent in If-None-Match says.' },
          ...failures,
        },
      }),
      handler: async (c) => {
        const {
          workspace: _,
          from,
          to,
          by,
          group,
          stage,
          engine,
          brand,
          tag,
          branded,
          only,
          metric,
          linked,
          ...rest
        } = c.req.valid('query');
        const workspace = workspaceOf(c);
        const { series, marks } = await readTrends(deps, workspace, {
          ...rest,
          from: new Date(from),
          to: new Date(to),
          by,
          stages: stage,
          engines: engine,
          brands: brand,
          tags: tag,
          branded: branded === 'true',
          ...(only && { only }),
          metrics: metric,
          linked: linked === 'true',
          groupBy: group,
        });
        return c.json({ workspace: workspace.slug, simulated: workspace.simulated, by, from, to, series, marks }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/trends/filters',
        'x-role': 'viewer',
        tags: ['trends'],
        summary: 'The countries and tags that trends can be narrowed to',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ countries: z.array(z.string()), tags: z.array(z.string()) }), 'By name.'), ...failures },
      }),
      handler: async (c) => c.json(await readTrendFilters(deps, workspaceOf(c)), 200),
    }),
  ] as const;
