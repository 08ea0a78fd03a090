import { parentPort, workerData } from 'node:worker_threads';
import { auditHistory, type HistoryAudit } from './audit-history.ts';

// What audit.ts runs beside everything else: a history comes in, what it shows goes out.
const audit: HistoryAudit = auditHistory(workerData as Parameters<typeof auditHistory>[0], () => performance.now());
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(audit);
