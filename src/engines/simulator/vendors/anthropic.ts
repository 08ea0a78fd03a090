import { z } from 'zod';
import type { SimulatedAnswer } from '../answer.ts';
import { textOf } from '../blocks.ts';
import { between, chance, letterId } from '../random.ts';
import { bearerKey, header, readMessages, tokenCount } from './vendor.ts';
import type { Failure, LimitState, Outcome, Rendered, Vendor, VendorReply } from './vendor.ts';
import { dayMs } from '../../../domain/durations.ts';

const part = z.looseObject({ type: z.string(), text: z.string().optional() });
const requestSchema = z.looseObject({
  model: z.string().min(1),
  max_tokens: z.number().int().min(1),
  messages: z.array(z.looseObject({ role: z.enum(['user', 'assistant']), content: z.union([z.string(), z.array(part)]) })).min(1),
  tools: z.array(z.looseObject({ name: z.string().optional(), type: z.string().optional() })).nullish(),
  stream: z.boolean().nullish(),
});
type Details = z.infer<typeof requestSchema>;

const error = (status: number, type: string, message: string, headers: Record<string, string> = {}): VendorReply => {
  const id = `req_${'0'.repeat(24)}`;
  return { status, headers: { 'request-id': id, ...headers }, body: { type: 'error', error: { type, message }, request_id: id } };
};
const wrong = (message: string) => ({ wrong: error(400, 'invalid_request_error', message) });

