import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { defineJob } from './job.ts';

/** Jobs wait for others' servers nearly all their time. */
export const deliverWebhookJob = defineJob({
  step: 'deliver',
  concurrency: 16,
  run: async ({ deps, signal }, payload) => {
    await deliverWebhooks(deps, payload, signal);
    return null;
  },
});
