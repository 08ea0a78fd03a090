import { evaluateAlerts } from '../../src/services/evaluate-alerts.ts';
import { defineJob } from './job.ts';

export const evaluateAlertsJob = defineJob({
  step: 'alerts',
  concurrency: 1,
  run: async ({ deps }, { workspaceId }) => {
    await evaluateAlerts(deps, workspaceId);
    return null;
  },
});
