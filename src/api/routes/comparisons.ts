import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readComparisons } from '../../services/read-comparisons.ts';
import { workspaceOf } from '../access.ts';
import { brandQuery, day, failures, figureSchema, json, list, workspaceQuery } from '../schemas.ts';

const query = workspaceQuery.extend({
  from: day,
  to: day.openapi({ description: 'Exclusive.' }),
  by: z.enum(['week', 'month']).optional().openapi({ description: 'The whole period as one where left out.' }),
  group: z
    .string()
    .default('stage')
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(['stage', 'engine'], 'group by stage, engine, or stage,engine'))),
  brand: brandQuery,
  stage: list,
  engine: list,
  language: z.string().optional(),
  country: z.string().optional(),
  branded: z.enum(['true', 'false']).default('false'),
  matrix: z.enum(['true', 'false']).default('false').openapi({ description: 'Also every brand against every other.' }),
});

const counts = z.number().int();
const rival = z.object({
  rival: z.string(),
  winRate: figureSchema,
  before: counts.openapi({ description: 'Answers that name both, the brand first.' }),
  only: counts,
  behind: counts,
  onlyRival: counts,
  preferred: counts.openapi({ description: 'Preferences that answers state, apart from the order of mention.' }),
  rivalPreferred: counts,
});
const pair = z.tuple([z.number(), z.number()]).readonly().nullable();
const strength = z.object({
  brand: z.string(),
  value: z.number().nullable().openapi({ description: 'Bradley–Terry, log-odds against an average brand of the panel.' }),
  interval: pair,
  rank: pair.openapi({ description: 'Best and worst place; brands whose intervals overlap are tied.' }),
  contests: counts,
  won: counts,
});
export const comparisonsSchema = z
  .object({
    workspace: z.string(),
    simulated: z.boolean(),
    brand: z.string(),
    from: day,
    to: day,
    groups: z.array(
      z.object({
        period: z.string().nullable(),
        start: day.nullable(),
        stage: z.string().nullable(),
        engine: z.string().nullable(),
        winRate: figureSchema,
        rivals: z.array(rival),
        strengths: z.array(strength),
        matrix: z.array(rival.extend({ brand: z.string() })),
      }),
    ),
  })
  .openapi('Comparisons');

export const comparisonRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/comparisons',
        'x-role': 'viewer',
        tags: ['comparisons'],
        summary: 'Head-to-head with each rival, and the strength of all brands',
        request: { query },
        responses: { 200: json(comparisonsSchema, 'One group a period, stage and engine, as asked.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, from, to, group, stage, engine, branded, matrix, ...rest } = c.req.valid('query');
        const workspace = workspaceOf(c);
        const { brand, groups } = await readComparisons(deps, workspace, {
          ...rest,
          from: new Date(from),
          to: new Date(to),
          stages: stage,
          engines: engine,
          branded: branded === 'true',
          matrix: matrix === 'true',
          groupBy: group,
        });
        return c.json({ workspace: workspace.slug, simulated: workspace.simulated, brand, from, to, groups }, 200);
      },
    }),
  ] as const;
