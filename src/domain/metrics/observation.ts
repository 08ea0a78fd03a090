import { z } from 'zod';

const name = z.string().min(1, 'must not be empty');
const optionalName = z.string().nullish();

/** One answer asked for, however it ended, as `wayseen measure` and `wayseen watch` read it (contract.md). */
export const observationSchema = z.object({
  /** Lines with the same id are one observation. */
  id: optionalName,
  askedAt: z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time with its zone, such as 2026-09-07T08:00:00Z' }),
  sweep: optionalName,
  engine: name,
  stage: name,
  intent: name,
  prompt: name,
  promptVersion: z.int().nullish(),
  state: z.enum(['answered', 'no_answer', 'refused', 'error']),
  /** The visible brands in order of mention. */
  brands: z.array(name).nullish(),
  /** Domains of the cited pages. */
  citations: z.array(z.string()).nullish(),
  /** Domains of all pages that the engine looked at, where it tells. */
  retrieved: z.array(z.string()).nullish(),
  /** Preferences that the answer states, as `wayseen analyze` prints them. */
  comparisons: z.array(z.object({ winner: z.string(), loser: z.string() })).nullish(),
  /** The prompt's own text names a brand of the panel. */
  branded: z.boolean().nullish(),
  canary: z.boolean().nullish(),
  language: optionalName,
  country: optionalName,
  surface: optionalName,
  model: optionalName,
  parserVersion: z.union([z.string(), z.number()]).nullish(),
});

export type Observation = z.infer<typeof observationSchema>;

export const observationFields: readonly string[] = Object.keys(observationSchema.shape);

/** `json`: the line as it was given. */
export type ObservationResult =
  | { observation: Observation; json: unknown }
  | { issues: { field: string; message: string }[]; json?: unknown };

/** Reads one line of JSON. Each issue names the field, empty where the line is no object at all. */
export function parseObservation(line: string): ObservationResult {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { issues: [{ field: '', message: `is not JSON (${error instanceof Error ? error.message : 'unreadable'})` }] };
  }
  const parsed = observationSchema.safeParse(json);
  if (parsed.success) return { observation: parsed.data, json };
  return { json, issues: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
}
