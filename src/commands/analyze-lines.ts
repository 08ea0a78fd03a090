import { z } from 'zod';
import type { Answer } from '../domain/analysis/analyze.ts';
import { InputError } from '../errors.ts';

const citationSchema = z.object({ url: z.string(), title: z.string().nullish(), start: z.number().nullish(), end: z.number().nullish() });
/** An engine that gave no text (`null`) has an answer without words; a line without the field is a mistake. */
const answerSchema = z.object({
  id: z.string(),
  text: z.string().nullable().transform((text) => text ?? ''),
  citations: z.array(citationSchema).nullish(),
  language: z.string().nullish(),
  prompt: z.string().nullish(),
}); // prettier-ignore

/** One line of ANSWERS.jsonl. @throws InputError naming `place:line` and the field */
export function parseAnswerLine(line: string, place: string, number: number): Answer {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'not readable';
    throw wrongLine(place, number, [{ path: '', message: `is not JSON: ${reason}` }]);
  }
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

/** Lines of a byte stream, without their ends (LF or CRLF) and without a byte order mark. Characters may be split over chunks; memory is one line. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      pending.push(text.slice(from, end));
      yield withoutReturn(pending.length === 1 ? (pending[0] as string) : pending.join(''));
      pending = [];
      from = end + 1;
    }
    if (from < text.length) pending.push(text.slice(from));
  }
  pending.push(decoder.decode());
  const last = pending.join('');
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
