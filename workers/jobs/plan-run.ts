import { expandRun } from '../../src/services/plan-run.ts';
import { defineJob } from './job.ts';

export const planRunJob = defineJob({
  step: 'plan',
  concurrency: 2,
  run: async ({ deps }, { workspaceId, runId }) => {
    await expandRun(deps, workspaceId, runId);
    return null;
  },
});
