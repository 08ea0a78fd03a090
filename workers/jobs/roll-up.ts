import { rollUp } from '../../src/services/roll-up.ts';
import { defineJob } from './job.ts';

export const rollUpJob = defineJob({
  step: 'rollup',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await rollUp(deps, workspaceId, signal);
    return null;
  },
});
