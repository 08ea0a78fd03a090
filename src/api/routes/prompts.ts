import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import {
  changePrompt,
  createPrompts,
  readPromptPage,
  readPromptVersions,
  setPromptArchived,
  setPromptCanary,
} from '../../services/prompts.ts';
import { actorOf, workspaceOf } from '../access.ts';
import { body, failures, idParam, json, languageTag, stageSchema, timestamp, wideLimitSchema, workspaceQuery } from '../schemas.ts';

const canary = z.boolean().openapi({ description: 'Asked, but in no figure: tells a change of the engine from one of the brand.' });
const promptSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    intent: z.string(),
    stage: z.string(),
    language: z.string(),
    text: z.string(),
    branded: z.boolean(),
    canary,
    touchpoint: z.string().nullable(),
    persona: z.string().nullable(),
    weight: z.number(),
    tags: z.array(z.string()),
    archived: z.boolean(),
  })
  .openapi('Prompt');

const newPrompt = z
  .object({
    stage: stageSchema,
    intent: z.string().trim().min(1).max(120),
    language: languageTag,
    text: z.string().trim().min(3).max(2000),
    touchpoint: z.string().nullable().default(null),
    persona: z.string().nullable().default(null),
    tags: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
    canary: canary.default(false),
  })
  .openapi('NewPrompt');

const change = z
  .object({
    text: z.string().trim().min(3).max(2000).optional(),
    archived: z.boolean().optional(),
    version: z.number().int().min(1).optional().openapi({
      description: 'The version that the new text starts from: 409 where another was made since. Left out, it does not matter.',
    }),
    canary: canary.optional(),
  })
  .openapi('PromptChange');
const versionSchema = z
  .object({ version: z.number(), text: z.string(), branded: z.boolean(), createdAt: timestamp, madeBy: z.string().nullable() })
  .openapi('PromptVersion');

export const promptRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/prompts',
        'x-role': 'viewer',
        tags: ['prompts'],
        summary: 'The tracked prompts with their present wording',
        request: {
          query: workspaceQuery.extend({
            archived: z.enum(['true', 'false']).default('false'),
            limit: wideLimitSchema,
            cursor: z.uuid().optional(),
          }),
        },
        responses: {
          200: json(z.object({ prompts: z.array(promptSchema), next: z.string().nullable() }), 'By stage and intent.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { archived, limit, cursor } = c.req.valid('query');
        const { prompts, next } = await readPromptPage(deps, workspaceOf(c), { archived: archived === 'true', limit, cursor });
        return c.json({ prompts: prompts.map(({ versionId: _, ...prompt }) => prompt), next }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/prompts',
        'x-role': 'editor',
        tags: ['prompts'],
        summary: 'Add prompts',
        request: { query: workspaceQuery, body: body(z.object({ prompts: z.array(newPrompt).min(1).max(2000) })) },
        responses: {
          201: json(z.object({ added: z.number(), ids: z.array(z.string()) }), 'Added; those that were there already are not counted.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const ids = await createPrompts(deps, workspace, c.req.valid('json').prompts);
        return c.json({ added: ids.length, ids }, 201);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/prompts/{id}',
        'x-role': 'editor',
        tags: ['prompts'],
        summary: 'Edit a prompt, which makes its next version, archive it, or make it a canary',
        request: { params: idParam, query: workspaceQuery, body: body(change) },
        responses: {
          200: json(
            z.object({ version: z.number().nullable() }),
            'The version that is asked from now on; null where the text was left alone.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { id } = c.req.valid('param');
        const { text, version: readAt, archived, canary: isCanary } = c.req.valid('json');
        const version = text === undefined ? null : await changePrompt(deps, workspace, id, text, { by: actorOf(c).name, readAt });
        if (archived !== undefined) await setPromptArchived(deps, workspace, id, archived);
        if (isCanary !== undefined) await setPromptCanary(deps, workspace, id, isCanary);
        return c.json({ version }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/prompts/{id}/versions',
        'x-role': 'viewer',
        tags: ['prompts'],
        summary: 'Every wording a prompt had',
        request: { params: idParam, query: workspaceQuery },
        responses: { 200: json(z.object({ versions: z.array(versionSchema) }), 'Newest first.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const versions = await readPromptVersions(deps, workspace, c.req.valid('param').id);
        return c.json(
          {
            versions: versions.map(({ version, text, branded, createdAt, madeBy }) => ({
              version,
              text,
              branded,
              madeBy,
              createdAt: createdAt.toISOString(),
            })),
          },
          200,
        );
      },
    }),
  ] as const;
