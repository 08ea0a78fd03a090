import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch } from './read-batch.ts';

type Call = { resolve: (json: string) => void; reject: (reason: unknown) => void };

/** One a process, for good. */
let thread: { worker: Worker; isReady: boolean; calls: Call[] } | null = null;

/** From when the thread runs, which takes half a second, batches are read on it; on a machine with one core there is none. */
export function startReadingAside(): void {
  if (thread || availableParallelism() === 1) return;
  const worker = new Worker(new URL('./batch-thread.ts', import.meta.url));
  const started = { worker, isReady: false, calls: [] as Call[] };
  worker.unref(); // no reason for a process to go on
  worker.once('message', () => {
    started.isReady = true;
    worker.on('message', (json: string) => started.calls.shift()?.resolve(json));
  });
  worker.on('error', (error) => {
    for (const { reject } of started.calls.splice(0)) reject(error);
    if (thread === started) thread = null;
  });
  thread = started;
}

/** Reads a batch beside everything else that this process does. @returns null where no thread is ready for it */
export async function readAside(batch: Batch): Promise<string | null> {
  if (!thread?.isReady) return null;
  const { worker, calls } = thread;
  return new Promise((resolve, reject) => {
    calls.push({ resolve, reject });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(batch);
  });
}
