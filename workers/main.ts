import type { Deps } from '../src/deps.ts';
import type { JobWorker } from '../src/queue/backends.ts';
import { sleep } from '../src/lifecycle.ts';
import { askQueueName } from '../src/queue/contracts.ts';
import { createAskContext, type AskContext } from '../src/services/ask-engine.ts';
import { engineConcurrency } from '../src/services/engine-concurrency.ts';
import { holdObservations } from '../src/services/hold-observations.ts';
import { analyzeAnswersJob } from './jobs/analyze-answers.ts';
import { askEngineJob } from './jobs/ask-engine.ts';
import { continueConversationsJob } from './jobs/continue-conversations.ts';
import { discoverCompetitorsJob } from './jobs/discover-competitors.ts';
import { evaluateAlertsJob } from './jobs/evaluate-alerts.ts';
import { deliverWebhookJob } from './jobs/deliver-webhook.ts';
import { judgeAnswersJob } from './jobs/judge-answers.ts';
import { makeReportsJob } from './jobs/make-reports.ts';
import { planRunJob } from './jobs/plan-run.ts';
import { readPagesJob } from './jobs/read-pages.ts';
import { recountJob } from './jobs/recount.ts';
import { rollUpJob } from './jobs/roll-up.ts';
import { tickJob } from './jobs/tick.ts';
import { startWorker } from './start-worker.ts';

const tickMs = 5000;
/** A worker whose connection broke can take half a minute to close. */
const closeMs = 3000;

/** Starts all workers of one process. @returns how to stop them: what is in hand is finished first */
export async function startWorkers(deps: Deps): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const ask = createAskContext(deps);
  const context = { deps, ask, delivering: new Set<string>(), reading: new Set<string>(), signal: stopping.signal };

  const askers = new Map<string, JobWorker>();
  for (const [engine, concurrency] of await engineConcurrency(deps)) {
    askers.set(engine, startWorker(context, askEngineJob, askQueueName(engine), concurrency));
  }
  const steps = [
    startWorker(context, planRunJob, 'plan'),
    startWorker(context, analyzeAnswersJob, 'analyze'),
    startWorker(context, continueConversationsJob, 'converse'),
    startWorker(context, rollUpJob, 'rollup'),
    startWorker(context, discoverCompetitorsJob, 'names'),
    startWorker(context, judgeAnswersJob, 'judge'),
    startWorker(context, evaluateAlertsJob, 'alerts'),
    startWorker(context, deliverWebhookJob, 'deliver'),
    startWorker(context, recountJob, 'recount'),
    startWorker(context, readPagesJob, 'pages'),
    startWorker(context, makeReportsJob, 'report'),
    startWorker(context, tickJob, 'tick'),
  ];
  await deps.queues.tickEvery(tickMs);

  void keepTicking(deps, stopping.signal);
  const leases = setInterval(() => void holdObservations(deps, ask), deps.config.leaseMs / 3);
  const settings = setInterval(() => void followConcurrency(deps, askers), tickMs);
  return async () => {
    stopping.abort();
    const closed = Promise.all([...askers.values(), ...steps].map((worker) => worker.close()));
    const enough = new AbortController();
    await Promise.race([closed, nothingPaid(ask, enough.signal)]);
    enough.abort();
    clearInterval(leases);
    clearInterval(settings);
  };
}

/** After a while no paid answer is held any more; all other work is done again by whoever starts next. */
async function nothingPaid({ inFlight }: AskContext, enough: AbortSignal): Promise<void> {
  do await sleep(closeMs, enough);
  while (inFlight.size > 0 && !enough.aborted);
}

/** A Redis that starts anew has lost the tick, which is what brings back everything else. */
async function keepTicking(deps: Deps, signal: AbortSignal): Promise<void> {
  for (await sleep(tickMs, signal); !signal.aborted; await sleep(tickMs, signal)) {
    try {
      await deps.queues.tickEvery(tickMs);
    } catch (error) {
      deps.log.warn({ err: error }, 'Whether the queue still ticks could not be seen; it is looked at again.');
    }
  }
}

/** A changed setting takes effect without a restart. */
async function followConcurrency(deps: Deps, askers: Map<string, JobWorker>): Promise<void> {
  try {
    for (const [engine, concurrency] of await engineConcurrency(deps)) {
      const worker = askers.get(engine);
      if (worker && worker.concurrency !== concurrency) worker.concurrency = concurrency;
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'The engines’ settings could not be read; those known stay in force.');
  }
}
