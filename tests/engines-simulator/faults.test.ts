import Anthropic from '@anthropic-ai/sdk';
import { ApiError, GoogleGenAI } from '@google/genai';
import Perplexity from '@perplexity-ai/perplexity_ai';
import OpenAI from 'openai';
import { afterEach, describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/engines/simulator/server.ts';
import type { RunningSimulator, SimulatorOptions } from '../../src/engines/simulator/server.ts';
import { english, market, prompts } from './fixtures.ts';

let running: RunningSimulator | undefined;
afterEach(() => running?.close());

async function start(options: Partial<SimulatorOptions> = {}): Promise<RunningSimulator> {
  running = await startSimulator({ market, prompts, ...options });
  return running;
}

function clients({ env }: RunningSimulator, apiKey = 'k') {
  const openai = new OpenAI({ apiKey, baseURL: env.OPENAI_BASE_URL, maxRetries: 0 });
  const anthropic = new Anthropic({ apiKey, baseURL: env.ANTHROPIC_BASE_URL, maxRetries: 0 });
  const gemini = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: env.GEMINI_BASE_URL ?? '' } });
  const perplexity = new Perplexity({ apiKey, baseURL: env.PERPLEXITY_BASE_URL, maxRetries: 0 });
  return {
    openai: () => openai.responses.create({ model: 'gpt-5.6-luna', input: english, tools: [{ type: 'web_search' }] }),
    anthropic: () =>
      anthropic.messages.create({
        model: 'claude-sonnet-5-5',
        max_tokens: 1000,
        messages: [{ role: 'user', content: english }],
        tools: [{ type: 'web_search_20250305', name: 'web_search' }],
      }),
    gemini: () =>
      gemini.models.generateContent({ model: 'gemini-3.8-flash', contents: english, config: { tools: [{ googleSearch: {} }] } }),
    perplexity: () => perplexity.responses.create({ preset: 'fast', input: english }),
    serpapi: (query = `engine=google_ai_mode&q=crm&api_key=${apiKey}`) => fetch(`${env.SERPAPI_BASE_URL}/search?${query}`),
  };
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('a key that is refused', () => {
  const apiKeys = { openai: 'right', anthropic: 'right', gemini: 'right', perplexity: 'right', serpapi: 'right' };

  it('is each vendor’s own error', async () => {
    const ask = clients(await start({ apiKeys }), 'wrong');
    expect(await failureOf(ask.openai())).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(await failureOf(ask.openai())).toMatchObject({ status: 401, code: 'invalid_api_key', type: 'invalid_request_error' });
    expect(await failureOf(ask.anthropic())).toBeInstanceOf(Anthropic.AuthenticationError);
    expect(await failureOf(ask.anthropic())).toMatchObject({ status: 401, error: { error: { type: 'authentication_error' } } });
    const gemini = await failureOf(ask.gemini());
    expect(gemini).toBeInstanceOf(ApiError);
    expect(gemini).toMatchObject({ status: 400, message: expect.stringContaining('API_KEY_INVALID') });
    expect(await failureOf(ask.perplexity())).toMatchObject({ status: 401, error: { error: { type: 'invalid_api_key', code: 401 } } });
    const serpapi = await ask.serpapi();
    expect([serpapi.status, await serpapi.json()]).toMatchObject([401, { error: expect.stringContaining('Invalid API key') }]);
    expect(Object.values(running?.counts().engines ?? {}).every(({ requests, paid }) => requests === 0 && paid === 0)).toBe(true);
  });

  it('is none where the key is right, and any key is where none is set', async () => {
    const { env } = await start({ apiKeys });
    expect(env.OPENAI_API_KEY).toBe('right');
    await expect(clients({ env } as RunningSimulator, 'right').openai()).resolves.toMatchObject({ status: 'completed' });
  });
});

describe('an overloaded or limited engine', () => {
  it('is each vendor’s own 429', async () => {
    const ask = clients(await start({ faults: { all: { http429: 1 } } }));
    const openai = await failureOf(ask.openai());
    expect(openai).toBeInstanceOf(OpenAI.RateLimitError);
    expect(openai).toMatchObject({ status: 429, code: 'rate_limit_exceeded' });
    expect((openai as InstanceType<typeof OpenAI.RateLimitError>).headers.get('retry-after')).toBe('1');
    const anthropic = await failureOf(ask.anthropic());
    expect(anthropic).toBeInstanceOf(Anthropic.RateLimitError);
    expect(anthropic).toMatchObject({ error: { error: { type: 'rate_limit_error' } } });
    expect(await failureOf(ask.gemini())).toMatchObject({
      status: 429,
      message: expect.stringMatching(/RESOURCE_EXHAUSTED.*"retryDelay":"1s"/),
    });
    expect(await failureOf(ask.perplexity())).toBeInstanceOf(Perplexity.RateLimitError);
    expect((await ask.serpapi()).status).toBe(429);
  });

  it('is each vendor’s own "overloaded"', async () => {
    const ask = clients(await start({ faults: { all: { http529: 1 } } }));
    expect(await failureOf(ask.openai())).toBeInstanceOf(OpenAI.InternalServerError);
    expect(await failureOf(ask.anthropic())).toMatchObject({ status: 529, error: { error: { type: 'overloaded_error' } } });
    expect(await failureOf(ask.gemini())).toMatchObject({ status: 503, message: expect.stringContaining('UNAVAILABLE') });
    expect(await failureOf(ask.perplexity())).toMatchObject({ status: 503 });
    expect((await ask.serpapi()).status).toBe(503);
    expect(running?.counts().engines.openai).toEqual({ requests: 1, paid: 0, failed: 1 });
  });

  it('takes as many requests a minute as it says, and then tells how long to wait', async () => {
    let nowMs = Date.parse('2026-09-01T00:00:00Z');
    const ask = clients(await start({ requestsPerMinute: { openai: 3 }, now: () => nowMs }));
    for (let i = 0; i < 3; i++) await ask.openai();
    const refused = await failureOf(ask.openai());
    expect(refused).toBeInstanceOf(OpenAI.RateLimitError);
    const { headers } = refused as InstanceType<typeof OpenAI.RateLimitError>;
    expect(headers.get('retry-after')).toBe('20');
    expect(headers.get('x-ratelimit-remaining-requests')).toBe('0');
    nowMs += 20_000;
    await expect(ask.openai()).resolves.toMatchObject({ status: 'completed' });
  });

  it('counts tokens a minute as well', async () => {
    // So few that no delay of the machine fills the bucket again.
    const ask = clients(await start({ tokensPerMinute: { anthropic: 60 } }));
    await ask.anthropic();
    expect(await failureOf(ask.anthropic())).toBeInstanceOf(Anthropic.RateLimitError);
  });
});

