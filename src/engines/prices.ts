import { calcPrice, type Provider } from '@pydantic/genai-prices';
import { groundingPrice, searchPrices, tokenPrices } from './price-table.ts';
import type { PriceProvider, PriceRow } from './price-table.ts';

type Consumption = {
  /** All input, cached included. */
  inputTokens: number | null;
  outputTokens: number | null;
  cachedTokens: number | null;
  cacheWriteTokens: number | null;
  searches: number | null;
};

/** What an answer cost by the price tables, tokens and searches; null where a price or a count is not known. */
export function computedCost(
  provider: PriceProvider,
  model: string | null,
  used: Consumption,
  atMs: number,
): { usd: number; source: 'computed' } | null {
  if (model === null) return null;
  const tokensUsd = tokenCost(provider, model, used, new Date(atMs));
  if (tokensUsd === null) return null;
  const searches = used.searches ?? 0;
  const searchesUsd = provider === 'google' ? groundingPrice(model, searches) : searches * searchPrices[provider];
  return { usd: tokensUsd + searchesUsd, source: 'computed' };
}

export function tokenCost(provider: PriceProvider, model: string, used: Consumption, at: Date): number | null {
  const { inputTokens, outputTokens } = used;
  if (inputTokens === null || outputTokens === null) return null;
  const row = rowOf(provider, model, at);
  if (!row) return libraryTokenCost(provider, model, used, at);
  if (row.upTo !== undefined && inputTokens > row.upTo) return null;
  const cached = used.cachedTokens ?? 0;
  const written = used.cacheWriteTokens ?? 0;
  const plain = Math.max(0, inputTokens - cached - written);
  const usd =
    plain * row.input + cached * (row.cacheRead ?? row.input) + written * (row.cacheWrite ?? row.input) + outputTokens * row.output;
  return usd / 1e6;
}

/** Providers with one model each: the library looks through all of them at every call, and an engine is asked with one or two. */
const priced = new Map<string, Provider>();

/** genai-prices alone; searches are left out here as it silently skips them for models without a search price. */
export function libraryTokenCost(provider: PriceProvider, model: string, used: Consumption, at: Date): number | null {
  try {
    const usage = {
      input_tokens: used.inputTokens ?? 0,
      output_tokens: used.outputTokens ?? 0,
      cache_read_tokens: used.cachedTokens ?? 0,
      cache_write_tokens: used.cacheWriteTokens ?? 0,
    };
    const known = priced.get(`${provider} ${model}`);
    const price = calcPrice(usage, model, { ...(known ? { provider: known } : { providerId: provider }), timestamp: at });
    if (!price || !isSameModel(price.model.id, model)) return null;
    if (priced.size > 100) priced.clear();
    priced.set(`${provider} ${model}`, { ...price.provider, models: [price.model] });
    return price.total_price;
  } catch {
    // It throws where the counts contradict each other, e.g. more cached than read.
    return null;
  }
}

function rowOf(provider: PriceProvider, model: string, at: Date): PriceRow | undefined {
  const known = Object.entries(tokenPrices[provider]).find(([name]) => isVariantOf(model, name));
  return known?.[1].find((row) => row.until === undefined || at < new Date(row.until));
}

/** `claude-sonnet-5-5-20261001` is `claude-sonnet-5-5`; `claude-sonnet-5-5` is not `claude-sonnet-5`. */
function isVariantOf(model: string, name: string): boolean {
  if (!model.startsWith(name)) return false;
  return /^(?:[-@](?:\d{8}|\d{4}-\d{2}-\d{2}|\d{4}|\d{3}|latest|preview(?:-[\d-]+)?|exp(?:-[\d-]+)?))*$/.test(model.slice(name.length));
}

/** The library matches by prefix; a newer version of the same family must not get the older one's price. */
function isSameModel(found: string, asked: string): boolean {
  if (!asked.startsWith(found)) return true;
  return !/^[-.]\d{1,2}(?:[-.]|$)/.test(asked.slice(found.length));
}
