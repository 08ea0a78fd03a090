import { changeAlertSettings, readAlertWatch, type AlertSettings } from '../db/alert-watch.ts';
import { changeAlert, findAlert, listAlerts, type AlertChange, type AlertFilter, type AlertRow } from '../db/alerts.ts';
import { writeEvent } from '../db/outbox.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { AlertState } from '../domain/alerting/settle.ts';
import type { Outlook, SeriesName, Suspect } from '../domain/alerts/alert.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { tellAlert } from './alert-event.ts';
import { pageOf, unknownPage } from './paging.ts';
import { ringDeliveries } from './ring-deliveries.ts';

export type AlertPage = { alerts: AlertRow[]; next: string | null };

/** @throws {InputError} where the cursor is none of ours */
export async function readAlerts(
  deps: Deps,
  workspace: Workspace,
  wanted: Omit<AlertFilter, 'before'> & { cursor?: string },
): Promise<AlertPage> {
  const { cursor, limit, ...filter } = wanted;
  const rows = await listAlerts(deps.db, workspace.id, {
    ...filter,
    limit: limit + 1,
    ...(cursor !== undefined && { before: openCursor(cursor) }),
  });
  const { shown, next } = pageOf(rows, limit, ({ openedAt, id }) => `${openedAt.getTime()}_${id}`);
  return { alerts: shown, next };
}

function openCursor(cursor: string): { openedAt: Date; id: string } {
  const [, time = '', id = ''] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (id === '') throw unknownPage();
  return { openedAt: new Date(Number(time)), id };
}

export async function readAlert(deps: Deps, workspace: Workspace, id: string): Promise<AlertRow> {
  const alert = await findAlert(deps.db, workspace.id, id);
  if (!alert) throw new NotFoundError('The alert');
  return alert;
}

const acknowledgement = (by: string | null, at: Date | null) => ({ acknowledgedBy: by, acknowledgedAt: at });
type Reason = 'user' | 'accepted';
const closing = (by: string | null, at: Date | null, reason: Reason = 'user') => ({
  closedBy: by,
  closedAt: at,
  closedReason: at === null ? null : reason,
});

/** Somebody has seen it. */
export const acknowledgeAlert = (deps: Deps, workspace: Workspace, id: string, by: string | null): Promise<AlertRow> =>
  move(deps, workspace, id, {
    from: ['open'],
    event: 'alert.updated',
    change: (at) => ({ state: 'acknowledged', ...acknowledgement(by, at) }),
  });

/** Somebody says that it is over. What it told of is not told again. */
export const closeAlert = (deps: Deps, workspace: Workspace, id: string, by: string | null): Promise<AlertRow> =>
  move(deps, workspace, id, {
    from: ['open', 'acknowledged'],
    event: 'alert.closed',
    change: (at) => ({ state: 'closed', ...closing(by, at) }),
  });

/**
 * Somebody says that this is the new normal: its series are learned anew from the change on, and a change from there is told.
 * @throws {ConflictError} where the alert is not about the level of series
 */
export const acceptAlert = (deps: Deps, workspace: Workspace, id: string, by: string | null): Promise<AlertRow> =>
  move(deps, workspace, id, {
    from: ['open', 'acknowledged'],
    event: 'alert.closed',
    refuse: ({ series }) => series.length === 0,
    change: (at) => ({ state: 'closed', ...closing(by, at, 'accepted') }),
  });

/** Takes an acknowledgement, a new level, or somebody's closing, back; what recovered by itself stays so. */
export const reopenAlert = (deps: Deps, workspace: Workspace, id: string): Promise<AlertRow> =>
  move(deps, workspace, id, {
    from: ['acknowledged', 'closed'],
    event: 'alert.updated',
    refuse: ({ closedReason }) => closedReason !== null && closedReason !== 'user' && closedReason !== 'accepted',
    change: () => ({ state: 'open', ...acknowledgement(null, null), ...closing(null, null) }),
  });

type Move = {
  from: AlertState[];
  event: 'alert.updated' | 'alert.closed';
  refuse?: (alert: AlertRow) => boolean;
  change: (at: Date) => AlertChange;
};

/** @throws {ConflictError} where its state does not allow that */
async function move(deps: Deps, workspace: Workspace, id: string, { from, event, refuse, change }: Move): Promise<AlertRow> {
  const at = new Date(deps.now());
  const alert = await deps.db.$transaction(async (tx) => {
    const current = await findAlert(tx, workspace.id, id, true);
    if (!current) throw new NotFoundError('The alert');
    if (!from.includes(current.state)) throw new ConflictError('conflict', `The alert is ${current.state}.`);
    if (refuse?.(current) === true) throw new ConflictError('conflict', 'That cannot be done with this alert.');
    const changed = await changeAlert(tx, workspace.id, id, change(at));
    await writeEvent(tx, workspace.id, event, tellAlert(changed, at));
    return changed;
  });
  await ringDeliveries(deps, workspace.id);
  // A level that was accepted, or is so no more, changes what is learned from.
  await deps.queues.ring('alerts', workspace.id);
  return alert;
}

export type Outlooks = { outlooks: Outlook[]; suspects: Suspect[]; notes: string[]; evaluatedAt: Date | null };

/** What the last evaluation said of each series. */
export async function readOutlooks(
  deps: Deps,
  workspace: Workspace,
  scope: Partial<Pick<Outlook, 'brand' | 'stage' | 'engine'>>,
): Promise<Outlooks> {
  const { outlooks, suspects, notes, evaluatedAt } = await readAlertWatch(deps.db, workspace.id);
  const isMeant = (one: SeriesName) =>
    (scope.brand ?? one.brand) === one.brand && (scope.stage ?? one.stage) === one.stage && (scope.engine ?? one.engine) === one.engine;
  return { outlooks: outlooks.filter(isMeant), suspects: suspects.filter(isMeant), notes, evaluatedAt };
}

export async function readAlertSettings(deps: Deps, workspace: Workspace): Promise<AlertSettings> {
  const { falseAlarmWeeks, floorPoints, floorRelative, confirmRuns } = await readAlertWatch(deps.db, workspace.id);
  return { falseAlarmWeeks, floorPoints, floorRelative, confirmRuns };
}

/** They hold from the next evaluation on, which closes what they no longer find. */
export async function updateAlertSettings(deps: Deps, workspace: Workspace, change: Partial<AlertSettings>): Promise<AlertSettings> {
  await changeAlertSettings(deps.db, workspace.id, change);
  await deps.queues.ring('alerts', workspace.id);
  return readAlertSettings(deps, workspace);
}
