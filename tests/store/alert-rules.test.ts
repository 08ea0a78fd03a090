import { expect, test } from 'vitest';
import { savePanel } from '../../src/db/panels.ts';
import { createRule, previewRule, readRules, removeRule } from '../../src/services/alert-rules.ts';
import { evaluateAlerts } from '../../src/services/evaluate-alerts.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { apiClient, type ErrorBody } from '../api/client.ts';
import { makeWorkspace, openTestDeps, smallPanel } from './harness.ts';
import { writeSweeps, type SweepPlan } from './sweeps.ts';

const from = new Date('2026-06-01T00:00:00Z');
const now = from.getTime() + 12 * 7 * 86_400_000;
const { store, deps } = await openTestDeps({ now: () => now });

const prompts = Array.from({ length: 10 }, (_, i) => ({ text: `Question ${i}?` }));
const make = () => makeWorkspace(deps, { prompts, engines: ['perplexity'] });
const plan = (chance: SweepPlan['chance'], more: Partial<SweepPlan> = {}): SweepPlan => ({
  engines: ['perplexity'],
  from,
  weeks: 12,
  sweepsPerWeek: 4,
  chance,
  ...more,
});
const place = { stage: null, engine: null };
const rulesOf = (workspace: Workspace) =>
  store.rows<{ state: string; metric: string; rule_id: string | null; evidence: object }>(
    'SELECT * FROM alert WHERE workspace_id = $1 AND rule_id IS NOT NULL',
    [workspace.id],
  );
const falls = { kind: 'change', metric: 'recommendationRate', brand: 'acme', direction: 'down', points: 0.1, ...place } as const;

test('a rule on another figure than visibility fires by that figure', async () => {
  const workspace = await make();
  // Acme stays visible, but loses its first place, and with it the recommendation.
  await writeSweeps(
    store,
    workspace,
    plan(({ brand, week }) => (brand === 'acme' ? 0.7 : brand === 'bolt' ? (week >= 10 ? 0.9 : 0.05) : 0.3), {
      brands: ['bolt', 'acme', 'cirro'],
    }),
  );
  const { id } = await createRule(deps, workspace, { name: 'Recommended less', rule: falls, enabled: true });
  await evaluateAlerts(deps, workspace.id);
  expect(await rulesOf(workspace)).toMatchObject([{ metric: 'recommendationRate', rule_id: id, state: 'open' }]);
  await removeRule(deps, workspace, id);
  await evaluateAlerts(deps, workspace.id);
  expect(await rulesOf(workspace)).toMatchObject([{ state: 'closed' }]);
});

test('a rival that overtakes us, and a page that is gone, are told; not what only canary prompts show', async () => {
  const alertsOf = async (workspace: Workspace) => {
    const chance: SweepPlan['chance'] = ({ brand, week }) => (brand === 'acme' ? 0.6 : brand === 'bolt' ? (week >= 10 ? 0.95 : 0.3) : 0.2);
    await writeSweeps(store, workspace, plan(chance, { citation: (week) => (week < 10 ? 'https://news.example/best' : null) }));
    await createRule(deps, workspace, {
      name: 'Overtaken',
      rule: { kind: 'overtaken', brand: 'acme', rival: null, ...place },
      enabled: true,
    });
    await createRule(deps, workspace, { name: 'Gone', rule: { kind: 'page_gone', brand: 'acme' }, enabled: true });
    await evaluateAlerts(deps, workspace.id);
    return rulesOf(workspace);
  };
  const canaries = prompts.map((prompt) => ({ ...prompt, canary: true }));
  expect(await alertsOf(await makeWorkspace(deps, { prompts: canaries, engines: ['perplexity'] }))).toEqual([]);
  const alerts = await alertsOf(await make());
  expect(alerts.find(({ metric }) => metric === 'lead')).toMatchObject({ evidence: { rival: 'bolt' }, state: 'open' });
  expect(alerts.find(({ metric }) => metric === 'pageCitations')).toMatchObject({ evidence: { page: 'https://news.example/best' } });
  expect(alerts).toHaveLength(2);
});

test('a preview tells the expected false alarms of a year, the same each time, and when it would have fired', async () => {
  const workspace = await make();
  await writeSweeps(
    store,
    workspace,
    plan(({ brand, week }) => (brand === 'acme' ? (week >= 9 ? 0.15 : 0.6) : 0.4)),
  );
  const rule = { ...falls, metric: 'visibility' as const };
  const preview = await previewRule(deps, workspace, rule);
  expect(preview.expectedFalseAlarmsPerYear).toBeGreaterThanOrEqual(0);
  expect(preview.expectedFalseAlarmsPerYear).toBeLessThan(6);
  expect(preview.wouldHaveFired).toMatchObject([{ brand: 'acme', direction: 'down' }]);
  expect(await previewRule(deps, workspace, rule)).toEqual(preview);
});

test.each([
  ['no answers', [], ['no_answers'], null],
  ['answers that all are alike', [1], ['all_alike'], 0],
] as const)('a preview on %s says so instead of a number that is none', async (_name, levels, words, expected) => {
  const workspace = await make();
  if (levels.length > 0)
    await writeSweeps(
      store,
      workspace,
      plan(() => levels[0] ?? 0),
    );
  const rules = [
    falls,
    { ...falls, metric: 'shareOfVoice', points: 0.02 },
    { ...falls, metric: 'negativeShare', direction: 'up' },
    { kind: 'overtaken', brand: 'acme', rival: 'bolt', ...place },
  ] as const;
  for (const rule of rules) {
    const { expectedFalseAlarmsPerYear: number, wouldHaveFired } = await previewRule(deps, workspace, rule);
    expect(number === null || Number.isFinite(number)).toBe(true);
    expect(wouldHaveFired).toEqual([]);
  }
  expect(await previewRule(deps, workspace, { ...falls, metric: 'visibility' })).toEqual({
    expectedFalseAlarmsPerYear: expected,
    wouldHaveFired: [],
    words,
  });
});

