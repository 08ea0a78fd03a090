import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { correctSite, readCitedPages, readCitedSites, readCorrections, uncorrectSite } from '../../services/cited-sites.ts';
import { workspaceOf } from '../access.ts';
import { body, days, failures, json, limitSchema, list, workspaceQuery } from '../schemas.ts';

const settable = z.enum(['review', 'news', 'social', 'marketplace', 'reference', 'other']);
const siteClass = z.enum(['own', 'competitor', ...settable.options]).openapi('SiteClass');
const classified = {
  class: siteClass,
  source: z.enum(['panel', 'user', 'list', 'rule', 'none']).openapi({ description: 'Why it has this class.' }),
};
const counts = z.record(z.string(), z.number());
const siteSchema = z
  .object({
    domain: z.string(),
    brand: z.string().nullable(),
    ...classified,
    answers: z.number().openapi({ description: 'Answers that cite it.' }),
    cited: z.number().openapi({ description: 'Its pages cited, each once an answer.' }),
    retrieved: z.number().openapi({ description: 'Its pages that an engine looked at and did not cite.' }),
    pages: z.number().openapi({ description: 'Different pages.' }),
    stages: counts,
    engines: counts,
  })
  .openapi('CitedSite');
const pageSchema = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    domain: z.string(),
    brand: z.string().nullable(),
    ...classified,
    answers: z.number(),
    retrieved: z.number(),
  })
  .openapi('CitedPage');
const correctionSchema = z.object({ domain: z.string(), class: settable }).openapi('SiteCorrection');

const period = workspaceQuery.extend({
  ...days,
  stage: list,
  engine: list,
  limit: limitSchema,
  cursor: z.string().optional(),
});
const classes = list.pipe(z.array(siteClass).optional());
const domainParam = z.object({ domain: z.string() });

export const citationRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/citations',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'Domains that the answers of a period cite',
        request: { query: period.extend({ class: classes }) },
        responses: {
          200: json(
            z.object({
              answers: z.number().openapi({ description: 'Answers in the period, citing or not.' }),
              classes: z.array(z.object({ class: siteClass, sites: z.number(), cited: z.number(), retrieved: z.number() })),
              sites: z.array(siteSchema),
              next: z.string().nullable(),
            }),
            'The most cited first.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, stage, engine, class: wanted, ...rest } = c.req.valid('query');
        const filter = { ...rest, stages: stage, engines: engine, classes: wanted };
        return c.json(await readCitedSites(deps, workspaceOf(c), filter), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/citations/pages',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'Pages that the answers of a period cite',
        request: { query: period.extend({ domain: z.string().optional() }) },
        responses: {
          200: json(z.object({ pages: z.array(pageSchema), next: z.string().nullable() }), 'The most cited first.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, stage, engine, ...rest } = c.req.valid('query');
        return c.json(await readCitedPages(deps, workspaceOf(c), { ...rest, stages: stage, engines: engine }), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/sites',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'Classes of sites that were corrected by hand',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ sites: z.array(correctionSchema) }), 'By domain.'), ...failures },
      }),
      handler: async (c) => c.json({ sites: await readCorrections(deps, workspaceOf(c)) }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/sites/{domain}',
        'x-role': 'editor',
        tags: ['citations'],
        summary: 'Say what a site is, for the past as well; what brands of the panel own stays theirs',
        request: { params: domainParam, query: workspaceQuery, body: body(z.object({ class: settable }).openapi('SiteChange')) },
        responses: { 200: json(correctionSchema, 'In force.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await correctSite(deps, workspace, c.req.valid('param').domain, c.req.valid('json').class), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/sites/{domain}',
        'x-role': 'editor',
        tags: ['citations'],
        summary: 'Take a correction back',
        request: { params: domainParam, query: workspaceQuery },
        responses: { 200: json(z.object({ deleted: z.literal(true) }), 'Gone.'), ...failures },
      }),
      handler: async (c) => {
        await uncorrectSite(deps, workspaceOf(c), c.req.valid('param').domain);
        return c.json({ deleted: true as const }, 200);
      },
    }),
  ] as const;
