import type { Engine } from './engine.ts';
import { askGoogle, serpKeys } from './google-serp.ts';

/** The AI Overview above Google's results. Many questions have none: that is `no_answer`, not a failure. */
export const googleAiOverview: Engine = {
  id: 'google-ai-overview',
  label: 'Google AI Overview',
  surface: 'app',
  adapterVersion: 1,
  keys: serpKeys,
  defaultModel: null,
  takes: { country: true, language: true, turns: false },
  expectedTokens: 0,
  ask: (question, options, deps) => askGoogle(googleAiOverview, 'ai_overview', question, options, deps),
};
