import { z } from 'zod';
import type { EngineErrorCode } from '../errors.ts';
import { distinctPages, linkSpan } from './citation-spans.ts';
import type { EngineCitation, EngineUsage, Finish } from './engine.ts';
import { failureOfCode } from './failures.ts';
import { amount, count, list, text, texts } from './fields.ts';
import { finishOf, itemsOf } from './run-ask.ts';
import type { Wire } from './wire.ts';

/** The Responses API's answer as OpenAI and xAI give it; only the fields that are read. */
export const responsesBody = z.object({
  id: text,
  status: text,
  model: text,
  output: z.array(z.unknown()),
  error: z.object({ code: text, message: text }).nullish().catch(null),
  incomplete_details: z.object({ reason: text }).nullish().catch(null),
  usage: z
    .object({
      input_tokens: count,
      input_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count }).nullish().catch(null),
      output_tokens: count,
      output_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
      cost_in_usd_ticks: amount,
      server_side_tool_usage_details: z.object({ web_search_calls: count }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  tool_usage: z
    .object({ web_search: z.object({ num_requests: count }).nullish().catch(null) })
    .nullish()
    .catch(null),
  citations: list,
});
type ResponsesBody = z.infer<typeof responsesBody>;

const message = z.object({ phase: text, content: z.array(z.unknown()) });
const outputText = z.object({ text: z.string(), annotations: list });
const refusal = z.object({ refusal: z.string() });
const urlCitation = z.object({ url: z.string().min(1), title: text, start_index: count, end_index: count });
const searchCall = z.object({
  arguments: text,
  action: z.object({ type: text, query: text, queries: texts, url: text, sources: list }).nullish().catch(null),
});
const source = z.object({ url: z.string().min(1) });

type ResponsesReading = {
  text: string;
  citations: EngineCitation[];
  retrieved: string[] | null;
  searchQueries: string[];
  usage: EngineUsage;
  finish: Finish;
};

/** @throws {EngineError} where the response says that it failed */
export function readResponses(body: ResponsesBody, wire: Wire): ResponsesReading {
  throwIfFailed(body, wire);
  const answer = readMessages(body.output);
  const searches = itemsOf(body.output, 'web_search_call', searchCall);
  return {
    text: answer.text,
    citations: answer.citations,
    retrieved: retrievedOf(body, searches),
    searchQueries: searches.flatMap(queriesOf),
    usage: usageOf(body, searches),
    finish: finishOf(answer.text, statedFinish(body, answer.refused)),
  };
}

function readMessages(output: readonly unknown[]) {
  let whole = '';
  let refused = false;
  const citations: EngineCitation[] = [];
  for (const { content, phase } of itemsOf(output, 'message', message)) {
    // Models that think aloud mark it `commentary`; a reader of the answer does not see it.
    if (phase && phase !== 'final_answer') continue;
    if (whole !== '') whole += '\n\n';
    for (const part of content) {
      const shown = itemsOf([part], 'output_text', outputText)[0];
      if (shown) {
        const start = whole.length;
        whole += shown.text;
        citations.push(...citationsOf(shown.text, shown.annotations ?? [], start));
      }
      const said = itemsOf([part], 'refusal', refusal)[0];
      if (said) {
        whole += said.refusal;
        refused = true;
      }
    }
  }
  return { text: whole, citations, refused };
}

export function citationsOf(partText: string, annotations: readonly unknown[], offset: number): EngineCitation[] {
  return itemsOf(annotations, 'url_citation', urlCitation).map(({ url, title, start_index, end_index }) => {
    const span = linkSpan(partText, start_index, end_index, url);
    return {
      url,
      title: title || null,
      start: span ? offset + span.start : null,
      end: span ? offset + span.end : null,
      citedText: null,
    };
  });
}

/** Null where a search ran and no list came with it: OpenAI lists what it retrieved on request, xAI in `citations`. */
function retrievedOf(body: ResponsesBody, searches: z.infer<typeof searchCall>[]): string[] | null {
  const lists = searches.map((call) => call.action?.sources).filter((sources) => Array.isArray(sources));
  const listed = [...lists.flat(), ...(body.citations ?? [])].flatMap((one) => {
    if (typeof one === 'string') return [one];
    const parsed = source.safeParse(one);
    return parsed.success ? [parsed.data.url] : [];
  });
  const opened = searches.flatMap((call) => (call.action?.type !== 'search' && call.action?.url ? [call.action.url] : []));
  if (searches.length > 0 && lists.length === 0 && !body.citations) return null;
  return distinctPages([...listed, ...opened]);
}

function queriesOf({ action, arguments: argumentsJson }: z.infer<typeof searchCall>): string[] {
  if (action?.queries?.length) return action.queries;
  if (action?.query) return [action.query];
  const parsed = z.object({ query: z.string() }).safeParse(jsonOrNull(argumentsJson));
  return parsed.success ? [parsed.data.query] : [];
}

function usageOf(body: ResponsesBody, searches: z.infer<typeof searchCall>[]): EngineUsage {
  const { usage } = body;
  // Opening a page and finding in it are calls of the same tool, but not searches.
  const counted = searches.filter(({ action }) => !action?.type || action.type === 'search').length;
  return {
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
    cachedTokens: usage?.input_tokens_details?.cached_tokens ?? null,
    reasoningTokens: usage?.output_tokens_details?.reasoning_tokens ?? null,
    searches: body.tool_usage?.web_search?.num_requests ?? usage?.server_side_tool_usage_details?.web_search_calls ?? counted,
  };
}

function statedFinish(body: ResponsesBody, refused: boolean): Finish {
  if (refused) return 'refused';
  if (body.status === 'failed') return 'filtered';
  if (body.status !== 'incomplete') return 'complete';
  return body.incomplete_details?.reason === 'content_filter' ? 'filtered' : 'truncated';
}

const codesOfFailure: Record<string, EngineErrorCode> = {
  server_error: 'unavailable',
  rate_limit_exceeded: 'rate_limited',
  insufficient_quota: 'quota_exhausted',
  vector_store_timeout: 'timeout',
};

/** A prompt stopped by policy is an answer (`filtered`), as it is when the filter speaks up later. */
function throwIfFailed(body: ResponsesBody, wire: Wire): void {
  if (body.status === 'cancelled' || body.status === 'queued' || body.status === 'in_progress') {
    throw failureOfCode(wire, 'unavailable', `the answer is ${body.status}`);
  }
  if (body.status !== 'failed') return;
  const code = body.error?.code ?? '';
  if (/policy|^invalid_prompt$/.test(code)) return;
  throw failureOfCode(wire, codesOfFailure[code] ?? 'unavailable', body.error?.message ?? code);
}

function jsonOrNull(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}
