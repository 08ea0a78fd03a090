import { z } from 'zod';
import type { Figure } from './cell.ts';

export const interval = z.tuple([z.number(), z.number()]).readonly().nullable();

/** A figure that was written down, or goes over the wire. */
export const figure = z.object({
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  prompts: z.number(),
  intents: z.number(),
  runs: z.number(),
  missing: z.number(),
  panel: interval,
  market: interval,
  flagged: z.literal(true).optional(),
}) satisfies z.ZodType<Figure>;
