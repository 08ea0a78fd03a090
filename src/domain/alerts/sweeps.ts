import type { Draft, Part } from './history.ts';
import { dayMs } from '../durations.ts';

/** A sweep of a lane: what came back between its first and last question. Times in ms; `at` is the median. */
export type Sweep = Omit<Part, 'day' | 'times'> & { at: number; end: number };

export type SweepList = { used: Sweep[]; skipped: Sweep[] };

const lateDays = 7;
const leastAnswered = 0.8;
const leastAsked = 0.5;
const recent = 10;

/**
 * The sweeps of a lane in order of time, without those of which under 80 % was answered (metrics.md). "Answered" is seen
 * against what this engine usually answers, because some show no answer half of the time by nature.
 */
export function listSweeps(draft: Draft): SweepList {
  const sweeps = [...draft.parts.values()].flatMap(joinParts).toSorted((a, b) => a.at - b.at);
  const result: SweepList = { used: [], skipped: [] };
  const asked: number[] = [];
  const shares: number[] = [];
  let usualSize = 0;
  for (const sweep of sweeps) {
    asked.push(sweep.asked);
    usualSize = sizeOfLate(asked, recent * usualSize);
    const came = sweep.asked - sweep.failed;
    if (came >= leastAnswered * sweep.asked) shares.push(sweep.answered / came);
    const usual = median(shares.slice(-recent)) ?? 1;
    const isWhole = sweep.asked >= leastAsked * usualSize;
    const isAnswered = sweep.answered > 0 && sweep.answered >= leastAnswered * usual * sweep.asked;
    (isWhole && isAnswered ? result.used : result.skipped).push(sweep);
  }
  return result;
}

/**
 * The size of the sweep in which the middle one of the last `questions` was asked. Stray answers, such as a clock that jumps
 * gives a day of their own, may be many sweeps, but are few questions.
 */
function sizeOfLate(sizes: readonly number[], questions: number): number {
  const late: number[] = [];
  let total = 0;
  for (let i = sizes.length - 1; i >= 0 && total <= questions; i--) {
    const size = sizes[i] ?? 0;
    late.push(size);
    total += size;
  }
  let below = 0;
  return late.toSorted((a, b) => a - b).find((size) => (below += size) >= total / 2) ?? 0;
}

/**
 * One label is one sweep, also where some answers came days late or with a wrong clock. A label that is used again in
 * other weeks means a sweep in each of them.
 */
function joinParts(parts: Part[]): Sweep[] {
  if (parts.length === 1) return [joinAll(parts)];
  const total = parts.reduce((sum, { asked }) => sum + asked, 0);
  const middle = median(parts.flatMap(({ day, asked }) => Array.from({ length: asked }, () => day))) ?? 0;
  const near = parts.filter(({ day }) => Math.abs(day - middle) <= lateDays);
  const nearAsked = near.reduce((sum, { asked }) => sum + asked, 0);
  if (nearAsked >= 0.7 * total) return [joinAll(parts)];
  const groups = new Map<number, Part[]>();
  // Weeks begin on a Monday; day 0 was a Thursday.
  for (const part of parts) {
    const week = Math.floor((part.day + 3) / 7);
    groups.set(week, [...(groups.get(week) ?? []), part]);
  }
  return [...groups.values()].map(joinAll);
}

function joinAll(parts: Part[]): Sweep {
  const times = parts.flatMap((part) => part.times);
  const at = median(times) ?? 0;
  // A clock that jumped ahead does not move the end of a sweep by more than late answers can.
  const end = times.reduce((last, time) => (time > last && time <= at + lateDays * dayMs ? time : last), at);
  const [only] = parts;
  // Nothing changes a sweep, so a day's counts need no copy.
  if (only !== undefined && parts.length === 1) return { ...only, at, end };
  const empty = { asked: 0, answered: 0, failed: 0, brandsNamed: 0, citations: 0 };
  const sweep: Sweep = { at, end, ...empty, models: new Map(), prompts: new Map() };
  for (const part of parts) addPart(sweep, part);
  return sweep;
}

function addPart(sweep: Sweep, part: Part): void {
  sweep.asked += part.asked;
  sweep.answered += part.answered;
  sweep.failed += part.failed;
  sweep.brandsNamed += part.brandsNamed;
  sweep.citations += part.citations;
  for (const [model, answers] of part.models) sweep.models.set(model, (sweep.models.get(model) ?? 0) + answers);
  for (const [stratum, { answered, failed, visible }] of part.prompts) {
    const total = sweep.prompts.get(stratum) ?? { answered: 0, failed: 0, visible: new Map<string, number>() };
    total.answered += answered;
    total.failed += failed;
    for (const [brand, answers] of visible) total.visible.set(brand, (total.visible.get(brand) ?? 0) + answers);
    sweep.prompts.set(stratum, total);
  }
}

/** The lower one of two in the middle, so that it is always one of the values. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
