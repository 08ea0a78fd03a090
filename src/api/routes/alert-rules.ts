import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { createRule, previewRule, readRule, readRules, removeRule, updateRule } from '../../services/alert-rules.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, figureSchema, idParam, json, stageSchema, timestamp, workspaceQuery } from '../schemas.ts';

const tags = ['alert-rules'];
const metrics = ['visibility', 'firstMention', 'citationRate', 'recommendationRate', 'shareOfVoice', 'negativeShare'] as const;
const brand = z.string().min(1).max(200);
const place = { stage: stageSchema.nullable().default(null), engine: z.string().min(1).max(100).nullable().default(null) };
const ruleSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('change'),
      metric: z.enum(metrics),
      brand,
      direction: z.enum(['down', 'up']),
      points: z.number().min(0.005).max(1).openapi({ description: 'By at least so much, 0..1.' }),
      ...place,
    }),
    z.object({ kind: z.literal('overtaken'), brand, rival: brand.nullable().default(null), ...place }),
    z.object({ kind: z.literal('page_gone'), brand }),
    z.object({ kind: z.literal('new_competitor') }),
  ])
  .openapi('Rule');
const word = z.enum(['brand_deleted', 'no_answers', 'history_too_short', 'one_prompt', 'all_alike', 'below_points', 'limit']);
const fields = z.object({ name: z.string().trim().min(1).max(120), rule: ruleSchema, enabled: z.boolean() });
const draft = fields.extend({ enabled: z.boolean().default(true) });
const kept = z
  .object({
    ...fields.shape,
    // What is kept may be older than the present list of stages.
    rule: z.looseObject({ kind: z.string() }),
    id: z.string(),
    words: z.array(word).openapi({ description: 'What keeps it from telling anything.' }),
    createdAt: timestamp,
  })
  .openapi('AlertRule');
const fired = z.object({
  brand: z.string().nullable(),
  stage: z.string().nullable(),
  engine: z.string().nullable(),
  direction: z.enum(['down', 'up']),
  since: timestamp,
  openedAt: timestamp,
  week: z.string(),
  before: figureSchema,
  after: figureSchema,
});
const preview = z
  .object({
    expectedFalseAlarmsPerYear: z
      .number()
      .nullable()
      .openapi({ description: 'From the workspace’s own history, in random order; null: it does not tell.' }),
    wouldHaveFired: z.array(fired),
    words: z.array(word),
  })
  .openapi('RulePreview');

type Row = Awaited<ReturnType<typeof readRule>>;
const toJson = ({ id, name, rule, enabled, words, createdAt }: Row) => ({
  id,
  name,
  rule,
  enabled,
  words,
  createdAt: createdAt.toISOString(),
});
const one = { params: idParam, query: workspaceQuery };

export const alertRuleRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alert-rules',
        'x-role': 'viewer',
        tags,
        summary: 'Rules that users wrote besides',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ rules: z.array(kept) }), 'The oldest first.'), ...failures },
      }),
      handler: async (c) => {
        const rules = await readRules(deps, workspaceOf(c));
        return c.json({ rules: rules.map(toJson) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alert-rules',
        'x-role': 'editor',
        tags,
        summary: 'Add a rule',
        request: { query: workspaceQuery, body: body(draft.openapi('AlertRuleDraft')) },
        responses: { 201: json(kept, 'Added; it looks at the history with the next evaluation.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await createRule(deps, workspace, c.req.valid('json'))), 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alert-rules/preview',
        'x-role': 'editor',
        tags,
        summary: 'How often it would fire by chance, and when it would have fired',
        request: { query: workspaceQuery, body: body(z.object({ rule: ruleSchema })) },
        responses: { 200: json(preview, 'Nothing is kept.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await previewRule(deps, workspace, c.req.valid('json').rule), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alert-rules/{id}',
        'x-role': 'viewer',
        tags,
        summary: 'One rule',
        request: one,
        responses: { 200: json(kept, 'The rule.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await readRule(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/alert-rules/{id}',
        'x-role': 'editor',
        tags,
        summary: 'Change a rule; what is left out stays',
        request: { ...one, body: body(fields.partial().openapi('AlertRuleChange')) },
        responses: { 200: json(kept, 'Changed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await updateRule(deps, workspace, c.req.valid('param').id, c.req.valid('json'))), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/alert-rules/{id}',
        'x-role': 'editor',
        tags,
        summary: 'Remove a rule; what it opened is closed',
        request: one,
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Removed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        await removeRule(deps, workspace, c.req.valid('param').id);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
