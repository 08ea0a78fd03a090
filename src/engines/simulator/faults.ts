import type { SimulatedEngine } from './vendors/vendor.ts';

export const faultNames = ['refusal', 'empty', 'http429', 'http529', 'slow'] as const;
export type FaultName = (typeof faultNames)[number];

/** Probabilities by fault. `http529` is the vendor's own "overloaded" (529 at Anthropic, 503 elsewhere). */
export type Faults = Partial<Record<FaultName, number>>;

/** `all` holds for every engine; an engine's own values go before it. */
export type FaultPlan = Partial<Record<SimulatedEngine | 'all', Faults>>;

export const faultsOf = (plan: FaultPlan, engine: SimulatedEngine): Faults => ({ ...plan.all, ...plan[engine] });

/** What goes wrong now and then with real engines; what the demo runs with. */
export const oddFaults: FaultPlan = { all: { refusal: 0.006, empty: 0.004, http429: 0.004, http529: 0.003, slow: 0.002 } };
