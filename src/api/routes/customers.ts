import { createRoute, defineOpenAPIRoute, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { editCustomer, readCustomers, saveCustomer } from '../../services/conversations.ts';
import { actorOf, workspaceOf } from '../access.ts';
import { body, countrySchema, failures, idParam, json, stageSchema, workspaceQuery } from '../schemas.ts';

const question = z.object({ stage: stageSchema, text: z.string().trim().min(1).max(2000) });
const persona = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .openapi({ description: 'Who the customer is, in their own words: “I run a ten-person agency.”' });
const need = z.string().trim().min(1).max(1000).openapi({ description: 'What they need, as they would ask it at first.' });
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or zh-TW')
  .openapi({ description: 'BCP 47' });
const country = z.union([z.literal(''), countrySchema]);
const script = z
  .array(question)
  .min(1)
  .max(12)
  .openapi({ description: 'What is asked, turn by turn; ready questions where it is left out.' });
const byModel = z.boolean().openapi({ description: 'A model playing the customer asks on, with the key and budget of the second reader.' });
const weekly = z.number().int().min(0).max(20).openapi({ description: 'Conversations a week with each engine; 0: only when asked for.' });

const customerSchema = z
  .object({ id: z.string(), persona, need, language, country: z.string(), script, byModel, weekly, archived: z.boolean() })
  .openapi('Customer');
const newCustomer = z
  .object({
    persona,
    need,
    language,
    country: country.default(''),
    script: script.optional(),
    byModel: byModel.default(false),
    weekly: weekly.default(0),
  })
  .openapi('NewCustomer');
const change = z
  .object({
    persona: persona.optional(),
    need: need.optional(),
    script: script.optional(),
    byModel: byModel.optional(),
    weekly: weekly.optional(),
    archived: z.boolean().optional(),
  })
  .openapi('CustomerChange');

export const customerRoutes = (deps: Deps) =>
  [
    defineOpenAPIRoute({
      route: createRoute({
        method: 'get',
        path: '/api/v1/customers',
        'x-role': 'viewer',
        tags: ['conversations'],
        summary: 'Customers who ask on through the stages, and what they ask',
        request: { query: workspaceQuery },
        responses: { 200: json(z.object({ customers: z.array(customerSchema) }), 'The newest first, archived ones too.'), ...failures },
      }),
      handler: async (c) => c.json({ customers: await readCustomers(deps, workspaceOf(c)) }, 200),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'post',
        path: '/api/v1/customers',
        'x-role': 'editor',
        tags: ['conversations'],
        summary: 'Add a customer',
        request: { query: workspaceQuery, body: body(newCustomer) },
        responses: { 201: json(customerSchema, 'With the script that will be asked.'), ...failures },
      }),
      handler: async (c) => c.json(await saveCustomer(deps, workspaceOf(c), c.req.valid('json'), actorOf(c).name), 201),
    }),
    defineOpenAPIRoute({
      route: createRoute({
        method: 'patch',
        path: '/api/v1/customers/{id}',
        'x-role': 'editor',
        tags: ['conversations'],
        summary: 'Change or archive a customer; past conversations stay as they were',
        request: { params: idParam, query: workspaceQuery, body: body(change) },
        responses: { 200: json(customerSchema, 'As it is now.'), ...failures },
      }),
      handler: async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await editCustomer(deps, workspaceOf(c), id, c.req.valid('json')), 200);
      },
    }),
  ] as const;
