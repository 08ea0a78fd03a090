import { GoogleGenAI } from '@google/genai';
import { computedCost } from './prices.ts';
import type { Engine } from './engine.ts';
import { baseAddress, modelOf, requireKey } from './environment.ts';
import { geminiBody, readGemini } from './gemini-answer.ts';
import { messagesOf } from './messages.ts';
import { parseBody, responseOf, runAsk } from './run-ask.ts';

const defaultModel = 'gemini-3.8-flash';

/** The Gemini API with Google Search grounding. */
export const gemini: Engine = {
  id: 'gemini',
  label: 'Gemini API',
  surface: 'api',
  adapterVersion: 1,
  keys: [['GEMINI_API_KEY']],
  defaultModel,
  // The API has no country; `languageCode` reaches it, though not verifiably the search.
  takes: { country: false, language: true, turns: true },
  expectedTokens: 2000,

  async ask(question, options, deps) {
    const apiKey = requireKey(deps.env, 'GEMINI_API_KEY', gemini.label);
    const baseUrl = baseAddress(deps.env, 'GEMINI_BASE_URL', 'https://generativelanguage.googleapis.com');
    const model = modelOf(deps.env, 'GEMINI_MODEL', options.model, defaultModel);
    const frame = { engine: gemini, question, modelAsked: model, secrets: [apiKey], signal: options.signal };

    return runAsk(frame, deps, async (wire) => {
      // `enterprise: false`: without it the environment could turn the client to another service.
      const client = new GoogleGenAI({ apiKey, enterprise: false, httpOptions: { baseUrl, fetch: wire.fetch } });
      const call = client.models.generateContent({
        model,
        contents: messagesOf(question, 'model').map(({ role, content }) => ({ role, parts: [{ text: content }] })),
        config: {
          tools: [{ googleSearch: {} }],
          ...(question.language && { toolConfig: { retrievalConfig: { languageCode: question.language } } }),
          // Both are loops of further paid requests inside the SDK.
          automaticContinuation: false,
          automaticFunctionCalling: { disable: true },
        },
      });
      const response = await responseOf(wire, call);
      const body = parseBody(geminiBody, wire, response);
      const reading = readGemini(body);
      const used = { ...reading.usage, cacheWriteTokens: null };
      return {
        ...reading,
        model: body.modelVersion ?? null,
        cost: computedCost('google', body.modelVersion ?? model, used, deps.now()),
        requestId: body.responseId ?? null,
      };
    });
  },
};
