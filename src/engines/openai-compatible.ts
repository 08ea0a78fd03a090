import { z } from 'zod';
import { distinctPages, linkSpan } from './citation-spans.ts';
import type { Engine, EngineCitation, Finish } from './engine.ts';
import { EngineError } from '../errors.ts';
import { baseAddress, readEnv } from './environment.ts';
import { count, list, text, texts } from './fields.ts';
import { messagesOf } from './messages.ts';
import { openaiClient } from './openai.ts';
import { markedCitations } from './perplexity-agent.ts';
import { finishOf, itemsOf, parseBody, responseOf, runAsk } from './run-ask.ts';

const urlCitation = z.object({
  url_citation: z.object({ url: z.string().min(1), title: text, content: text, start_index: count, end_index: count }),
});

/** A chat completion, with what Ollama, vLLM, OpenRouter and the old Sonar API add to it; only the fields that are read. */
const completion = z.object({
  id: text,
  model: text,
  choices: z.array(
    z.object({
      finish_reason: text,
      message: z.object({ content: text, refusal: text, annotations: list }).nullish().catch(null),
    }),
  ),
  citations: texts,
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
      completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
      cost: z
        .union([z.number().min(0), z.object({ total_cost: z.number().min(0) })])
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
type Completion = z.infer<typeof completion>;

/** Any server that speaks OpenAI's chat completions: Ollama, vLLM, a gateway. It searches nothing by itself. */
export const openaiCompatible: Engine = {
  id: 'openai-compatible',
  label: 'OpenAI-compatible API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['OPENAI_COMPATIBLE_BASE_URL', 'OPENAI_COMPATIBLE_MODEL']],
  defaultModel: null,
  takes: { country: false, language: false, turns: true },
  expectedTokens: 1500,

  async ask(question, options, deps) {
    const { env } = deps;
    const label = openaiCompatible.label;
    if (!readEnv(env, 'OPENAI_COMPATIBLE_BASE_URL')) {
      throw new EngineError('unauthorized', `${label} needs an address: set OPENAI_COMPATIBLE_BASE_URL and OPENAI_COMPATIBLE_MODEL.`);
    }
    const baseURL = baseAddress(env, 'OPENAI_COMPATIBLE_BASE_URL', '');
    const model = options.model ?? readEnv(env, 'OPENAI_COMPATIBLE_MODEL');
    if (!model) throw new EngineError('unauthorized', `${label} needs a model: set OPENAI_COMPATIBLE_MODEL.`);
    const key = readEnv(env, 'OPENAI_COMPATIBLE_API_KEY');
    const frame = { engine: openaiCompatible, question, modelAsked: model, secrets: key ? [key] : [], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      // The SDK wants a key; local servers ask for none.
      const client = openaiClient({ apiKey: key ?? 'none', baseURL, wire, timeoutMs: deps.timeoutMs, organization: null });
      const call = client.chat.completions.create({ model, messages: messagesOf(question, 'assistant') });
      const response = await responseOf(wire, call);
      const body = parseBody(completion, wire, response);
      return { ...readCompletion(body), requestId: response.headers.get('x-request-id') ?? body.id ?? null };
    });
  },
};

function readCompletion(body: Completion) {
  const choice = body.choices[0];
  const said = choice?.message?.content ?? '';
  const answer = withoutThoughts(said) || (choice?.message?.refusal ?? '');
  const cost = typeof body.usage?.cost === 'number' ? body.usage.cost : (body.usage?.cost?.total_cost ?? null);
  return {
    model: body.model ?? null,
    text: answer,
    citations: citationsOf(answer, said, choice?.message?.annotations ?? [], body.citations ?? []),
    retrieved: body.citations ? distinctPages(body.citations) : null,
    searchQueries: [],
    usage: {
      inputTokens: body.usage?.prompt_tokens ?? null,
      outputTokens: body.usage?.completion_tokens ?? null,
      cachedTokens: body.usage?.prompt_tokens_details?.cached_tokens ?? null,
      reasoningTokens: body.usage?.completion_tokens_details?.reasoning_tokens ?? null,
      searches: null,
    },
    cost: cost === null ? null : { usd: cost, source: 'reported' as const },
    finish: finishOf(answer, statedFinish(choice)),
  };
}

/** Local models write their thoughts into the answer; a chat window hides them. */
function withoutThoughts(said: string): string {
  return said.replace(/^\s*<think>.*?<\/think>\s*/s, '');
}

function citationsOf(answer: string, said: string, annotations: readonly unknown[], cited: readonly string[]): EngineCitation[] {
  const cut = said.length - answer.length;
  const annotated = itemsOf(annotations, 'url_citation', urlCitation).map(({ url_citation: one }) => {
    const span = linkSpan(said, one.start_index, one.end_index, one.url);
    const shown = span && span.start >= cut ? span : null;
    return {
      url: one.url,
      title: one.title || null,
      start: shown ? shown.start - cut : null,
      end: shown ? shown.end - cut : null,
      citedText: one.content || null,
    };
  });
  // Sonar's markers count the plain list of addresses from 1.
  const marked = markedCitations(
    answer,
    cited.map((url, index) => ({ id: index + 1, url, title: null })),
  );
  return [...annotated, ...marked];
}

function statedFinish(choice: Completion['choices'][number] | undefined): Finish {
  if (choice?.message?.refusal) return 'refused';
  if (choice?.finish_reason === 'content_filter') return 'filtered';
  return choice?.finish_reason === 'length' ? 'truncated' : 'complete';
}
