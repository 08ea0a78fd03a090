import { z } from 'zod';
import { EngineError } from '../errors.ts';
import type { EngineErrorCode } from '../errors.ts';
import { retryAfterMsOf } from './limits.ts';
import type { Wire, WireResponse } from './wire.ts';

/** Vendors' words for "no money left": waiting and asking again does not help. */
const quotaWords = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'billing_error',
  'enforced_spend_limit_reached',
  'contract_spend_limit_reached',
  'insufficient_credits',
  'payment_required',
]);
const keyWords = new Set(['invalid_api_key', 'api_key_invalid', 'authentication_error', 'account_deactivated', 'permission_error']);
const overloadWords = new Set(['overloaded_error', 'overloaded', 'slow_down']);
const rateWords = new Set(['rate_limit_exceeded', 'rate_limit_error', 'resource_exhausted']);

/** For the vendors that tell an empty account from a full minute by the sentence alone (SerpApi, xAI, Claude's credit balance). */
const quotaSentence =
  /run out of (searches|credits)|searches for the month|credit balance is too low|used all available credits|monthly spending limit|insufficient funds/i;

const short = z.union([z.string(), z.number()]).nullish().catch(null);
const detail = z.object({ '@type': z.string().nullish(), reason: short, retryDelay: z.string().nullish() }).catch({ reason: null });
const errorObject = z.object({
  message: z.string().nullish().catch(null),
  type: short,
  code: short,
  status: short,
  details: z
    .union([z.array(detail), z.object({ error_code: short })])
    .nullish()
    .catch(null),
});
const errorBody = z.object({
  error: z.union([z.string(), errorObject]).nullish().catch(null),
  message: z.string().nullish().catch(null),
  detail: z
    .union([z.string(), z.array(z.object({ msg: z.string().nullish() }))])
    .nullish()
    .catch(null),
  status_message: z.string().nullish().catch(null),
});

type ErrorFacts = { message: string | null; words: string[]; retryDelayMs: number | null; isError: boolean };

/** Whatever was thrown while asking, as the one kind of error that callers know. The message never holds a key. */
export function toEngineError(error: unknown, wire: Wire): EngineError {
  if (error instanceof EngineError) return error;
  const last = wire.last();
  const failure = wire.failure();
  if (failure) return failure;
  if (last && (last.status < 200 || last.status > 299)) return failureOfResponse(wire, last);
  // The answer came and could not be made sense of: the cause is kept, it may be a defect of ours.
  if (last) return new EngineError('bad_response', `${wire.label} answered in an unknown format.`, { status: last.status, cause: error });
  if (wire.ended() === 'timeout') return new EngineError('timeout', `${wire.label} did not answer in time.`);
  if (wire.ended() === 'cancelled') return new EngineError('unavailable', `The ask to ${wire.label} was cancelled.`);
  const names = namesOf(error);
  if (names.some((name) => /time(d_?)?out/i.test(name))) return new EngineError('timeout', `${wire.label} did not answer in time.`);
  const why = names.find((name) => /^E[A-Z_]+$|^UND_ERR/.test(name));
  return new EngineError('unavailable', `${wire.label} could not be reached${why ? ` (${why})` : ''}.`);
}

/** A response that is not 2xx. */
export function failureOfResponse(wire: Wire, response: WireResponse): EngineError {
  const facts = factsOf(response.body);
  const code = codeOf(response.status, facts);
  const said = facts.message ? `: ${tidy(wire, facts.message)}` : '.';
  const waits = code === 'rate_limited' || code === 'overloaded' || code === 'unavailable' || code === 'timeout';
  return new EngineError(code, `${wire.label} answered ${response.status}${said}`, {
    status: response.status,
    retryAfterMs: waits ? (retryAfterMsOf(response.headers, wire.now()) ?? facts.retryDelayMs) : null,
  });
}

/** A 2xx body that `schema` does not know: either an error in disguise or not the engine's format. */
export function failureOfBody(wire: Wire, response: WireResponse, problem: string): EngineError {
  const facts = factsOf(response.body);
  if (!facts.isError) return badResponse(wire, response.status, problem);
  const code = codeOfWords(facts) ?? codeOfNumber(facts) ?? 'bad_response';
  const said = facts.message ?? 'an error without a message';
  return new EngineError(code, `${wire.label} answered ${response.status} with an error: ${tidy(wire, said)}`, {
    status: response.status,
  });
}

