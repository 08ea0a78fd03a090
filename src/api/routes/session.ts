import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import { isOpen } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { looksAfterServer } from '../../services/access.ts';
import { changeMe, changePassword, readMe, signIn, type Person } from '../../services/sessions.ts';
import type { SignInAttempts } from '../../services/sign-in-attempts.ts';
import { actorOf, callerOf, maybeActorOf, setCookies } from '../access.ts';
import { body, failures, json } from '../schemas.ts';

const personSchema = z
  .object({ id: z.string(), email: z.string(), name: z.string(), language: z.string().nullable(), theme: z.string().nullable() })
  .openapi('Person');
const sessionSchema = z
  .object({
    kind: z.enum(['person', 'key', 'server-key', 'machine']).nullable().openapi({ description: 'Who calls; null: nobody is signed in.' }),
    name: z.string().nullable(),
    person: personSchema.nullable(),
    looksAfterServer: z.boolean().openapi({ description: 'May make workspaces, and is an admin in all of them.' }),
    open: z.boolean().openapi({ description: 'This machine need not sign in.' }),
  })
  .openapi('Session');

export const email = z.email().max(320);
export const password = z.string().min(12, 'must be at least 12 characters long').max(200);
export const personName = z.string().trim().min(1).max(120);
const credentials = z
  .union([z.object({ email, password: z.string().min(1).max(200) }), z.object({ token: z.string().min(1).max(200) })])
  .openapi('SignIn');
const done = json(z.object({ ok: z.literal(true) }), 'Done.');
const ok = { ok: true } as const;

const toJson = (person: Person) => ({
  id: person.id,
  email: person.email,
  name: person.name,
  language: person.language,
  theme: person.theme,
});

export const sessionRoutes = (deps: Deps, attempts: SignInAttempts) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/session',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Who calls',
        responses: { 200: json(sessionSchema, 'The caller.'), ...failures },
      }),
      handler: async (c) => {
        const actor = maybeActorOf(c);
        const person = actor && (await readMe(deps, actor));
        return c.json(
          {
            kind: actor?.kind ?? null,
            name: actor?.name ?? null,
            person: person && toJson(person),
            looksAfterServer: actor !== null && looksAfterServer(actor),
            open: isOpen(deps.config),
          },
          200,
        );
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/session',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Sign in with e-mail and password, or with the link that the first start printed',
        request: { body: body(credentials) },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        setCookies(c, await signIn(deps, attempts, c.req.valid('json'), callerOf(c)));
        return c.json(ok, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'delete',
        path: '/api/v1/session',
        'x-role': 'open',
        tags: ['people'],
        summary: 'Sign out',
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        setCookies(c, await deps.auth.signOut(c.req.raw.headers));
        return c.json(ok, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/session/person',
        'x-role': 'member',
        tags: ['people'],
        summary: 'Change the own name, language or theme',
        request: {
          body: body(
            z
              .object({
                name: personName,
                language: z.enum(['en', 'zh-CN', 'zh-TW']).nullable(),
                theme: z.enum(['light', 'dark']).nullable(),
              })
              .partial()
              .strict()
              .openapi('PersonChange'),
          ),
        },
        responses: { 200: json(personSchema, 'As they are now.'), ...failures },
      }),
      handler: async (c) => c.json(toJson(await changeMe(deps, actorOf(c), c.req.valid('json'))), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/session/password',
        'x-role': 'member',
        tags: ['people'],
        summary: 'Set the own password; all other sessions end',
        request: { body: body(z.object({ present: z.string().max(200).optional(), next: password }).openapi('PasswordChange')) },
        responses: { 200: done, ...failures },
      }),
      handler: async (c) => {
        setCookies(c, await changePassword(deps, attempts, actorOf(c), c.req.valid('json'), callerOf(c)));
        return c.json(ok, 200);
      },
    }),
  ] as const;
