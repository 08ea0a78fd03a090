import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  channels,
  createEndpoint,
  eventTypes,
  languages,
  readDeliveries,
  readEndpoints,
  removeEndpoint,
  replay,
  rotateSecret,
  sendTest,
  startEndpoint,
  updateEndpoint,
} from '../../services/webhooks.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, idParam, json, limitSchema, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

const fields = z.object({
  url: z.string().trim().min(1).max(2000).openapi({ description: 'An https address; for the channel `email` a mail address.' }),
  name: z.string().trim().max(120),
  events: z.array(z.enum(eventTypes)).max(50).openapi({ description: 'Empty: all.' }),
  language: z.enum(languages).openapi({ description: 'Of the messages for people; events for programs have none.' }),
  enabled: z.boolean(),
});
const newEndpoint = fields.extend({
  channel: z.enum(channels).default('webhook').openapi({ description: '`webhook` is Standard Webhooks, signed JSON.' }),
  name: fields.shape.name.default(''),
  events: fields.shape.events.default([]),
  language: fields.shape.language.default('en'),
  enabled: fields.shape.enabled.default(true),
});
const endpointSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    channel: z.string(),
    url: z.string().openapi({ description: 'Of Slack and Teams only the beginning: the whole is a secret.' }),
    events: z.array(z.string()),
    language: z.string(),
    enabled: z.boolean(),
    disabledReason: z.string().nullable().openapi({ description: 'user, gone (it answered 410) or failing (for five days)' }),
    disabledAt: nullableTime,
    failingSince: nullableTime,
    lastSuccessAt: nullableTime,
    heldUntil: nullableTime.openapi({ description: 'It asked us to wait until then.' }),
    previousSecretUntil: nullableTime.openapi({ description: 'Until then the former secret signs too.' }),
    createdAt: timestamp,
  })
  .openapi('Webhook');
const secret = z.string().nullable().openapi({ description: 'Shown this once; null for channels that are not signed.' });
const withSecret = endpointSchema.extend({ secret }).openapi('WebhookWithSecret');
const attempt = z.object({
  number: z.number(),
  startedAt: timestamp,
  endedAt: nullableTime.openapi({ description: 'null: under way, or broken off.' }),
  status: z.number().nullable(),
  latencyMs: z.number().nullable(),
  reply: z.string().nullable().openapi({ description: 'The first KB.' }),
  error: z.string().nullable(),
});
const deliverySchema = z
  .object({
    id: z.string(),
    event: z.string().openapi({ description: 'The event’s id, sent as `webhook-id`.' }),
    type: z.string(),
    subject: z.string(),
    body: z.string(),
    state: z.string().openapi({ description: 'waiting, delivered or given_up' }),
    occurredAt: timestamp,
    dueAt: timestamp.openapi({ description: 'When it is tried next, while it waits.' }),
    endedAt: nullableTime,
    attempts: z.array(attempt),
  })
  .openapi('WebhookDelivery');
const replaySchema = z.union([
  z.strictObject({ delivery: z.uuid() }),
  z.strictObject({ from: timestamp, to: timestamp.openapi({ description: 'Not included.' }) }),
]);

type Row = Awaited<ReturnType<typeof readEndpoints>>[number];
const iso = (time: Date | null) => time?.toISOString() ?? null;
const toJson = ({ target, disabledAt, failingSince, lastSuccessAt, heldUntil, previousUntil, createdAt, ...endpoint }: Row) => ({
  ...endpoint,
  url: target,
  disabledAt: iso(disabledAt),
  failingSince: iso(failingSince),
  lastSuccessAt: iso(lastSuccessAt),
  heldUntil: iso(heldUntil),
  previousSecretUntil: iso(previousUntil),
  createdAt: createdAt.toISOString(),
});

type DeliveryRow = Awaited<ReturnType<typeof readDeliveries>>['deliveries'][number];
const deliveryToJson = ({ seq: _, eventId, occurredAt, dueAt, endedAt, ...delivery }: DeliveryRow) => ({
  ...delivery,
  event: eventId,
  occurredAt: occurredAt.toISOString(),
  dueAt: dueAt.toISOString(),
  endedAt: iso(endedAt),
});

const tags = ['webhooks'];
const one = { params: idParam, query: workspaceQuery };

export const webhookRoutes = (deps: Deps) => [...endpointRoutes(deps), ...actionRoutes(deps), ...deliveryRoutes(deps)] as const;

const endpointRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/webhooks',
        'x-role': 'admin',
        tags,
        summary: 'Where events are told',
        request: { query: workspaceQuery },
        responses: {
          200: json(
            z.object({ webhooks: z.array(endpointSchema), eventTypes: z.array(z.string()), mail: z.boolean() }),
            'All endpoints, the events there are, and whether mail can be sent.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const webhooks = (await readEndpoints(deps, workspace)).map(toJson);
        return c.json({ webhooks, eventTypes: [...eventTypes], mail: deps.mail !== null }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/webhooks',
        'x-role': 'admin',
        tags,
        summary: 'Add an endpoint; its secret is shown this once',
        request: { query: workspaceQuery, body: body(newEndpoint.openapi('NewWebhook')) },
        responses: { 201: json(withSecret, 'Added.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { url, ...input } = c.req.valid('json');
        const { secret: shown, ...endpoint } = await createEndpoint(deps, workspace, { ...input, target: url });
        return c.json({ ...toJson(endpoint), secret: shown }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/webhooks/{id}',
        'x-role': 'admin',
        tags,
        summary: 'Change an endpoint; what is left out stays',
        request: { ...one, body: body(fields.partial().openapi('WebhookChange')) },
        responses: { 200: json(endpointSchema, 'Changed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { url: target, ...changes } = c.req.valid('json');
        const endpoint = await updateEndpoint(deps, workspace, c.req.valid('param').id, {
          ...changes,
          ...(target !== undefined && { target }),
        });
        return c.json(toJson(endpoint), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/webhooks/{id}',
        'x-role': 'admin',
        tags,
        summary: 'Remove an endpoint with its deliveries',
        request: one,
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Removed.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        await removeEndpoint(deps, workspace, c.req.valid('param').id);
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;

const actionRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/webhooks/{id}/rotate-secret',
        'x-role': 'admin',
        tags,
        summary: 'Make a new secret; for a while both sign',
        request: { ...one, body: body(z.object({ graceHours: z.number().min(0).max(168).default(24) })) },
        responses: { 200: json(withSecret, 'The new secret, shown this once.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { secret: shown, ...endpoint } = await rotateSecret(deps, workspace, c.req.valid('param').id, c.req.valid('json').graceHours);
        return c.json({ ...toJson(endpoint), secret: shown }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/webhooks/{id}/test',
        'x-role': 'admin',
        tags,
        summary: 'Send a test, the same way as a real event',
        request: one,
        responses: { 202: json(z.object({ event: z.string() }), 'On its way; its delivery tells how it went.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ event: await sendTest(deps, workspace, c.req.valid('param').id) }, 202);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/webhooks/{id}/enable',
        'x-role': 'admin',
        tags,
        summary: 'Enable an endpoint again; what waits for it is sent',
        request: one,
        responses: { 200: json(endpointSchema, 'Enabled.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(toJson(await startEndpoint(deps, workspace, c.req.valid('param').id)), 200);
      },
    }),
  ] as const;

const deliveryRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/webhooks/{id}/deliveries',
        'x-role': 'admin',
        tags,
        summary: 'What was sent, with every attempt',
        request: {
          params: idParam,
          query: workspaceQuery.extend({
            state: z.enum(['waiting', 'delivered', 'given_up']).optional(),
            limit: limitSchema,
            cursor: z
              .string()
              .regex(/^\d{1,18}$/, 'take it from `next` of the page before')
              .optional(),
          }),
        },
        responses: {
          200: json(z.object({ deliveries: z.array(deliverySchema), next: z.string().nullable() }), 'Newest event first.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, ...page } = c.req.valid('query');
        const { deliveries, next } = await readDeliveries(deps, workspaceOf(c), c.req.valid('param').id, page);
        return c.json({ deliveries: deliveries.map(deliveryToJson), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/webhooks/{id}/replay',
        'x-role': 'admin',
        tags,
        summary: 'Send one delivery again, or all events of a time, with the ids and bodies of the first time',
        request: { ...one, body: body(replaySchema) },
        responses: { 202: json(z.object({ replayed: z.number() }), 'How many are sent again.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const wanted = c.req.valid('json');
        const range = 'delivery' in wanted ? { deliveryId: wanted.delivery } : { from: new Date(wanted.from), to: new Date(wanted.to) };
        return c.json({ replayed: await replay(deps, workspace, c.req.valid('param').id, range) }, 202);
      },
    }),
  ] as const;
