import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { overrule, readOverrules, undoOverruling, type Overruled } from '../../services/overrulings.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, idParam, json, limitSchema, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

const words = z.string().trim().min(1).max(500);
const common = {
  brand: words.openapi({ description: 'The brand’s key in the panel.' }),
  counts: z.boolean().openapi({ description: 'true: it is the brand, always count it; false: it is not, never count it.' }),
  note: words.nullish(),
  by: words.nullish().openapi({ description: 'Who says so.' }),
};
const offset = z.number().int().min(0);
const requestSchema = z
  .discriminatedUnion('scope', [
    z.object({ scope: z.literal('mention'), answerId: z.uuid(), start: offset, end: offset, ...common }),
    z.object({
      scope: z.literal('rule'),
      alias: words.openapi({ description: 'One of the brand’s names, wherever it stands.' }),
      rule: words.nullish().openapi({ description: 'Only where this rule decided, such as "homonym"; see a mention’s `rule`.' }),
      near: words.nullish().openapi({ description: 'Only in sentences that hold this word or phrase.' }),
      within: words.nullish().openapi({ description: 'Only within this longer phrase.' }),
      ...common,
    }),
  ])
  .openapi('Overrule');
const overrulingSchema = z
  .object({
    id: z.string(),
    scope: z.string(),
    brand: z.string(),
    counts: z.boolean(),
    answerId: z.string().nullable(),
    start: z.number().nullable(),
    end: z.number().nullable(),
    text: z.string().openapi({ description: 'The words in the answer, or the name.' }),
    rule: z.string().nullable(),
    near: z.string().nullable(),
    within: z.string().nullable(),
    note: z.string().nullable(),
    by: z.string().nullable(),
    createdAt: timestamp,
    undoneAt: nullableTime,
  })
  .openapi('Overruling');
const overruledSchema = z.object({
  overruling: overrulingSchema,
  recount: z.string().nullable().openapi({ description: 'The recount that applies it to the past.' }),
});

const toJson = (row: Overruled['overruling']) => ({
  id: row.id,
  scope: row.scope,
  brand: row.brand,
  counts: row.counts,
  answerId: row.observationId,
  start: row.startOffset,
  end: row.endOffset,
  text: row.text,
  rule: row.rule,
  near: row.near,
  within: row.within,
  note: row.note,
  by: row.madeBy,
  createdAt: row.createdAt.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
});

export const overrulingRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/overrulings',
        'x-role': 'viewer',
        tags: ['overrulings'],
        summary: 'What people said against the analysis',
        request: {
          query: workspaceQuery.extend({
            answer: z.uuid().optional(),
            undone: z.enum(['true', 'false']).default('false').openapi({ description: 'true: also those taken back.' }),
            limit: limitSchema,
            cursor: z.uuid().optional(),
          }),
        },
        responses: {
          200: json(z.object({ overrulings: z.array(overrulingSchema), next: z.string().nullable() }), 'Newest first.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, undone, ...page } = c.req.valid('query');
        const found = await readOverrules(deps, workspaceOf(c), { ...page, undone: undone === 'true' });
        return c.json({ overrulings: found.overrulings.map(toJson), next: found.next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/overrulings',
        'x-role': 'editor',
        tags: ['overrulings'],
        summary: 'Overrule one mention, or how a name is judged; the past is counted again with it',
        request: { query: workspaceQuery, body: body(requestSchema) },
        responses: { 201: json(overruledSchema, 'Kept, and in force.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { overruling, recount } = await overrule(deps, workspace, c.req.valid('json'));
        return c.json({ overruling: toJson(overruling), recount }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/overrulings/{id}',
        'x-role': 'editor',
        tags: ['overrulings'],
        summary: 'Take it back, for the future and the past',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(overruledSchema, 'Undone; it stays on record.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { overruling, recount } = await undoOverruling(deps, workspace, c.req.valid('param').id);
        return c.json({ overruling: toJson(overruling), recount }, 200);
      },
    }),
  ] as const;
