import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { join, readInvitation } from '../../services/people.ts';
import type { SignInAttempts } from '../../services/sign-in-attempts.ts';
import { callerOf, maybeActorOf, setCookies } from '../access.ts';
import { body, failures, json, roleSchema } from '../schemas.ts';
import { email, password, personName } from './session.ts';

const inviteToken = z.string().min(1).max(200);

export const joinRoutes = (deps: Deps, attempts: SignInAttempts) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/invitations/look',
        'x-role': 'open',
        tags: ['people'],
        summary: 'What an invitation’s link invites to',
        request: { body: body(z.object({ token: inviteToken })) },
        responses: {
          200: json(z.object({ workspace: z.string(), role: roleSchema, email: z.string().nullable(), invitedBy: z.string() }), 'It.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace, invitation } = await readInvitation(deps, c.req.valid('json').token);
        const { role, email: only, invitedBy } = invitation;
        return c.json({ workspace: workspace.name, role, email: only, invitedBy }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/invitations/accept',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Join a workspace by an invitation’s link: signed in, with one’s password, or as somebody new',
        request: {
          body: body(
            z
              .object({ token: inviteToken, email: email.optional(), name: personName.optional(), password: password.optional() })
              .openapi('Joining'),
          ),
        },
        responses: { 200: json(z.object({ workspace: z.string() }), 'The slug of the workspace.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace, cookies } = await join(deps, attempts, maybeActorOf(c), c.req.valid('json'), callerOf(c));
        setCookies(c, cookies);
        return c.json({ workspace: workspace.slug }, 200);
      },
    }),
  ] as const;
