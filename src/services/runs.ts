import { newId } from '../db/new-id.ts';
import { listPrompts } from '../db/prompts.ts';
import { listRuns, stopRun, type RunRow } from '../db/runs.ts';
import { readFailedPlaces, readRunFailures, type RunFailure } from '../db/run-failures.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { idOf, pageOf, unknownPage } from './paging.ts';
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
  const rows = await listRuns(deps.db, workspace.id, { limit: page.limit + 1, after: page.cursor });
  // A cursor of ours has runs behind it.
  if (rows.length === 0 && page.cursor !== undefined) throw unknownPage();
  const { shown, next } = pageOf(rows, page.limit, idOf);
  return { runs: shown, next };
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

/** Why asking failed in a run, by engine and cause. */
export async function readFailures(deps: Deps, workspace: Workspace, id: string): Promise<RunFailure[]> {
  await readRun(deps, workspace, id);
  return readRunFailures(deps.db, workspace.id, id);
}

/**
 * Asks again now what failed in a run, where its engines are still switched on: a run of its own for each engine and
 * country, for an answer of today belongs to today. What failed stays missing on its own day.
 * @returns the new runs' ids
 * @throws {ConflictError} where nothing is left to ask
 */
export async function retryRun(deps: Deps, workspace: Workspace, id: string): Promise<string[]> {
  await readRun(deps, workspace, id);
  const failed = await readFailedPlaces(deps.db, workspace.id, id);
  const on = await planEngines(deps, workspace.id, []);
  const places = failed.filter(({ engine }) => on.some((one) => one.id === engine));
  if (places.length === 0)
    throw new ConflictError(
      'conflict',
      failed.length === 0 ? 'Nothing failed in this run that is still asked.' : 'The engines that failed are switched off.',
    );
  const ids = [];
  for (const { engine, country, promptIds } of places) {
    const countries = country === '' ? [] : [country];
    ids.push(await askNow(deps, workspace, { promptIds, stages: [], engines: [engine], countries, languages: [], repeats: 1 }));
  }
  return ids;
}
