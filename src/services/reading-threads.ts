import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { KnownAnswer } from '../db/recount-answers.ts';
import { createRereader, type Comparison } from './reread.ts';
import type { RereadInstructions } from './stored-answer-reader.ts';

/** More would wait for the database. */
const mostThreads = 2;
/** A thread takes half a second to start: for fewer answers it is not worth it. */
const fewAnswers = 2000;

export type Readers = { read: (answers: KnownAnswer[]) => Promise<Comparison>; close: () => Promise<void> };

/** Reads answers beside everything else that this process does, on as many cores as help; one call at a time. */
export function openReaders(instructions: RereadInstructions, answers: number): Readers {
  if (answers < fewAnswers) {
    const reread = createRereader(instructions);
    return { read: (some) => Promise.resolve(reread(some)), close: async () => undefined };
  }
  const address = new URL('./reading-thread.ts', import.meta.url);
  const threads = Array.from(
    { length: Math.min(mostThreads, availableParallelism()) },
    () => new Worker(address, { workerData: instructions }),
  );
  return {
    read: async (all) => {
      const size = Math.ceil(all.length / threads.length);
      const parts = await Promise.all(threads.map((thread, index) => readOn(thread, all.slice(index * size, (index + 1) * size))));
      return {
        changed: parts.flatMap((part) => part.changed),
        unchanged: parts.flatMap((part) => part.unchanged),
        failed: parts.find((part) => part.failed)?.failed ?? null,
      };
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.terminate()))),
  };
}

/** Fails where the thread does. */
async function readOn(thread: Worker, answers: KnownAnswer[]): Promise<Comparison> {
  const answered = once(thread, 'message') as Promise<[Comparison]>;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  thread.postMessage(answers);
  const [comparison] = await answered;
  return comparison;
}