test('one prompt, a short history, and a fall larger than the figure are said in words', async () => {
  const workspace = await makeWorkspace(deps, { prompts: prompts.slice(0, 1), engines: ['perplexity'] });
  await writeSweeps(
    store,
    workspace,
    plan(({ brand }) => (brand === 'acme' ? 0.3 : 0.5), { weeks: 4 }),
  );
  const preview = await previewRule(deps, workspace, { ...falls, metric: 'visibility', points: 0.9 });
  expect(preview).toEqual({
    expectedFalseAlarmsPerYear: null,
    wouldHaveFired: [],
    words: ['one_prompt', 'below_points', 'history_too_short'],
  });
});

test('a rule whose brand has left the panel stays, says so, and fires no more', async () => {
  const workspace = await make();
  await writeSweeps(
    store,
    workspace,
    plan(({ brand, week }) => (brand === 'bolt' && week >= 10 ? 0.1 : 0.6)),
  );
  const rule = { ...falls, metric: 'visibility', brand: 'bolt' } as const;
  await createRule(deps, workspace, { name: 'Bolt', rule, enabled: true });
  await savePanel(deps.db, workspace.id, { brands: smallPanel.brands.filter(({ id }) => id !== 'bolt') });
  await evaluateAlerts(deps, workspace.id);
  expect(await rulesOf(workspace)).toEqual([]);
  expect(await readRules(deps, workspace)).toMatchObject([{ words: ['brand_deleted'] }]);
  expect(await previewRule(deps, workspace, rule)).toEqual({
    expectedFalseAlarmsPerYear: null,
    wouldHaveFired: [],
    words: ['brand_deleted'],
  });
  await expect(createRule(deps, workspace, { name: 'Again', rule, enabled: true })).rejects.toThrow(/not usable/);
});

test('alerts are listed by state and scope, acknowledged, closed and taken back; each is an event', async () => {
  const workspace = await make();
  await writeSweeps(
    store,
    workspace,
    plan(({ brand, week }) => (brand === 'acme' && week >= 10 ? 0.1 : 0.6)),
  );
  await evaluateAlerts(deps, workspace.id);
  const call = apiClient(deps);
  const at = `?workspace=${workspace.slug}`;
  const list = (query: string) => call<{ alerts: { id: string; state: string; brand: string }[] }>('GET', `/api/v1/alerts${at}${query}`);
  const [alert, ...more] = (await list('&state=open&brand=acme&engine=perplexity&stage=consideration')).body.alerts;
  expect(more).toEqual([]);
  expect((await list('&brand=bolt')).body.alerts).toEqual([]);
  const step = (verb: string, body: object | undefined = { by: 'Mia' }) =>
    call<{ state: string } & ErrorBody>('POST', `/api/v1/alerts/${alert?.id}/${verb}${at}`, body);
  expect((await step('acknowledge')).body).toMatchObject({
    state: 'acknowledged',
    acknowledgedBy: 'Mia',
    acknowledgedAt: new Date(now).toISOString(),
  });
  expect(await step('acknowledge')).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  expect((await step('reopen', undefined)).body).toMatchObject({ state: 'open', acknowledgedBy: null });
  expect((await step('close')).body).toMatchObject({ state: 'closed', closedBy: 'Mia', closedReason: 'user' });
  expect((await step('reopen', undefined)).body).toMatchObject({ state: 'open', closedAt: null });
  const types = await store.rows<{ type: string }>('SELECT type FROM webhook_event WHERE workspace_id = $1 ORDER BY seq', [workspace.id]);
  expect(types.map(({ type }) => type)).toEqual(['alert.opened', 'alert.updated', 'alert.updated', 'alert.closed', 'alert.updated']);
  const whole = await call<{ evidence: { answers: unknown[]; rivals: unknown[] } }>('GET', `/api/v1/alerts/${alert?.id}${at}`);
  expect(whole.body.evidence.rivals).toHaveLength(2);
  expect(whole.body.evidence.answers.length).toBeGreaterThan(0);
});

test('the budget is a setting, and each series says what it could show', async () => {
  const workspace = await make();
  const call = apiClient(deps);
  const at = `?workspace=${workspace.slug}`;
  expect((await call('GET', `/api/v1/alerts/settings${at}`)).body).toEqual({
    falseAlarmWeeks: 26,
    floorPoints: 0.05,
    floorRelative: 0.15,
    confirmRuns: true,
  });
  expect((await call('PATCH', `/api/v1/alerts/settings${at}`, { falseAlarmWeeks: 52 })).body).toMatchObject({
    falseAlarmWeeks: 52,
    floorPoints: 0.05,
  });
  expect((await call('PATCH', `/api/v1/alerts/settings${at}`, { falseAlarmWeeks: 0 })).status).toBe(400);
  await writeSweeps(
    store,
    workspace,
    plan(() => 0.5, { weeks: 3 }),
  );
  await evaluateAlerts(deps, workspace.id);
  const { body } = await call<{ outlooks: { brand: string; state: string }[] }>('GET', `/api/v1/alerts/outlooks${at}&brand=acme`);
  expect(body.outlooks).toMatchObject([
    { brand: 'acme', stage: 'consideration', engine: 'perplexity', state: 'learning', smallestDrop: null },
  ]);
});
