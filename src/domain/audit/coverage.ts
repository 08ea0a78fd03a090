import type { History } from '../alerts/history.ts';
import { compareText } from '../alerts/lane.ts';
import { listSweeps, type Sweep } from '../alerts/sweeps.ts';
import { rateSums } from '../metrics/measure-ratio.ts';
import { marketInterval } from '../statistics/market-interval.ts';
import { panelInterval } from '../statistics/panel-interval.ts';
import { seededRandom, type Random } from '../statistics/random.ts';
import { estimateRatio, type PromptSums } from '../statistics/ratio-estimate.ts';
import { shuffle } from './shuffle.ts';

export type IntervalCoverage = {
  /** Of the comparisons, the share that the intervals covered; null where nothing can be split. */
  share: { value: number; low: number | null; high: number | null } | null;
  nominal: number;
  /** Splits compared, in so many months of an engine's stage. */
  comparisons: number;
  groups: number;
  /** Complete sweeps in one month that are still missing; 0 where there are enough. */
  moreSweeps: number;
};

export type CoverageOptions = { seed: number; splits: number; mayGoOn: () => boolean };

export const nominalCoverage = 0.95;
/** Two in each half. */
const leastSweeps = 4;

/** One engine's stage in a calendar month (UTC). */
type Group = { sweeps: Sweep[]; strata: number };
type Half = { value: number; low: number; high: number };

/**
 * Do the panel intervals of visibility keep their promise on this history? The sweeps of a month are split at random into
 * halves A and B that measured the same thing; B must fall into A's prediction interval (see `predicts`) as often as the
 * intervals say, 95 %. Only prompt versions with answers in both halves count, and series that are neither 0 % nor 100 %
 * throughout. The interval of the share takes each month of an engine's stage as a cluster: its splits share their answers.
 */
export function measureCoverage(history: History, { seed, splits, mayGoOn }: CoverageOptions): IntervalCoverage {
  const random = seededRandom(seed);
  const brands = [...history.brands].toSorted(compareText);
  const { groups, most } = groupsOf(history);
  const shares: { covered: number; compared: number }[] = groups.map(() => ({ covered: 0, compared: 0 }));
  let done = 0;
  for (; done < splits && (done === 0 || mayGoOn()); done++) {
    groups.forEach((group, i) => {
      const sum = shares[i];
      if (sum === undefined) return;
      for (const covered of splitOnce(group, brands, random)) {
        sum.compared++;
        if (covered) sum.covered++;
      }
    });
  }
  const used = shares.filter(({ compared }) => compared > 0);
  const comparisons = used.reduce((sum, { compared }) => sum + compared, 0);
  const moreSweeps = groups.length > 0 ? 0 : leastSweeps - most;
  return { share: shareOf(used, done), nominal: nominalCoverage, comparisons, groups: used.length, moreSweeps };
}

function groupsOf(history: History): { groups: Group[]; most: number } {
  const all = [...history.drafts.values()]
    .filter(({ canary }) => !canary)
    .toSorted((a, b) => compareText(a.engine, b.engine) || compareText(a.stage, b.stage))
    .flatMap((draft) => {
      const months = Map.groupBy(listSweeps(draft).used, ({ at }) => new Date(at).toISOString().slice(0, 7));
      return [...months.values()].map((sweeps) => ({ sweeps, strata: draft.names.length }));
    });
  return {
    groups: all.filter(({ sweeps }) => sweeps.length >= leastSweeps),
    most: all.reduce((most, { sweeps }) => Math.max(most, sweeps.length), 0),
  };
}

/** For each brand that can tell: did A's interval cover B? */
function splitOnce({ sweeps, strata }: Group, brands: readonly string[], random: Random): boolean[] {
  const shuffled = shuffle(sweeps, random);
  const middle = Math.floor((shuffled.length + Math.floor(random() * 2)) / 2);
  const halves = [shuffled.slice(0, middle), shuffled.slice(middle)] as const;
  const answers = halves.map((half) => countAnswers(half, strata));
  const paired = Array.from({ length: strata }, (_, i) => i).filter((i) => answers.every((counts) => (counts[i] ?? 0) > 0));
  return brands.flatMap((brand) => {
    const sums = halves.map((half, side) => sumsOf(half, brand, paired, answers[side] ?? []));
    const all = sums.flat();
    const hits = all.reduce((sum, one) => sum + one.sums.x, 0);
    if (hits === 0 || hits === all.reduce((sum, one) => sum + one.sums.n, 0)) return [];
    const [a, b] = sums.map(halfOf);
    return a && b ? [predicts(a, b)] : [];
  });
}

function countAnswers(half: readonly Sweep[], strata: number): number[] {
  const counts = Array.from({ length: strata }, () => 0);
  for (const { prompts } of half) for (const [i, { answered }] of prompts) counts[i] = (counts[i] ?? 0) + answered;
  return counts;
}

function sumsOf(half: readonly Sweep[], brand: string, paired: readonly number[], answers: readonly number[]): PromptSums[] {
  return paired.map((i, cluster) => {
    const hits = half.reduce((sum, { prompts }) => sum + (prompts.get(i)?.visible.get(brand) ?? 0), 0);
    return { cluster, weight: 1, sums: rateSums(answers[i] ?? 0, hits) };
  });
}

function halfOf(prompts: PromptSums[]): Half | null {
  const estimate = estimateRatio([{ weight: 1, prompts }]);
  const interval = estimate && panelInterval(estimate);
  return estimate && interval && { value: estimate.value, low: interval[0], high: interval[1] };
}

/**
 * A's interval is about the truth, but B is an estimate, too: its own error is added, by squares, on the side on which it
 * lies. B is covered where it falls into A − √((A−lA)² + (uB−B)²) … A + √((uA−A)² + (B−lB)²), the interval of a difference
 * from those of its two sides (variance recovery: Newcombe 1998, method 10; Zou & Donner 2008). It has the level of the
 * intervals that it is made of, so with nominal 95 % intervals 95 % are covered; √2 times as wide where the halves are alike.
 */
export function predicts(a: Half, b: Half): boolean {
  return (
    b.value >= a.value - Math.hypot(a.value - a.low, b.high - b.value) && b.value <= a.value + Math.hypot(a.high - a.value, b.value - b.low)
  );
}

/** A series counts once, however often it was split; bounds only from ten groups on. */
function shareOf(groups: readonly { covered: number; compared: number }[], splits: number): IntervalCoverage['share'] {
  const prompts = groups.map(({ covered, compared }, cluster) => {
    const sums = rateSums(compared / splits, covered / splits);
    return { cluster, weight: sums.n, sums };
  });
  const estimate = estimateRatio([{ weight: 1, prompts }]);
  if (estimate === null) return null;
  const interval = marketInterval(estimate);
  return { value: estimate.value, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}
