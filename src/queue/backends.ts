import { createPostgresBackend, type Job, type JobsOptions, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { sleep } from '../lifecycle.ts';

/** The part of BullMQ that we use; the same on PostgreSQL and on Redis, and the same tests run on both. */
export type JobQueue = {
  add: (name: string, data: object, options?: JobsOptions) => Promise<unknown>;
  addBulk: (jobs: { name: string; data: object; opts?: JobsOptions }[]) => Promise<unknown>;
  getJobScheduler: (id: string) => Promise<{ every?: number | undefined } | undefined>;
  upsertJobScheduler: (id: string, repeat: { every: number }, template: { name: string; data: object }) => Promise<unknown>;
  getJobCounts: (...types: ('waiting' | 'prioritized' | 'active' | 'delayed')[]) => Promise<Record<string, number>>;
  /** The ids of the first jobs of each type, those from `start` to `end`, that are to run soonest. */
  getRanges: (types: ('wait' | 'prioritized' | 'active' | 'delayed')[], start: number, end: number, asc: true) => Promise<string[]>;
  close: () => Promise<void>;
};
export type JobWorker = { concurrency: number; close: (force?: boolean) => Promise<void> };
export type ActiveJob = Pick<Job, 'id' | 'data' | 'moveToDelayed'>;
export type RunJob = (job: ActiveJob, token: string | undefined) => Promise<unknown>;
export type WorkerSettings = { concurrency: number; lockDuration: number; stalledInterval: number };

export type QueueBackend = {
  kind: 'postgres' | 'redis';
  openQueue: (name: string) => JobQueue;
  openWorker: (name: string, run: RunJob, settings: WorkerSettings) => JobWorker;
  close: () => Promise<void>;
};

export type QueueBackendOptions = { databaseUrl: string; redisUrl: string | null; prefix: string; onError: (error: Error) => void };

/** Outcomes live in the database: a job that has ended is of no more use, and its id must be free to be added again. */
const defaultJobOptions: JobsOptions = { removeOnComplete: true, removeOnFail: true };
/** A job gives up by the age of its observation, not by how often its worker died. */
const maxStalledCount = 1_000_000;
/** How long after a lost connection a worker asks again, in ms; BullMQ's own 15 s also hold up the end of the process. */
const runRetryDelay = 1000;
/** How long the queues' connections may take to come back at the end, in ms. */
const closeMs = 1000;

export const openQueueBackend = (options: QueueBackendOptions): QueueBackend =>
  options.redisUrl === null ? openPostgresBackend(options) : openRedisBackend(options, options.redisUrl);

/** What the queue's connections are called in `pg_stat_activity`. */
export const queueApplication = 'wayseen-queue';

/** The tables of the queues, in a schema of their own; safe when several processes start at once. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const client = await pool.connect();
  try {
    await runMigrations(client, 'bullmq');
  } finally {
    client.release();
    await pool.end();
  }
}

function openPostgresBackend(options: QueueBackendOptions): QueueBackend {
  const { databaseUrl } = options;
  let closing = false;
  // A server that ends after us is no problem of anybody's.
  const onError = (error: Error) => {
    if (!closing) options.onError(error);
  };
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  // BullMQ asks for the next job again at once where asking fails. On a connection that is already known to be broken that
  // takes no time, and the loop would leave the process none to notice and connect anew.
  class PatientWorker extends PostgresWorker {
    protected override async moveToActive(token: string, name?: string) {
      try {
        return await super.moveToActive(token, name);
      } catch (error) {
        await sleep(250);
        throw error;
      }
    }
  }
  // Every worker keeps one connection of the pool for LISTEN; the rest is shared by all.
  const connection = new pg.Pool({
    connectionString: databaseUrl,
    max: 36,
    keepAlive: true,
    options: '-c search_path=bullmq',
    application_name: queueApplication,
  });
  connection.on('error', onError);
  // The pool listens to idle clients only: one that breaks while it is in use would end the process.
  const clients = new Set<pg.PoolClient>();
  connection.on('connect', (client) => clients.add(client.on('error', () => undefined)));
  connection.on('remove', (client) => clients.delete(client));
  connection.setMaxListeners(100); // one a queue and worker
  return {
    kind: 'postgres',
    openQueue: (name) => listening(new PostgresQueue(name, { connection, defaultJobOptions }), onError),
    openWorker: (name, run, settings) =>
      listening(new PatientWorker(name, run, { connection, maxStalledCount, runRetryDelay, ...settings }), onError),
    close: async () => {
      closing = true;
      // The pool waits for every connection that is in use: of a worker that cannot end, for ever.
      await Promise.race([connection.end(), sleep(closeMs)]);
      await Promise.all([...clients].map((client) => client.end().catch(() => undefined)));
    },
  };
}

function openRedisBackend({ prefix, onError }: QueueBackendOptions, redisUrl: string): QueueBackend {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', onError);
  return {
    kind: 'redis',
    openQueue: (name) => listening(new Queue(name, { connection, prefix, defaultJobOptions }), onError),
    openWorker: (name, run, settings) =>
      listening(new Worker(name, run, { connection, prefix, maxStalledCount, runRetryDelay, ...settings }), onError),
    close: async () => {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}

/** An error that nobody listens to would end the process. */
function listening<T extends { on: (event: 'error', listener: (error: Error) => void) => unknown }>(
  emitter: T,
  onError: (error: Error) => void,
): T {
  emitter.on('error', onError);
  return emitter;
}
