import type { Figure } from '../metrics/cell.ts';

export type Direction = 'down' | 'up';
export const directions = ['down', 'up'] as const satisfies readonly Direction[];
export const signOf = (direction: Direction): 1 | -1 => (direction === 'up' ? 1 : -1);

/** What is watched: one brand's visibility at one stage on one engine. */
export type SeriesName = { brand: string; stage: string; engine: string };

/**
 * Why it changed. Edited prompts and new parsers are paired away before anything is tested (`prompt-change`,
 * `parser-change` in contract.md), so they never open an alert: they are said as notes.
 */
export type Cause = 'brand' | 'engine-wide' | 'collection';

export type Alert = {
  /** A function of what changed, which way and since when: the same change has the same id in every replay. */
  id: string;
  status: 'opened' | 'closed';
  /** End of the sweep that opened or closed it, ISO 8601 UTC, and its ISO week. */
  at: string;
  week: string;
  /** null where it covers all of them. */
  brand: string | null;
  stage: string | null;
  engine: string | null;
  direction: Direction;
  tier: 'sustained' | 'sudden';
  /** Visibility on the same prompt versions, before and since the change. */
  before: Figure;
  after: Figure;
  cause: Cause;
  series: SeriesName[];
  /** First sweep of the change, as far as the data tell. */
  since: string;
  evidence: Evidence;
};

export type Evidence = {
  /** Signed root of the likelihood ratio (about standard normal), and what it had to exceed. */
  statistic: number;
  threshold: number;
  falseAlarmWeeks: number;
  /** The other brands on the same prompts, and this brand elsewhere: relative change and its statistic; null: nobody to ask. */
  competitors: Comparison | null;
  elsewhere: Comparison | null;
  /** Did the canary prompts' answers change their shape? null without canaries. */
  canaryMoved: boolean | null;
  /** The model that the engine reported before and since, where it changed. */
  models: { before: string; after: string } | null;
};

export type Comparison = { relativeChange: number; statistic: number; series: number };

/** What can be said of a series without an alert. */
export type Outlook = SeriesName & {
  state: 'learning' | 'watching' | 'cannot tell yet' | 'alert' | 'not measured';
  /** Visibility learned; null before anything was measured. */
  visibility: number | null;
  /** The smallest fall (in points of visibility, 0..1) that would be found within 4 weeks nine times of ten; null if none. */
  smallestDrop: number | null;
  /** Why, and what it would take to say more: for a program, and in English words. */
  because: OutlookReason;
  words: string;
};

export type OutlookReason =
  | { code: 'no_sweep' | 'open' | 'one_prompt' | 'too_low' | 'steady' }
  | { code: 'learning'; learned: number; of: number; more: number }
  | { code: 'maybe_fall' | 'maybe_rise'; more: number; sweeps: number }
  | { code: 'too_few'; sweeps: number; now: number; times: number };

export type Floor = { points: number; relative: number };

export type WatchOptions = {
  /** At most one false alarm in so many weeks, over all series together. */
  falseAlarmWeeks?: number;
  baselineWeeks?: number;
  /** The least change worth an alert: both in points (0..1) and relative to the level before. */
  floor?: Floor;
  /** Seed of the threshold's simulation. */
  seed?: number;
  /** Thresholds found before, by the content that they rest on; filled as new ones are found. */
  thresholds?: Map<string, number>;
  /** Levels that somebody has said to be the new normal. */
  accepted?: readonly Accepted[];
  /** ms since 1970: a week that is over by then is looked back at, even if nothing came after it. */
  until?: number;
};

/** From `at` on (ISO 8601), these series are learned anew, from their sweeps since `since`. */
export type Accepted = { series: readonly SeriesName[]; since: string; at: string };

/** A change that is not told yet: two more sweeps of the same prompts would confirm it, or show that it was chance. */
export type Suspect = SeriesName & { direction: Direction; tier: Alert['tier']; /** ISO week in which it stood out. */ week: string };

export type WatchResult = {
  /** In order of time: each once when it opens, and again when it closes. */
  alerts: Alert[];
  /** Those that have not closed, with all series that they have come to hold. */
  open: Alert[];
  suspects: Suspect[];
  outlooks: Outlook[];
  notes: string[];
};

export type Settings = Required<Omit<WatchOptions, 'accepted' | 'until'>>;

export const defaultSettings = (options: WatchOptions = {}): Settings => ({
  falseAlarmWeeks: options.falseAlarmWeeks ?? 26,
  baselineWeeks: options.baselineWeeks ?? 6,
  floor: options.floor ?? { points: 0.05, relative: 0.15 },
  seed: options.seed ?? 1,
  thresholds: options.thresholds ?? new Map<string, number>(),
});

/** Is a change from `before` by `change` (both 0..1) worth telling? */
export const exceedsFloor = (floor: Floor, before: number, change: number): boolean =>
  Math.abs(change) >= floor.points && Math.abs(change) >= floor.relative * before;
