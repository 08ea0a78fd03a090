import { continueConversations } from '../../src/services/continue-conversations.ts';
import { defineJob } from './job.ts';

export const continueConversationsJob = defineJob({
  step: 'converse',
  concurrency: 1,
  run: async ({ deps, signal }, { workspaceId }) => {
    await continueConversations(deps, workspaceId, signal);
    return null;
  },
});
