import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { acceptProposal, dismissProposal, readProposals, reopenProposal } from '../../services/competitors.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, idParam, json, limitSchema, nullableTime, workspaceQuery } from '../schemas.ts';

const status = z.enum(['open', 'dismissed', 'accepted']);
const proposalSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    domain: z.string().nullable().openapi({ description: 'A cited domain that bears the name.' }),
    status,
    answers: z.number().openapi({ description: 'Answers that have the name beside a brand of the panel.' }),
    prompts: z.number(),
    stages: z.record(z.string(), z.number()).openapi({ description: 'Answers by stage.' }),
    engines: z.record(z.string(), z.number()).openapi({ description: 'Answers by engine.' }),
    discoveredAt: nullableTime,
    examples: z.array(z.object({ answerId: z.string(), engine: z.string(), stage: z.string(), sentence: z.string() })),
  })
  .openapi('CompetitorProposal');

const decided = z.object({ status });
const acceptance = z.object({ name: z.string().trim().min(1).max(200), domain: z.string().nullable() }).partial();

export const competitorRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/competitor-proposals',
        'x-role': 'viewer',
        tags: ['competitors'],
        summary: 'Names that stand beside the panel’s brands and are not on it',
        request: {
          query: workspaceQuery.extend({
            status: status.default('open'),
            minAnswers: z.coerce.number().int().min(1).default(2),
            limit: limitSchema,
            cursor: z.string().optional(),
          }),
        },
        responses: {
          200: json(z.object({ proposals: z.array(proposalSchema), next: z.string().nullable() }), 'The most often seen first.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, ...query } = c.req.valid('query');
        const { proposals, next } = await readProposals(deps, workspaceOf(c), query);
        const shown = proposals.map(({ head: _head, discoveredAt, ...rest }) => ({
          ...rest,
          discoveredAt: discoveredAt?.toISOString() ?? null,
        }));
        return c.json({ proposals: shown, next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/competitor-proposals/{id}/accept',
        'x-role': 'editor',
        tags: ['competitors'],
        summary: 'Make it a competitor; the past is counted again with it',
        request: { params: idParam, query: workspaceQuery, body: body(acceptance.openapi('Acceptance')) },
        responses: {
          200: json(z.object({ brand: z.string(), panelVersion: z.number(), answersToReadAgain: z.number() }), 'On the panel.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { id } = workspaceOf(c);
        return c.json(await acceptProposal(deps, id, c.req.valid('param').id, c.req.valid('json')), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/competitor-proposals/{id}/dismiss',
        'x-role': 'editor',
        tags: ['competitors'],
        summary: 'Propose it no more',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(decided, 'Decided.'), ...failures },
      }),
      handler: async (c) => {
        const { id } = workspaceOf(c);
        return c.json({ status: await dismissProposal(deps, id, c.req.valid('param').id) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/competitor-proposals/{id}/reopen',
        'x-role': 'editor',
        tags: ['competitors'],
        summary: 'Take a dismissal back',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(decided, 'Decided.'), ...failures },
      }),
      handler: async (c) => {
        const { id } = workspaceOf(c);
        return c.json({ status: await reopenProposal(deps, id, c.req.valid('param').id) }, 200);
      },
    }),
  ] as const;
