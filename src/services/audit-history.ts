import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WatchOptions } from '../domain/alerts/alert.ts';
import type { History } from '../domain/alerts/history.ts';
import { measureCoverage, type IntervalCoverage } from '../domain/audit/coverage.ts';
import { replayWithoutChange, type FalseAlarms } from '../domain/audit/replay.ts';

export type HistoryAudit = { falseAlarms: FalseAlarms; coverage: IntervalCoverage };
export type AuditWork = { history: History; watch: WatchOptions };

/** More would hardly narrow the interval; in the time given, a large history is replayed less often, and the report says how often. */
const mostReplays = 200;
const replayMs = 6000;
const splits = 40;
const splitMs = 2000;
const seed = 1;

/** The parts of the audit that take seconds. @param clock in ms */
export function auditHistory({ history, watch }: AuditWork, clock: () => number): HistoryAudit {
  const during = (ms: number) => {
    const end = clock() + ms;
    return () => clock() < end;
  };
  return {
    falseAlarms: replayWithoutChange(history, { watch, seed, most: mostReplays, mayGoOn: during(replayMs) }),
    coverage: measureCoverage(history, { seed, splits, mayGoOn: during(splitMs) }),
  };
}

/** The same in a thread, so that the process goes on answering. Fails where the thread does. */
export async function auditBeside(work: AuditWork): Promise<HistoryAudit> {
  const thread = new Worker(new URL('./audit-thread.ts', import.meta.url), { workerData: work });
  try {
    const [audit] = (await once(thread, 'message')) as [HistoryAudit];
    return audit;
  } finally {
    await thread.terminate();
  }
}
