import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  acceptAlert,
  acknowledgeAlert,
  closeAlert,
  readAlert,
  readAlerts,
  readAlertSettings,
  readOutlooks,
  reopenAlert,
  updateAlertSettings,
} from '../../services/alerts.ts';
import { workspaceOf } from '../access.ts';
import {
  body,
  failures,
  figureSchema,
  idParam,
  json,
  limitSchema,
  list,
  nullableTime,
  stageSchema,
  timestamp,
  workspaceQuery,
} from '../schemas.ts';

const tags = ['alerts'];
const states = ['open', 'acknowledged', 'recovered', 'closed', 'historical'] as const;
const seriesName = z.object({ brand: z.string(), stage: z.string(), engine: z.string() });
const comparison = z
  .object({ relativeChange: z.number(), statistic: z.number(), series: z.number() })
  .nullable()
  .openapi({ description: 'Relative change, and its statistic (about standard normal); null: nobody to ask.' });
const evidence = z
  .looseObject({
    statistic: z.number().openapi({ description: 'Signed root of the likelihood ratio, about standard normal.' }),
    threshold: z.number().openapi({ description: 'What it had to exceed.' }),
    falseAlarmWeeks: z.number().openapi({ description: 'The budget: one false alarm in so many weeks over all series.' }),
    competitors: comparison,
    elsewhere: comparison,
    canaryMoved: z.boolean().nullable(),
    models: z.object({ before: z.string(), after: z.string() }).nullable(),
    rivals: z
      .array(z.object({ brand: z.string(), before: figureSchema, after: figureSchema }))
      .openapi({ description: 'The other brands on the same prompts.' }),
    answers: z
      .array(
        z.object({ id: z.string(), promptId: z.string(), engine: z.string(), stage: z.string(), brand: z.string(), askedAt: timestamp }),
      )
      .openapi({ description: 'Answers that show the change, the newest first.' }),
    added: z.array(seriesName.extend({ at: timestamp })).openapi({ description: 'Series that the change reached after it was opened.' }),
    rival: z.string().openapi({ description: 'Who overtook.' }),
    page: z.string().openapi({ description: 'The page that is not cited any more.' }),
    name: z.string().openapi({ description: 'The new name.' }),
    chance: z.number().openapi({ description: 'How likely chance alone does this.' }),
  })
  .partial();
const alertSchema = z
  .object({
    id: z.string(),
    state: z.enum(states),
    rule: z.string().nullable().openapi({ description: 'The user’s rule that found it; null: the watch over all brands.' }),
    metric: z.string(),
    brand: z.string().nullable().openapi({ description: 'null: all of the engine.' }),
    stage: z.string().nullable(),
    engine: z.string().nullable(),
    direction: z.enum(['down', 'up']),
    tier: z.string(),
    cause: z.string().nullable(),
    before: figureSchema,
    after: figureSchema,
    series: z.array(seriesName),
    since: timestamp,
    openedAt: timestamp,
    week: z.string(),
    acknowledgedAt: nullableTime,
    acknowledgedBy: z.string().nullable(),
    recoveredAt: nullableTime,
    closedAt: nullableTime,
    closedBy: z.string().nullable(),
    closedReason: z.string().nullable(),
  })
  .openapi('Alert');
const withEvidence = alertSchema.extend({ evidence }).openapi('AlertWithEvidence');

type Row = Awaited<ReturnType<typeof readAlert>>;
const toJson = ({ key: _key, evidence: _evidence, ruleId, since, openedAt, acknowledgedAt, recoveredAt, closedAt, ...rest }: Row) => ({
  ...rest,
  rule: ruleId,
  since: since.toISOString(),
  openedAt: openedAt.toISOString(),
  acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  recoveredAt: recoveredAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
});
const wholeJson = (row: Row) => ({ ...toJson(row), evidence: evidence.parse(row.evidence) });

const one = { params: idParam, query: workspaceQuery };
const by = z.object({ by: z.string().trim().min(1).max(120).optional().openapi({ description: 'Who does it.' }) });
const scope = { brand: z.string().optional(), stage: stageSchema.optional(), engine: z.string().optional() };
const stateList = list.pipe(z.array(z.enum(states)).optional());
const settings = z
  .object({
    falseAlarmWeeks: z
      .number()
      .int()
      .min(1)
      .max(520)
      .openapi({ description: 'At most one false alarm in so many weeks, over all series.' }),
    floorPoints: z.number().min(0).max(1).openapi({ description: 'The least change worth an alert, in points of visibility (0..1).' }),
    floorRelative: z.number().min(0).max(1).openapi({ description: 'The same, relative to the level before.' }),
    confirmRuns: z
      .boolean()
      .openapi({ description: 'May prompts be asked twice more, within the engines’ budgets, to confirm what stands out?' }),
  })
  .openapi('AlertSettings');
