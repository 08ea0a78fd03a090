import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { reportLanguages } from '../../services/report-files.ts';
import { createRecipient, deleteRecipient, readRecipientStates, unsubscribe, type RecipientState } from '../../services/report-mail.ts';
import { workspaceOf } from '../access.ts';
import { body, failures, idParam, json, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

const recipientSchema = z
  .object({
    id: z.string(),
    address: z.string(),
    language: z.string(),
    weekly: z.boolean(),
    monthly: z.boolean(),
    unsubscribedAt: nullableTime,
    lastMail: z
      .object({
        state: z.string().openapi({ description: 'waiting, delivered, given_up' }),
        dueAt: timestamp,
        triedAt: nullableTime,
        status: z.number().nullable(),
        reply: z.string().nullable().openapi({ description: 'What the mail server said.' }),
        error: z.string().nullable(),
      })
      .nullable()
      .openapi({ description: 'How it went with the last mail; null before the first.' }),
  })
  .openapi('ReportRecipient');
const newRecipient = z.object({
  address: z.string().max(320),
  language: z.enum(reportLanguages).default('en'),
  weekly: z.boolean().default(true),
  monthly: z.boolean().default(false),
});
const toJson = ({ unsubscribedAt, lastMail, ...recipient }: RecipientState) => ({
  ...recipient,
  unsubscribedAt: unsubscribedAt?.toISOString() ?? null,
  lastMail: lastMail && {
    state: lastMail.state,
    dueAt: lastMail.dueAt.toISOString(),
    triedAt: lastMail.triedAt?.toISOString() ?? null,
    status: lastMail.status,
    reply: lastMail.reply,
    error: lastMail.error,
  },
});
const page = (content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Wayseen</title></head><body>${content}</body></html>`;
const tokenParam = z.object({ token: z.string().max(500) });
const html = { 200: { description: 'A small page.', content: { 'text/html': { schema: z.string() } } }, ...failures };

export const reportRecipientRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/report-recipients',
        'x-role': 'viewer',
        tags: ['reports'],
        summary: 'Who gets the reports by mail, and how it went with the last one; all of them are at webhooks/{id}/deliveries',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ recipients: z.array(recipientSchema), mail: z.boolean() }), 'All of them.'), ...failures },
      }),
      handler: async (c) =>
        c.json({ recipients: (await readRecipientStates(deps, workspaceOf(c))).map(toJson), mail: deps.mail !== null }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/report-recipients',
        'x-role': 'admin',
        tags: ['reports'],
        summary: 'Mail the reports to one more address',
        request: { query: workspaceQuery, body: body(newRecipient) },
        responses: { 201: json(recipientSchema, 'The recipient.'), ...failures },
      }),
      handler: async (c) => c.json(toJson({ ...(await createRecipient(deps, workspaceOf(c), c.req.valid('json'))), lastMail: null }), 201),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/report-recipients/{id}',
        'x-role': 'admin',
        tags: ['reports'],
        summary: 'Mail them no more',
        request: { query: workspaceQuery, params: idParam },
        responses: { 200: json(z.object({ removed: z.boolean() }), 'Removed.'), ...failures },
      }),
      handler: async (c) => {
        await deleteRecipient(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ removed: true }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/unsubscribe/{token}',
        'x-role': 'public',
        tags: ['reports'],
        summary: 'Asks whoever follows the link in a mail whether to unsubscribe: looking at it changes nothing',
        security: [],
        request: { params: tokenParam },
        responses: html,
      }),
      handler: (c) => c.html(page('<form method="post"><button>Unsubscribe · 退订 · 取消訂閱</button></form>')),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/unsubscribe/{token}',
        'x-role': 'public',
        tags: ['reports'],
        summary: 'Ends the mails to a recipient, by one click (RFC 8058)',
        security: [],
        request: { params: tokenParam },
        responses: html,
      }),
      handler: async (c) => {
        await unsubscribe(deps, c.req.valid('param').token);
        return c.html(page('<p>Unsubscribed. 已退订。 已取消訂閱。</p>'));
      },
    }),
  ] as const;
