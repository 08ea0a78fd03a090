import { askNow } from '../../src/services/runs.ts';
import { expandRun } from '../../src/services/plan-run.ts';
import { hasRedis, makeWorkspace, median, openBenchStore, type Backend } from './store.ts';

const observations = 100_000;
const prompts = 1000;
const engine = 'openai';
const rounds = 3;

/** Planning and queueing 100,000 observations, against what BullMQ's own addBulk takes for as many jobs. */
export async function run(): Promise<object[]> {
  const backends: Backend[] = (await hasRedis()) ? ['postgres', 'redis'] : ['postgres'];
  const rows = [];
  for (const backend of backends) rows.push(await measure(backend));
  return rows;
}

async function measure(backend: Backend): Promise<object> {
  const store = await openBenchStore(backend);
  const { deps } = store;
  const workspace = await makeWorkspace(deps, prompts, [engine]);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bulk = Array.from({ length: observations }, (_, index) => ({
      workspaceId: workspace.id,
      observationId: `00000000-0000-7000-8000-${String(round * observations + index).padStart(12, '0')}`,
      engine: 'perplexity',
      dueAt: new Date(Date.now() + 3_600_000),
    }));
    theirs.push(
      await seconds(async () => {
        for (let at = 0; at < bulk.length; at += 5000) await deps.queues.asks(bulk.slice(at, at + 5000));
      }),
    );
    const id = await askNow(deps, workspace, {
      promptIds: [],
      stages: [],
      engines: [engine],
      countries: [],
      languages: [],
      repeats: observations / prompts,
    });
    ours.push(await seconds(async () => void (await expandRun(deps, workspace.id, id))));
  }
  await store.close();
  const rate = (taken: number[]) => Math.round(observations / median(taken));
  return {
    backend,
    observations,
    plannedAndQueuedPerSecond: rate(ours),
    addBulkPerSecond: rate(theirs),
    ratio: round2(median(theirs) / median(ours)),
    wanted: 'ratio >= 0.5',
  };
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

const round2 = (value: number) => Math.round(value * 100) / 100;
