/** USD for one million tokens. `upTo` input tokens the price is known; beyond it there is none. */
type TokenPrice = { input: number; output: number; cacheRead?: number; cacheWrite?: number; upTo?: number };

/** A model's prices, in force until `until` (exclusive, UTC). Dated variants (`-20261001`, `-2026-10-01`, `-latest`) count as the model. */
export type PriceRow = TokenPrice & { until?: string };

export type PriceProvider = 'openai' | 'anthropic' | 'google' | 'x-ai';

/**
 * Only what @pydantic/genai-prices 0.1.8 lacks or takes for an older model (it reads claude-sonnet-5-5 as claude-sonnet-5).
 * Source: design/engines.md §2, §3, §6. gpt-6.1 is named there without a price, so it has none here.
 */
export const tokenPrices: Record<PriceProvider, Record<string, readonly PriceRow[]>> = {
  openai: {},
  anthropic: {
    'claude-opus-5-5': [{ input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5 }],
    'claude-sonnet-5-5': [{ input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 }],
    'claude-haiku-5-5': [{ input: 0.1, output: 0.5, cacheRead: 0.01, cacheWrite: 0.125, upTo: 100_000 }],
    'claude-fable-5-2': [{ input: 8, output: 40, cacheRead: 0.8, cacheWrite: 10 }],
  },
  google: {
    'gemini-4-argon': [
      { input: 2, output: 10, until: '2026-12-01' },
      { input: 4, output: 20 },
    ],
  },
  'x-ai': { 'grok-4.7': [{ input: 2, output: 6, upTo: 200_000 }] },
};

/**
 * USD for one search. Sources: engines.md §1, §2 and genai-prices' `web_searches_kcount`; xAI: docs.x.ai/developers/pricing.
 * SerpApi's price hangs on the plan and DataForSEO reports each call's cost, so neither is here.
 */
export const searchPrices: Record<Exclude<PriceProvider, 'google'>, number> = {
  openai: 10 / 1000,
  anthropic: 10 / 1000,
  'x-ai': 5 / 1000,
};

/**
 * Grounding with Google Search: Gemini 3 and later by query, older ones by grounded prompt (engines.md §3).
 * The free allowances (5,000 a month, 1,500 a day) are left out: what an answer costs must not hang on the day's others.
 */
export function groundingPrice(model: string, queries: number): number {
  const generation = Number(/gemini-(\d+)/.exec(model)?.[1] ?? Number.NaN);
  if (queries === 0) return 0;
  return generation < 3 ? 35 / 1000 : (queries * 14) / 1000;
}
