import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { defineJob } from './job.ts';

/** Jobs wait for others' servers nearly all their time. An endpoint that this process is sending to sees by itself what is new. */
export const deliverWebhookJob = defineJob({
  step: 'deliver',
  concurrency: 16,
  run: async ({ deps, delivering, signal }, payload) => {
    if (delivering.has(payload.endpointId)) return null;
    delivering.add(payload.endpointId);
    try {
      await deliverWebhooks(deps, payload, signal);
    } finally {
      delivering.delete(payload.endpointId);
    }
    return null;
  },
});
