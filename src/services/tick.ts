import { createHash } from 'node:crypto';
import { workspacesWithPending } from '../db/analyses.ts';
import { workspacesInConversation } from '../db/conversations.ts';
import { weeklyTalksDue } from '../db/customers.ts';
import { readEngineSettings, setEngineStatus } from '../db/engine-settings.ts';
import { overdueObservations, releaseEngineQueue } from '../db/observations.ts';
import { pruneEvents } from '../db/outbox.ts';
import { cancelStopped, completeRuns, interruptedRuns, listRuns } from '../db/runs.ts';
import { dueSchedules, markTicked, type ScheduleRow } from '../db/schedules.ts';
import { getWorkspace, listWorkspaces } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { isoWeek } from '../domain/period.ts';
import { latestTick, sweepsOf } from '../domain/schedule.ts';
import { planConversations, talkingEngines } from './conversations.ts';
import { isLater, planEngines, planRun } from './plan-run.ts';
import { wakeRecounts } from './recounts.ts';
import { hasDueReports } from './reports.ts';
import { wakeReaders } from './wake-readers.ts';
import { ringDeliveries } from './ring-deliveries.ts';

/** Of a tick, every few seconds. */
const pruneChance = 1 / 500;

/** Plans due schedules and brings back whatever lost its job; runs every few seconds, on one worker at a time or on more. */
export async function tick(deps: Deps): Promise<void> {
  for (const schedule of await dueSchedules(deps.db, new Date(deps.now()))) {
    await planTick(deps, schedule).catch((error: unknown) => {
      deps.log.error(
        { workspaceId: schedule.workspaceId, schedule: schedule.id, err: error },
        'A schedule could not be planned; the others are.',
      );
    });
  }
  await planWeeklyTalks(deps);
  await wakeEngines(deps);
  await wakeRecounts(deps);
  await bringBack(deps);
  await wakeReaders(deps);
  await wakeReports(deps);
}

/** Reports whose period is over, however long ago. */
async function wakeReports(deps: Deps): Promise<void> {
  for (const workspace of await listWorkspaces(deps.db)) {
    if (await hasDueReports(deps, workspace)) await deps.queues.ring('report', workspace.id);
  }
}

/** Customers who talk every week do so once a week and engine, whoever sees first that it is time. */
async function planWeeklyTalks(deps: Deps): Promise<void> {
  const now = new Date(deps.now());
  for (const { workspaceId, id, weekly, key } of await weeklyTalksDue(deps.db, isoWeek(now))) {
    const engines = await talkingEngines(deps, workspaceId, []);
    if (engines.length === 0) continue;
    const workspace = await getWorkspace(deps.db, workspaceId);
    await planConversations(deps, workspace, { key, customers: [{ id }], engines, repeats: weekly, startsAt: now });
  }
}

/** A tick plans its sweeps once, whoever sees it; of several missed ticks the latest is caught up. */
export async function planTick(deps: Deps, schedule: ScheduleRow): Promise<string[]> {
  const now = new Date(deps.now());
  const tickNow = latestTick(schedule.cron, schedule.timeZone, now);
  const workspace = await getWorkspace(deps.db, schedule.workspaceId);
  const engines = await planEngines(deps, schedule.workspaceId, schedule.engines);
  const chance = (sweep: number) =>
    createHash('sha256').update(`${schedule.id}/${tickNow.at.toISOString()}/${sweep}`).digest().readUInt32BE() / 2 ** 32;
  const runs: string[] = [];
  const sweeps = sweepsOf(tickNow, schedule.sweepsPerWeek, chance);
  // Seen late, the tick has sweeps whose time is over: the last of them is caught up, the others would only pile up now.
  const caughtUp = sweeps.findLast((sweep) => sweep.startsAt < now)?.number ?? 0;
  for (const sweep of sweeps.slice(caughtUp)) {
    const startsAt = sweep.startsAt < now ? now : sweep.startsAt;
    const plan = {
      stages: schedule.stages,
      promptIds: schedule.promptIds,
      engines,
      countries: schedule.countries,
      languages: schedule.languages,
      repeats: 1,
      spreadMs: sweep.spreadMs,
    };
    const key = `schedule/${schedule.id}/${tickNow.at.toISOString()}/${sweep.number}`;
    const { id } = await planRun(deps, schedule.workspaceId, {
      key,
      kind: 'scheduled',
      scheduleId: schedule.id,
      plan,
      startsAt,
      simulated: workspace.simulated,
      panelVersion: workspace.panelVersion,
    });
    runs.push(id);
  }
  await markTicked(deps.db, schedule, tickNow.at, tickNow.next);
  return runs;
}

/** Engines whose budget lasts again (a new month, a raised budget) go on. */
async function wakeEngines(deps: Deps): Promise<void> {
  for (const workspace of await listWorkspaces(deps.db)) {
    for (const setting of await readEngineSettings(deps.db, workspace.id)) {
      if (setting.status !== 'budget_spent') continue;
      if (setting.monthlyBudgetUsd !== null && setting.spentUsd >= setting.monthlyBudgetUsd) continue;
      await startEngine(deps, workspace.id, setting.engine);
    }
  }
}

/** Lets an engine be asked again; what waited for it is queued by the next tick. */
export async function startEngine(deps: Deps, workspaceId: string, engine: string): Promise<void> {
  const changed = await setEngineStatus(deps.db, workspaceId, engine, 'active', null);
  if (changed) await releaseEngineQueue(deps.db, workspaceId, engine);
}

async function bringBack(deps: Deps): Promise<void> {
  await cancelStopped(deps.db);
  for (const { workspaceId, id, kind } of await interruptedRuns(deps.db, 5000))
    await deps.queues.plan({ workspaceId, runId: id }, isLater(kind));
  const overdue = await overdueObservations(deps.db, deps.config.leaseMs, 2000);
  const jobs = overdue.map(({ id, kind, ...rest }) => ({ ...rest, observationId: id, later: isLater(kind) }));
  for (const [engine, ofEngine] of Map.groupBy(jobs, (job) => job.engine)) await deps.queues.restoreAsks(engine, ofEngine);
  for (const waiting of await workspacesWithPending(deps.db)) {
    if (waiting.analysis) await deps.queues.ring('analyze', waiting.id);
    if (waiting.rollup) await deps.queues.ring('rollup', waiting.id);
  }
  for (const id of await workspacesInConversation(deps.db)) await deps.queues.ring('converse', id);
  await ringDeliveries(deps);
  // Now and then is enough: what is old enough today is so tomorrow.
  if (deps.random() < pruneChance) await pruneEvents(deps.db, deps.config.webhookKeepDays, 10_000);
  for (const workspace of await listWorkspaces(deps.db)) {
    const ended = await completeRuns(deps.db, workspace.id);
    if (ended.length > 0) await reportRuns(deps, workspace.id, ended);
  }
}

export async function reportRuns(deps: Deps, workspaceId: string, ids: string[]): Promise<void> {
  for (const run of await listRuns(deps.db, workspaceId, { limit: ids.length, ids })) {
    deps.log.info({ workspaceId, run: run.id, ...run.counts }, 'Run complete.');
  }
  await deps.queues.ring('alerts', workspaceId);
  await ringDeliveries(deps, workspaceId);
}
