import type { Engine } from './engine.ts';
import { computedCost } from './prices.ts';
import type { PriceProvider } from './price-table.ts';

const providers: Record<string, PriceProvider> = { openai: 'openai', anthropic: 'anthropic', gemini: 'google', xai: 'x-ai' };

/** Most of the tokens of an ask are the pages that the engine read, input therefore. */
const outputShare = 0.05;

/**
 * What one ask is expected to take before any was made: the engine's usual tokens and one search, by the price tables.
 * @param atMs prices are those in force then
 * @returns null for what is not known: prices that hang on a plan, an engine without tokens
 */
export function expectedCost(engine: Engine, model: string | null, atMs: number): { tokens: number | null; usd: number | null } {
  const tokens = engine.expectedTokens > 0 ? engine.expectedTokens : null;
  const provider = providers[engine.id];
  if (provider === undefined || tokens === null) return { tokens, usd: null };
  const outputTokens = tokens * outputShare;
  const used = { inputTokens: tokens - outputTokens, outputTokens, cachedTokens: null, cacheWriteTokens: null, searches: 1 };
  return { tokens, usd: computedCost(provider, model ?? engine.defaultModel, used, atMs)?.usd ?? null };
}
