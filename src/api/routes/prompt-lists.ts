import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readPromptFigures } from '../../services/prompt-figures.ts';
import { exportPrompts, importPrompts } from '../../services/prompt-import.ts';
import { changePrompts } from '../../services/prompts.ts';
import { workspaceOf } from '../access.ts';
import { body, day, days, failures, figureSchema, json, languageTag, stageSchema, workspaceQuery } from '../schemas.ts';

const tags = z.array(z.string().trim().min(1).max(60)).max(50);
const change = z
  .object({
    ids: z.array(z.uuid()).min(1).max(5000),
    stage: stageSchema.optional(),
    language: languageTag.optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    archived: z.boolean().optional(),
  })
  .openapi('PromptsChange');
const cells = z.object({
  stage: z.string(),
  intent: z.string(),
  language: z.string(),
  text: z.string(),
  touchpoint: z.string(),
  persona: z.string(),
  tags: z.string(),
});
const importRow = z
  .object({
    line: z.number(),
    status: z.enum(['new', 'known', 'bad']),
    problems: z.array(
      z.object({ column: cells.keyof(), problem: z.enum(['missing', 'unknown_stage', 'unknown_language', 'too_short', 'too_long']) }),
    ),
    prompt: cells,
  })
  .openapi('PromptImportRow');
const importRequest = z
  .object({
    csv: z
      .string()
      .min(1)
      .max(10_000_000)
      .openapi({ description: 'Columns stage, intent, language, text; touchpoint, persona and tags may be there.' }),
    dry: z.boolean().default(false).openapi({ description: 'Only say what each line is.' }),
    skipBad: z.boolean().default(false),
  })
  .openapi('PromptImportRequest');
const promptFigures = z
  .object({
    prompt: z.string(),
    visibility: figureSchema,
    stability: figureSchema,
    weeks: z.array(z.object({ start: day, value: z.number().nullable() })),
    usdPerMonth: z.number().nullable(),
  })
  .openapi('PromptFigures');

/** What concerns many prompts at once. */
export const promptListRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/prompts',
        'x-role': 'editor',
        tags: ['prompts'],
        summary: 'Move, tag or archive many prompts at once',
        request: { query: workspaceQuery, body: body(change) },
        responses: { 200: json(z.object({ changed: z.number() }), 'Changed; the past stays in the stage it was asked in.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { ids, ...wanted } = c.req.valid('json');
        return c.json({ changed: await changePrompts(deps, workspace, ids, wanted) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/prompts/import',
        'x-role': 'editor',
        tags: ['prompts'],
        summary: 'Add prompts from a spreadsheet, or see what each of its lines is',
        request: { query: workspaceQuery, body: body(importRequest) },
        responses: { 200: json(z.object({ rows: z.array(importRow), added: z.number() }), 'Line by line.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json(await importPrompts(deps, workspace, c.req.valid('json')), 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/prompts/export',
        'x-role': 'viewer',
        tags: ['prompts'],
        summary: 'The tracked prompts as a spreadsheet, which import reads',
        request: { query: workspaceQuery },
        responses: {
          200: json(z.object({ csv: z.string() }), 'CSV; cells that a spreadsheet would run are made harmless.'),
          ...failures,
        },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        return c.json({ csv: await exportPrompts(deps, workspace) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/prompts/figures',
        'x-role': 'viewer',
        tags: ['prompts'],
        summary: 'What each prompt shows of our own brand, and what it costs',
        request: { query: workspaceQuery.extend(days) },
        responses: { 200: json(z.object({ prompts: z.array(promptFigures) }), 'Of the prompts that were asked.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, from, to } = c.req.valid('query');
        const prompts = await readPromptFigures(deps, workspaceOf(c), { from: new Date(from), to: new Date(to) });
        return c.json({ prompts }, 200);
      },
    }),
  ] as const;
