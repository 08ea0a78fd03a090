import { z } from '@hono/zod-openapi';
import { defaultStages, stages } from '../domain/journey.ts';
import { canonicalLanguage } from '../domain/language-tag.ts';
import { roles } from '../domain/roles.ts';
import { errorSchema } from './errors.ts';

export const workspaceQuery = z.object({
  workspace: z
    .string()
    .optional()
    .openapi({ description: 'Slug or id; may be left out where there is only one workspace.', example: 'demo' }),
});
export const idParam = z.object({ id: z.uuid() });
export const stageSchema = z.enum(stages);

const noLanguage = 'must be a language code such as en, de or zh-TW.';
/** A language that prompts are asked in. */
export const languageTag = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$/, { message: noLanguage, abort: true })
  .refine((tag) => canonicalLanguage(tag) !== null, noLanguage)
  .overwrite((tag) => canonicalLanguage(tag) ?? tag)
  .openapi({ description: 'BCP 47, such as `de` or `zh-TW`.' });
export const day = z.iso.date().openapi({ example: '2026-09-01' });
/** The days of a period, the last of them not in it. */
export const days = { from: day, to: day.openapi({ description: 'Exclusive.' }) };
export const brandQuery = z.string().optional().openapi({ description: 'Its key; our own brand where left out.' });
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'two capital letters, ISO 3166-1');
export const chosenStages = z
  .array(stageSchema)
  .min(1)
  .default([...defaultStages]);

/** `a,b,c` in a query. */
export const list = z
  .string()
  .optional()
  .transform((text) =>
    text
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );

export const limitSchema = z.coerce.number().int().min(1).max(200).default(50);
/** Of what a page shows whole, with room for what a company has of it. */
export const wideLimitSchema = z.coerce.number().int().min(1).max(1000).default(1000);
export const roleSchema = z
  .enum(roles)
  .openapi({ description: 'viewer reads; editor also changes what is measured; admin also people, keys and engines.' });
export const timestamp = z.iso.datetime();
export const nullableTime = timestamp.nullable();

const interval = z.tuple([z.number(), z.number()]).readonly().nullable();
export const figureSchema = z
  .object({
    value: z.number().nullable(),
    numerator: z.number(),
    denominator: z.number(),
    prompts: z.number(),
    intents: z.number(),
    runs: z.number(),
    missing: z.number(),
    panel: interval,
    market: interval,
    flagged: z.boolean().optional(),
  })
  .openapi('Figure');

export const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });
export const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

/** What any route may answer besides its own. */
export const failures = {
  400: json(errorSchema, 'The request is not usable; `issues` names each field.'),
  401: json(errorSchema, 'The key is missing or wrong.'),
  403: json(errorSchema, 'The caller may not do this.'),
  404: json(errorSchema, 'It does not exist.'),
  409: json(errorSchema, 'The present state does not allow it.'),
  413: json(errorSchema, 'The body is too large.'),
  415: json(errorSchema, 'The body is not JSON.'),
  422: json(errorSchema, 'The idempotency key was sent with another request.'),
  429: json(errorSchema, 'Too many requests; Retry-After says when to come back.'),
  500: json(errorSchema, 'A defect of ours.'),
} as const;

/** A share of conversations. */
export const shareSchema = z
  .object({
    value: z.number().nullable(),
    numerator: z.number(),
    denominator: z.number(),
    missing: z.number(),
    interval: z.tuple([z.number(), z.number()]).readonly().nullable(),
  })
  .openapi('ConversationShare');
