import Perplexity from '@perplexity-ai/perplexity_ai';
import type { Engine } from './engine.ts';
import { baseAddress, modelOf, requireKey } from './environment.ts';
import { agentBody, readAgent } from './perplexity-agent.ts';
import { parseBody, responseOf, runAsk } from './run-ask.ts';

const defaultModel = 'fast';
const presets = new Set(['fast', 'low', 'medium', 'high', 'xhigh']);

/** Perplexity's Agent API (its Sonar chat completions ended on 2026-09-27). A model is one of its presets, or a model id. */
export const perplexity: Engine = {
  id: 'perplexity',
  label: 'Perplexity API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['PERPLEXITY_API_KEY']],
  defaultModel,
  takes: { country: true, language: true, turns: false },
  expectedTokens: 4000,

  async ask(question, options, deps) {
    const apiKey = requireKey(deps.env, 'PERPLEXITY_API_KEY', perplexity.label);
    const baseURL = baseAddress(deps.env, 'PERPLEXITY_BASE_URL', 'https://api.perplexity.ai');
    const model = modelOf(deps.env, 'PERPLEXITY_MODEL', options.model, defaultModel);
    const frame = { engine: perplexity, question, modelAsked: model, secrets: [apiKey], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      const client = new Perplexity({
        apiKey,
        baseURL,
        fetch: wire.fetch,
        maxRetries: 0,
        timeout: deps.timeoutMs + 10_000,
        logLevel: 'off',
      });
      const call = client.responses.create({
        ...(presets.has(model) ? { preset: model } : { model }),
        input: question.text,
        store: false,
        max_output_tokens: 8192,
        // Language codes, not tags: `zh-TW` is asked for as `zh`.
        ...(question.language && { language_preference: question.language.split('-')[0] }),
        tools: [{ type: 'web_search', ...(question.country && { user_location: { country: question.country } }) }],
      });
      const response = await responseOf(wire, call);
      const { id, ...reading } = readAgent(parseBody(agentBody, wire, response), wire);
      return { ...reading, requestId: response.headers.get('x-request-id') ?? id };
    });
  },
};
