import { parentPort } from 'node:worker_threads';
import { readBatch, type Batch } from './read-batch.ts';

// What the thread of read-aside.ts runs: it says that it is ready, batches come in, and what they read as goes out, in their order.
/* oxlint-disable unicorn/require-post-message-target-origin -- a thread, not a window */
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(readBatch(batch)));
parentPort?.postMessage('ready');
