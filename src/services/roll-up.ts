import { rollUpPending } from '../db/rollups.ts';
import { completeRuns } from '../db/runs.ts';
import type { Deps } from '../deps.ts';
import { reportRuns } from './tick.ts';

const batchSize = 1000;

/** Brings everything that waits into rollups and spend, and ends the runs that are done. @returns how many entries */
export async function rollUp(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (let taken = batchSize; taken === batchSize && !signal.aborted; total += taken) {
    taken = await rollUpPending(deps.db, workspaceId, batchSize);
  }
  const ended = await completeRuns(deps.db, workspaceId);
  if (ended.length > 0) await reportRuns(deps, workspaceId, ended);
  return total;
}
