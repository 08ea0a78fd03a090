import { rebuildRollups } from '../db/rollups.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { analyzeAnswers } from './analyze-answers.ts';
import { runRecount } from './recount.ts';
import { countAgain } from './recounts.ts';
import { rollUp } from './roll-up.ts';

/** Counts all figures of a workspace anew from what is stored. @returns how many answers were read again */
export async function rebuild(deps: Deps, workspace: Workspace, reanalyze: boolean): Promise<{ answers: number }> {
  const { signal } = new AbortController();
  if (reanalyze) await countAgain(deps, workspace.id, true);
  const answers = (await analyzeAnswers(deps, workspace.id, signal)) + (reanalyze ? await runRecount(deps, workspace.id, signal) : 0);
  await rebuildRollups(deps.db, workspace.id);
  await rollUp(deps, workspace.id, signal);
  return { answers };
}
