import { runRecount } from '../../src/services/recount.ts';
import { defineJob } from './job.ts';

export const recountJob = defineJob({
  step: 'recount',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await runRecount(deps, workspaceId, signal);
    return null;
  },
});
