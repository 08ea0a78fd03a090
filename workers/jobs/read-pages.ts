import { readPages } from '../../src/services/read-pages.ts';
import { defineJob } from './job.ts';

/** Nearly all of its time it waits for others' servers. A workspace that this process is reading sees by itself what is new. */
export const readPagesJob = defineJob({
  step: 'pages',
  concurrency: 4,
  run: async ({ deps, reading, signal }, { workspaceId }) => {
    if (reading.has(workspaceId)) return null;
    reading.add(workspaceId);
    try {
      await readPages(deps, workspaceId, signal);
    } finally {
      reading.delete(workspaceId);
    }
    return null;
  },
});
