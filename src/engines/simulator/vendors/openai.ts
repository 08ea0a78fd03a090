import { z } from 'zod';
import type { SimulatedAnswer } from '../answer.ts';
import { textOf } from '../blocks.ts';
import { between, hexId } from '../random.ts';
import { bearerKey, insertMarks, readMessages, tokenCount } from './vendor.ts';
import type { Failure, LimitState, Rendered, Vendor, VendorReply } from './vendor.ts';

const tool = z.looseObject({ type: z.string() });
const part = z.looseObject({ text: z.string().optional() });
const requestSchema = z.looseObject({
  model: z.string().min(1),
  input: z.union([
    z.string().min(1),
    z.array(z.looseObject({ role: z.string().optional(), content: z.union([z.string(), z.array(part)]) })).min(1),
  ]),
  tools: z.array(tool).nullish(),
  include: z.array(z.string()).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  max_output_tokens: z.number().int().nullish(),
  max_tool_calls: z.number().int().nullish(),
  reasoning: z.looseObject({ effort: z.string().nullish() }).nullish(),
});
type Details = z.infer<typeof requestSchema>;

const error = (
  status: number,
  message: string,
  type: string,
  param: string | null,
  code: string | null,
  headers: Record<string, string> = {},
): VendorReply => ({
  status,
  headers: { 'x-request-id': `req_${'0'.repeat(24)}`, 'openai-version': '2020-10-01', ...headers },
  body: { error: { message, type, param, code } },
});
const wrong = (message: string, param: string | null, code: string | null) => ({
  wrong: error(400, message, 'invalid_request_error', param, code),
});

const withUtm = (url: string) => `${url}?utm_source=openai`;

function searchCalls(ask: { details: Details }, answer: SimulatedAnswer, cited: ReadonlySet<number>) {
  // The cited pages are listed twice, bare and with the parameter, as the real engine does.
  const sources = answer.sources
    .flatMap(({ url }, index) => (cited.has(index) ? [url, withUtm(url)] : [url]))
    .map((url) => ({ type: 'url', url }));
  const withSources = ask.details.include?.includes('web_search_call.action.sources') ?? false;
  return answer.queries.map((query, index) => ({
    id: `ws_${hexId(answer.random, 50)}`,
    type: 'web_search_call',
    status: 'completed',
    action: { type: 'search', queries: [query], query, ...(withSources ? { sources: index === 0 ? sources : [] } : {}) },
  }));
}

function messageContent(answer: SimulatedAnswer, outcome: string, search: boolean) {
  if (outcome === 'refused')
    return { content: { type: 'refusal', refusal: 'I’m sorry, but I can’t help with that request.' }, text: '', cited: new Set<number>() };
  const source = (index: number) => answer.sources[index] ?? { url: '', domain: '', title: '' };
  const { text, marks } = search
    ? insertMarks(answer.pieces, ' ', (index) => `([${source(index).domain}](${withUtm(source(index).url)}))`)
    : { text: textOf(answer.pieces), marks: [] };
  const annotations = marks.map((mark) => ({
    type: 'url_citation',
    end_index: mark.end,
    start_index: mark.start,
    title: source(mark.source).title,
    url: withUtm(source(mark.source).url),
  }));
  return { content: { type: 'output_text', annotations, logprobs: [], text }, text, cited: new Set(marks.map((mark) => mark.source)) };
}

function render(ask: { details: Details; search: boolean }, answer: SimulatedAnswer, outcome: 'answered' | 'refused' | 'empty'): Rendered {
  const { random } = answer;
  const { content, text, cited } = messageContent(answer, outcome, ask.search);
  const calls = ask.search && outcome !== 'refused' ? searchCalls(ask, answer, cited) : [];
  const message = {
    id: `msg_${hexId(random, 50)}`,
    type: 'message',
    status: 'completed',
    content: [content],
    phase: 'final_answer',
    role: 'assistant',
  };
  const inputTokens = 300 + tokenCount(answer.ask.text, answer.ask.language) + calls.length * between(random, 6000, 11000);
  const outputTokens = outcome === 'empty' ? 0 : 20 + tokenCount(text, answer.ask.language);
  const createdAt = Math.floor(answer.ask.at.getTime() / 1000);
  const output = outcome === 'empty' ? calls : [...calls, message];
  const body = {
    ...envelope(ask.details, `resp_${hexId(random, 50)}`, createdAt),
    output,
    ...usage(inputTokens, outputTokens, calls.length),
  };
  const headers = {
    'x-request-id': `req_${hexId(random, 32)}`,
    'openai-version': '2020-10-01',
    'openai-processing-ms': String(between(random, 1800, 9000)),
  };
  return { reply: { status: 200, headers, body }, tokens: inputTokens + outputTokens, paid: true };
}

