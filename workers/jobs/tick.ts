import { tick } from '../../src/services/tick.ts';
import { defineJob } from './job.ts';

export const tickJob = defineJob({
  step: 'tick',
  concurrency: 1,
  run: async ({ deps }) => {
    await tick(deps);
    return null;
  },
});
