import { z } from 'zod';
import { distinctPages } from './citation-spans.ts';
import type { EngineCitation, EngineUsage, Finish } from './engine.ts';
import { count, list, text } from './fields.ts';
import { finishOf, itemsOf } from './run-ask.ts';

/** A Claude message; only the fields that are read. */
export const messageBody = z.object({
  model: text,
  content: z.array(z.unknown()),
  stop_reason: text,
  usage: z
    .object({
      input_tokens: count,
      cache_creation_input_tokens: count,
      cache_read_input_tokens: count,
      output_tokens: count,
      output_tokens_details: z.object({ thinking_tokens: count }).nullish().catch(null),
      server_tool_use: z.object({ web_search_requests: count }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
type MessageBody = z.infer<typeof messageBody>;

const textBlock = z.object({ text: z.string(), citations: list });
const citation = z.object({ url: z.string().min(1), title: text, cited_text: text });
const toolUse = z.object({ name: text, input: z.object({ query: text }).nullish().catch(null) });
const toolResult = z.object({ content: z.union([z.array(z.unknown()), z.unknown()]) });
const searchResult = z.object({ url: z.string().min(1) });

/** The messages of one answer: one, or more where it paused. */
type Turns = { messages: readonly MessageBody[]; requestId: string | null };

export const noTurns: Turns = { messages: [], requestId: null };

export function addMessage(turns: Turns, message: MessageBody, requestId: string | null): Turns {
  return { messages: [...turns.messages, message], requestId: requestId ?? turns.requestId };
}

export function readTurns({ messages, requestId }: Turns) {
  const blocks = messages.flatMap((message) => message.content);
  const { text: answer, citations } = readTexts(blocks);
  const searches = itemsOf(blocks, 'server_tool_use', toolUse).filter((use) => use.name === 'web_search');
  const last = messages.at(-1);
  return {
    model: last?.model ?? null,
    text: answer,
    citations,
    retrieved: retrievedOf(blocks),
    searchQueries: searches.flatMap((use) => use.input?.query ?? []),
    usage: usageOf(messages, searches.length),
    cacheWriteTokens: sumOf(messages, (usage) => usage?.cache_creation_input_tokens),
    finish: finishOf(answer, statedFinish(last?.stop_reason ?? null)),
    requestId,
  };
}

/**
 * Blocks are joined without anything between them: one sentence is spread over several. A citation has no offsets of its
 * own and belongs to its whole block.
 */
function readTexts(blocks: readonly unknown[]): { text: string; citations: EngineCitation[] } {
  let whole = '';
  const citations: EngineCitation[] = [];
  for (const block of itemsOf(blocks, 'text', textBlock)) {
    const start = whole.length;
    whole += block.text;
    for (const one of itemsOf(block.citations ?? [], 'web_search_result_location', citation)) {
      citations.push({
        url: one.url,
        title: one.title || null,
        start: block.text ? start : null,
        end: block.text ? whole.length : null,
        citedText: one.cited_text || null,
      });
    }
  }
  return { text: whole, citations };
}

function retrievedOf(blocks: readonly unknown[]): string[] {
  const urls = itemsOf(blocks, 'web_search_tool_result', toolResult).flatMap(({ content }) =>
    // A failed search has an error object in the list's place; the answer goes on without it.
    Array.isArray(content) ? itemsOf(content, 'web_search_result', searchResult).map((result) => result.url) : [],
  );
  return distinctPages(urls);
}

function usageOf(messages: readonly MessageBody[], searches: number): EngineUsage {
  const plain = sumOf(messages, (usage) => usage?.input_tokens);
  const cached = sumOf(messages, (usage) => usage?.cache_read_input_tokens);
  const written = sumOf(messages, (usage) => usage?.cache_creation_input_tokens);
  return {
    // `input_tokens` leaves out what was read from or written to the cache.
    inputTokens: plain === null ? null : plain + (cached ?? 0) + (written ?? 0),
    outputTokens: sumOf(messages, (usage) => usage?.output_tokens),
    cachedTokens: cached,
    reasoningTokens: sumOf(messages, (usage) => usage?.output_tokens_details?.thinking_tokens),
    searches: sumOf(messages, (usage) => usage?.server_tool_use?.web_search_requests) ?? searches,
  };
}

function sumOf(messages: readonly MessageBody[], pick: (usage: MessageBody['usage']) => number | null | undefined): number | null {
  const told = messages.map(({ usage }) => pick(usage)).filter((number) => typeof number === 'number');
  return told.length === 0 ? null : told.reduce((sum, number) => sum + number, 0);
}

function statedFinish(stopReason: string | null): Finish {
  if (stopReason === 'refusal') return 'refused';
  const cut = stopReason === 'max_tokens' || stopReason === 'model_context_window_exceeded' || stopReason === 'pause_turn';
  return cut ? 'truncated' : 'complete';
}
