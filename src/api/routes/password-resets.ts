import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { makeResetLink, readResetLink, resetPassword } from '../../services/password-resets.ts';
import type { SignInAttempts } from '../../services/sign-in-attempts.ts';
import { actorOf, callerOf, originOf, setCookies, workspaceOf } from '../access.ts';
import { body, failures, idParam, json, timestamp, workspaceQuery } from '../schemas.ts';
import { password } from './session.ts';

const resetToken = z.string().min(1).max(200);

export const passwordResetRoutes = (deps: Deps, attempts: SignInAttempts) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/people/{id}/reset-link',
        'x-role': 'admin',
        tags: ['people'],
        summary:
          'Make a link by which a member sets a new password; for members of other workspaces too only who looks after the server may',
        request: { params: idParam, query: workspaceQuery },
        responses: {
          201: json(
            z.object({ link: z.string(), expiresAt: timestamp }),
            'The link, which is shown only now and works once; one made before works no more.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const made = await makeResetLink(deps, workspaceOf(c), actorOf(c), c.req.valid('param').id, originOf(c));
        return c.json({ link: made.link, expiresAt: made.expiresAt.toISOString() }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/password-resets/look',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Whose password a reset link sets',
        request: { body: body(z.object({ token: resetToken })) },
        responses: { 200: json(z.object({ name: z.string(), email: z.string() }), 'The person.'), ...failures },
      }),
      handler: async (c) => {
        const { name, email } = await readResetLink(deps, c.req.valid('json').token);
        return c.json({ name, email }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/password-resets/use',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Set a new password by a reset link, once; all sessions of the person end and a new one begins',
        request: { body: body(z.object({ token: resetToken, password }).openapi('PasswordReset')) },
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Done, and signed in.'), ...failures },
      }),
      handler: async (c) => {
        setCookies(c, await resetPassword(deps, attempts, c.req.valid('json'), callerOf(c)));
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
