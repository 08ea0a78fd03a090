import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readAuditLog } from '../../services/audit-log.ts';
import { workspaceOf } from '../access.ts';
import { failures, json, limitSchema, timestamp, workspaceQuery } from '../schemas.ts';

const state = z
  .record(z.string(), z.unknown())
  .nullable()
  .openapi({ type: 'object', additionalProperties: true, description: 'Of what has changed; null: it did not exist.' });
const entrySchema = z
  .object({
    id: z.string(),
    at: timestamp,
    actorKind: z.string().openapi({ description: 'person, key, server-key or machine' }),
    actorId: z.string().nullable(),
    actorName: z.string(),
    action: z.string().openapi({ example: 'PATCH /api/v1/prompts/{id}' }),
    object: z.string(),
    objectId: z.string().nullable(),
    before: state,
    after: state,
    requestId: z.string(),
  })
  .openapi('AuditEntry');

export const auditLogRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/audit/log',
        'x-role': 'admin',
        tags: ['audit'],
        summary: 'Who did what, when, and what was so before and after',
        request: { query: workspaceQuery.extend({ limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: { 200: json(z.object({ entries: z.array(entrySchema), next: z.string().nullable() }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { entries, next } = await readAuditLog(deps, workspaceOf(c), c.req.valid('query'));
        return c.json({ entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })), next }, 200);
      },
    }),
  ] as const;
