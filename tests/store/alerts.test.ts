import { expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { demoSeed, demoWorkspace } from '../../src/engines/simulator/demo.ts';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { savePanel } from '../../src/db/panels.ts';
import { evaluateAlerts } from '../../src/services/evaluate-alerts.ts';
import { readTrends } from '../../src/services/read-trends.ts';
import { rebuild } from '../../src/services/rebuild.ts';
import { resolveWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { parseEvent } from '../../src/webhooks/events.ts';
import { makeWorkspace, openTestDeps, smallPanel } from './harness.ts';
import { writeSweeps, type SweepPlan } from './sweeps.ts';
import { dayMs, weekMs } from '../../src/domain/durations.ts';

const { store, deps } = await openTestDeps();

/** A Monday, and twelve weeks later. */
const from = new Date('2026-06-01T00:00:00Z');
const evaluate = (workspace: { id: string }, week = 12) =>
  evaluateAlerts(Object.assign({}, deps, { now: () => from.getTime() + week * weekMs }), workspace.id);

const prompts = Array.from({ length: 12 }, (_, i) => ({ text: `Question ${i}?` }));
const levels: Record<string, number> = { acme: 0.6, bolt: 0.5, cirro: 0.4 };
/** Acme falls on one engine, in the last two of twelve weeks. */
const drop: SweepPlan['chance'] = ({ brand, engine, week }) =>
  (levels[brand] ?? 0) * (brand === 'acme' && engine === 'perplexity' && week >= 10 ? 0.3 : 1);
const plan = (more: Partial<SweepPlan> = {}): SweepPlan => ({
  engines: ['openai', 'perplexity'],
  from,
  weeks: 12,
  sweepsPerWeek: 5,
  chance: drop,
  ...more,
});
type Row = {
  id: string;
  state: string;
  cause: string;
  brand: string;
  engine: string;
  stage: string;
  direction: string;
  before: Record<string, unknown>;
  series: { brand: string; engine: string }[];
  evidence: Record<string, never>;
};
const alertsOf = (workspace: Workspace) =>
  store.rows<Row>('SELECT * FROM alert WHERE workspace_id = $1 ORDER BY opened_at', [workspace.id]);
const eventsOf = async (workspace: Workspace) =>
  (await store.rows<{ body: string }>('SELECT body FROM webhook_event WHERE workspace_id = $1 ORDER BY seq', [workspace.id])).map(
    ({ body }) => parseEvent(body),
  );
const make = () => makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'] });

test('a fall of one brand on one engine opens one alert, with its evidence and its event', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  expect(await evaluate(workspace)).toBe(1);
  const [alert, ...others] = await alertsOf(workspace);
  expect(others).toEqual([]);
  expect(alert).toMatchObject({
    state: 'open',
    brand: 'acme',
    stage: 'consideration',
    engine: 'perplexity',
    direction: 'down',
    cause: 'brand',
  });
  expect(alert?.evidence).toMatchObject({
    falseAlarmWeeks: 26,
    statistic: expect.any(Number),
    threshold: expect.any(Number),
    rivals: [
      { brand: 'bolt', before: { value: expect.closeTo(0.5, 1) }, after: { value: expect.closeTo(0.5, 0) } },
      { brand: 'cirro', before: { value: expect.closeTo(0.4, 1) } },
    ],
  });
  expect(await eventsOf(workspace)).toMatchObject([
    {
      type: 'alert.opened',
      data: {
        id: alert?.id,
        status: 'opened',
        metric: 'visibility',
        before: { value: expect.closeTo(0.6, 1) },
        after: { value: expect.any(Number) },
      },
    },
  ]);
});

test('the figures of an alert are those that the trends show for its days', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  await rebuild(deps, workspace, false);
  await evaluate(workspace);
  const [alert] = await store.rows<{ since: Date; opened_at: Date; before: Figure; after: Figure }>(
    'SELECT since, opened_at, before, after FROM alert WHERE workspace_id = $1',
    [workspace.id],
  );
  if (alert === undefined) throw new Error('Nothing was found.');
  const dayAfter = (time: Date, days: number) => new Date((Math.floor(time.getTime() / dayMs) + days) * dayMs);
  const shown = async (begin: Date, end: Date) => {
    const period = { from: begin, to: end, by: 'month' as const, branded: false };
    const { series } = await readTrends(deps, await resolveWorkspace(deps, workspace.id), { ...period, groupBy: ['stage', 'engine'] });
    return (
      series.find(({ brand, engine }) => brand === 'acme' && engine === 'perplexity')?.points.map(({ visibility }) => visibility) ?? []
    );
  };
  expect(await shown(dayAfter(alert.since, 0), dayAfter(alert.opened_at, 1))).toEqual([alert.after]);
  const before = await shown(from, dayAfter(alert.since, 0));
  const sum = (key: 'numerator' | 'denominator') => before.reduce((total, figure) => total + figure[key], 0);
  expect([sum('numerator'), sum('denominator')]).toEqual([alert.before.numerator, alert.before.denominator]);
});

test('canary prompts are evidence of what an engine did, and in no figure of an alert', async () => {
  const canaries = Array.from({ length: 3 }, (_, i) => ({ text: `Weather ${i}?`, canary: true }));
  const workspace = await makeWorkspace(deps, { prompts: [...prompts, ...canaries], engines: ['openai', 'perplexity'] });
  await writeSweeps(store, workspace, plan({ seed: 2 }));
  await evaluate(workspace);
  const fall = (await alertsOf(workspace)).find(({ direction }) => direction === 'down');
  expect(fall).toMatchObject({ brand: 'acme', engine: 'perplexity', cause: 'brand', evidence: { canaryMoved: false } });
  expect(fall?.before).toMatchObject({ prompts: prompts.length, value: expect.closeTo(0.6, 1) });
});

