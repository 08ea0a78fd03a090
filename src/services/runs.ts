import { newId } from '../db/new-id.ts';
import { listPrompts } from '../db/prompts.ts';
import { listRuns, stopRun, type RunRow } from '../db/runs.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { planEngines, planRun } from './plan-run.ts';

export type AskNowRequest = {
  promptIds: string[];
  stages: string[];
  engines: string[];
  countries: string[];
  languages: string[];
  repeats: number;
};

/** Asks one prompt, some, or the whole panel at once. @returns the run's id */
export async function askNow(deps: Deps, workspace: Workspace, request: AskNowRequest): Promise<string> {
  const engines = await planEngines(deps, workspace.id, request.engines);
  const issues = [];
  const absent = request.engines.filter((id) => !engines.some((engine) => engine.id === id));
  if (absent.length > 0)
    issues.push({ path: 'engines', message: `${absent.slice(0, 3).join(', ')}: not switched on in this workspace, or no engine at all.` });
  else if (engines.length === 0) issues.push({ path: 'engines', message: 'no engine is switched on in this workspace.' });
  const known = new Set((await listPrompts(deps.db, workspace.id)).map((prompt) => prompt.id));
  const unknown = request.promptIds.filter((id) => !known.has(id));
  if (unknown.length > 0)
    issues.push({ path: 'promptIds', message: `there is no prompt ${unknown.slice(0, 3).join(', ')} in this workspace.` });
  if (issues.length > 0) throw new InputError('Nothing can be asked.', issues);
  const stages = request.stages.length > 0 ? request.stages : workspace.stages;
  const { id } = await planRun(deps, workspace.id, {
    key: `now/${newId()}`,
    kind: 'now',
    plan: { ...request, stages, engines, spreadMs: 0 },
    startsAt: new Date(deps.now()),
    simulated: workspace.simulated,
    panelVersion: workspace.panelVersion,
  });
  return id;
}

export type RunPage = { runs: RunRow[]; next: string | null };

export async function readRuns(deps: Deps, workspace: Workspace, page: { limit: number; cursor?: string }): Promise<RunPage> {
  const runs = await listRuns(deps.db, workspace.id, { limit: page.limit + 1, before: page.cursor });
  return { runs: runs.slice(0, page.limit), next: runs.length > page.limit ? (runs[page.limit - 1]?.id ?? null) : null };
}

export async function readRun(deps: Deps, workspace: Workspace, id: string): Promise<RunRow> {
  const [run] = await listRuns(deps.db, workspace.id, { limit: 1, ids: [id] });
  if (!run) throw new NotFoundError('The run');
  return run;
}

/** What was not asked yet is not asked any more; answers that are on their way are kept. */
export async function endRun(deps: Deps, workspace: Workspace, id: string): Promise<RunRow> {
  await readRun(deps, workspace, id);
  await stopRun(deps.db, workspace.id, id);
  return readRun(deps, workspace, id);
}
