import type { History } from './history.ts';
import { compareText } from './lane.ts';
import { listSweeps, type Sweep } from './sweeps.ts';

/** The brand-free prompts of each engine, in sweeps. */
export type Canaries = Map<string, Sweep[]>;

export function buildCanaries(history: History): Canaries {
  const drafts = [...history.drafts.values()].filter(({ canary }) => canary).toSorted((a, b) => compareText(a.engine, b.engine));
  return new Map(drafts.map((draft) => [draft.engine, listSweeps(draft).used]));
}

const shapes = [({ brandsNamed }: Sweep) => brandsNamed, ({ citations }: Sweep) => citations];
/** Two shapes are looked at whenever an alert is explained: by chance one in 1,000 is moved. */
const leastStatistic = 4;

/**
 * Has the shape of an engine's answers to its canary prompts (brands and citations an answer) changed at `since`? By
 * a t statistic over sweeps. Times in ms. @returns null where there are too few sweeps on a side to tell
 */
export function canaryMoved(canaries: Canaries, engine: string, since: number, now: number): boolean | null {
  const sweeps = (canaries.get(engine) ?? []).filter(({ at }) => at <= now);
  const before = sweeps.filter(({ at }) => at < since);
  const after = sweeps.filter(({ at }) => at >= since);
  if (before.length < 5 || after.length < 3) return null;
  return shapes.some((shape) => {
    const [a, b] = [before, after].map((side) => moments(side.map((sweep) => shape(sweep) / sweep.answered)));
    if (a === undefined || b === undefined || a.mean === b.mean) return false;
    // Few sweeps understate a variance; both sides' together is steadier.
    const pooled = (a.squares + b.squares) / (before.length + after.length - 2);
    const error = Math.sqrt(pooled / before.length + pooled / after.length);
    return Math.abs(a.mean - b.mean) >= leastStatistic * error;
  });
}

function moments(values: number[]): { mean: number; squares: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}
