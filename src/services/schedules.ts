import { hasPrompt } from '../db/prompts.ts';
import { addSchedule, changeSchedule, deleteSchedule, listSchedules, type ScheduleInput, type ScheduleRow } from '../db/schedules.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { checkCron, nextTick } from '../domain/schedule.ts';
import { isEngineId } from '../engines/registry.ts';
import { InputError, NotFoundError } from '../errors.ts';

export const readSchedules = (deps: Deps, workspace: Workspace): Promise<ScheduleRow[]> => listSchedules(deps.db, workspace.id);

export async function createSchedule(deps: Deps, workspace: Workspace, schedule: ScheduleInput): Promise<ScheduleRow> {
  check(schedule);
  await checkPrompts(deps, workspace, schedule.promptIds);
  return addSchedule(deps.db, workspace.id, schedule, nextTick(schedule.cron, schedule.timeZone, new Date(deps.now())));
}

export async function updateSchedule(deps: Deps, workspace: Workspace, id: string, change: Partial<ScheduleInput>): Promise<ScheduleRow> {
  const current = (await listSchedules(deps.db, workspace.id)).find((schedule) => schedule.id === id);
  if (!current) throw new NotFoundError('The schedule');
  const merged = { ...current, ...change };
  check(merged);
  await checkPrompts(deps, workspace, change.promptIds ?? []);
  const timing = change.cron !== undefined || change.timeZone !== undefined || (change.enabled === true && !current.enabled);
  const changed = await changeSchedule(deps.db, workspace.id, id, {
    ...change,
    ...(timing && { nextTickAt: nextTick(merged.cron, merged.timeZone, new Date(deps.now())) }),
  });
  if (!changed) throw new NotFoundError('The schedule');
  return changed;
}

export async function removeSchedule(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await deleteSchedule(deps.db, workspace.id, id))) throw new NotFoundError('The schedule');
}

function check(schedule: ScheduleInput): void {
  checkCron(schedule.cron, schedule.timeZone);
  const unknown = schedule.engines.filter((engine) => !isEngineId(engine));
  if (unknown.length > 0)
    throw new InputError('The schedule is not usable.', [{ path: 'engines', message: `There is no engine ${unknown.join(', ')}.` }]);
}

/** One that is archived may come back. @throws {InputError} */
async function checkPrompts(deps: Deps, workspace: Workspace, promptIds: readonly string[]): Promise<void> {
  const isKnown = await Promise.all(promptIds.map((id) => hasPrompt(deps.db, workspace.id, id)));
  const unknown = promptIds.filter((_, index) => !isKnown[index]);
  if (unknown.length === 0) return;
  const message = `there is no prompt ${unknown.slice(0, 3).join(', ')} in this workspace.`;
  throw new InputError('The schedule is not usable.', [{ path: 'promptIds', message }]);
}
