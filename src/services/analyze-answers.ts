import { analysePending } from '../db/analyses.ts';
import { getWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { parserVersion } from '../domain/analysis/analyze.ts';
import { answerReader } from './answer-reader.ts';

const batchSize = 200;

/** Analyses all answers of the workspace that wait for it, a batch a transaction. @returns how many */
export async function analyzeAnswers(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal.aborted) {
    const { panelVersion } = await getWorkspace(deps.db, workspaceId);
    const read = await answerReader(deps, workspaceId, panelVersion);
    if (!read) break; // without a panel there is nothing to look for; saving one starts this again
    const taken = await analysePending(deps.db, workspaceId, batchSize, { parserVersion, panelVersion }, read);
    if (taken === null) continue; // another panel was saved just now
    if (taken > 0) await deps.queues.ring('rollup', workspaceId);
    total += taken;
    if (taken < batchSize) break;
  }
  return total;
}
