import OpenAI from 'openai';
import { computedCost } from './prices.ts';
import type { Engine, Question } from './engine.ts';
import { baseAddress, modelOf, readEnv, requireKey } from './environment.ts';
import { messagesOf } from './messages.ts';
import { readResponses, responsesBody } from './openai-responses.ts';
import { parseBody, responseOf, runAsk } from './run-ask.ts';
import type { Wire } from './wire.ts';

const defaultModel = 'gpt-5.6-luna';

/** OpenAI's Responses API with its web search offered, as ChatGPT would decide for itself whether to search. */
export const openai: Engine = {
  id: 'openai',
  label: 'OpenAI API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['OPENAI_API_KEY']],
  defaultModel,
  // The language follows the question; there is no parameter for it.
  takes: { country: true, language: false, turns: true },
  expectedTokens: 18_000,

  async ask(question, options, deps) {
    const { env } = deps;
    const apiKey = requireKey(env, 'OPENAI_API_KEY', openai.label);
    const baseURL = baseAddress(env, 'OPENAI_BASE_URL', 'https://api.openai.com/v1');
    const model = modelOf(env, 'OPENAI_MODEL', options.model, defaultModel);
    const frame = { engine: openai, question, modelAsked: model, secrets: [apiKey], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      const client = openaiClient({
        apiKey,
        baseURL,
        wire,
        timeoutMs: deps.timeoutMs,
        organization: readEnv(env, 'OPENAI_ORG_ID'),
      });
      const call = client.responses.create({
        model,
        input: inputOf(question),
        store: false,
        // Without a location OpenAI takes the United States; `approximate` alone means none.
        tools: [{ type: 'web_search', user_location: { type: 'approximate', ...(question.country && { country: question.country }) } }],
        include: ['web_search_call.action.sources'],
        max_output_tokens: 8192,
        max_tool_calls: 6,
      });
      const response = await responseOf(wire, call);
      const body = parseBody(responsesBody, wire, response);
      const reading = readResponses(body, wire);
      const used = { ...reading.usage, cacheWriteTokens: body.usage?.input_tokens_details?.cache_write_tokens ?? null };
      return {
        ...reading,
        model: body.model ?? null,
        cost: computedCost('openai', body.model ?? model, used, deps.now()),
        requestId: response.headers.get('x-request-id') ?? body.id ?? null,
      };
    });
  },
};

/** A single question is plain text; a conversation is sent whole, as `store: false` leaves nothing to go on from. */
export const inputOf = (question: Question) => (question.earlier?.length ? messagesOf(question, 'assistant') : question.text);

/** Everything that the SDK would otherwise read from process.env is given or switched off. */
export function openaiClient(given: {
  apiKey: string;
  baseURL: string;
  wire: Wire;
  timeoutMs: number;
  organization: string | null;
}): OpenAI {
  return new OpenAI({
    apiKey: given.apiKey,
    baseURL: given.baseURL,
    organization: given.organization,
    project: null,
    adminAPIKey: null,
    fetch: given.wire.fetch,
    maxRetries: 0,
    // The wire's deadline comes first; this only keeps the SDK's own ten minutes out of the way.
    timeout: given.timeoutMs + 10_000,
    logLevel: 'off',
  });
}
