import type { ActiveJob, JobQueue, JobWorker, QueueBackend, WorkerSettings } from './backends.ts';
import { askQueueName, contracts, type Payload, type Step } from './contracts.ts';

/** `later`: waits until nothing else does, as the demo's history does behind what somebody pays for. */
export type AskJob = { workspaceId: string; observationId: string; engine: string; dueAt: Date; later?: boolean };

/** Puts work into the queues. Adding the same work again, before it is done, changes nothing. */
export type Queues = {
  plan: (payload: Payload<'plan'>, later?: boolean) => Promise<void>;
  asks: (jobs: AskJob[]) => Promise<void>;
  /** Adds those of one engine that its queue may have lost; to look at what it holds costs a fraction of adding that again. */
  restoreAsks: (engine: string, jobs: AskJob[]) => Promise<void>;
  /** Rings for the workspace: whatever waits is analysed, rolled up, or read again, soon. Many rings in a moment are one job. */
  ring: (step: RungStep, workspaceId: string) => Promise<void>;
  /** Rings for an endpoint of webhooks, in so many ms: what is due to it then is sent. */
  deliver: (payload: Payload<'deliver'>, inMs: number) => Promise<void>;
  /** Sees to it that there is a tick every so many ms; changes nothing where there is. */
  tickEvery: (ms: number) => Promise<void>;
  counts: (queueName: string) => Promise<Record<string, number>>;
  openWorker: (
    queueName: string,
    run: (job: ActiveJob, token: string | undefined) => Promise<unknown>,
    settings: WorkerSettings,
  ) => JobWorker;
  kind: QueueBackend['kind'];
  close: () => Promise<void>;
};

/** Rings within one such slot share a job id; the job runs at the slot's end, so it sees what came during the slot. */
const slotsMs = {
  analyze: 250,
  converse: 250,
  rollup: 2000,
  names: 5000,
  judge: 1000,
  recount: 250,
  alerts: 2000,
  pages: 2000,
  report: 2000,
};
type RungStep = keyof typeof slotsMs;
const deliverSlotMs = 250;

export function createQueues(backend: QueueBackend, now: () => number): Queues {
  const opened = new Map<string, JobQueue>();
  const queue = (name: string) => {
    const known = opened.get(name);
    if (known) return known;
    const fresh = backend.openQueue(name);
    opened.set(name, fresh);
    return fresh;
  };
  const lastRing = new Map<string, number>();
  const asks = async (engine: string, jobs: AskJob[]) => {
    await queue(askQueueName(engine)).addBulk(jobs.map((job) => askEntry(job, now())));
  };
  return {
    kind: backend.kind,
    plan: async (payload, later = false) => {
      const jobId = `${payload.workspaceId}--${payload.runId}`;
      await queue('plan').add('plan', checked('plan', payload), { jobId, ...(later && { priority: behind }) });
    },
    asks: async (jobs) => {
      for (const [engine, ofEngine] of Map.groupBy(jobs, (job) => job.engine)) await asks(engine, ofEngine);
    },
    restoreAsks: async (engine, jobs) => {
      const ids = await queue(askQueueName(engine)).getRanges(['wait', 'prioritized', 'active', 'delayed'], 0, mostLookedAt - 1, true);
      const held = new Set(ids);
      const lost = jobs.filter((job) => !held.has(askId(job)));
      if (lost.length > 0) await asks(engine, lost);
    },
    ring: async (step, workspaceId) => {
      const slotMs = slotsMs[step];
      const slot = Math.floor(now() / slotMs);
      const key = `${step}--${workspaceId}`;
      if (lastRing.get(key) === slot) return;
      lastRing.set(key, slot);
      const delay = (slot + 1) * slotMs - now();
      await queue(step).add(step, checked(step, { workspaceId }), { jobId: `${key}--${slot}`, delay });
    },
    deliver: async (payload, inMs) => {
      const slot = Math.floor((now() + Math.max(0, inMs)) / deliverSlotMs);
      const jobId = `deliver--${payload.workspaceId}--${payload.endpointId}--${slot}`;
      await queue('deliver').add('deliver', checked('deliver', payload), { jobId, delay: (slot + 1) * deliverSlotMs - now() });
    },
    tickEvery: async (ms) => {
      if ((await queue('tick').getJobScheduler('tick'))?.every === ms) return;
      await queue('tick').upsertJobScheduler('tick', { every: ms }, { name: 'tick', data: {} });
    },
    counts: (name) => queue(name).getJobCounts('waiting', 'prioritized', 'active', 'delayed'),
    openWorker: backend.openWorker,
    close: async () => {
      await Promise.all([...opened.values()].map((one) => one.close()));
      await backend.close();
    },
  };
}

const askId = ({ workspaceId, observationId }: Pick<AskJob, 'workspaceId' | 'observationId'>) => `${workspaceId}--${observationId}`;

/** Of the jobs of each type: what is behind them is added once more, which changes nothing. */
const mostLookedAt = 10_000;
/** Any priority at all is behind none. */
const behind = 1;

function askEntry({ workspaceId, observationId, dueAt, later }: AskJob, nowMs: number) {
  const delay = Math.max(0, dueAt.getTime() - nowMs);
  const opts = { jobId: askId({ workspaceId, observationId }), delay, ...(later && { priority: behind }) };
  return { name: 'ask', data: { workspaceId, observationId }, opts };
}

const checked = <S extends Step>(step: S, payload: Payload<S>) => contracts[step].parse(payload);
