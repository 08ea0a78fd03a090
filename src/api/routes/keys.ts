import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { createApiKey, endApiKey, readApiKeys, type ApiKey } from '../../services/api-keys.ts';
import { actorOf, workspaceOf } from '../access.ts';
import { body, failures, idParam, json, limitSchema, nullableTime, roleSchema, timestamp, workspaceQuery } from '../schemas.ts';

const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    role: roleSchema,
    createdBy: z.string(),
    createdAt: timestamp,
    expiresAt: nullableTime,
    lastUsedAt: nullableTime.openapi({ description: 'To the minute.' }),
    revokedAt: nullableTime,
  })
  .openapi('ApiKey');
const newKey = z
  .object({
    name: z.string().trim().min(1).max(120),
    role: roleSchema.default('viewer'),
    expiresAt: z.iso.datetime().nullable().default(null),
  })
  .openapi('NewApiKey');

const toJson = ({ createdAt, expiresAt, lastUsedAt, revokedAt, ...key }: ApiKey) => ({
  ...key,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});

export const keyRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/keys',
        'x-role': 'admin',
        tags: ['keys'],
        summary: 'Keys for programs',
        request: { query: workspaceQuery.extend({ limit: limitSchema, cursor: z.uuid().optional() }) },
        responses: { 200: json(z.object({ keys: z.array(keySchema), next: z.string().nullable() }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const { keys, next } = await readApiKeys(deps, workspaceOf(c), c.req.valid('query'));
        return c.json({ keys: keys.map(toJson), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/keys',
        'x-role': 'admin',
        tags: ['keys'],
        summary: 'Make a key for a program, with a role in this workspace',
        request: { query: workspaceQuery, body: body(newKey) },
        responses: {
          201: json(keySchema.extend({ secret: z.string() }).openapi('ApiKeyWithSecret'), 'The secret is shown only now.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { name, role, expiresAt } = c.req.valid('json');
        const made = await createApiKey(deps, workspaceOf(c), actorOf(c), {
          name,
          role,
          expiresAt: expiresAt === null ? null : new Date(expiresAt),
        });
        return c.json({ ...toJson(made.key), secret: made.secret }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/keys/{id}',
        'x-role': 'admin',
        tags: ['keys'],
        summary: 'Revoke a key; it works no more from now on',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Done.'), ...failures },
      }),
      handler: async (c) => {
        await endApiKey(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
