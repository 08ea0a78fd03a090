import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoWorkspace } from '../../src/engines/simulator/demo.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator, type RunningSimulator } from '../../src/engines/simulator/server.ts';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { askNow } from '../../src/services/runs.ts';
import { apiClient, type ApiClient } from '../api/client.ts';
import { createTestDeps, drain, makeWorkspace, openTestStore, withWorkers, type TestDeps, type TestStore } from './harness.ts';

let store: TestStore;
let deps: TestDeps;
let simulator: RunningSimulator;
let api: ApiClient;

const engine = 'openai';
const prompts = Array.from({ length: 12 }, (_, intent) =>
  ['Which CRM suits an agency of', 'best crm for a team of'].map((start) => ({
    text: `${start} ${intent + 2}?`,
    intent: `size-${intent}`,
    stage: 'consideration' as const,
  })),
).flat();
const brands = parsePanel(demoWorkspace.panel).brands.map(({ id }) => id);

beforeAll(async () => {
  store = await openTestStore();
  const market = createMarket({ seed: 31, startsAt: new Date('2026-09-07'), story: [] });
  simulator = await startSimulator({ market, prompts: prompts.map((prompt) => ({ ...prompt, language: 'en' })) });
  deps = createTestDeps(store, { simulatorEnv: simulator.env });
  api = apiClient(deps);
  const workspace = await makeWorkspace(deps, {
    prompts,
    engines: [engine],
    simulated: true,
    panel: parsePanel(demoWorkspace.panel),
    slug: 'truth',
  });
  await withWorkers(deps, async () => {
    await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 15 });
    await drain(store, workspace.id);
  });
});
afterAll(async () => {
  await deps.close();
  await simulator.close();
  await store.close();
});

type Truth = { visibility: number; panelVisibility: number; citationRate: number };
const truthOf = async (brand: string) =>
  (await api<Truth>('GET', `/api/v1/simulator/truth?brand=${brand}&stage=consideration&engine=${engine}&at=2026-09-10`)).body;
const hour = 3_600_000;

/**
 * How far the truth lies from the value, in widths of the interval on that side: 1 is its end. A 95 % interval misses one time in
 * twenty, and other answers are drawn on each run, so a test that asked for all of them would fail by chance.
 */
function widthsOff(figure: Figure | undefined, interval: 'panel' | 'market', truth: number): number {
  const ends = figure?.[interval];
  if (!figure || !ends || figure.value === null) return Infinity;
  const end = truth < figure.value ? ends[0] : ends[1];
  return truth === figure.value ? 0 : (truth - figure.value) / (end - figure.value);
}

async function figuresOf(metric: 'visibility' | 'citationRate'): Promise<Map<string, Figure>> {
  const day = (offset: number) => new Date(Date.now() + offset * hour).toISOString().slice(0, 10);
  const query = `workspace=truth&from=${day(-48)}&to=${day(48)}&by=month`;
  const { body } = await api<{ series: { brand: string; points: Record<'visibility' | 'citationRate', Figure>[] }[] }>(
    'GET',
    `/api/v1/trends?${query}`,
  );
  const found = new Map<string, Figure>();
  for (const { brand, points } of body.series) if (points[0]) found.set(brand, points[0][metric]);
  return found;
}

test('the visibility that 360 real asks give is the true one of these prompts, within its panel interval', async () => {
  const figures = await figuresOf('visibility');
  let inside = 0;
  for (const brand of brands) {
    const { panelVisibility } = await truthOf(brand);
    const figure = figures.get(brand);
    expect(figure?.denominator).toBe(360);
    expect(widthsOff(figure, 'panel', panelVisibility), brand).toBeLessThan(2.2);
    if (widthsOff(figure, 'panel', panelVisibility) <= 1) inside++;
  }
  expect(inside).toBeGreaterThan(brands.length / 2);
});

test('the market interval of 12 intents holds the true visibility of the whole market', async () => {
  const figures = await figuresOf('visibility');
  let inside = 0;
  for (const brand of brands) {
    const { visibility } = await truthOf(brand);
    // Student's t at 11 degrees of freedom has longer tails than the normal.
    expect(widthsOff(figures.get(brand), 'market', visibility), brand).toBeLessThan(3);
    if (widthsOff(figures.get(brand), 'market', visibility) <= 1) inside++;
  }
  expect(inside).toBeGreaterThan(brands.length / 2);
});

test('citation rates come near the true ones', async () => {
  const figures = await figuresOf('citationRate');
  for (const brand of brands)
    expect(Math.abs((figures.get(brand)?.value ?? 9) - (await truthOf(brand)).citationRate), brand).toBeLessThan(0.15);
});
