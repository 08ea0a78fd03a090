import { makeDueReports } from '../../src/services/reports.ts';
import { defineJob } from './job.ts';

export const makeReportsJob = defineJob({
  step: 'report',
  concurrency: 1,
  run: async ({ deps }, { workspaceId }) => {
    await makeDueReports(deps, workspaceId);
    return null;
  },
});
