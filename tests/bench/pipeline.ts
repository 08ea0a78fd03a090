import { startWorkers } from '../../workers/main.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { askNow, readRun } from '../../src/services/runs.ts';
import { hasRedis, makeWorkspace, openBenchStore, pause, type Backend } from './store.ts';

const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const prompts = 100;
const repeats = 10;

/**
 * From queued to rolled up, against engines that answer at once. The engines run in this process too, so their work is in
 * the figure; `share` tells where the processor's time went.
 */
export async function run(): Promise<object[]> {
  const backends: Backend[] = (await hasRedis()) ? ['postgres', 'redis'] : ['postgres'];
  const rows = [];
  for (const backend of backends) rows.push(await measure(backend));
  return rows;
}

async function measure(backend: Backend): Promise<object> {
  const store = await openBenchStore(backend);
  const { deps } = store;
  const workspace = await makeWorkspace(deps, prompts, engines);
  for (const engine of engines) await changeEngine(deps, workspace, engine, { concurrency: 12 });
  const stop = await startWorkers(deps);
  await sweep(1); // everything loaded, prepared and warm
  const before = process.cpuUsage();
  const start = performance.now();
  const planned = await sweep(repeats);
  const seconds = (performance.now() - start) / 1000;
  const own = process.cpuUsage(before);
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  await stop();
  await store.close();
  const ownShare = (own.user + own.system) / 1e6 / seconds;
  return {
    backend,
    observations: planned,
    perSecond: Math.round(planned / seconds),
    wanted: backend === 'redis' ? 'perSecond >= 300' : 'perSecond >= 150',
    share: { thisProcessCores: round2(ownShare), cpuMsPerObservation: round2((ownShare * seconds * 1000) / planned) },
    memoryMb,
    memoryWanted: '< 500 MB, engines and bench included',
  };

  async function sweep(times: number): Promise<number> {
    const id = await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: times });
    for (;;) {
      const current = await readRun(deps, workspace, id);
      if (current.state === 'complete') return current.planned;
      await pause(100);
    }
  }
}

const round2 = (value: number) => Math.round(value * 100) / 100;
