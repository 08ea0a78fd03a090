import { defaultSettings, type WatchOptions } from '../alerts/alert.ts';
import type { Draft, History, Part } from '../alerts/history.ts';
import { compareText } from '../alerts/lane.ts';
import { listSweeps, type Sweep } from '../alerts/sweeps.ts';
import { watchHistory } from '../alerts/watch.ts';
import { isoWeek } from '../period.ts';
import { poissonRate } from '../statistics/poisson-rate.ts';
import { seededRandom, type Random } from '../statistics/random.ts';
import type { Share } from './score-detector.ts';
import { dealOut } from './shuffle.ts';
import { dayMs } from '../durations.ts';

export type FalseAlarms = {
  /** False alarms in 26 weeks over all series together, with its 95 % interval; null where the history is too short. */
  perHalfYear: Share | null;
  /** As many are allowed: 26 over the weeks that the user set. */
  budget: number;
  /** Opened alerts, in so many replays of so many watched weeks each. */
  alarms: number;
  replays: number;
  weeks: number;
  /** Weeks with complete sweeps that are still missing; 0 where there are enough. */
  moreWeeks: number;
};

export type ReplayOptions = {
  watch: WatchOptions;
  /** Of the shuffling. */
  seed: number;
  /** Replays at most, and whether there is time for another; one is always made. */
  most: number;
  mayGoOn: () => boolean;
};

const halfYearWeeks = 26;
const leastWatched = 2;
/** So many parts of the history are mixed within every so many sweeps, or a week's sweeps if those are more. */
const leastStretches = 5;

/**
 * A/A: the history is watched again and again with the sweeps of each engine's stage in random order. What came back in a
 * sweep stays together, as do the dates on which something was asked, but no change over time is left; so each alert is a
 * false one. At the threshold that the history itself has. Errs upwards after a large change (a brand lost half of its
 * visibility at once), which leaves sweeps of two kinds to mix, and where whole weeks are off together.
 */
export function replayWithoutChange(history: History, { watch, seed, most, mayGoOn }: ReplayOptions): FalseAlarms {
  const { baselineWeeks, falseAlarmWeeks } = defaultSettings(watch);
  // The order of arrival must not change which draw is whose.
  const ordered = [...history.drafts].toSorted(([a], [b]) => compareText(a, b));
  const lanes = ordered.map(([, draft]) => ({ draft, sweeps: listSweeps(draft).used }));
  const weeksOf = lanes
    .filter(({ draft }) => !draft.canary)
    .map(({ sweeps }) => [...new Set(sweeps.map(({ at }) => isoWeek(new Date(at))))]);
  const watched = new Set(weeksOf.flatMap((weeks) => weeks.slice(baselineWeeks)));
  const result = { perHalfYear: null, budget: halfYearWeeks / falseAlarmWeeks, alarms: 0, replays: 0, weeks: watched.size, moreWeeks: 0 };
  const longest = Math.max(0, ...weeksOf.map((weeks) => weeks.length));
  const moreWeeks = Math.max(0, baselineWeeks + leastWatched - longest);
  if (moreWeeks > 0) return { ...result, moreWeeks };
  const threshold = thresholdOf(history, watch);
  if (threshold === null) return result;
  const random = seededRandom(seed);
  const counts: number[] = [];
  do {
    const redated = new Map(lanes.map(({ draft, sweeps }, i) => [`${i}`, redate(draft, sweeps, random)]));
    const { alerts } = watchHistory({ drafts: redated, brands: history.brands }, { ...watch, thresholds: new KnownThreshold(threshold) });
    counts.push(alerts.filter(({ status }) => status === 'opened').length);
  } while (counts.length < most && mayGoOn());
  return { ...result, ...rateOf(counts, watched.size) };
}

/** The last threshold that watching the history itself comes to; null where it has nothing to watch. */
function thresholdOf(history: History, watch: WatchOptions): number | null {
  const thresholds = new Map<string, number>();
  watchHistory(history, { ...watch, thresholds });
  return [...thresholds.values()].at(-1) ?? null;
}

/** Looking for it again in each replay would take nearly all of the time and find nearly the same. */
class KnownThreshold extends Map<string, number> {
  readonly #value: number;
  constructor(value: number) {
    super();
    this.#value = value;
  }
  override get(): number {
    return this.#value;
  }
}

/** What came back in the sweeps, in random order, on the dates of the sweeps. */
function redate(draft: Draft, sweeps: readonly Sweep[], random: Random): Draft {
  const parts = new Map<string, Part[]>();
  const weeks = new Set(sweeps.map(({ at }) => isoWeek(new Date(at)))).size;
  const contents = dealOut(sweeps, Math.max(leastStretches, Math.round(sweeps.length / weeks)), random);
  sweeps.forEach(({ at }, i) => {
    const content = contents[i];
    if (content !== undefined) parts.set(`${i}`, [{ ...content, day: Math.floor(at / dayMs), times: [at] }]);
  });
  return { ...draft, parts };
}

/** Alarms of one change come together, so replays may differ more than Poisson counts do. */
function rateOf(counts: readonly number[], weeks: number): Pick<FalseAlarms, 'alarms' | 'replays' | 'perHalfYear'> {
  const replays = counts.length;
  const alarms = counts.reduce((sum, count) => sum + count, 0);
  const mean = alarms / replays;
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  const dispersion = replays > 1 && mean > 0 ? squares / (replays - 1) / mean : 1;
  const exposure = (replays * weeks) / halfYearWeeks;
  const [low, high] = poissonRate(alarms, exposure, dispersion);
  return { alarms, replays, perHalfYear: { value: alarms / exposure, low, high } };
}
