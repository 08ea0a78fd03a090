import { startWorkers } from '../../workers/main.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { askNow } from '../../src/services/runs.ts';
import { makeWorkspace, openBenchStore, pause } from './store.ts';

const requestsPerMinute = 60;
const minutes = 2;

/** An engine that takes 60 requests a minute and answers in 2 s: how much of it is used, and how often it says 429. */
export async function run(): Promise<object[]> {
  const store = await openBenchStore('postgres', { latencyMs: 2000, requestsPerMinute: { openai: requestsPerMinute } });
  const { deps, simulator } = store;
  const workspace = await makeWorkspace(deps, 100, ['openai']);
  await changeEngine(deps, workspace, 'openai', { requestsPerMinute, concurrency: 8 });
  const stop = await startWorkers(deps);
  await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 2 });
  while ((simulator.counts().engines.openai?.paid ?? 0) < 5) await pause(50);
  const start = { ...simulator.counts().engines.openai };
  await pause(minutes * 60_000);
  const end = { ...simulator.counts().engines.openai };
  await stop();
  await store.close();
  const paid = (end.paid ?? 0) - (start.paid ?? 0);
  const failed = (end.failed ?? 0) - (start.failed ?? 0);
  const row = {
    requestsPerMinute,
    minutes,
    answered: paid,
    used: round3(paid / (requestsPerMinute * minutes)),
    tooMany: round3(failed / Math.max(1, paid + failed)),
  };
  return [{ ...row, wanted: 'used >= 0.95, tooMany <= 0.01' }];
}

const round3 = (value: number) => Math.round(value * 1000) / 1000;
