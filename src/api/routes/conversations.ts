import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { startConversations } from '../../services/conversations.ts';
import { priceConversations } from '../../services/price-conversations.ts';
import { readConversation, readConversations, readSurvival } from '../../services/read-conversations.ts';
import { workspaceOf } from '../access.ts';
import {
  body,
  day,
  failures,
  figureSchema,
  idParam,
  json,
  limitSchema,
  nullableTime,
  shareSchema,
  timestamp,
  workspaceQuery,
} from '../schemas.ts';
import { answerJson, answerSchema } from './answers.ts';

const turn = z.object({
  turn: z.number(),
  answer: z.string().openapi({ description: 'Id of its answer.' }),
  stage: z.string(),
  question: z.string(),
  byModel: z.boolean().openapi({ description: 'Asked by a model playing the customer, not by the script.' }),
  state: z.string(),
  analysed: z.boolean(),
  named: z.array(z.string()),
  recommended: z.array(z.string()),
});
const talk = z
  .object({
    id: z.string(),
    runId: z.string(),
    customerId: z.string(),
    persona: z.string(),
    need: z.string(),
    engine: z.string(),
    language: z.string(),
    country: z.string(),
    state: z.string().openapi({ description: 'open, complete, or ended: a turn was lost' }),
    reason: z.string().nullable().openapi({ description: 'Why it ended: refused, no_answer, stopped, or the failure’s code.' }),
    startedAt: timestamp,
    endedAt: nullableTime,
    planned: z.number().openapi({ description: 'Turns of the script.' }),
    turns: z.array(turn),
  })
  .openapi('Conversation');
const moments = z.object({
  brand: z.string(),
  comesIn: z.number().nullable(),
  recommended: z.number().nullable(),
  dropsOut: z.number().nullable(),
});
const wholeTalk = talk
  .extend({
    brands: z.array(moments).openapi({ description: 'The turn at which a brand is first named, first recommended, first gone again.' }),
    answers: z.array(answerSchema),
  })
  .openapi('WholeConversation');

const survivalSchema = z
  .object({
    conversations: z.number(),
    open: z.number(),
    customers: z.number(),
    lost: z.array(z.object({ reason: z.string(), count: z.number() })),
    brands: z.array(
      z.object({
        brand: z.string(),
        own: z.boolean(),
        stages: z.array(
          z.object({
            stage: z.string(),
            named: shareSchema,
            recommended: shareSchema,
            kept: shareSchema,
            survival: shareSchema,
            enters: z.number(),
            dropsOut: z.number(),
            singles: figureSchema.nullable().openapi({ description: 'Visibility in single questions of the same period and stage.' }),
          }),
        ),
      }),
    ),
  })
  .openapi('Survival');

const wantedTalk = z
  .object({
    customerIds: z.array(z.uuid()).default([]).openapi({ description: 'Empty: all that are not archived.' }),
    engines: z.array(z.string()).default([]).openapi({ description: 'Empty: all that keep a conversation.' }),
    repeats: z.number().int().min(1).max(20).default(1),
  })
  .openapi('NewConversations');
const talkPlan = z
  .object({
    conversations: z.number(),
    turns: z.number(),
    engines: z.array(
      z.object({
        engine: z.string(),
        turns: z.number(),
        usd: z.number().nullable(),
        basis: z.enum(['turns', 'questions', 'unknown']).openapi({
          description:
            'turns: what turns of conversations cost lately. questions: what single ones cost; turns carry what was said before, and cost more.',
        }),
      }),
    ),
    usd: z.number().nullable().openapi({ description: 'Of the engines whose price is known; null: of none.' }),
    unpriced: z.array(z.string()),
  })
  .openapi('ConversationPlan');

const filter = { engine: z.string().optional(), customer: z.uuid().optional(), language: z.string().optional() };
type Row = Awaited<ReturnType<typeof readConversations>>['conversations'][number];

const toJson = ({ script, turns, startedAt, endedAt, ...row }: Row) => ({
  ...row,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  planned: script.length,
  turns: turns.map(({ brands, ...one }) => ({
    ...one,
    byModel: one.question !== script[one.turn - 1]?.text,
    named: brands.flatMap(({ brand, visible }) => (visible ? [brand] : [])),
    recommended: brands.flatMap(({ brand, visible, recommended }) => (visible && recommended === true ? [brand] : [])),
  })),
});

export const conversationRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/conversations',
        'x-role': 'viewer',
        tags: ['conversations'],
        summary: 'Conversations of customers with engines, and which brands each turn names',
        request: { query: workspaceQuery.extend({ ...filter, limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: {
          200: json(z.object({ conversations: z.array(talk), next: z.string().nullable() }), 'The newest first.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, customer, ...rest } = c.req.valid('query');
        const wanted = { ...rest, ...(customer !== undefined && { customerId: customer }) };
        const { conversations, next } = await readConversations(deps, workspaceOf(c), wanted);
        return c.json({ conversations: conversations.map(toJson), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/conversations',
        'x-role': 'editor',
        tags: ['conversations'],
        summary: 'Let customers talk with engines now',
        request: {
          query: workspaceQuery,
          body: body(wantedTalk),
        },
        responses: { 202: json(z.object({ run: z.string() }), 'Planned, as a run.'), ...failures },
      }),
      handler: async (c) => c.json({ run: await startConversations(deps, workspaceOf(c), c.req.valid('json')) }, 202),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/conversations/plan',
        'x-role': 'viewer',
        tags: ['conversations'],
        summary: 'What such conversations would ask and cost, before they are started',
        request: { query: workspaceQuery, body: body(wantedTalk) },
        responses: { 200: json(talkPlan, 'An estimate.'), ...failures },
      }),
      handler: async (c) => c.json(await priceConversations(deps, workspaceOf(c), c.req.valid('json')), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/conversations/survival',
        'x-role': 'viewer',
        tags: ['conversations'],
        summary: 'How brands come through conversations, stage by stage, beside their visibility in single questions',
        request: {
          query: workspaceQuery.extend({ ...filter, from: day, to: day.openapi({ description: 'Exclusive.' }) }),
        },
        responses: { 200: json(survivalSchema, 'The unit of all shares is the conversation; intervals are of 95 %.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, customer, from, to, ...rest } = c.req.valid('query');
        const wanted = { ...rest, from: new Date(from), to: new Date(to), ...(customer !== undefined && { customerId: customer }) };
        return c.json(await readSurvival(deps, workspaceOf(c), wanted), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/conversations/{id}',
        'x-role': 'viewer',
        tags: ['conversations'],
        summary: 'One conversation with its answers',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(wholeTalk, 'Its turns and answers in order.'), ...failures },
      }),
      handler: async (c) => {
        const { answers, brands, ...row } = await readConversation(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ ...toJson(row), brands, answers: answers.map(answerJson) }, 200);
      },
    }),
  ] as const;