const usage = (input: number, output: number, searches: number) => ({
  tool_usage: { image_gen: { input_tokens: 0, output_tokens: 0, total_tokens: 0 }, web_search: { num_requests: searches } },
  usage: {
    input_tokens: input,
    input_tokens_details: { cache_write_tokens: 0, cached_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  },
});

const envelope = (details: Details, id: string, createdAt: number) => ({
  id,
  object: 'response',
  created_at: createdAt,
  status: 'completed',
  background: false,
  billing: { payer: 'developer' },
  completed_at: createdAt + 4,
  error: null,
  incomplete_details: null,
  instructions: null,
  max_output_tokens: details.max_output_tokens ?? null,
  max_tool_calls: details.max_tool_calls ?? null,
  model: details.model,
  parallel_tool_calls: true,
  previous_response_id: null,
  reasoning: { effort: details.reasoning?.effort ?? null, summary: null },
  service_tier: 'default',
  store: details.store ?? true,
  temperature: 1,
  text: { format: { type: 'text' }, verbosity: 'medium' },
  tool_choice: 'auto',
  tools: details.tools ?? [],
  top_p: 1,
  truncation: 'disabled',
  user: null,
  metadata: {},
});

function fail(failure: Failure): VendorReply {
  if (failure.kind === 'unauthorized') {
    const shown = failure.key === '' ? "You didn't provide an API key." : `Incorrect API key provided: ${failure.key.slice(0, 3)}***.`;
    const message = `${shown} You can find your API key at https://platform.openai.com/account/api-keys.`;
    return error(401, message, 'invalid_request_error', null, 'invalid_api_key', { 'www-authenticate': 'Bearer realm="OpenAI API"' });
  }
  if (failure.kind === 'not_found') return error(404, 'Invalid URL.', 'invalid_request_error', null, null);
  if (failure.kind === 'overloaded')
    return error(
      503,
      'The server is currently overloaded with other requests. Please try again later.',
      'server_error',
      null,
      'server_is_overloaded',
    );
  const seconds = Math.max(1, Math.ceil(failure.retryAfterMs / 1000));
  return error(429, `Rate limit reached. Please try again in ${seconds}s.`, 'requests', null, 'rate_limit_exceeded', {
    'retry-after': String(seconds),
    'retry-after-ms': String(Math.ceil(failure.retryAfterMs)),
  });
}

/** `6ms`, `34.07s`, `6m0s`. */
export function goDuration(ms: number): string {
  if (ms < 1000) return `${Math.ceil(ms)}ms`;
  if (ms < 60_000) return `${Math.ceil(ms) / 1000}s`;
  return `${Math.floor(ms / 60_000)}m${Math.ceil((ms % 60_000) / 1000)}s`;
}

const limitHeaders = (limits: LimitState) => ({
  'x-ratelimit-limit-requests': String(limits.requestLimit),
  'x-ratelimit-limit-tokens': String(limits.tokenLimit),
  'x-ratelimit-remaining-requests': String(limits.requestsLeft),
  'x-ratelimit-remaining-tokens': String(limits.tokensLeft),
  'x-ratelimit-reset-requests': goDuration(limits.requestsResetMs),
  'x-ratelimit-reset-tokens': goDuration(limits.tokensResetMs),
});

export const openai: Vendor<Details> = {
  id: 'openai',
  keyOf: bearerKey,
  read(request) {
    if (request.method !== 'POST' || !/^(\/v1)?\/responses$/.test(request.path)) return null;
    if (request.body === null) return wrong('We could not parse the JSON body of your request.', null, null);
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? '';
      return wrong(`Missing or invalid parameter: '${field}'.`, field, 'missing_required_parameter');
    }
    const details = parsed.data;
    if (details.stream) return wrong('Streaming is not simulated.', 'stream', 'unsupported_value');
    if (details.model.includes('does-not-exist'))
      return wrong(`The requested model '${details.model}' does not exist.`, 'model', 'model_not_found');
    const search = details.tools?.some(({ type }) => type.startsWith('web_search')) ?? false;
    const messages = typeof details.input === 'string' ? [{ content: details.input }] : details.input;
    return { engine: 'openai', ...readMessages(messages), search, details };
  },
  render,
  fail,
  limitHeaders,
};
