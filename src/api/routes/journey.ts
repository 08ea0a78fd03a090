import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { readJourney, writeJourneyNote, type JourneyStage, type Note } from '../../services/read-journey.ts';
import { actorOf, workspaceOf } from '../access.ts';
import { body, day, failures, figureSchema, json, shareSchema, stageSchema, timestamp, workspaceQuery } from '../schemas.ts';

const pair = z.tuple([z.number(), z.number()]).readonly().nullable();
const note = z.object({ text: z.string(), madeBy: z.string().nullable(), updatedAt: timestamp }).nullable();
const journeyStage = z
  .object({
    stage: z.string(),
    questions: z.array(z.object({ prompt: z.string(), text: z.string(), language: z.string() })),
    intents: z.number(),
    touchpoints: z.array(z.string()),
    classes: z.array(z.object({ class: z.string(), cited: z.number() })),
    visibility: figureSchema,
    engines: z.array(z.object({ engine: z.string(), visibility: figureSchema })),
    dropOff: z.object({ next: z.string(), value: z.number().nullable(), interval: pair }).nullable(),
    winners: z.array(z.object({ brand: z.string(), own: z.boolean(), visibility: figureSchema })),
    pages: z.array(z.object({ url: z.string(), title: z.string().nullable(), domain: z.string(), class: z.string(), answers: z.number() })),
    conversations: z
      .object({ named: shareSchema, survival: shareSchema })
      .nullable()
      .openapi({ description: 'How the brand comes through conversations; null: none got here.' }),
    pain: note,
    action: note,
  })
  .openapi('JourneyStage');
export const journeySchema = z
  .object({ workspace: z.string(), simulated: z.boolean(), brand: z.string(), from: day, to: day, stages: z.array(journeyStage) })
  .openapi('Journey');

const query = workspaceQuery.extend({
  from: day,
  to: day.openapi({ description: 'Exclusive.' }),
  brand: z.string().optional().openapi({ description: 'Its key; our own brand where left out.' }),
  language: z.string().optional(),
});
const noteBody = z.object({
  text: z.string().trim().max(2000).openapi({ description: 'Empty: take it away.' }),
});

const noteJson = (one: Note | null) => one && { text: one.text, madeBy: one.madeBy, updatedAt: one.updatedAt.toISOString() };
const toJson = ({ pain, action, pages, winners, engines, ...stage }: JourneyStage) => ({
  ...stage,
  engines: engines.map(({ engine, visibility }) => ({ engine, visibility })),
  winners: winners.map(({ brand, own, visibility }) => ({ brand, own, visibility })),
  pages: pages.map(({ url, title, domain, class: kind, answers }) => ({ url, title, domain, class: kind, answers })),
  pain: noteJson(pain),
  action: noteJson(action),
});

export const journeyRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/journey',
        'x-role': 'viewer',
        tags: ['journey'],
        summary: 'The journey map: stages with questions, touchpoints, visibility by engine, winners, pages, pain point and action',
        request: { query },
        responses: { 200: json(journeySchema, 'In the journey’s order.'), ...failures },
      }),
      handler: async (c) => {
        const { workspace: _, from, to, ...rest } = c.req.valid('query');
        const workspace = workspaceOf(c);
        const { brand, stages } = await readJourney(deps, workspace, { ...rest, from: new Date(from), to: new Date(to) });
        return c.json({ workspace: workspace.slug, simulated: workspace.simulated, brand, from, to, stages: stages.map(toJson) }, 200);
      },
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'put',
        path: '/api/v1/journey/{stage}/{field}',
        'x-role': 'editor',
        tags: ['journey'],
        summary: 'Write a stage’s pain point or action',
        request: {
          params: z.object({ stage: stageSchema, field: z.enum(['pain', 'action']) }),
          query: workspaceQuery,
          body: body(noteBody.openapi('JourneyNote')),
        },
        responses: { 200: json(z.object({ ok: z.literal(true) }), 'Written.'), ...failures },
      }),
      handler: async (c) => {
        const workspace = workspaceOf(c);
        const { text } = c.req.valid('json');
        await writeJourneyNote(deps, workspace, { ...c.req.valid('param'), text, by: actorOf(c).name });
        return c.json({ ok: true as const }, 200);
      },
    }),
  ] as const;
