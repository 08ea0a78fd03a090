import { changedAnswers, historyStamp, readAsked } from '../db/alert-history.ts';
import { listAlertRules } from '../db/alert-rules.ts';
import { openThresholds, readAlertWatch, saveEvaluation, type AlertWatch } from '../db/alert-watch.ts';
import { acceptedLevels, addAlert, addAlertSeries, changeAlert, findAlert, keptAlerts, type AlertRow } from '../db/alerts.ts';
import type { Database } from '../db/client.ts';
import { writeEvent } from '../db/outbox.ts';
import { listBrands } from '../db/panels.ts';
import { lockWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { WatchResult } from '../domain/alerts/alert.ts';
import { watchHistory } from '../domain/alerts/watch.ts';
import { historyOf, type Asked } from '../domain/alerting/asked.ts';
import { compareRivals } from '../domain/alerting/compare-rivals.ts';
import { foundIn, type Found } from '../domain/alerting/found.ts';
import { settle, type Step } from '../domain/alerting/settle.ts';
import { tellAlert } from './alert-event.ts';
import { isoWeek } from '../domain/period.ts';
import { acceptedOf, historyStart, watchOptions, type AlertsTx } from './alert-window.ts';
import { applyRules } from './apply-alert-rules.ts';
import { planConfirmingRuns } from './plan-confirming-runs.ts';
import { ringDeliveries } from './ring-deliveries.ts';

/** Raise it when an evaluation of the same history tells more or other things than before. */
const evaluationVersion = 3;
const shownAnswers = 20;

/** @returns whether there is more to look at than the last evaluation saw */
export async function awaitsEvaluation(deps: Deps, workspaceId: string): Promise<boolean> {
  const seen = await stampOf(deps.db, workspaceId, deps.now());
  return seen !== null && seen !== (await readAlertWatch(deps.db, workspaceId)).seen;
}

/** All that the outcome depends on; null while that is being written. */
async function stampOf(tx: Database | AlertsTx, workspaceId: string, now: number): Promise<string | null> {
  const history = await historyStamp(tx, workspaceId);
  if (history === null) return null;
  const { falseAlarmWeeks, floorPoints, floorRelative } = await readAlertWatch(tx, workspaceId);
  const rules = (await listAlertRules(tx, workspaceId)).map(({ id, updatedAt, enabled }) => `${id}${enabled}${updatedAt.toISOString()}`);
  const accepted = await acceptedLevels(tx, workspaceId);
  // A new week is looked at even if nothing came in it: the one before is over.
  const window = [historyStart(now), isoWeek(new Date(now))];
  return JSON.stringify([evaluationVersion, history, falseAlarmWeeks, floorPoints, floorRelative, window, rules, accepted]);
}

/**
 * Looks for changes in the workspace's history: opens what is new, follows what is open, and writes the events of both in
 * the same transaction. The same history again changes nothing. @returns how many alerts changed
 */
export async function evaluateAlerts(deps: Deps, workspaceId: string): Promise<number> {
  const now = deps.now();
  const steps = await deps.db.$transaction(async (tx) => {
    // Held from the first read on: of two evaluations the one with the older history must not have the last word.
    await lockWorkspace(tx, workspaceId, 'alerts');
    const seen = await stampOf(tx, workspaceId, now);
    const watch = await readAlertWatch(tx, workspaceId);
    if (seen === null || seen === watch.seen) return 0;
    return evaluate({ tx, workspaceId, now }, watch, seen);
  });
  if (steps > 0) {
    deps.log.info({ workspaceId, alerts: steps }, 'Alerts have changed.');
    await ringDeliveries(deps, workspaceId);
  }
  const runs = await planConfirmingRuns(deps, workspaceId);
  if (runs.length > 0) deps.log.info({ workspaceId, runs }, 'A change is suspected: its prompts are asked again.');
  return steps;
}

type Place = { tx: AlertsTx; workspaceId: string; now: number };
type Evidence = { asked: Asked[]; brands: string[] };

async function evaluate({ tx, workspaceId, now }: Place, watch: AlertWatch, seen: string): Promise<number> {
  const asked = await readAsked(tx, workspaceId, historyStart(now), 'visibility');
  const panel = await listBrands(tx, workspaceId);
  const brands = panel.map(({ key }) => key);
  const thresholds = await openThresholds(tx, workspaceId);
  const accepted = await acceptedLevels(tx, workspaceId);
  const options = { thresholds: thresholds.map, accepted: acceptedOf(accepted, null), until: now };
  const result = watchHistory(historyOf(asked, brands), watchOptions(watch, options));
  const found = foundIn(result, { ruleId: null, metric: 'visibility' });
  const byRules = await applyRules(tx, workspaceId, { now, watch, asked, panel, found, thresholds: thresholds.map, accepted });
  const steps = settle(await keptAlerts(tx, workspaceId), [...found, ...byRules], now);
  for (const step of steps) await take({ tx, workspaceId, now }, step, { asked, brands });
  await thresholds.save();
  await saveEvaluation(tx, workspaceId, { seen, evaluatedAt: new Date(now), ...saidBy(result) });
  return steps.length;
}

async function take({ tx, workspaceId, now }: Place, step: Step, evidence: Evidence): Promise<void> {
  const change = (id: string, changes: Parameters<typeof changeAlert>[3]) => changeAlert(tx, workspaceId, id, changes);
  switch (step.do) {
    case 'open':
    case 'keep as past': {
      const found = await withEvidence(tx, workspaceId, step.found, evidence);
      const alert = await addAlert(tx, workspaceId, found, step.do === 'open' ? 'open' : 'historical');
      if (alert === null || step.do !== 'open') return;
      await tell(tx, workspaceId, 'alert.opened', alert, alert.openedAt);
      if (found.recoveredAt !== null) await recover(tx, workspaceId, alert, found.recoveredAt);
      return;
    }
    case 'rename':
      await change(step.id, { key: step.key });
      return;
    case 'add series':
      return addSeries({ tx, workspaceId, now }, step);
    case 'recover': {
      const alert = await findAlert(tx, workspaceId, step.id);
      if (alert && step.found.recoveredAt !== null) await recover(tx, workspaceId, alert, step.found.recoveredAt);
      return;
    }
    case 'withdraw': {
      const closed = await change(step.id, { state: 'closed', closedAt: new Date(now), closedReason: 'recounted' });
      return tell(tx, workspaceId, 'alert.closed', closed, new Date(now));
    }
  }
}

const saidBy = ({ outlooks, notes, suspects }: WatchResult) => ({ outlooks, notes, suspects });

async function addSeries({ tx, workspaceId, now }: Place, { id, found, added }: Extract<Step, { do: 'add series' }>): Promise<void> {
  const at = new Date(now);
  const alert = await addAlertSeries(tx, workspaceId, id, { series: found.series, added, at });
  await writeEvent(tx, workspaceId, 'alert.updated', tellAlert(alert, at, added));
}

/** What was known as past stays so, and is no news when it ends. */
async function recover(tx: AlertsTx, workspaceId: string, { id, state }: AlertRow, at: string): Promise<void> {
  const isPast = state === 'historical';
  const alert = await changeAlert(tx, workspaceId, id, { state: isPast ? 'historical' : 'recovered', recoveredAt: new Date(at) });
  if (!isPast) await tell(tx, workspaceId, 'alert.closed', alert, new Date(at));
}

async function tell(tx: AlertsTx, workspaceId: string, type: 'alert.opened' | 'alert.updated' | 'alert.closed', alert: AlertRow, at: Date) {
  await writeEvent(tx, workspaceId, type, tellAlert(alert, at));
}

async function withEvidence(tx: AlertsTx, workspaceId: string, found: Found, { asked, brands }: Evidence): Promise<Found> {
  if (found.series.length === 0) return found;
  const { series, direction, since, openedAt: at } = found;
  const rivals = compareRivals(asked, { brand: found.brand, series, since: Date.parse(since), at: Date.parse(at) }, brands);
  const answers = await changedAnswers(tx, workspaceId, { series, direction, since, at }, shownAnswers);
  return { ...found, evidence: { ...found.evidence, rivals, answers } };
}
