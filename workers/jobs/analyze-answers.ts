import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { defineJob } from './job.ts';

export const analyzeAnswersJob = defineJob({
  step: 'analyze',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await analyzeAnswers(deps, workspaceId, signal);
    return null;
  },
});
