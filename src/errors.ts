import { z } from 'zod';
import { messageOf } from './messages.ts';

// Here because whatever reads input imports its errors. A message of a schema's own still wins.
z.config({ customError: messageOf });

/** A failure that was expected: `code` is for programs, `message` for people. Anything else thrown is a defect. */
export class AppError extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, message: string, options: { retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** One thing wrong with what was given: where (`brands.3.aliases.0`, `line 7: text`), what to do about it, and for programs which it is. */
export type InputIssue = { path: string; message: string; code?: string };

/** The call or its input is wrong: exit code 2, HTTP 400. */
export class InputError extends AppError {
  readonly issues: InputIssue[];

  constructor(message: string, issues: InputIssue[] = []) {
    super('invalid_input', message);
    this.issues = issues;
  }
}

export class NotFoundError extends AppError {
  constructor(what: string) {
    super('not_found', `${what} does not exist.`);
  }
}

/** The request is right by itself but the present state does not allow it: HTTP 409. */
export class ConflictError extends AppError {}

/** Too many requests of one caller: HTTP 429. */
export class TooManyError extends AppError {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super('rate_limited', message, { retryable: true });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const engineErrorCodes = [
  'unauthorized',
  'quota_exhausted',
  'rate_limited',
  'overloaded',
  'timeout',
  'bad_request',
  'not_found',
  'bad_response',
  'unavailable',
] as const;
export type EngineErrorCode = (typeof engineErrorCodes)[number];

const retryableEngineErrors = new Set<EngineErrorCode>(['rate_limited', 'overloaded', 'timeout', 'bad_response', 'unavailable']);

/** An engine gave no answer. `retryAfterMs` is what the engine asked us to wait, null where it did not say. */
export class EngineError extends AppError {
  declare readonly code: EngineErrorCode;
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    code: EngineErrorCode,
    message: string,
    options: { status?: number | null; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(code, message, { retryable: retryableEngineErrors.has(code), cause: options.cause });
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
