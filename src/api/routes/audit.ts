import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readAudit } from '../../services/audit.ts';
import { auditDetector } from '../../services/audit-detector.ts';
import { workspaceOf } from '../access.ts';
import { failures, json, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

const share = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const sentence = z.string().openapi({ description: 'The same in plain English.' });
const verdict = z.enum(['kept', 'cannot tell', 'broken', 'too short', 'not measured']);
const auditSchema = z
  .object({
    workspace: z.string(),
    simulated: z.boolean(),
    from: timestamp,
    at: timestamp,
    falseAlarms: z
      .object({
        perHalfYear: share.openapi({ description: 'False alarms in 26 weeks, over all series together.' }),
        budget: z.number(),
        alarms: z.number(),
        replays: z.number(),
        weeks: z.number().openapi({ description: 'Weeks watched in each replay.' }),
        moreWeeks: z.number().openapi({ description: 'Weeks that are missing for a figure.' }),
        verdict,
        sentence,
      })
      .nullable()
      .openapi({ description: 'A/A: the history replayed with its changes shuffled away; null while it is being changed.' }),
    coverage: z
      .object({
        share: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
        nominal: z.number(),
        comparisons: z.number(),
        groups: z.number(),
        moreSweeps: z.number(),
        verdict,
        sentence,
      })
      .nullable()
      .openapi({ description: 'How often the intervals of one half of a month’s sweeps predict the other half.' }),
    languages: z.array(
      z.object({
        language: z.string(),
        brand: z.string(),
        name: z.string(),
        cases: z.number(),
        sensitivity: share,
        specificity: share,
        raw: share,
        corrected: share.openapi({ description: '(raw + specificity − 1)/(sensitivity + specificity − 1).' }),
        sentence,
      }),
    ),
    missing: z.object({
      asked: z.number(),
      failed: z.number(),
      share,
      engines: z.array(z.object({ engine: z.string(), asked: z.number(), failed: z.number() })),
      sentence,
    }),
    lastSweep: z.object({ at: nullableTime, ageHours: z.number().nullable(), sentence }),
  })
  .openapi('Audit');
const scoreSchema = z.object({
  measure: z.string(),
  language: z.string().nullable().openapi({ description: 'null: all languages together.' }),
  cases: z.number(),
  items: z.number(),
  precision: share,
  recall: share,
  f1: share,
  unknown: share.openapi({ description: 'Of the labelled items, the share on which the analysis gives no verdict.' }),
  least: z.number().nullable().openapi({ description: 'The F1 that is promised, where one is.' }),
  reached: z.boolean().nullable(),
});
const detectorSchema = z
  .object({ parserVersion: z.number(), cases: z.number(), languages: z.array(z.string()), scores: z.array(scoreSchema) })
  .openapi('DetectorAudit');

export const auditRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/audit',
        'x-role': 'viewer',
        tags: ['audit'],
        summary: 'How far the workspace’s own figures can be trusted, measured on its history',
        description: 'Takes some seconds after the history has changed, then it is remembered.',
        request: { query: workspaceQuery },
        responses: { 200: json(auditSchema, 'Each figure with a plain sentence.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { from, at, lastSweep, ...audit } = await readAudit(deps, workspace);
        const sweptAt = lastSweep.at?.toISOString() ?? null;
        const times = { from: from.toISOString(), at: at.toISOString(), lastSweep: { ...lastSweep, at: sweptAt } };
        return c.json({ workspace: workspace.slug, simulated: workspace.simulated, ...audit, ...times }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/audit/detector',
        'x-role': 'member',
        tags: ['audit'],
        summary: 'How often the analysis reads answers right, by category and language, with 95 % intervals',
        responses: { 200: json(detectorSchema, 'Scores on the labelled answers that the product ships.'), ...failures },
      }),
      handler: (c) => {
        const { parserVersion, cases, languages, scores } = auditDetector();
        return c.json({ parserVersion, cases, languages, scores }, 200);
      },
    }),
  ] as const;
