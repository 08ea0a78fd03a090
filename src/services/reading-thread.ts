import { parentPort, workerData } from 'node:worker_threads';
import type { KnownAnswer } from '../db/recount-answers.ts';
import { createRereader } from './reread.ts';
import type { RereadInstructions } from './stored-answer-reader.ts';

// What a thread of reading-threads.ts runs: answers come in, what they read as goes out.
const reread = createRereader(workerData as RereadInstructions);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (answers: KnownAnswer[]) => parentPort?.postMessage(reread(answers)));
