import { expect, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { acceptAlert, readAlerts, readOutlooks, reopenAlert, updateAlertSettings } from '../../src/services/alerts.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { evaluateAlerts } from '../../src/services/evaluate-alerts.ts';
import { planConfirmingRuns } from '../../src/services/plan-confirming-runs.ts';
import { expandRun } from '../../src/services/plan-run.ts';
import { createSchedule } from '../../src/services/schedules.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { parseEvent } from '../../src/webhooks/events.ts';
import { makeWorkspace, openTestDeps } from './harness.ts';
import { writeSweeps, type SweepPlan } from './sweeps.ts';
import { weekMs } from '../../src/domain/durations.ts';

const { store, deps } = await openTestDeps();

/** A Monday. */
const from = new Date('2026-06-01T00:00:00Z');
const after = (weeks: number): Deps => Object.assign({}, deps, { now: () => from.getTime() + weeks * weekMs });
const prompts = Array.from({ length: 24 }, (_, i) => ({
  text: `Question ${i}?`,
  stage: i % 2 === 0 ? ('awareness' as const) : ('consideration' as const),
}));
const make = () => makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'] });
const plan = (chance: SweepPlan['chance'], weeks: number, firstWeek = 0): SweepPlan => ({
  engines: ['openai', 'perplexity'],
  from,
  weeks,
  firstWeek,
  sweepsPerWeek: 4,
  chance,
});
const eventsOf = async (workspace: Workspace) =>
  (await store.rows<{ body: string }>('SELECT body FROM webhook_event WHERE workspace_id = $1 ORDER BY seq', [workspace.id])).map(
    ({ body }) => parseEvent(body),
  );
const only = async (workspace: Workspace) => {
  const { alerts } = await readAlerts(deps, workspace, { limit: 10 });
  if (alerts[0] === undefined || alerts.length > 1) throw new Error(`One alert was expected, not ${alerts.length}.`);
  return alerts[0];
};

test('a change that reaches another stage is told with what was added, in the record too', async () => {
  const workspace = await make();
  const chance: SweepPlan['chance'] = ({ engine, stage, week }) =>
    0.6 * (engine === 'perplexity' && week >= (stage === 'awareness' ? 9 : 11) ? 0.3 : 1);
  await writeSweeps(store, workspace, plan(chance, 11));
  await evaluateAlerts(after(11), workspace.id);
  expect(await only(workspace)).toMatchObject({ brand: null, stage: 'awareness', engine: 'perplexity', cause: 'engine-wide' });
  await writeSweeps(store, workspace, plan(chance, 14, 11));
  await evaluateAlerts(after(14), workspace.id);
  const { series, evidence } = await only(workspace);
  const added = ['acme', 'bolt', 'cirro'].map((brand) => ({ brand, stage: 'consideration', engine: 'perplexity' }));
  for (const one of added) expect(series).toContainEqual(one);
  expect(evidence['added']).toEqual(expect.arrayContaining(added.map((one) => ({ ...one, at: expect.any(String) }))));
  const told = (await eventsOf(workspace)).filter(({ type }) => type === 'alert.updated');
  expect(told).toHaveLength(1);
  expect(told[0]?.data).toMatchObject({ added: expect.arrayContaining(added) });
});

test('“this is the new normal” closes the alert and learns anew; taking it back opens it again', async () => {
  const workspace = await make();
  const chance: SweepPlan['chance'] = ({ brand, engine, week }) => (brand === 'acme' && engine === 'perplexity' && week >= 10 ? 0.2 : 0.6);
  await writeSweeps(store, workspace, plan(chance, 12));
  await evaluateAlerts(after(12), workspace.id);
  const { id } = await only(workspace);
  const stateOf = async () => {
    const { outlooks } = await readOutlooks(deps, workspace, { brand: 'acme', engine: 'perplexity', stage: 'awareness' });
    return outlooks[0]?.state;
  };
  expect(await stateOf()).toBe('alert');
  expect(await acceptAlert(after(12), workspace, id, 'Ann')).toMatchObject({ state: 'closed', closedReason: 'accepted', closedBy: 'Ann' });
  await evaluateAlerts(after(12), workspace.id);
  expect(await stateOf()).toBe('learning');
  expect(await only(workspace)).toMatchObject({ state: 'closed', closedReason: 'accepted' });
  await reopenAlert(after(12), workspace, id);
  await evaluateAlerts(after(12), workspace.id);
  expect(await stateOf()).toBe('alert');
  expect(await only(workspace)).toMatchObject({ state: 'open', closedReason: null });
  expect((await eventsOf(workspace)).map(({ type }) => type)).toEqual(['alert.opened', 'alert.closed', 'alert.updated']);
});

test('a brand that is added later has its past from the recount, which is no change of anything', async () => {
  const workspace = await make();
  const chance: SweepPlan['chance'] = () => 0.5;
  const all = ['acme', 'bolt', 'cirro'];
  await writeSweeps(store, workspace, { ...plan(chance, 10), brands: all, seed: 2 });
  // Cirro is new: the recount writes the answers that name it again, and only those.
  await store.rows(
    `UPDATE observation SET panel_version = 2 WHERE workspace_id = $1 AND jsonb_path_exists(result, '$.brands[*] ? (@.brand == "cirro")')`,
    [workspace.id],
  );
  await store.rows('UPDATE workspace SET panel_version = 2, counted_panel_version = 2 WHERE id = $1', [workspace.id]);
  await writeSweeps(store, workspace, { ...plan(chance, 13, 10), brands: all, seed: 2 });
  await store.rows(`UPDATE observation SET panel_version = 2 WHERE workspace_id = $1 AND due_at >= $2`, [
    workspace.id,
    new Date(after(10).now()),
  ]);
  await evaluateAlerts(after(13), workspace.id);
  expect((await readAlerts(deps, workspace, { limit: 10 })).alerts).toEqual([]);
  const { outlooks, notes } = await readOutlooks(deps, workspace, { brand: 'cirro' });
  expect(outlooks).toHaveLength(4);
  for (const { visibility } of outlooks) expect(visibility).toBeCloseTo(0.5, 1);
  expect(notes.join()).not.toMatch(/parser-change/);
});

const suspect = { brand: 'acme', stage: 'awareness', engine: 'perplexity', direction: 'down', tier: 'sudden', week: '2026-W33' };
const schedule = {
  name: 'Weekly',
  cron: '0 3 * * 1',
  timeZone: 'UTC',
  stages: ['awareness', 'consideration'],
  promptIds: [],
  engines: [],
  countries: [],
  languages: [],
  sweepsPerWeek: 4,
  enabled: true,
};
/** A workspace in which something stood out in the week before `after(11)`. */
async function suspecting(withSchedule = true): Promise<Workspace> {
  const workspace = await make();
  if (withSchedule) await createSchedule(deps, workspace, schedule);
  await store.rows(`INSERT INTO alert_watch (workspace_id, suspects) VALUES ($1, $2::jsonb)`, [
    workspace.id,
    JSON.stringify([suspect, { ...suspect, brand: 'bolt' }, { ...suspect, engine: 'openai', week: '2026-W20' }]),
  ]);
  return workspace;
}

test('what stands out is asked twice more on the same prompts before it is told, once whoever plans it', async () => {
  const workspace = await suspecting();
  const planned = await Promise.all([1, 2].map(() => planConfirmingRuns(after(11), workspace.id)));
  expect(planned.flat()).toHaveLength(2);
  expect(await planConfirmingRuns(after(11), workspace.id)).toEqual([]);
  for (const run of planned.flat()) expect(await expandRun(deps, workspace.id, run)).toBe(12);
  const asked = await store.rows<{ stage: string; engine: string; prompts: number; kind: string }>(
    `SELECT o.stage, o.engine, r.kind, count(DISTINCT o.prompt_id)::int AS prompts FROM observation o
     JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id WHERE o.workspace_id = $1 GROUP BY 1, 2, 3`,
    [workspace.id],
  );
  expect(asked).toEqual([{ stage: 'awareness', engine: 'perplexity', kind: 'confirm', prompts: 12 }]);
});

test('nothing more is asked without a schedule, beyond a budget, where it is switched off, and weeks later', async () => {
  expect(await planConfirmingRuns(after(11), (await suspecting(false)).id)).toEqual([]);
  const spent = await suspecting();
  await changeEngine(deps, spent, 'perplexity', { monthlyBudgetUsd: 0 });
  expect(await planConfirmingRuns(after(11), spent.id)).toEqual([]);
  const off = await suspecting();
  await updateAlertSettings(deps, off, { confirmRuns: false });
  expect(await planConfirmingRuns(after(11), off.id)).toEqual([]);
  expect(await planConfirmingRuns(after(14), (await suspecting()).id)).toEqual([]);
});