test('the answers that changed are some without the brand, since the change, of questions that named it before', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  await evaluate(workspace);
  const [alert] = await store.rows<{ since: Date; evidence: { answers: { id: string }[] } }>(
    'SELECT since, evidence FROM alert WHERE workspace_id = $1',
    [workspace.id],
  );
  const ids = alert?.evidence.answers.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(20);
  const rows = await store.rows<{ asked_at: Date; engine: string; result: { brands: { brand: string }[] } }>(
    'SELECT * FROM observation WHERE id = ANY($1)',
    [ids],
  );
  for (const { asked_at, engine, result } of rows) {
    expect(asked_at.getTime()).toBeGreaterThanOrEqual(alert?.since.getTime() ?? Infinity);
    expect(engine).toBe('perplexity');
    expect(result.brands.map(({ brand }) => brand)).not.toContain('acme');
  }
});

test('evaluating again, also by several at once, opens nothing twice', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  const counts = await Promise.all([1, 2, 3].map(() => evaluate(workspace)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  await store.rows('UPDATE alert_watch SET seen = NULL WHERE workspace_id = $1', [workspace.id]);
  expect(await evaluate(workspace)).toBe(0);
  expect(await eventsOf(workspace)).toHaveLength(1);
});

test('an alert and its event are written together or not at all', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  await store.rows(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`);
  await store.rows('CREATE TRIGGER refuse BEFORE INSERT ON webhook_event FOR EACH ROW EXECUTE FUNCTION refuse()');
  await expect(evaluate(workspace)).rejects.toThrow(/killed/);
  expect(await alertsOf(workspace)).toEqual([]);
  await store.rows('DROP TRIGGER refuse ON webhook_event');
  expect(await evaluate(workspace)).toBe(1);
  expect(await eventsOf(workspace)).toHaveLength(1);
});

test('what is past when it is first seen is kept, and told to nobody', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan());
  await evaluate(workspace, 18);
  expect(await alertsOf(workspace)).toMatchObject([{ state: 'historical', brand: 'acme', engine: 'perplexity' }]);
  expect(await eventsOf(workspace)).toEqual([]);
});

test('a fall that is over closes its alert by itself', async () => {
  const workspace = await make();
  const chance: SweepPlan['chance'] = (place) => (place.week >= 13 ? (levels[place.brand] ?? 0) : drop(place));
  await writeSweeps(store, workspace, plan({ chance }));
  expect(await evaluate(workspace)).toBe(1);
  await writeSweeps(store, workspace, plan({ weeks: 17, firstWeek: 12, chance }));
  await evaluate(workspace, 17);
  expect((await alertsOf(workspace))[0]).toMatchObject({ state: 'recovered' });
  expect((await eventsOf(workspace)).slice(0, 2)).toMatchObject([
    { type: 'alert.opened', data: { status: 'opened' } },
    { type: 'alert.closed', data: { status: 'recovered' } },
  ]);
});

test('while a history is being read again nothing is said of it', async () => {
  const workspace = await make();
  await writeSweeps(store, workspace, plan({ kind: 'import' }));
  await store.rows(`UPDATE run SET state = 'queued' WHERE workspace_id = $1 AND key = 'sweep/3/1'`, [workspace.id]);
  expect(await evaluate(workspace)).toBe(0);
  await store.rows(`UPDATE run SET state = 'complete' WHERE workspace_id = $1`, [workspace.id]);
  expect(await evaluate(workspace)).toBe(1);
});

test('a workspace without answers, and one whose answers are all alike, raise nothing', async () => {
  const empty = await make();
  expect(await evaluate(empty)).toBe(0);
  const alike = await make();
  await writeSweeps(store, alike, plan({ chance: ({ brand }) => (brand === 'acme' ? 1 : 0) }));
  expect(await evaluate(alike)).toBe(0);
  await savePanel(deps.db, alike.id, { brands: smallPanel.brands.slice(0, 1) });
  expect(await evaluate(alike)).toBe(0);
  expect(await alertsOf(alike)).toEqual([]);
});

test('the demo’s story is found: an engine that falls as a whole, and a brand that falls on one', async () => {
  const market = createMarket({ seed: demoSeed, startsAt: from, weeks: 12 });
  const panel = parsePanel(demoWorkspace.panel);
  const brands = panel.brands.map(({ id }) => id);
  const asked = Array.from({ length: 30 }, (_, i) => ({
    text: `Question ${i}?`,
    stage: i % 2 === 0 ? ('awareness' as const) : ('consideration' as const),
  }));
  const engines = ['openai', 'gemini', 'perplexity'];
  const workspace = await makeWorkspace(deps, { prompts: asked, engines, panel, simulated: true });
  const chance: SweepPlan['chance'] = ({ week, stage, ...place }) =>
    market.truth({ ...place, stage: stage as 'awareness', at: new Date(from.getTime() + (week + 0.5) * weekMs) });
  await writeSweeps(store, workspace, plan({ engines, brands, chance, kind: 'demo', sweepsPerWeek: 5 }));
  await evaluate(workspace);
  const alerts = await alertsOf(workspace);
  expect(alerts.filter(({ engine, direction }) => engine === 'gemini' && direction === 'down')).toMatchObject([
    { brand: null, cause: 'engine-wide' },
  ]);
  const told = alerts.filter(
    ({ direction, series }) => direction === 'down' && series.some(({ brand, engine }) => brand === 'veldrano' && engine === 'perplexity'),
  );
  expect(told).toHaveLength(1);
});
