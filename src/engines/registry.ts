import { anthropic } from './anthropic.ts';
import type { Engine, EngineDeps } from './engine.ts';
import { configuredKeys, readEnv } from './environment.ts';
import { gemini } from './gemini.ts';
import { googleAiMode } from './google-ai-mode.ts';
import { googleAiOverview } from './google-ai-overview.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { openai } from './openai.ts';
import { perplexity } from './perplexity.ts';
import { xai } from './xai.ts';

/** Every engine, by its id: a new one is its file and a line here. */
export const engines = {
  openai,
  anthropic,
  gemini,
  perplexity,
  xai,
  'google-ai-overview': googleAiOverview,
  'google-ai-mode': googleAiMode,
  'openai-compatible': openaiCompatible,
} as const satisfies Record<string, Engine>;

export type EngineId = keyof typeof engines;

export const engineIds = Object.keys(engines).filter(isEngineId);

export function isEngineId(id: string): id is EngineId {
  return Object.hasOwn(engines, id);
}

/** The engines whose keys are set, in the registry's order. */
export function configuredEngines(env: EngineDeps['env']): Engine[] {
  return engineIds.map((id) => engines[id]).filter((engine) => configuredKeys(engine.keys, env) !== null);
}

/** For an engine that is not configured: by way of switching it on, the variables that are still missing. Empty when it is. */
export function missingKeys(engine: Engine, env: EngineDeps['env']): string[][] {
  if (configuredKeys(engine.keys, env)) return [];
  return engine.keys.map((names) => names.filter((name) => readEnv(env, name) === null));
}
