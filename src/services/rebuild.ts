import { markForAnalysis } from '../db/analyses.ts';
import { rebuildRollups } from '../db/rollups.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { analyzeAnswers } from './analyze-answers.ts';
import { rollUp } from './roll-up.ts';

/** Counts all figures of a workspace anew from what is stored. @returns how many answers were read again */
export async function rebuild(deps: Deps, workspace: Workspace, reanalyze: boolean): Promise<{ answers: number }> {
  const { signal } = new AbortController();
  if (reanalyze) await markForAnalysis(deps.db, workspace.id, { parserVersion: -1, panelVersion: -1 });
  const answers = await analyzeAnswers(deps, workspace.id, signal);
  await rebuildRollups(deps.db, workspace.id);
  await rollUp(deps, workspace.id, signal);
  return { answers };
}