describe('HTTP 200 without an answer', () => {
  it('is a refusal in each vendor’s form', async () => {
    const ask = clients(await start({ faults: { all: { refusal: 1 } } }));
    expect((await ask.openai()).output).toMatchObject([{ type: 'message', content: [{ type: 'refusal' }] }]);
    expect(await ask.anthropic()).toMatchObject({ stop_reason: 'refusal', content: [] });
    const gemini = await ask.gemini();
    expect(gemini.promptFeedback?.blockReason).toBe('PROHIBITED_CONTENT');
    expect(gemini.candidates).toBeUndefined();
    expect((await ask.perplexity()).output_text).toBe('');
  });

  it('is an empty answer', async () => {
    const ask = clients(await start({ faults: { all: { empty: 1 } } }));
    expect((await ask.openai()).output_text).toBe('');
    expect((await ask.anthropic()).content.some((block) => block.type === 'text')).toBe(false);
    expect((await ask.gemini()).text).toBeUndefined();
    expect((await ask.perplexity()).output_text).toBe('');
    expect(await (await ask.serpapi()).json()).toMatchObject({
      search_metadata: { status: 'Success' },
      error: expect.stringContaining('hasn'),
    });
    expect(await (await ask.serpapi('engine=google&q=crm&api_key=k')).json()).not.toHaveProperty('ai_overview');
    expect(running?.counts().engines.openai.paid).toBe(1);
  });

  it('belongs to the ask: the same one gives the same, while failures pass', async () => {
    const { env, url } = await start({ faults: { all: { refusal: 0.5, http529: 0.3 } } });
    const post = async (sample: number) => {
      const headers = {
        'x-api-key': 'k',
        'anthropic-version': '2026-10-21',
        'x-wayseen-sample': String(sample),
        'x-wayseen-simulated-at': '2026-08-01T00:00:00Z',
      };
      for (;;) {
        const response = await fetch(`${env.ANTHROPIC_BASE_URL}/v1/messages`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ model: 'm', max_tokens: 9, messages: [{ role: 'user', content: english }] }),
        });
        if (response.status === 200) return response.text();
      }
    };
    expect(url).toBe(env.ANTHROPIC_BASE_URL?.replace('/anthropic', ''));
    const first = await Promise.all(Array.from({ length: 20 }, (_, sample) => post(sample)));
    expect(await Promise.all(Array.from({ length: 20 }, (_, sample) => post(sample)))).toEqual(first);
    expect(new Set(first.map((text) => text.includes('"stop_reason":"refusal"')))).toEqual(new Set([true, false]));
  });
});

describe('a wrong request', () => {
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${running?.url}${path}`, {
      method: 'POST',
      body,
      headers: { authorization: 'Bearer k', 'x-api-key': 'k', 'x-goog-api-key': 'k', ...headers },
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  it('is told in each vendor’s form', async () => {
    await start();
    expect(await post('/openai/v1/responses', '{}')).toMatchObject({
      status: 400,
      body: { error: { type: 'invalid_request_error', param: 'model' } },
    });
    expect(await post('/openai/v1/responses', '{"model":"gpt-does-not-exist","input":"x"}')).toMatchObject({
      status: 400,
      body: { error: { code: 'model_not_found' } },
    });
    expect(await post('/anthropic/v1/messages', '{', { 'anthropic-version': '2026-10-21' })).toMatchObject({
      status: 400,
      body: { type: 'error', error: { type: 'invalid_request_error' } },
    });
    const sampling = JSON.stringify({ model: 'm', max_tokens: 9, temperature: 0, messages: [{ role: 'user', content: 'x' }] });
    expect(await post('/anthropic/v1/messages', sampling, { 'anthropic-version': '2026-10-21' })).toMatchObject({ status: 400 });
    expect(await post('/anthropic/v1/messages', sampling, { 'anthropic-version': '2023-06-01' })).toMatchObject({ status: 200 });
    expect(await post('/gemini/v1beta/models/g:generateContent', '{}')).toMatchObject({
      status: 400,
      body: { error: { status: 'INVALID_ARGUMENT' } },
    });
    expect(await post('/perplexity/v1/responses', '{"preset":"fast"}')).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'input'] }] },
    });
    expect(await post('/nowhere/v1', '{}')).toMatchObject({ status: 404 });
    expect(await post('/openai/v1/nowhere', '{}')).toMatchObject({ status: 404, body: { error: { type: 'invalid_request_error' } } });
  });

  it('of SerpApi without a question or with a bad token is a 400', async () => {
    const ask = clients(await start());
    expect((await ask.serpapi('engine=google&api_key=k')).status).toBe(400);
    expect((await ask.serpapi('engine=google_ai_overview&page_token=%20x&api_key=k')).status).toBe(400);
  });
});
