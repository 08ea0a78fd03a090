import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readAnswer, readAnswers, readRaw } from '../../services/answers.ts';
import { workspaceOf } from '../access.ts';
import { day, failures, idParam, json, limitSchema, nullableTime, workspaceQuery } from '../schemas.ts';

export const answerSchema = z
  .object({
    id: z.string(),
    runId: z.string(),
    promptId: z.string(),
    promptVersion: z.number(),
    conversationId: z.string().nullable().openapi({ description: 'Set for a turn of a conversation, whose number is `promptVersion`.' }),
    question: z.string(),
    stage: z.string(),
    engine: z.string(),
    surface: z.string(),
    state: z.string(),
    finish: z.string().nullable(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    model: z.string().nullable(),
    country: z.string(),
    language: z.string(),
    askedAt: nullableTime,
    simulated: z.boolean(),
    analysed: z.boolean().openapi({ description: 'Its mentions and all else have been read out of it.' }),
    text: z.string().nullable(),
    costUsd: z.number().nullable(),
    latencyMs: z.number().nullable(),
    mentions: z.array(
      z.object({
        brand: z.string(),
        start: z.number(),
        end: z.number(),
        text: z.string(),
        status: z.string(),
        rule: z.string().nullable(),
      }),
    ),
    citations: z.array(
      z.object({ kind: z.string(), url: z.string(), domain: z.string(), brand: z.string().nullable(), title: z.string().nullable() }),
    ),
    brands: z.array(
      z
        .object({
          brand: z.string(),
          visible: z.boolean(),
          position: z.number().nullable(),
          recommended: z.boolean().nullable(),
          sentiment: z.string().nullable(),
          cited: z.number(),
        })
        .loose(),
    ),
    comparisons: z.array(
      z.object({
        winner: z.string(),
        loser: z.string(),
        aspect: z.string().nullable(),
        start: z.number(),
        end: z.number(),
        source: z.string(),
      }),
    ),
    citedAt: z
      .array(z.object({ url: z.string(), start: z.number(), end: z.number() }))
      .openapi({ description: 'Where in the text a page is cited, where the engine tells.' }),
  })
  .openapi('Answer');

const answerPage = z.object({
  answers: z.array(answerSchema),
  next: z.string().nullable(),
  searchedTo: nullableTime.openapi({ description: 'The search for one page ends here; it goes on with `next`.' }),
});

type Row = Awaited<ReturnType<typeof readAnswer>>;
export const answerJson = ({ askedAt, ...answer }: Row) => ({ ...answer, askedAt: askedAt?.toISOString() ?? null });

export const answerRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/answers',
        'x-role': 'viewer',
        tags: ['answers'],
        summary: 'Ended observations with what was read out of their answers',
        request: {
          query: workspaceQuery.extend({
            prompt: z.uuid().optional(),
            run: z.uuid().optional(),
            engine: z.string().optional(),
            state: z.enum(['answered', 'no_answer', 'refused', 'error']).optional(),
            stage: z.string().optional(),
            language: z.string().optional(),
            from: day.optional(),
            to: day.optional().openapi({ description: 'Exclusive.' }),
            brand: z.string().optional().openapi({ description: 'Only answers that name it.' }),
            named: z.enum(['yes', 'no']).default('yes').openapi({ description: 'With `brand`; no: only answers that do not name it.' }),
            q: z.string().max(200).optional().openapi({ description: 'Words, and "phrases", that answer or question hold.' }),
            limit: limitSchema,
            cursor: z.string().optional(),
          }),
        },
        responses: { 200: json(answerPage, 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, prompt, run, from, to, named, q, ...rest } = c.req.valid('query');
        const { answers, next, searchedTo } = await readAnswers(deps, workspaceOf(c), {
          ...rest,
          named: named === 'yes',
          ...(prompt !== undefined && { promptId: prompt }),
          ...(run !== undefined && { runId: run }),
          ...(from !== undefined && { from: new Date(from) }),
          ...(to !== undefined && { to: new Date(to) }),
          ...(q !== undefined && { words: q }),
        });
        return c.json({ answers: answers.map(answerJson), next, searchedTo: searchedTo?.toISOString() ?? null }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/answers/{id}',
        'x-role': 'viewer',
        tags: ['answers'],
        summary: 'One answer',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(answerSchema, 'The answer.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(answerJson(await readAnswer(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/answers/{id}/raw',
        'x-role': 'viewer',
        tags: ['answers'],
        summary: 'What went over the wire, word for word',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(z.object({ exchanges: z.unknown() }), 'Requests and responses, without keys.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ exchanges: await readRaw(deps, workspace, c.req.valid('param').id) }, 200);
      },
    }),
  ] as const;
