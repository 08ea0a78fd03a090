import type { Engine } from './engine.ts';
import { askGoogle, serpKeys } from './google-serp.ts';

/** Google's AI Mode page. */
export const googleAiMode: Engine = {
  id: 'google-ai-mode',
  label: 'Google AI Mode',
  surface: 'app',
  adapterVersion: 1,
  keys: serpKeys,
  defaultModel: null,
  takes: { country: true, language: true, turns: false },
  expectedTokens: 0,
  ask: (question, options, deps) => askGoogle(googleAiMode, 'ai_mode', question, options, deps),
};
