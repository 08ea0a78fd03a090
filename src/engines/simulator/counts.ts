import { appendFileSync } from 'node:fs';
import { simulatedEngines } from './vendors/vendor.ts';
import type { SimulatedEngine } from './vendors/vendor.ts';

export type EngineCounts = { requests: number; paid: number; failed: number };

export type Counts = {
  engines: Record<SimulatedEngine, EngineCounts>;
  /** Paid answers by the sample id that came with the ask; asks without one are not in here. */
  samples: Record<string, number>;
};

export type PaidCall = { engine: SimulatedEngine; sample: string | null; at: string; outcome: string };

export type Counter = {
  request(engine: SimulatedEngine): void;
  failed(engine: SimulatedEngine): void;
  paid(call: PaidCall): void;
  read: () => Counts;
};

/** `logPath`: every paid call is appended to it as one JSON line before its answer is sent, so that the count outlives the process. */
export function createCounter(logPath: string | null): Counter {
  const engines = Object.fromEntries(simulatedEngines.map((id) => [id, { requests: 0, paid: 0, failed: 0 }])) as Record<
    SimulatedEngine,
    EngineCounts
  >;
  const samples = new Map<string, number>();
  return {
    request: (engine) => void (engines[engine].requests += 1),
    failed: (engine) => void (engines[engine].failed += 1),
    paid(call) {
      engines[call.engine].paid += 1;
      if (call.sample !== null) samples.set(call.sample, (samples.get(call.sample) ?? 0) + 1);
      if (logPath !== null) appendFileSync(logPath, `${JSON.stringify(call)}\n`);
    },
    read: () => ({ engines: structuredClone(engines), samples: Object.fromEntries(samples) }),
  };
}
