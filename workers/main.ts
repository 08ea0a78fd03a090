import { readEngineSettings } from '../src/db/engine-settings.ts';
import { renewLeases } from '../src/db/observations.ts';
import { listWorkspaces } from '../src/db/workspaces.ts';
import type { Deps } from '../src/deps.ts';
import { engineIds } from '../src/engines/registry.ts';
import type { JobWorker } from '../src/queue/backends.ts';
import { askQueueName } from '../src/queue/contracts.ts';
import type { AskContext } from '../src/services/ask-engine.ts';
import { createEngineGate } from '../src/services/engine-gate.ts';
import { analyzeAnswersJob } from './jobs/analyze-answers.ts';
import { askEngineJob } from './jobs/ask-engine.ts';
import { planRunJob } from './jobs/plan-run.ts';
import { rollUpJob } from './jobs/roll-up.ts';
import { tickJob } from './jobs/tick.ts';
import { startWorker } from './start-worker.ts';

const tickMs = 5000;

/** Starts all workers of one process. @returns how to stop them: what is in hand is finished first */
export async function startWorkers(deps: Deps): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const ask: AskContext = { gate: createEngineGate(deps), inFlight: new Set() };
  const context = { deps, ask, signal: stopping.signal };

  const askers = new Map<string, JobWorker>();
  const concurrency = await engineConcurrency(deps);
  for (const engine of engineIds) {
    const name = askQueueName(engine);
    askers.set(engine, startWorker(context, askEngineJob, name, concurrency.get(engine)));
  }
  const steps = [
    startWorker(context, planRunJob, 'plan'),
    startWorker(context, analyzeAnswersJob, 'analyze'),
    startWorker(context, rollUpJob, 'rollup'),
    startWorker(context, tickJob, 'tick'),
  ];
  await deps.queues.tickEvery(tickMs);

  const leases = setInterval(() => void keepLeases(deps, ask), deps.config.leaseMs / 3);
  const settings = setInterval(() => void followConcurrency(deps, askers), tickMs);
  return async () => {
    stopping.abort();
    await Promise.all([...askers.values(), ...steps].map((worker) => worker.close()));
    clearInterval(leases);
    clearInterval(settings);
  };
}

async function keepLeases(deps: Deps, ask: AskContext): Promise<void> {
  if (ask.inFlight.size === 0) return;
  await renewLeases(deps.db, deps.holder, [...ask.inFlight], deps.config.leaseMs).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'Leases could not be renewed.');
  });
}

async function followConcurrency(deps: Deps, askers: Map<string, JobWorker>): Promise<void> {
  const wanted = await engineConcurrency(deps).catch(() => new Map<string, number>());
  for (const [engine, concurrency] of wanted) {
    const worker = askers.get(engine);
    if (worker && worker.concurrency !== concurrency) worker.concurrency = concurrency;
  }
}

/** The highest that any workspace set; each workspace's own limits are kept at the gate. */
async function engineConcurrency(deps: Deps): Promise<Map<string, number>> {
  const highest = new Map<string, number>();
  for (const workspace of await listWorkspaces(deps.db)) {
    for (const { engine, concurrency } of await readEngineSettings(deps.db, workspace.id)) {
      highest.set(engine, Math.max(highest.get(engine) ?? 1, concurrency));
    }
  }
  return highest;
}
