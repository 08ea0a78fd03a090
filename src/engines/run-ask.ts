import type { z } from 'zod';
import { EngineError } from '../errors.ts';
import type { Engine, EngineAnswer, EngineCitation, EngineDeps, EngineUsage, Finish, Question } from './engine.ts';
import { badResponse, failureOfBody, failureOfResponse, toEngineError } from './failures.ts';
import { rateLimitsOf } from './limits.ts';
import { openWire } from './wire.ts';
import type { Wire, WireResponse } from './wire.ts';

/** What an adapter reads out of an answer; the frame adds what is the same for all. */
export type Reading = {
  model: string | null;
  text: string;
  citations: EngineCitation[];
  retrieved: string[] | null;
  searchQueries: string[];
  usage: EngineUsage;
  cost: { usd: number; source: 'reported' | 'computed' } | null;
  finish: Finish;
  requestId: string | null;
};

type AskFrame = {
  engine: Pick<Engine, 'id' | 'label' | 'surface' | 'adapterVersion' | 'takes'>;
  question: Question;
  modelAsked: string | null;
  secrets: readonly string[];
  signal: AbortSignal | undefined;
};

export const nothingUsed: EngineUsage = {
  inputTokens: null,
  outputTokens: null,
  cachedTokens: null,
  reasoningTokens: null,
  searches: null,
};

/** Runs one ask over a recorded wire. @throws {EngineError} only. */
export async function runAsk(frame: AskFrame, deps: EngineDeps, talk: (wire: Wire) => Promise<Reading>): Promise<EngineAnswer> {
  const { engine, question, modelAsked, secrets, signal } = frame;
  if (question.earlier?.length && !engine.takes.turns)
    throw new EngineError('bad_request', `${engine.label} keeps no conversation: it takes single questions.`);
  const startedAt = deps.now();
  const wire = openWire(deps, { label: engine.label, secrets, signal });
  try {
    const { cost, ...reading } = await talk(wire);
    const headers = wire.last()?.headers ?? new Headers();
    return {
      engine: engine.id,
      surface: engine.surface,
      modelAsked,
      ...reading,
      model: reading.model ?? modelAsked,
      costUsd: cost?.usd ?? null,
      costSource: cost?.source ?? null,
      latencyMs: Math.max(0, Math.round(deps.now() - startedAt)),
      rateLimits: rateLimitsOf(headers, deps.now()),
      adapterVersion: engine.adapterVersion,
      exchanges: wire.exchanges,
    };
  } catch (error) {
    throw toEngineError(error, wire);
  } finally {
    wire.close();
  }
}

/** Most SDKs can hold back from reading the body, which they would parse for nobody. */
type SdkCall = PromiseLike<unknown> | { asResponse: () => Promise<unknown> };

/**
 * Waits for an SDK's call and gives the response as it came over the wire. What the SDK itself makes of a 2xx body is
 * not used: our schemas read the very bytes that are stored, so stored answers can be read again later.
 */
export async function responseOf(wire: Wire, call: SdkCall): Promise<WireResponse> {
  try {
    await ('asResponse' in call ? call.asResponse() : call);
  } catch (error) {
    const status = wire.last()?.status ?? 0;
    if (status < 200 || status > 299) throw error;
  }
  const response = wire.last();
  if (!response) throw new EngineError('unavailable', `${wire.label} gave no response.`);
  if (response.status < 200 || response.status > 299) throw failureOfResponse(wire, response);
  return response;
}

/** @throws {EngineError} `bad_response`, or the error that the body carries. */
export function parseBody<S extends z.ZodType>(schema: S, wire: Wire, response: WireResponse): z.infer<S> {
  let json: unknown;
  try {
    json = JSON.parse(response.body);
  } catch {
    throw badResponse(wire, response.status, 'not JSON');
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw failureOfBody(wire, response, issue?.path.length ? `at ${issue.path.join('.')}` : 'not the expected object');
}

/** The items of one `type` that `schema` can read; a vendor's new or changed kinds are passed over. */
export function itemsOf<S extends z.ZodType>(items: readonly unknown[], type: string, schema: S): z.infer<S>[] {
  return items.flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('type' in item) || item.type !== type) return [];
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

/** An answer without a word is none, unless the engine says that it refused or filtered it. */
export function finishOf(text: string, finish: Finish): Finish {
  if (finish === 'refused' || finish === 'filtered') return finish;
  return text.trim() === '' ? 'no_answer' : finish;
}
