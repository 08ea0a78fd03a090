import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  changeRole,
  invite,
  readInvitations,
  readMembers,
  removePerson,
  withdrawInvitation,
  type Invitation,
} from '../../services/people.ts';
import { actorOf, originOf, workspaceOf } from '../access.ts';
import { body, failures, idParam, json, roleSchema, timestamp, workspaceQuery } from '../schemas.ts';

const memberSchema = z
  .object({ id: z.string(), email: z.string(), name: z.string(), role: roleSchema, since: timestamp })
  .openapi('Member');
const invitationSchema = z
  .object({
    id: z.string(),
    email: z.string().nullable().openapi({ description: 'Who alone may use it; null: whoever has the link.' }),
    role: roleSchema,
    invitedBy: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp,
  })
  .openapi('Invitation');
const newInvitation = z
  .object({
    role: roleSchema,
    email: z.email().max(320).nullable().default(null),
    days: z.number().int().min(1).max(90).default(7).openapi({ description: 'How long the link can be used.' }),
    language: z.enum(['en', 'zh-CN', 'zh-TW']).default('en').openapi({ description: 'Of the mail.' }),
  })
  .openapi('NewInvitation');
const done = json(z.object({ ok: z.literal(true) }), 'Done.');
const ok = { ok: true } as const;

const toJson = ({ id, email, role, invitedBy, createdAt, expiresAt }: Invitation) => ({
  id,
  email,
  role,
  invitedBy,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export const peopleRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/people',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Who belongs to the workspace, and what they may do',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ people: z.array(memberSchema) }), 'By the time they joined.'), ...failures },
      }),
      handler: async (c) => {
        const people = await readMembers(deps, workspaceOf(c));
        return c.json({ people: people.map(({ since, ...member }) => ({ ...member, since: since.toISOString() })) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/people/{id}',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Change what a member may do',
        request: { params: idParam, query: workspaceQuery, body: body(z.object({ role: roleSchema }).strict()) },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        await changeRole(deps, workspaceOf(c), c.req.valid('param').id, c.req.valid('json').role);
        return c.json(ok, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/people/{id}',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Take a member out of the workspace; at once, also where they are signed in',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        await removePerson(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json(ok, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/invitations',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Invitations that nobody has used yet',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ invitations: z.array(invitationSchema) }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => c.json({ invitations: (await readInvitations(deps, workspaceOf(c))).map(toJson) }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/invitations',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Invite somebody by a link; it is mailed too where an address is given and a mail server is set',
        request: { query: workspaceQuery, body: body(newInvitation) },
        responses: {
          201: json(
            z.object({ invitation: invitationSchema, link: z.string(), mailed: z.boolean() }),
            'The link, which is shown only now and works once.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const made = await invite(deps, workspaceOf(c), actorOf(c), c.req.valid('json'), originOf(c));
        return c.json({ ...made, invitation: toJson(made.invitation) }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/invitations/{id}',
        'x-role': 'admin',
        tags: ['people'],
        summary: 'Withdraw an invitation',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        await withdrawInvitation(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json(ok, 200);
      },
    }),
  ] as const;
