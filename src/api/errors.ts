import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { AppError, InputError, TooManyError, type InputIssue } from '../errors.ts';
import type { Log } from '../log.ts';

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      requestId: z.string(),
      issues: z.array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() })).optional(),
    }),
  })
  .openapi('Error');

const statusOf: Record<string, ContentfulStatusCode> = {
  invalid_input: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  idempotency_mismatch: 422,
  rate_limited: 429,
};

/** Expected failures tell what to do; anything else tells the client nothing but the id under which the log has it. */
export function handleError(log: Log) {
  return (error: Error, c: Context): Response => {
    if (error instanceof TooManyError) c.header('retry-after', String(error.retryAfterSeconds));
    if (error instanceof AppError) {
      return respond(c, statusOf[error.code] ?? 500, error.code, error.message, error instanceof InputError ? error.issues : undefined);
    }
    if (error instanceof HTTPException) return respond(c, error.status, 'bad_request', error.message || 'The request is not readable.');
    log.error({ requestId: requestIdOf(c), err: error }, 'A request failed.');
    return respond(c, 500, 'internal', 'Something went wrong on our side. Tell us the request id.');
  };
}

export const handleNotFound = (c: Context): Response => respond(c, 404, 'not_found', `There is nothing at ${c.req.method} ${c.req.path}.`);

/** The validator's hook: every field that is wrong, at once. */
export function handleInvalid(result: { success: boolean; error?: ZodError }, c: Context): Response | undefined {
  if (result.success || !result.error) return undefined;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return respond(c, 400, 'invalid_input', 'The request is not usable.', issues);
}

function respond(c: Context, status: ContentfulStatusCode, code: string, message: string, issues?: InputIssue[]): Response {
  return c.json({ error: { code, message, requestId: requestIdOf(c), ...(issues && { issues }) } }, status);
}

export const requestIdOf = (c: Context): string => String(c.get('requestId') ?? '');
