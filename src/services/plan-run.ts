import { writeConversations } from '../db/conversations.ts';
import { readEngineSettings } from '../db/engine-settings.ts';
import { addRun, markQueued, openObservations, readRunPlan, writeObservations, type NewRun, type RunPlan } from '../db/runs.ts';
import type { Deps } from '../deps.ts';
import { engines, isEngineId } from '../engines/registry.ts';

const pageSize = 5000;

/** Writes the run down and hands it to the planner; the same key again is the same run. */
export async function planRun(deps: Deps, workspaceId: string, run: NewRun): Promise<{ id: string; created: boolean }> {
  const added = await addRun(deps.db, workspaceId, run);
  await deps.queues.plan({ workspaceId, runId: added.id }, isLater(run.kind));
  return added;
}

/**
 * Writes all observations of the run first and queues them then: whatever is killed in between, doing it again completes
 * it. @returns how many were planned
 */
export async function expandRun(deps: Deps, workspaceId: string, runId: string): Promise<number> {
  const run = await readRunPlan(deps.db, workspaceId, runId);
  if (!run || run.state !== 'planning') return 0;
  const write = run.kind === 'conversation' ? writeConversations : writeObservations;
  const planned = await write(deps.db, workspaceId, runId, run.plan);
  // Before the jobs: a worker may be faster than the last of them.
  await markQueued(deps.db, workspaceId, runId);
  await queueOpenObservations(deps, workspaceId, runId, isLater(run.kind));
  if (planned === 0) await deps.queues.ring('rollup', workspaceId);
  return planned;
}

/** The demo fills itself with what time is left: a first sweep of somebody's own workspace does not wait for it. */
export const isLater = (kind: string): boolean => kind === 'demo';

export async function queueOpenObservations(deps: Deps, workspaceId: string, runId: string, later: boolean): Promise<void> {
  const read = (after: string) => openObservations(deps.db, workspaceId, runId, after, pageSize);
  let page = await read('00000000-0000-0000-0000-000000000000');
  for (let last = page.at(-1); last; last = page.at(-1)) {
    // The next page is read while this one is queued.
    const [next] = await Promise.all([
      page.length < pageSize ? [] : read(last.id),
      deps.queues.asks(page.map(({ id, engine, dueAt }) => ({ workspaceId, observationId: id, engine, dueAt, later }))),
    ]);
    page = next;
  }
}

/** The engines of a run: those asked for, or all that are switched on, with the surface that each shows. */
export async function planEngines(deps: Deps, workspaceId: string, wanted: string[]): Promise<RunPlan['engines']> {
  const settings = await readEngineSettings(deps.db, workspaceId);
  return settings
    .filter((setting) => setting.enabled && (wanted.length === 0 || wanted.includes(setting.engine)))
    .map((setting) => setting.engine)
    .filter(isEngineId)
    .map((id) => ({ id, surface: engines[id].surface }));
}
