import { z } from 'zod';
import type { EngineErrorCode } from '../errors.ts';
import { distinctPages, numberMarkers } from './citation-spans.ts';
import type { EngineCitation, EngineUsage, Finish } from './engine.ts';
import { codeOfWords, failureOfCode } from './failures.ts';
import { amount, count, list, text, texts } from './fields.ts';
import { citationsOf } from './openai-responses.ts';
import { finishOf, itemsOf } from './run-ask.ts';
import type { Wire } from './wire.ts';

/** An Agent API answer; only the fields that are read. */
export const agentBody = z.object({
  id: text,
  status: text,
  model: text,
  output: z.array(z.unknown()),
  error: z
    .object({ code: z.union([z.string(), z.number()]).nullish().catch(null), type: text, message: text })
    .nullish()
    .catch(null),
  incomplete_details: z.object({ reason: text }).nullish().catch(null),
  usage: z
    .object({
      input_tokens: count,
      input_tokens_details: z.object({ cached_tokens: count, cache_read_input_tokens: count }).nullish().catch(null),
      output_tokens: count,
      output_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
      tool_calls_details: z
        .record(z.string(), z.object({ invocation: count }).catch({ invocation: null }))
        .nullish()
        .catch(null),
      cost: z.object({ total_cost: amount, currency: text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
type AgentBody = z.infer<typeof agentBody>;

const message = z.object({ content: z.array(z.unknown()) });
const outputText = z.object({ text: z.string(), annotations: list });
const refusal = z.object({ refusal: z.string() });
const searchResults = z.object({ queries: texts, results: list });
const result = z.object({ id: count, url: z.string().min(1), title: text });
const fetched = z.object({ contents: list });
type Page = z.infer<typeof result>;

/** @throws {EngineError} where the response says that it failed */
export function readAgent(body: AgentBody, wire: Wire) {
  throwIfFailed(body, wire);
  const found = itemsOf(body.output, 'search_results', searchResults);
  const pages = pagesOf(found.flatMap((one) => one.results ?? []));
  const opened = pagesOf(itemsOf(body.output, 'fetch_url_results', fetched).flatMap((one) => one.contents ?? []));
  const { refused, ...answer } = readMessages(body.output, pages);
  const cost = body.usage?.cost;
  const reported = typeof cost?.total_cost === 'number' && (cost.currency ?? 'USD') === 'USD';
  return {
    id: body.id ?? null,
    model: body.model ?? null,
    ...answer,
    retrieved: distinctPages([...pages, ...opened].map((page) => page.url)),
    searchQueries: found.flatMap((one) => one.queries ?? []),
    usage: usageOf(body, found.length),
    cost: reported ? { usd: cost.total_cost ?? 0, source: 'reported' as const } : null,
    finish: finishOf(answer.text, refused ? 'refused' : statedFinish(body)),
  };
}

function pagesOf(raw: readonly unknown[]): Page[] {
  return raw.flatMap((one) => result.safeParse(one).data ?? []);
}

function readMessages(output: readonly unknown[], pages: readonly Page[]) {
  let whole = '';
  let refused = false;
  const annotated: EngineCitation[] = [];
  for (const { content } of itemsOf(output, 'message', message)) {
    if (whole !== '') whole += '\n\n';
    for (const part of content) {
      for (const shown of itemsOf([part], 'output_text', outputText)) {
        annotated.push(...citationsOf(shown.text, shown.annotations ?? [], whole.length));
        whole += shown.text;
      }
      for (const said of itemsOf([part], 'refusal', refusal)) {
        whole += said.refusal;
        refused = true;
      }
    }
  }
  const marked = markedCitations(whole, pages);
  const seen = new Set(marked.map((one) => one.url));
  return { text: whole, refused, citations: [...marked, ...annotated.filter((one) => !seen.has(one.url))] };
}

/** `[7]` in the text cites the result with id 7; a number that is no result's id is just a number. */
export function markedCitations(answer: string, pages: readonly Page[]): EngineCitation[] {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return numberMarkers(answer).flatMap(({ number, span }) => {
    const page = byId.get(number);
    return page ? [{ url: page.url, title: page.title || null, start: span.start, end: span.end, citedText: null }] : [];
  });
}

function usageOf({ usage }: AgentBody, searchItems: number): EngineUsage {
  const details = usage?.input_tokens_details;
  const tools = usage?.tool_calls_details;
  return {
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
    cachedTokens: details?.cached_tokens ?? details?.cache_read_input_tokens ?? null,
    reasoningTokens: usage?.output_tokens_details?.reasoning_tokens ?? null,
    searches: tools?.['search_web']?.invocation ?? tools?.['web_search']?.invocation ?? searchItems,
  };
}

function statedFinish(body: AgentBody): Finish {
  const reason = body.incomplete_details?.reason;
  if (body.status !== 'incomplete' && !reason) return 'complete';
  return reason === 'content_filter' ? 'filtered' : 'truncated';
}

function throwIfFailed({ status, error }: AgentBody, wire: Wire): void {
  if (status === 'failed') {
    const words = [error?.code, error?.type].flatMap((word) => (word ? [String(word).toLowerCase()] : []));
    const code: EngineErrorCode = codeOfWords({ words, message: error?.message ?? null }) ?? 'unavailable';
    throw failureOfCode(wire, code, error?.message);
  }
  if (status === 'cancelled' || status === 'queued' || status === 'in_progress') {
    throw failureOfCode(wire, 'unavailable', `the answer is ${status}`);
  }
}
