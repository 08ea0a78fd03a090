import type { History } from '../alerts/history.ts';
import { compareText } from '../alerts/lane.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Share } from './score-detector.ts';

export type Missing = {
  asked: number;
  failed: number;
  /** null where nothing was asked. */
  share: Share | null;
  engines: { engine: string; asked: number; failed: number }[];
};

/** Of what was asked, the share that ended in an error: neither an answer nor a refusal came. */
export function measureMissing(history: History): Missing {
  const engines = new Map<string, { engine: string; asked: number; failed: number }>();
  for (const { engine, canary, parts } of history.drafts.values()) {
    if (canary) continue;
    const sum = engines.get(engine) ?? { engine, asked: 0, failed: 0 };
    engines.set(engine, sum);
    for (const part of [...parts.values()].flat()) {
      sum.asked += part.asked;
      sum.failed += part.failed;
    }
  }
  const list = [...engines.values()].toSorted((a, b) => compareText(a.engine, b.engine));
  const [asked, failed] = [list.reduce((sum, one) => sum + one.asked, 0), list.reduce((sum, one) => sum + one.failed, 0)];
  const bounds = wilson(failed / asked, asked);
  return { asked, failed, share: bounds && { value: failed / asked, low: bounds[0], high: bounds[1] }, engines: list };
}

/** As metrics.md asks of a sweep for change detection. */
const leastCame = 0.8;

/**
 * When the last sweep of which at least 80 % came back (answered, refused or without an answer), over all engines and
 * stages, was over: ms since 1970, null where there is none.
 */
export function lastCompleteSweep(history: History): number | null {
  const sweeps = new Map<string, { asked: number; failed: number; end: number }>();
  for (const { canary, parts } of history.drafts.values()) {
    if (canary) continue;
    for (const [label, list] of parts) {
      const sweep = sweeps.get(label) ?? { asked: 0, failed: 0, end: 0 };
      sweeps.set(label, sweep);
      for (const { asked, failed, times } of list) {
        sweep.asked += asked;
        sweep.failed += failed;
        sweep.end = times.reduce((last, time) => Math.max(last, time), sweep.end);
      }
    }
  }
  const complete = [...sweeps.values()].filter(({ asked, failed }) => asked - failed >= leastCame * asked);
  return complete.length === 0 ? null : Math.max(...complete.map(({ end }) => end));
}
