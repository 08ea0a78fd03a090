import { askEngine } from '../../src/services/ask-engine.ts';
import { defineJob } from './job.ts';

export const askEngineJob = defineJob({
  step: 'ask',
  concurrency: 4,
  run: ({ deps, ask, signal }, payload, queueName) => askEngine(deps, ask, { ...payload, engine: queueName.replace(/^ask-/, '') }, signal),
});