export function badResponse(wire: Wire, status: number | null, problem: string): EngineError {
  return new EngineError('bad_response', `${wire.label} answered in an unknown format (${problem}).`, { status });
}

/** A failure named inside a well-formed body, by the vendor's own code. */
export function failureOfCode(wire: Wire, code: EngineErrorCode, said: string | null | undefined): EngineError {
  return new EngineError(code, `${wire.label} failed: ${tidy(wire, said ?? 'no reason given')}`, {
    status: wire.last()?.status ?? null,
  });
}

function codeOf(status: number, facts: Pick<ErrorFacts, 'words' | 'message'>): EngineErrorCode {
  const byWord = codeOfWords(facts);
  // A word wins only where it says more than the status: an invalid key behind a 400, an empty account behind a 429 or 401.
  if (byWord === 'quota_exhausted' || (byWord === 'unauthorized' && status < 500)) return byWord;
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 402) return 'quota_exhausted';
  if (status === 404) return 'not_found';
  if (status === 408 || status === 504) return 'timeout';
  if (status === 429) return 'rate_limited';
  if (status === 503 || status === 529 || byWord === 'overloaded') return 'overloaded';
  if (status >= 500 || status === 409) return 'unavailable';
  return status >= 400 ? 'bad_request' : 'bad_response';
}

export function codeOfWords({ words, message }: Pick<ErrorFacts, 'words' | 'message'>): EngineErrorCode | null {
  if (words.some((word) => quotaWords.has(word)) || (message !== null && quotaSentence.test(message))) return 'quota_exhausted';
  if (words.some((word) => keyWords.has(word)) || /^invalid api key/i.test(message ?? '')) return 'unauthorized';
  if (words.some((word) => overloadWords.has(word))) return 'overloaded';
  if (words.some((word) => rateWords.has(word))) return 'rate_limited';
  return null;
}

/** OpenRouter and its like put the status into the body: `{"error":{"code":429,…}}` behind HTTP 200. */
function codeOfNumber(facts: ErrorFacts): EngineErrorCode | null {
  const status = facts.words.map(Number).find((number) => number >= 400 && number < 600);
  return status === undefined ? null : codeOf(status, facts);
}

export function factsOf(body: string): ErrorFacts {
  const nothing = { message: null, words: [], retryDelayMs: null, isError: false };
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return nothing;
  }
  // Gemini's streaming endpoints wrap the error into a list.
  const parsed = errorBody.safeParse(Array.isArray(json) ? json[0] : json);
  if (!parsed.success) return nothing;
  const { error, message, detail: details, status_message: statusMessage } = parsed.data;
  const object = typeof error === 'object' && error !== null ? error : null;
  const detailText = typeof details === 'string' ? details : details?.[0]?.msg;
  const text = (typeof error === 'string' ? error : object?.message) ?? message ?? detailText ?? statusMessage ?? null;
  return {
    message: text,
    words: wordsOf(object),
    retryDelayMs: retryDelayOf(object),
    isError: error !== null && error !== undefined,
  };
}

function wordsOf(error: z.infer<typeof errorObject> | null): string[] {
  if (!error) return [];
  const details = Array.isArray(error.details) ? error.details.map((one) => one.reason) : [error.details?.error_code];
  return [error.type, error.code, error.status, ...details].flatMap((word) =>
    word === null || word === undefined ? [] : [String(word).toLowerCase()],
  );
}

/** Google's RetryInfo: `"retryDelay": "34.4s"`. */
function retryDelayOf(error: z.infer<typeof errorObject> | null): number | null {
  if (!error || !Array.isArray(error.details)) return null;
  const delay = error.details.map((one) => one.retryDelay).find((one) => typeof one === 'string');
  const seconds = delay ? Number(delay.replace(/s$/, '')) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    names.push(one.constructor.name, one.name);
    if ('code' in one && typeof one.code === 'string') names.push(one.code);
  }
  return names;
}

/** Vendors' messages are foreign text: one line, no control characters, no key, not endless. */
function tidy(wire: Wire, message: string): string {
  const line = wire.redact(message.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()).replace(/\bsk-[\w*-]{6,}/g, '[key]');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
