import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import { auditDetector } from '../../services/audit-detector.ts';
import { failures, json } from '../schemas.ts';

const share = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
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

export const auditRoutes = [
  defineOpenAPIRoute({
    route: createRoute({
      method: 'get',
      path: '/api/v1/audit/detector',
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
