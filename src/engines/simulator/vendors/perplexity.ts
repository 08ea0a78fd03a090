import { z } from 'zod';
import type { SimulatedAnswer } from '../answer.ts';
import { textOf } from '../blocks.ts';
import { between, hexId } from '../random.ts';
import { bearerKey, insertMarks, tokenCount } from './vendor.ts';
import type { Failure, LimitState, Outcome, Rendered, Vendor, VendorReply } from './vendor.ts';
import { dayMs } from '../../../domain/durations.ts';

const part = z.looseObject({ text: z.string().optional() });
const requestSchema = z
  .looseObject({
    model: z.string().nullish(),
    models: z.array(z.string()).nullish(),
    preset: z.string().nullish(),
    input: z.union([
      z.string().min(1),
      z.array(z.looseObject({ role: z.string().optional(), content: z.union([z.string(), z.array(part)]) })).min(1),
    ]),
    tools: z.array(z.looseObject({ type: z.string() })).nullish(),
    stream: z.boolean().nullish(),
  })
  .refine((body) => body.model ?? body.models?.[0] ?? body.preset, { path: ['model'] });
type Details = z.infer<typeof requestSchema>;

// What the presets ran on in the recordings; only `fast` was seen.
const presetModels: Record<string, string> = { fast: 'openai/gpt-5.6-luna' };

const error = (status: number, type: string, message: string, headers: Record<string, string> = {}): VendorReply => ({
  status,
  headers,
  body: { error: { message, type, code: status } },
});

function lastQuestion(input: Details['input']): string {
  if (typeof input === 'string') return input;
  const content = input.findLast((item) => (item.role ?? 'user') === 'user')?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n');
}

const uuid = (answer: SimulatedAnswer) => hexId(answer.random, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function searchResults(answer: SimulatedAnswer) {
  const day = (back: number) => new Date(answer.ask.at.getTime() - back * dayMs).toISOString().slice(0, 10);
  const results = answer.sources.map(({ url, title, snippet }, index) => ({
    date: day(between(answer.random, 40, 500)),
    id: index + 1,
    last_updated: day(between(answer.random, 0, 39)),
    snippet,
    source: 'web',
    title,
    url,
  }));
  return { queries: answer.queries, results, type: 'search_results' };
}

const round = (usd: number) => Math.round(usd * 1e6) / 1e6;

function usage(inputTokens: number, outputTokens: number, searches: number) {
  const [inputCost, outputCost, toolCost] = [round(inputTokens * 0.2e-6), round(outputTokens * 1.2e-6), round(searches * 0.0025)];
  return {
    cost: {
      cache_creation_cost: 0,
      cache_read_cost: 0,
      currency: 'USD',
      input_cost: inputCost,
      output_cost: outputCost,
      tool_calls_cost: toolCost,
      tool_calls_cost_details: { search_web: toolCost },
      total_cost: round(inputCost + outputCost + toolCost),
    },
    input_tokens: inputTokens,
    input_tokens_details: { cache_creation_input_tokens: 0, cache_read_input_tokens: 0, cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    tool_calls_details: { search_web: { cost_usd: toolCost, invocation: searches } },
    total_tokens: inputTokens + outputTokens,
  };
}

const envelope = (details: Details, id: string, createdAt: number) => ({
  background: false,
  completed_at: createdAt + 2,
  created_at: createdAt,
  error: null,
  id: `resp_${id}`,
  incomplete_details: null,
  instructions: null,
  metadata: {},
  model: details.model ?? details.models?.[0] ?? presetModels[details.preset ?? ''] ?? 'perplexity/sonar',
  object: 'response',
  parallel_tool_calls: true,
  previous_response_id: null,
  service_tier: 'priority',
  status: 'completed',
  store: true,
  temperature: 1,
  text: { format: { type: 'text' } },
  tool_choice: 'auto',
  tools: details.tools ?? [],
  top_p: 1,
  truncation: '',
  user: null,
});

function render(ask: { details: Details; search: boolean }, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  // Its API knows no refusal: a message is missing in both cases.
  const answered = outcome === 'answered';
  const text = ask.search ? insertMarks(answer.pieces, '', (index) => `[${index + 1}]`).text : textOf(answer.pieces);
  const inputTokens = tokenCount(answer.ask.text, answer.ask.language) + (ask.search ? between(answer.random, 1800, 5200) : 200);
  const outputTokens = answered ? tokenCount(text, answer.ask.language) : 0;
  const id = uuid(answer);
  const message = {
    content: [{ annotations: [], text, type: 'output_text' }],
    id: `msg_${uuid(answer)}`,
    role: 'assistant',
    status: 'completed',
    type: 'message',
  };
  const body = {
    ...envelope(ask.details, id, Math.floor(answer.ask.at.getTime() / 1000)),
    output: [...(ask.search ? [searchResults(answer)] : []), ...(answered ? [message] : [])],
    usage: usage(inputTokens, outputTokens, ask.search ? answer.queries.length : 0),
  };
  return { reply: { status: 200, headers: { 'x-request-id': id }, body }, tokens: inputTokens + outputTokens, paid: true };
}

function fail(failure: Failure): VendorReply {
  if (failure.kind === 'unauthorized')
    return error(401, 'invalid_api_key', 'Invalid API key provided. Ensure your API key is correct and active.');
  if (failure.kind === 'not_found') return error(404, 'not_found', 'Not found.');
  if (failure.kind === 'overloaded')
    return error(503, 'service_unavailable', 'The service is temporarily overloaded. Please try again later.');
  const seconds = Math.max(1, Math.ceil(failure.retryAfterMs / 1000));
  return error(429, 'rate_limit_exceeded', 'Request rate limit exceeded, please try again later.', { 'retry-after': String(seconds) });
}

/** Its window is one second: at the lowest tier `x-ratelimit-limit: 1`. */
const limitHeaders = (limits: LimitState, now: number) => {
  const perSecond = Math.max(1, Math.floor(limits.requestLimit / 60));
  const left = Math.min(perSecond, limits.requestsLeft);
  return {
    'x-ratelimit-limit': String(perSecond),
    'x-ratelimit-remaining': String(left),
    'x-ratelimit-used': String(perSecond - left),
    'x-ratelimit-reset': String(Math.floor(now / 1000) + 1),
  };
};

export const perplexity: Vendor<Details> = {
  id: 'perplexity',
  keyOf: bearerKey,
  read(request) {
    if (request.method !== 'POST' || !/^(\/v1){0,2}\/(responses|agent)$/.test(request.path)) return null;
    if (request.body === null) return { wrong: error(400, 'invalid_request', 'The request body is not valid JSON.') };
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) {
      const detail = parsed.error.issues.map(({ path, message }) => ({ loc: ['body', ...path], msg: message, type: 'value_error' }));
      return { wrong: { status: 422, body: { detail } } };
    }
    const details = parsed.data;
    if (details.stream) return { wrong: error(400, 'invalid_request', 'Streaming is not simulated.') };
    if (details.model?.includes('does-not-exist')) return { wrong: error(400, 'invalid_model', `Invalid model '${details.model}'.`) };
    // The presets bring web search with them.
    const search = details.preset != null || (details.tools?.some(({ type }) => type === 'web_search') ?? false);
    return { engine: 'perplexity', question: lastQuestion(details.input), search, details };
  },
  render,
  fail,
  limitHeaders,
};
