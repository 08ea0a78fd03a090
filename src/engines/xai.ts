import { computedCost } from './prices.ts';
import type { Engine } from './engine.ts';
import { baseAddress, modelOf, requireKey } from './environment.ts';
import { inputOf, openaiClient } from './openai.ts';
import { readResponses, responsesBody } from './openai-responses.ts';
import { parseBody, responseOf, runAsk } from './run-ask.ts';

const defaultModel = 'grok-4.7';

/** xAI's Responses API, through the openai SDK as xAI documents it. */
export const xai: Engine = {
  id: 'xai',
  label: 'xAI API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['XAI_API_KEY']],
  defaultModel,
  takes: { country: false, language: false, turns: true },
  expectedTokens: 6000,

  async ask(question, options, deps) {
    const apiKey = requireKey(deps.env, 'XAI_API_KEY', xai.label);
    const baseURL = baseAddress(deps.env, 'XAI_BASE_URL', 'https://api.x.ai/v1');
    const model = modelOf(deps.env, 'XAI_MODEL', options.model, defaultModel);
    const frame = { engine: xai, question, modelAsked: model, secrets: [apiKey], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      const client = openaiClient({ apiKey, baseURL, wire, timeoutMs: deps.timeoutMs, organization: null });
      const call = client.responses.create({
        model,
        input: inputOf(question),
        store: false,
        tools: [{ type: 'web_search' }],
        max_output_tokens: 8192,
      });
      const response = await responseOf(wire, call);
      const body = parseBody(responsesBody, wire, response);
      const reading = readResponses(body, wire);
      const ticks = body.usage?.cost_in_usd_ticks ?? null;
      return {
        ...reading,
        model: body.model ?? null,
        // 10^10 ticks are one dollar, tokens and searches together (docs.x.ai/developers/cost-tracking).
        cost:
          ticks === null
            ? computedCost('x-ai', body.model ?? model, { ...reading.usage, cacheWriteTokens: null }, deps.now())
            : { usd: ticks / 1e10, source: 'reported' },
        requestId: response.headers.get('x-request-id') ?? body.id ?? null,
      };
    });
  },
};
