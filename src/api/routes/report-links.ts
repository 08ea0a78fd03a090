import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readLinks, readShared, shareReport, unshareReport, type LinkRow } from '../../services/report-links.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, idParam, json, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';
import { keptSchema, toHead } from './reports.ts';

const linkSchema = z.object({ id: z.string(), expiresAt: timestamp, revokedAt: nullableTime, createdAt: timestamp }).openapi('ReportLink');
const newLinkSchema = linkSchema
  .extend({ token: z.string().openapi({ description: 'Told this once. The page is /shared/<token>.' }) })
  .openapi('NewReportLink');
const toLink = ({ id, expiresAt, revokedAt, createdAt }: LinkRow) => ({
  id,
  expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

export const reportLinkRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/reports/{id}/links',
        'x-role': 'viewer',
        tags: ['reports'],
        summary: 'The links that show a report without sign-in',
        request: { query: workspaceQuery, params: idParam },
        responses: { 200: json(z.object({ links: z.array(linkSchema) }), 'The newest first.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ links: (await readLinks(deps, workspace, c.req.valid('param').id)).map(toLink) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/reports/{id}/links',
        'x-role': 'editor',
        tags: ['reports'],
        summary: 'Share a report by a link, for some days',
        request: { query: workspaceQuery, params: idParam, body: body(z.object({ days: z.number().int().min(1).max(366).default(30) })) },
        responses: { 201: json(newLinkSchema, 'The link with its token.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const link = await shareReport(deps, workspace, c.req.valid('param').id, c.req.valid('json').days);
        return c.json({ ...toLink(link), token: link.token }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/reports/{id}/links/{link}',
        'x-role': 'editor',
        tags: ['reports'],
        summary: 'Take a link back: it shows nothing from now on',
        request: { query: workspaceQuery, params: idParam.extend({ link: z.uuid() }) },
        responses: { 200: json(z.object({ revoked: z.boolean() }), 'It is taken back.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { id, link } = c.req.valid('param');
        await unshareReport(deps, workspace, id, link);
        return c.json({ revoked: true }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/shared/{token}',
        'x-role': 'public',
        tags: ['reports'],
        summary: 'The report that a link shows; needs no key',
        security: [],
        request: { params: z.object({ token: z.string().max(200) }) },
        responses: { 200: json(keptSchema, 'The report, and nothing else.'), ...failures },
      }),
      handler: async (c) => {
        const { report, corrections, ...head } = await readShared(deps, c.req.valid('param').token);
        c.header('cache-control', 'no-store');
        c.header('x-robots-tag', 'noindex');
        return c.json({ ...toHead(head), report, corrections }, 200);
      },
    }),
  ] as const;
