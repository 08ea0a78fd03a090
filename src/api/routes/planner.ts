import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { planner } from '../../services/planner.ts';
import { workspaceOf } from '../access.ts';
import { body, chosenStages, failures, json, workspaceQuery } from '../schemas.ts';

const figure = z.enum(['engineWeek', 'engineMonth', 'allWeek', 'allMonth']);
const request = z
  .object({
    stages: chosenStages,
    engines: z.array(z.string()).default([]).openapi({ description: 'Empty: all that are switched on.' }),
    languages: z.array(z.string()).default([]).openapi({ description: 'Empty: those of the prompts.' }),
    countries: z.array(z.string()).default([]),
    sweepsPerWeek: z.number().int().min(1).max(70).default(5),
    intents: z.number().int().min(1).max(1000).optional().openapi({ description: 'Of each stage; those that there are where left out.' }),
    wordings: z.number().int().min(1).max(20).optional().openapi({ description: 'Prompts of an intent in each language.' }),
    visibility: z.number().min(0).max(1).optional().openapi({ description: 'The one measured, or 0.5, where left out.' }),
    falseAlarmWeeks: z.number().min(1).max(520).default(26),
    wish: z
      .object({
        halfWidth: z.number().min(0.001).max(0.5).openapi({ description: '0.05 is ±5 points.' }),
        interval: z.enum(['panel', 'market']).default('panel'),
        figure: figure.default('engineWeek'),
        budgetUsd: z.number().min(0).openapi({ description: 'USD a month.' }),
      })
      .optional()
      .openapi({ description: 'Find the cheapest intents, wordings and sweeps that keep it.' }),
  })
  .openapi('PlanRequest');

const nullable = z.number().nullable();
const halfWidths = z.object({ panel: z.number(), market: nullable });
const shares = z.object({ visibility: z.number(), intent: z.number(), wording: z.number() });
const plan = z
  .object({
    engines: z.array(z.object({ engine: z.string(), callsPerMonth: z.number(), tokensPerMonth: nullable, usdPerMonth: nullable })),
    callsPerWeek: z.number(),
    callsPerMonth: z.number(),
    tokensPerMonth: nullable,
    usdPerMonth: nullable,
    unpriced: z.array(z.string()),
    stages: z.array(
      z.object({
        stage: z.string(),
        intents: z.number(),
        prompts: z.number(),
        halfWidths: z.object({ engineWeek: halfWidths, engineMonth: halfWidths, allWeek: halfWidths, allMonth: halfWidths }),
        smallestDrop: nullable,
        shares,
      }),
    ),
  })
  .openapi('Plan');
const design = z
  .object({
    intents: z.number(),
    wordings: z.number(),
    sweepsPerWeek: z.number(),
    halfWidth: z.number(),
    usdPerMonth: nullable,
    plan,
  })
  .nullable();
const answer = z
  .object({
    plan,
    wish: z.object({ met: z.boolean().nullable(), cheapest: design, affordable: design }).nullable(),
    basis: z.object({
      costs: z.record(z.string(), z.enum(['measured', 'listed', 'unknown'])),
      variances: z.record(z.string(), z.enum(['measured', 'usual'])),
      drop: z.object({
        baselineWeeks: z.number(),
        withinWeeks: z.number(),
        series: z.number(),
        falseAlarmWeeks: z.number(),
        power: z.number(),
      }),
    }),
  })
  .openapi('PlanAnswer');

export const plannerRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/schedules/plan',
        'x-role': 'viewer',
        tags: ['schedules'],
        summary: 'What a schedule would cost and how much it would tell; and the other way round',
        request: { query: workspaceQuery, body: body(request) },
        responses: { 200: json(answer, 'Nothing is saved.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await planner(deps, workspace, c.req.valid('json')), 200);
      },
    }),
  ] as const;
