import { judgeAnswers } from '../../src/services/judge-answers.ts';
import { defineJob } from './job.ts';

export const judgeAnswersJob = defineJob({
  step: 'judge',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await judgeAnswers(deps, workspaceId, signal);
    return null;
  },
});