type ContentBlock = Record<string, unknown>;

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function pageAge(answer: SimulatedAnswer): string | null {
  if (chance(answer.random, 0.5)) return null;
  const date = new Date(answer.ask.at.getTime() - between(answer.random, 3, 400) * dayMs);
  return `${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

function searchBlocks(answer: SimulatedAnswer): ContentBlock[] {
  return answer.queries.flatMap((query, index) => {
    const id = `srvtoolu_01${letterId(answer.random, 22)}`;
    // Later searches of one answer look deeper into the same pages.
    const found = index === 0 ? answer.sources : answer.sources.slice(0, 3);
    const results = found.map(({ url, title }) => ({
      type: 'web_search_result',
      title,
      url,
      encrypted_content: `EuAQ${letterId(answer.random, 96)}`,
      page_age: pageAge(answer),
    }));
    return [
      { type: 'server_tool_use', id, name: 'web_search', input: { query } },
      { type: 'web_search_tool_result', tool_use_id: id, content: results, caller: { type: 'direct' } },
    ];
  });
}

/** Cited pieces are blocks of their own; what lies between them is joined. */
function textBlocks(answer: SimulatedAnswer): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') blocks.push({ type: 'text', text: plain });
    plain = '';
  };
  for (const piece of answer.pieces) {
    if (piece.cites.length === 0) {
      plain += piece.text;
      continue;
    }
    flush();
    const citations = piece.cites.flatMap((index) => {
      const source = answer.sources[index];
      if (!source) return [];
      const { url, title, snippet } = source;
      return [
        { type: 'web_search_result_location', cited_text: snippet, url, title, encrypted_index: `Eo8B${letterId(answer.random, 60)}` },
      ];
    });
    blocks.push({ citations, type: 'text', text: piece.text });
  }
  flush();
  return blocks;
}

function contentOf(answer: SimulatedAnswer, outcome: Outcome, search: boolean): ContentBlock[] {
  if (outcome === 'refused') return [];
  const searches = search ? searchBlocks(answer) : [];
  if (outcome === 'empty') return searches;
  return [...searches, ...(search ? textBlocks(answer) : [{ type: 'text', text: textOf(answer.pieces) }])];
}

function render(ask: { details: Details; search: boolean }, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  const { random } = answer;
  const content = contentOf(answer, outcome, ask.search);
  const searches = content.filter(({ type }) => type === 'server_tool_use').length;
  const cacheTokens = searches * between(random, 5000, 11000);
  const inputTokens = 400 + tokenCount(answer.ask.text, answer.ask.language);
  const outputTokens = outcome === 'answered' ? 40 + tokenCount(textOf(answer.pieces), answer.ask.language) : 6;
  const body = {
    model: ask.details.model,
    id: `msg_01${letterId(random, 22)}`,
    type: 'message',
    role: 'assistant',
    content,
    stop_reason: outcome === 'refused' ? 'refusal' : 'end_turn',
    stop_sequence: null,
    stop_details: outcome === 'refused' ? { type: 'refusal', category: null, explanation: 'This request was declined.' } : null,
    usage: {
      input_tokens: inputTokens,
      cache_creation_input_tokens: cacheTokens,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: cacheTokens, ephemeral_1h_input_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { thinking_tokens: 0 },
      service_tier: 'standard',
      inference_geo: 'global',
      server_tool_use: searches > 0 ? { web_search_requests: searches, web_fetch_requests: 0 } : null,
    },
  };
  const reply = { status: 200, headers: { 'request-id': `req_01${letterId(random, 22)}` }, body };
  return { reply, tokens: inputTokens + cacheTokens + outputTokens, paid: true };
}

function fail(failure: Failure): VendorReply {
  if (failure.kind === 'unauthorized')
    return error(401, 'authentication_error', failure.key === '' ? 'x-api-key header is required' : 'invalid x-api-key');
  if (failure.kind === 'not_found') return error(404, 'not_found_error', 'Not found');
  if (failure.kind === 'overloaded') return error(529, 'overloaded_error', 'Overloaded', { 'x-should-retry': 'true' });
  const seconds = Math.max(1, Math.ceil(failure.retryAfterMs / 1000));
  return error(429, 'rate_limit_error', 'This request would exceed your organization’s rate limit. Please try again later.', {
    'retry-after': String(seconds),
    'x-should-retry': 'true',
  });
}

function limitHeaders(limits: LimitState, now: number): Record<string, string> {
  const reset = (ms: number) => new Date(now + ms).toISOString().replace(/\.\d+Z$/, 'Z');
  const headers: Record<string, string> = {
    'anthropic-ratelimit-requests-limit': String(limits.requestLimit),
    'anthropic-ratelimit-requests-remaining': String(limits.requestsLeft),
    'anthropic-ratelimit-requests-reset': reset(limits.requestsResetMs),
  };
  for (const kind of ['tokens', 'input-tokens', 'output-tokens']) {
    headers[`anthropic-ratelimit-${kind}-limit`] = String(limits.tokenLimit);
    headers[`anthropic-ratelimit-${kind}-remaining`] = String(limits.tokensLeft);
    headers[`anthropic-ratelimit-${kind}-reset`] = reset(limits.tokensResetMs);
  }
  return headers;
}

// Versions from which on Claude takes no sampling parameters.
const withoutSampling = '2026-10-21';

export const anthropic: Vendor<Details> = {
  id: 'anthropic',
  keyOf: (request) => header(request, 'x-api-key') ?? bearerKey(request),
  read(request) {
    if (request.method !== 'POST' || request.path !== '/v1/messages') return null;
    const version = header(request, 'anthropic-version');
    if (version === null) return wrong('anthropic-version: header is required');
    if (request.body === null) return wrong('The request body is not valid JSON');
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success) return wrong(`${parsed.error.issues[0]?.path.join('.') ?? ''}: Field required or invalid`);
    const details = parsed.data;
    const sampling = ['temperature', 'top_p', 'top_k'].find((name) => details[name] !== undefined);
    if (sampling !== undefined && version >= withoutSampling) return wrong(`${sampling}: Extra inputs are not permitted`);
    if (details.stream) return wrong('stream: Streaming is not simulated');
    if (details.model.includes('does-not-exist')) return { wrong: error(404, 'not_found_error', `model: ${details.model}`) };
    const search = details.tools?.some(({ type }) => type?.startsWith('web_search') ?? false) ?? false;
    return { engine: 'anthropic', ...readMessages(details.messages), search, details };
  },
  render,
  fail,
  limitHeaders,
};
