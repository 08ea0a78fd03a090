import { expect, test } from 'vitest';
import { configuredEngines, engineIds, engines, isEngineId, missingKeys } from '../../src/engines/registry.ts';

test('no engine is on without keys, and an empty variable is no key', () => {
  expect(configuredEngines({})).toEqual([]);
  expect(configuredEngines({ OPENAI_API_KEY: '', DATAFORSEO_LOGIN: 'x' })).toEqual([]);
});

test('either provider switches Google on', () => {
  const ids = (env: Record<string, string>) => configuredEngines(env).map((engine) => engine.id);
  expect(ids({ SERPAPI_API_KEY: 'k' })).toEqual(['google-ai-overview', 'google-ai-mode']);
  expect(ids({ DATAFORSEO_LOGIN: 'a', DATAFORSEO_PASSWORD: 'b' })).toEqual(['google-ai-overview', 'google-ai-mode']);
  expect(ids({ OPENAI_API_KEY: 'k', XAI_API_KEY: 'k' })).toEqual(['openai', 'xai']);
});

test('what is missing is named by way of switching on', () => {
  expect(missingKeys(engines['google-ai-mode'], { DATAFORSEO_LOGIN: 'a' })).toEqual([['SERPAPI_API_KEY'], ['DATAFORSEO_PASSWORD']]);
  expect(missingKeys(engines.openai, { OPENAI_API_KEY: 'k' })).toEqual([]);
});

test('the contract’s ids are there and nothing inherited is', () => {
  for (const id of ['openai', 'anthropic', 'perplexity', 'gemini', 'google-ai-overview', 'google-ai-mode']) expect(engineIds).toContain(id);
  expect(isEngineId('toString')).toBe(false);
});
