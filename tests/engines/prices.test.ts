import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, test } from 'vitest';
import { groundingPrice, searchPrices, tokenPrices, type PriceProvider } from '../../src/engines/price-table.ts';
import { computedCost, libraryTokenCost, tokenCost } from '../../src/engines/prices.ts';

const at = new Date('2026-10-01T00:00:00Z');
const used = { inputTokens: 50_000, outputTokens: 3000, cachedTokens: 10_000, cacheWriteTokens: 5000, searches: 2 };
const providers = Object.keys(tokenPrices) as PriceProvider[];
const rows = providers.flatMap((provider) => Object.keys(tokenPrices[provider]).map((model) => [provider, model] as const));

describe('our price table', () => {
  test.each(rows)('agrees with genai-prices on %s %s where that knows it', (provider, model) => {
    const theirs = libraryTokenCost(provider, model, used, at);
    if (theirs === null) return;
    expect(tokenCost(provider, model, used, at)).toBeCloseTo(theirs, 9);
  });

  test('is compared with genai-prices at all', () => {
    expect(rows.filter(([provider, model]) => libraryTokenCost(provider, model, used, at) !== null).length).toBeGreaterThan(0);
  });

  test.each([
    ['openai', 'gpt-5.6-luna'],
    ['openai', 'gpt-4.1'],
    ['anthropic', 'claude-sonnet-5'],
    ['anthropic', 'claude-haiku-4-5'],
  ] as const)('charges searches of %s as genai-prices does for %s', (providerId, model) => {
    const price = (searches: number) =>
      calcPrice({ input_tokens: 10, output_tokens: 1, web_searches: searches }, model, { providerId })?.total_price ?? 0;
    expect(searchPrices[providerId]).toBeCloseTo(price(1) - price(0), 9);
  });
});

describe('the cost of an answer', () => {
  test.each([
    ['anthropic', 'claude-sonnet-5-5', 'claude-sonnet-5-5-20260901'],
    ['anthropic', 'claude-haiku-5-5', 'claude-haiku-5-5@20261001'],
    ['anthropic', 'claude-haiku-4-5', 'claude-haiku-4-5-20251001'],
    ['google', 'gemini-4-argon', 'gemini-4-argon-preview-10-2026'],
    ['google', 'gemini-3.8-flash', 'gemini-3.8-flash-preview'],
    ['openai', 'gpt-4.1', 'gpt-4.1-2025-04-14'],
    ['openai', 'gpt-5.6-luna', 'gpt-5.6-luna-2026-08-01'],
    ['x-ai', 'grok-4.7', 'grok-4.7-latest'],
  ] as const)('is the same for %s %s and its variant %s', (provider, model, variant) => {
    const cost = tokenCost(provider, model, used, at);
    expect(cost).toBeGreaterThan(0);
    expect(tokenCost(provider, variant, used, at)).toBe(cost);
  });

  test.each([
    ['openai', 'gpt-6.1-sol'],
    ['openai', 'gpt-99'],
    ['anthropic', 'claude-sonnet-5-9'],
    ['x-ai', 'grok-4.7-fast'],
    ['google', 'gemini-9-zircon'],
  ] as const)('is not guessed for %s %s', (provider, model) => {
    expect(computedCost(provider, model, used, at.getTime())).toBeNull();
  });

  test('is not known beyond the length that the price holds for', () => {
    expect(tokenCost('anthropic', 'claude-haiku-5-5', { ...used, inputTokens: 100_001 }, at)).toBeNull();
    expect(tokenCost('anthropic', 'claude-haiku-5-5', { ...used, inputTokens: 100_000 }, at)).toBeGreaterThan(0);
  });

  test('is not known without a count of tokens', () => {
    expect(computedCost('openai', 'gpt-4.1', { ...used, outputTokens: null }, at.getTime())).toBeNull();
    expect(computedCost('openai', 'gpt-4.1', { ...used, cachedTokens: 90_000 }, at.getTime())).toBeNull();
  });

  test('changes on the day that the price does', () => {
    const plain = { ...used, cachedTokens: 0, cacheWriteTokens: 0 };
    const before = tokenCost('google', 'gemini-4-argon', plain, new Date('2026-11-30T23:59:59Z')) ?? 0;
    expect(tokenCost('google', 'gemini-4-argon', plain, new Date('2026-12-01T00:00:00Z'))).toBeCloseTo(2 * before, 9);
  });

  test('counts Gemini’s grounding by query, for older models by prompt', () => {
    expect(groundingPrice('gemini-3.8-flash', 3)).toBeCloseTo(0.042, 9);
    expect(groundingPrice('gemini-2.5-flash', 3)).toBeCloseTo(0.035, 9);
    expect(groundingPrice('gemini-2.5-flash', 0)).toBe(0);
  });
});
