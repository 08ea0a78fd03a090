import { weekMs } from '../durations.ts';
import { isoWeek } from '../period.ts';
import type { Draft, History, Stratum } from './history.ts';
import { listSweeps, type Sweep } from './sweeps.ts';

/** An engine's stage: what all its brands share. Row `t` of a prefix holds the sums over the sweeps before sweep t. */
export type Lane = {
  engine: string;
  stage: string;
  strata: Stratum[];
  /** Of each stratum, the number of its prompt: versions of one prompt share it. */
  promptOf: Int32Array;
  sweeps: Sweep[];
  weeks: string[];
  /** The first sweep of each of its weeks, in order. */
  weekStarts: number[];
  /** Before each sweep (and after the last), how many lie a week or more back. */
  weekBefore: Int32Array;
  answers: Int32Array;
  failed: Int32Array;
  hits: Map<string, Int32Array>;
  /** Sweeps that have happened, as the history is gone through. */
  seen: number;
};

export type LaneList = { lanes: Lane[]; notes: string[] };

/** Lanes in an order of their own, whatever the order of arrival. */
export function buildLanes(history: History): LaneList {
  const notes: string[] = [];
  const lanes: Lane[] = [];
  const drafts = [...history.drafts.values()].filter(({ canary }) => !canary);
  for (const draft of drafts.toSorted((a, b) => compareText(a.engine, b.engine) || compareText(a.stage, b.stage))) {
    const { used, skipped } = listSweeps(draft);
    notes.push(...skippedNotes(draft, skipped), ...versionNotes(draft, used));
    lanes.push(buildLane(draft, used, [...history.brands].toSorted(compareText)));
  }
  return { lanes, notes };
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function buildLane({ engine, stage, names, strata: keys }: Draft, sweeps: Sweep[], brands: string[]): Lane {
  // The order of strata must not depend on the order of arrival: sums of fractions would differ in their last digit.
  const order = [...keys].toSorted(([a], [b]) => compareText(a, b)).map(([, index]) => index);
  const strata = order.flatMap((index) => names[index] ?? []);
  const weeks = sweeps.map(({ at }) => isoWeek(new Date(at)));
  const prompts = [...new Set(strata.map(({ prompt }) => prompt))];
  return {
    engine,
    stage,
    strata,
    promptOf: Int32Array.from(strata, ({ prompt }) => prompts.indexOf(prompt)),
    sweeps,
    weeks,
    weekStarts: weeks.flatMap((week, t) => (week === weeks[t - 1] ? [] : [t])),
    weekBefore: countWeekBefore(sweeps),
    ...countPrefixes(sweeps, order, brands),
    seen: 0,
  };
}

/** Sweeps come a few hours early or late. */
const nearlyAWeek = 0.93 * weekMs;

function countWeekBefore(sweeps: readonly Sweep[]): Int32Array {
  const counts = new Int32Array(sweeps.length + 1);
  let old = 0;
  for (let t = 0; t <= sweeps.length; t++) {
    const now = sweeps[t]?.at ?? Infinity;
    while (old < t && (sweeps[old]?.at ?? 0) <= now - nearlyAWeek) old++;
    counts[t] = old;
  }
  return counts;
}

/** @param order of the strata, by their numbers in the sweeps */
function countPrefixes(
  sweeps: readonly Sweep[],
  order: readonly number[],
  brands: readonly string[],
): Pick<Lane, 'answers' | 'failed' | 'hits'> {
  const width = order.length;
  const empty = () => new Int32Array((sweeps.length + 1) * width);
  const [answers, failed] = [empty(), empty()];
  const hits = new Map(brands.map((brand) => [brand, empty()]));
  const columns = new Map(order.map((index, i) => [index, i]));
  sweeps.forEach(({ prompts }, t) => {
    for (const [index, total] of prompts) {
      const cell = (t + 1) * width + (columns.get(index) ?? 0);
      answers[cell] = total.answered;
      failed[cell] = total.failed;
      for (const [brand, count] of total.visible) {
        const own = hits.get(brand);
        if (own) own[cell] = count;
      }
    }
  });
  for (const sums of [answers, failed, ...hits.values()])
    for (let cell = width; cell < sums.length; cell++) sums[cell] = (sums[cell] ?? 0) + (sums[cell - width] ?? 0);
  return { answers, failed, hits };
}

function skippedNotes({ engine, stage }: Draft, skipped: Sweep[]): string[] {
  const weeks = Map.groupBy(skipped, ({ at }) => isoWeek(new Date(at)));
  return [...weeks].map(([week, sweeps]) => {
    const answered = sweeps.reduce((sum, sweep) => sum + sweep.answered, 0);
    const asked = sweeps.reduce((sum, sweep) => sum + sweep.asked, 0);
    return `${engine}, ${stage}, ${week}: ${sweeps.length} incomplete sweep(s) not used, ${answered} of ${asked} answered (collection)`;
  });
}

/** Versions that came up after the first sweep: their earlier answers are not compared with. */
function versionNotes({ engine, stage, names }: Draft, sweeps: Sweep[]): string[] {
  const known = new Map<string, Set<string>>();
  const edits = new Map<string, number>();
  for (const { at, prompts } of sweeps) {
    for (const index of prompts.keys()) {
      const name = names[index];
      if (name === undefined) continue;
      const versions = known.get(name.prompt);
      if (versions === undefined) known.set(name.prompt, new Set([name.version]));
      else if (!versions.has(name.version)) {
        versions.add(name.version);
        const week = isoWeek(new Date(at));
        edits.set(week, (edits.get(week) ?? 0) + 1);
      }
    }
  }
  return [...edits].map(
    ([week, prompts]) =>
      `${engine}, ${stage}, ${week}: ${prompts} prompt(s) with another prompt or parser version, learned anew; no alert on the difference (prompt-change, parser-change)`,
  );
}
