import { discoverCompetitors } from '../../src/services/discover-competitors.ts';
import { defineJob } from './job.ts';

export const discoverCompetitorsJob = defineJob({
  step: 'names',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await discoverCompetitors(deps, workspaceId, signal);
    return null;
  },
});