const outlook = seriesName
  .extend({
    state: z.enum(['learning', 'watching', 'cannot tell yet', 'alert', 'not measured']),
    visibility: z.number().nullable(),
    smallestDrop: z.number().nullable().openapi({ description: 'The smallest fall, in points, found within 4 weeks nine times of ten.' }),
    because: z
      .looseObject({
        code: z.enum(['no_sweep', 'open', 'one_prompt', 'too_low', 'steady', 'learning', 'maybe_fall', 'maybe_rise', 'too_few']),
      })
      .openapi({ description: 'Why, with its numbers.' }),
    words: z.string().openapi({ description: 'The same in English: what it would take to say more.' }),
  })
  .openapi('Outlook');

const suspect = seriesName
  .extend({
    direction: z.enum(['down', 'up']),
    tier: z.enum(['sustained', 'sudden']),
    week: z.string().openapi({ description: 'ISO week in which it stood out.' }),
  })
  .openapi('Suspect', { description: 'A change that is not told before two more sweeps have confirmed it.' });

/** The fixed names come first: none of them is an id. */
export const alertRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alerts/settings',
        'x-role': 'viewer',
        tags,
        summary: 'How many false alarms are allowed, and what is worth an alert',
        request: { query: workspaceQuery },
        responses: { 200: json(settings, 'The settings.'), ...failures },
      }),
      handler: async (c) => c.json(await readAlertSettings(deps, workspaceOf(c)), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/alerts/settings',
        'x-role': 'editor',
        tags,
        summary: 'Change them; what is left out stays',
        request: { query: workspaceQuery, body: body(settings.partial().openapi('AlertSettingsChange')) },
        responses: { 200: json(settings, 'Changed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await updateAlertSettings(deps, workspace, c.req.valid('json')), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alerts/outlooks',
        'x-role': 'viewer',
        tags,
        summary: 'What can be said of each series now, and what it would take to say more',
        request: { query: workspaceQuery.extend(scope) },
        responses: {
          200: json(
            z.object({ outlooks: z.array(outlook), suspects: z.array(suspect), notes: z.array(z.string()), evaluatedAt: nullableTime }),
            'Of the last evaluation.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, ...wanted } = c.req.valid('query');
        const { evaluatedAt, ...rest } = await readOutlooks(deps, workspaceOf(c), wanted);
        return c.json({ ...rest, evaluatedAt: evaluatedAt?.toISOString() ?? null }, 200);
      },
    }),
    ...recordRoutes(deps),
  ] as const;

const recordRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alerts',
        'x-role': 'viewer',
        tags,
        summary: 'Changes that were found',
        request: {
          query: workspaceQuery.extend({
            ...scope,
            state: stateList,
            rule: z.uuid().optional(),
            limit: limitSchema,
            cursor: z.string().optional(),
          }),
        },
        responses: { 200: json(z.object({ alerts: z.array(alertSchema), next: z.string().nullable() }), 'The newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, state, rule, ...page } = c.req.valid('query');
        const found = await readAlerts(deps, workspaceOf(c), { ...page, states: state, ruleId: rule });
        return c.json({ alerts: found.alerts.map(toJson), next: found.next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/alerts/{id}',
        'x-role': 'viewer',
        tags,
        summary: 'One alert with its evidence',
        request: one,
        responses: { 200: json(withEvidence, 'The alert.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(wholeJson(await readAlert(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
    ...stepRoutes(deps),
  ] as const;

/** What a person does with an alert. */
const stepRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alerts/{id}/acknowledge',
        'x-role': 'editor',
        tags,
        summary: 'Say that somebody has seen it',
        request: { ...one, body: body(by) },
        responses: { 200: json(alertSchema, 'Acknowledged.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await acknowledgeAlert(deps, workspace, c.req.valid('param').id, c.req.valid('json').by ?? null)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alerts/{id}/close',
        'x-role': 'editor',
        tags,
        summary: 'Say that it is over; it is not told again',
        request: { ...one, body: body(by) },
        responses: { 200: json(alertSchema, 'Closed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await closeAlert(deps, workspace, c.req.valid('param').id, c.req.valid('json').by ?? null)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alerts/{id}/accept',
        'x-role': 'editor',
        tags,
        summary: 'Say that this is the new normal: the baseline starts anew from the change',
        request: { ...one, body: body(by) },
        responses: { 200: json(alertSchema, 'Closed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await acceptAlert(deps, workspace, c.req.valid('param').id, c.req.valid('json').by ?? null)), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/alerts/{id}/reopen',
        'x-role': 'editor',
        tags,
        summary: 'Take an acknowledgement, a new normal or a closing back',
        request: one,
        responses: { 200: json(alertSchema, 'Open again.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await reopenAlert(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
  ] as const;
