import Anthropic from '@anthropic-ai/sdk';
import { computedCost } from './prices.ts';
import { addMessage, messageBody, noTurns, readTurns } from './anthropic-message.ts';
import type { Engine, Question } from './engine.ts';
import { baseAddress, modelOf, requireKey } from './environment.ts';
import { messagesOf } from './messages.ts';
import { parseBody, responseOf, runAsk } from './run-ask.ts';

const defaultModel = 'claude-sonnet-5-5';

/** One answer may pause this often (each is a paid request); after that it counts as cut short. */
const maxContinuations = 4;

/** Claude's Messages API with its web search tool. No sampling parameters: the API refuses them. */
export const anthropic: Engine = {
  id: 'anthropic',
  label: 'Claude API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['ANTHROPIC_API_KEY']],
  defaultModel,
  takes: { country: true, language: false, turns: true },
  expectedTokens: 20_000,

  async ask(question, options, deps) {
    const apiKey = requireKey(deps.env, 'ANTHROPIC_API_KEY', anthropic.label);
    const baseURL = baseAddress(deps.env, 'ANTHROPIC_BASE_URL', 'https://api.anthropic.com');
    const model = modelOf(deps.env, 'ANTHROPIC_MODEL', options.model, defaultModel);
    const frame = { engine: anthropic, question, modelAsked: model, secrets: [apiKey], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      const client = new Anthropic({
        apiKey,
        baseURL,
        fetch: wire.fetch,
        maxRetries: 0,
        timeout: deps.timeoutMs + 10_000,
        logLevel: 'off',
        openTelemetry: false,
      });
      let turns = noTurns;
      const said: Anthropic.ContentBlockParam[] = [];
      for (let round = 0; round <= maxContinuations; round++) {
        const call = client.messages.create(requestOf(model, question, said));
        const response = await responseOf(wire, call);
        const body = parseBody(messageBody, wire, response);
        turns = addMessage(turns, body, response.headers.get('request-id'));
        if (body.stop_reason !== 'pause_turn') break;
        said.push(...(await call).content);
      }
      const { cacheWriteTokens, ...reading } = readTurns(turns);
      const used = { ...reading.usage, cacheWriteTokens };
      return { ...reading, cost: computedCost('anthropic', reading.model ?? model, used, deps.now()) };
    });
  },
};

/** `said`: what a paused answer holds so far, sent back for Claude to go on. */
function requestOf(model: string, question: Question, said: Anthropic.ContentBlockParam[]): Anthropic.MessageCreateParamsNonStreaming {
  const asked: Anthropic.MessageParam[] = messagesOf(question, 'assistant');
  return {
    model,
    max_tokens: 8192,
    messages: said.length > 0 ? [...asked, { role: 'assistant', content: [...said] }] : asked,
    tools: [
      {
        // The later versions put the results behind code execution, where they cannot be read.
        type: 'web_search_20250305',
        name: 'web_search',
        max_uses: 5,
        ...(question.country && { user_location: { type: 'approximate' as const, country: question.country } }),
      },
    ],
  };
}
