import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { changeGap, readGapEffect, readGaps, readPageVersions } from '../../services/gap-list.ts';
import { workspaceOf } from '../access.ts';
import { body, day, failures, figureSchema, json, limitSchema, list, nullableTime, timestamp, workspaceQuery } from '../schemas.ts';

/** MD5 of the address, written as a UUID. */
const pageId = z.guid();
const taskSchema = z
  .object({ assignee: z.string().nullable(), note: z.string().nullable(), doneAt: nullableTime })
  .openapi('GapTask', { description: 'What people of the workspace do about the page.' });
const gapSchema = z
  .object({
    id: pageId,
    url: z.string(),
    title: z.string().nullable(),
    domain: z.string(),
    class: z.string().openapi({ description: 'The touchpoint: what kind of site it is.' }),
    basis: z.enum(['page', 'answers']).openapi({ description: 'page: it was read, and names these brands. answers: it was not read; the answers that use it name them.' }), // prettier-ignore
    outcome: z.string().nullable().openapi({ description: 'How the last look at the page ended; null: not read yet.' }),
    brands: z.array(z.string()),
    sentence: z.object({ answer: z.string().nullable(), brand: z.string(), text: z.string() }).nullable().openapi({ description: 'The sentence to win: of the page, or of this answer.' }), // prettier-ignore
    answers: z.number().openapi({
      description: 'Answers of the period that cite or retrieve it; of a lost page, those that cited it in the period before.',
    }),
    cited: z.number(),
    leftOut: z.number().openapi({ description: 'Of them, those that name a competitor and leave us out.' }),
    prompts: z.array(z.string()),
    stages: z.array(z.object({ stage: z.string(), answers: z.number() })),
    touchpoints: z.array(z.string()),
    checkedAt: nullableTime,
    changedAt: nullableTime,
    goneAt: nullableTime,
    task: taskSchema.nullable(),
  })
  .openapi('Gap');
const versionSchema = z
  .object({
    number: z.number(),
    at: timestamp,
    outcome: z.string(),
    status: z.number().nullable(),
    redirects: z.array(z.object({ url: z.string(), status: z.number() })),
    title: z.string().nullable(),
    canonical: z.string().nullable(),
    language: z.string().nullable(),
    published: z.string().nullable(),
    kind: z.string().nullable(),
    brands: z.array(z.object({ brand: z.string(), sentence: z.string() }).loose()).nullable(),
  })
  .openapi('PageVersion');
const pair = z.tuple([z.number(), z.number()]).readonly().nullable();
const change = z.object({
  before: figureSchema,
  after: figureSchema,
  difference: z.number().nullable(),
  interval: pair,
  smallest: z.number().nullable(),
});
const query = workspaceQuery.extend({
  kind: z.enum(['missing', 'lost', 'done']).default('missing'),
  from: day,
  to: day.openapi({ description: 'Exclusive.' }),
  stage: list,
  engine: list,
  limit: limitSchema,
  cursor: z.string().optional(),
});
const gapChange = z.object({
  assignee: z.string().trim().max(200).nullish(),
  note: z.string().trim().max(2000).nullish(),
  done: z.boolean().optional(),
});

const iso = (time: Date | null) => time?.toISOString() ?? null;
type Task = { assignee: string | null; note: string | null; doneAt: Date | null };
const taskJson = ({ assignee, note, doneAt }: Task) => ({ assignee, note, doneAt: iso(doneAt) });

export const gapRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/gaps',
        'x-role': 'viewer',
        tags: ['citations'],
        summary:
          'Pages that answers use and that name a competitor and not us (missing), or name us, were cited in the period before and are not now (lost), or were marked done (done)',
        request: { query },
        responses: {
          200: json(
            z.object({
              total: z.number(),
              reading: z.object({ enabled: z.boolean(), known: z.number(), read: z.number(), waiting: z.number(), unreadable: z.number() }),
              gaps: z.array(gapSchema),
              next: z.string().nullable(),
            }),
            'The most used first.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { workspace: _, stage, engine, ...rest } = c.req.valid('query');
        const { gaps, ...found } = await readGaps(deps, workspaceOf(c), { ...rest, stages: stage, engines: engine });
        const shown = gaps.map(({ promptIds, checkedAt, changedAt, goneAt, task, ...gap }) => ({
          ...gap,
          prompts: promptIds,
          checkedAt: iso(checkedAt),
          changedAt: iso(changedAt),
          goneAt: iso(goneAt),
          task: task && taskJson(task),
        }));
        return c.json({ ...found, gaps: shown }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/gaps/{id}',
        'x-role': 'editor',
        tags: ['citations'],
        summary: 'Assign a page, note something on it, mark it done, or take that back',
        request: { params: z.object({ id: pageId }), query: workspaceQuery, body: body(gapChange.openapi('GapChange')) },
        responses: { 200: json(taskSchema, 'As it is now.'), ...failures },
      }),
      handler: async (c) => c.json(taskJson(await changeGap(deps, workspaceOf(c), c.req.valid('param').id, c.req.valid('json'))), 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/gaps/{id}/versions',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'How a cited page was each time that it had changed, was gone, or came back',
        request: { params: z.object({ id: pageId }), query: workspaceQuery },
        responses: { 200: json(z.object({ versions: z.array(versionSchema) }), 'The newest first, at most 100.'), ...failures },
      }),
      handler: async (c) => {
        const versions = await readPageVersions(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ versions: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/gaps/{id}/effect',
        'x-role': 'viewer',
        tags: ['citations'],
        summary: 'Whether visibility on the prompts of a page that is done has moved since, against the other prompts',
        request: { params: z.object({ id: pageId }), query: workspaceQuery },
        responses: {
          200: json(
            z.object({
              doneAt: timestamp,
              prompts: z.number(),
              own: change,
              others: change,
              difference: z.number().nullable(),
              interval: pair,
            }),
            'The change on its prompts, that on the others, and the difference of the two.',
          ),
          ...failures,
        },
      }),
      handler: async (c) => {
        const { doneAt, ...effect } = await readGapEffect(deps, workspaceOf(c), c.req.valid('param').id);
        return c.json({ ...effect, doneAt: doneAt.toISOString() }, 200);
      },
    }),
  ] as const;
