import { httpFetch } from '../../src/engines/http-fetch.ts';
import { readdirSync, readFileSync } from 'node:fs';
import type { Engine, EngineAnswer, EngineDeps, Question } from '../../src/engines/engine.ts';
import { EngineError } from '../../src/errors.ts';
import type { EngineId } from '../../src/engines/registry.ts';
import { loopback, type Handler } from './loopback.ts';

export const testKey = 'test-key-0123456789abcdef';
export const nowMs = Date.parse('2026-10-01T00:00:00Z');

/** Each engine's variables for a server at `url`, with the key that must never show up anywhere. */
export function environmentOf(id: EngineId, url: string): Record<string, string> {
  const serp = { SERPAPI_API_KEY: testKey, SERPAPI_BASE_URL: url, DATAFORSEO_BASE_URL: url };
  const all: Record<EngineId, Record<string, string>> = {
    openai: { OPENAI_API_KEY: testKey, OPENAI_BASE_URL: url },
    anthropic: { ANTHROPIC_API_KEY: testKey, ANTHROPIC_BASE_URL: url },
    gemini: { GEMINI_API_KEY: testKey, GEMINI_BASE_URL: url },
    perplexity: { PERPLEXITY_API_KEY: testKey, PERPLEXITY_BASE_URL: url },
    xai: { XAI_API_KEY: testKey, XAI_BASE_URL: url },
    'google-ai-overview': serp,
    'google-ai-mode': serp,
    'openai-compatible': {
      OPENAI_COMPATIBLE_BASE_URL: url,
      OPENAI_COMPATIBLE_MODEL: 'llama-4',
      OPENAI_COMPATIBLE_API_KEY: testKey,
    },
  };
  return all[id];
}

type Asking = {
  env?: Record<string, string>;
  question?: Question;
  model?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
};

/** Asks `engine` against a loopback server; gives the answer or the EngineError, and what the server received. */
export async function askServer(engine: Engine, id: EngineId, handle: Handler, asking: Asking = {}) {
  await using server = await loopback(handle);
  const deps: EngineDeps = {
    fetch: asking.fetch ?? httpFetch,
    now: () => nowMs,
    env: { ...environmentOf(id, server.url), ...asking.env },
    timeoutMs: asking.timeoutMs ?? 5000,
  };
  const question = asking.question ?? { text: 'Which CRM suits a small agency?', country: null, language: null };
  const options = { model: asking.model ?? null, ...(asking.signal && { signal: asking.signal }) };
  let answer: EngineAnswer | null = null;
  let error: EngineError | null = null;
  try {
    answer = await engine.ask(question, options, deps);
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown;
    error = thrown;
  }
  return { answer, error, received: server.received };
}

export type Fixture = {
  synthetic: true;
  says: string;
  question?: { text: string; country: string | null; language: string | null };
  env?: Record<string, string>;
  responses: { status: number; headers: Record<string, string>; body: unknown }[];
  sent?: { path: string; query?: Record<string, string>; body?: unknown; without?: string[] }[];
  expect: Record<string, unknown> & {
    citations?: ({ slice: string | null } & Record<string, unknown>)[];
    costUsd?: number | null;
    exchanges?: number;
    error?: Record<string, unknown>;
  };
};

export function fixturesOf(id: EngineId): { name: string; fixture: Fixture }[] {
  const folder = new URL(`../fixtures/${id}/`, import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({
      name: file.replace('.json', ''),
      fixture: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture,
    }));
}

/** Serves a fixture's responses in turn, the last one again after that. */
export function serving(responses: Fixture['responses']): Handler {
  let next = 0;
  return (_, response) => {
    const one = responses[Math.min(next++, responses.length - 1)];
    response.writeHead(one?.status ?? 500, { 'content-type': 'application/json', ...one?.headers });
    response.end(JSON.stringify(one?.body));
  };
}

export function saying(body: string, contentType: string, status = 200): Handler {
  return (_, response) => {
    response.writeHead(status, { 'content-type': contentType });
    response.end(body);
  };
}
