import { DelayedError } from 'bullmq';
import { contracts, type Step } from '../src/queue/contracts.ts';
import type { JobWorker } from '../src/queue/backends.ts';
import type { JobContext, JobDefinition } from './jobs/job.ts';

/** How long a job that met a failure of ours (a database away, a defect) waits before it is tried again. */
const retryMs = 5000;

/** The edge to BullMQ: checks the payload, runs the service, and puts back what is to be looked at again. */
export function startWorker<S extends Step>(
  context: JobContext,
  job: JobDefinition<S>,
  queueName: string,
  concurrency = job.concurrency,
): JobWorker {
  const { deps, signal } = context;
  const { leaseMs } = deps.config;
  return deps.queues.openWorker(
    queueName,
    async (active, token) => {
      const again = await runOnce(context, job, queueName, active.data);
      // While stopping nothing new is waited for; the job is taken up by the next worker.
      if (!again) return;
      await active.moveToDelayed(signal.aborted ? deps.now() : again.again, token);
      throw new DelayedError();
    },
    { concurrency, lockDuration: leaseMs, stalledInterval: Math.max(1000, leaseMs / 2) },
  );
}

async function runOnce<S extends Step>(
  { deps, ...rest }: JobContext,
  job: JobDefinition<S>,
  queueName: string,
  data: unknown,
): Promise<{ again: number } | null> {
  const payload = contracts[job.step].safeParse(data);
  if (!payload.success) {
    deps.log.error({ queue: queueName, issues: payload.error.issues }, 'A job that nobody can read was dropped.');
    return null;
  }
  try {
    return await job.run({ deps, ...rest }, payload.data as Parameters<typeof job.run>[1], queueName);
  } catch (error) {
    deps.log.error({ queue: queueName, err: error }, 'A job failed and is tried again.');
    return { again: deps.now() + retryMs };
  }
}
