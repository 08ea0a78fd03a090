import { z } from 'zod';
import type { Answer } from '../domain/analysis/analyze.ts';
import { InputError } from '../errors.ts';
import type { IgnoredFields } from './ignored-fields.ts';

const citationSchema = z.object({ url: z.string(), title: z.string().nullish(), start: z.number().nullish(), end: z.number().nullish() });
/** An engine that gave no text (`null`) has an answer without words; a line without the field is a mistake. */
const answerSchema = z.object({
  id: z.string(),
  text: z.string().nullable().transform((text) => text ?? ''),
  citations: z.array(citationSchema).nullish(),
  language: z.string().nullish(),
  prompt: z.string().nullish(),
}); // prettier-ignore

/** What a line may hold besides: the fields of `import` and of `ask --json`, as the same file may go through all of them. */
const ofOthers = [
  'engine',
  'stage',
  'surface',
  'askedAt',
  'country',
  'run',
  'model',
  'retrieved',
  'searchQueries',
  'usage',
  'costUsd',
  'finish',
  'requestId',
  'latencyMs',
];
const answerFields = [...Object.keys(answerSchema.shape), ...ofOthers];

/** One line of ANSWERS.jsonl. @throws InputError naming `place:line` and the field */
export function parseAnswerLine(line: string, place: string, number: number, ignored: IgnoredFields): Answer {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'not readable';
    throw wrongLine(place, number, [{ path: '', message: `is not JSON: ${reason}` }]);
  }
  ignored.note(json, answerFields, `${place}:${number}`);
  const parsed = answerSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw wrongLine(
    place,
    number,
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  );
}

function wrongLine(place: string, number: number, issues: { path: string; message: string }[]): InputError {
  const located = issues.map(({ path, message }) => ({ path: `${place}:${number}${path === '' ? '' : `: ${path}`}`, message }));
  return new InputError(located.map(({ path, message }) => `${path}: ${message}`).join('\n'), located);
}
