import { parentPort, workerData } from 'node:worker_threads';
import type { KnownAnswer } from '../db/recount-answers.ts';
import { reread } from './reread.ts';
import { createAnswerReader, type Instructions } from './stored-answer-reader.ts';

// What a thread of reading-threads.ts runs: answers come in, what they read as goes out.
const read = createAnswerReader(workerData as Instructions);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.on('message', (answers: KnownAnswer[]) => parentPort?.postMessage(reread(read, answers)));
