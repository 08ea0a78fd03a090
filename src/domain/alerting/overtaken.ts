import type { Figure } from '../metrics/cell.ts';
import { z95 } from '../statistics/normal.ts';
import { isoWeek } from '../period.ts';
import type { Asked } from './asked.ts';

/** A week's answers: all, those that name only us, and those that name only the rival. `at` is its last answer, ms. */
export type PairedWeek = { week: string; start: number; at: number; answers: number; own: number; rival: number };

/** Weeks before an overtaking in which we must have been ahead, taken together. */
const weeksAhead = 4;
const confirmingWeeks = 2;
const leastAnswers = 5;

export function pairWeeks(asked: readonly Asked[], own: string, rival: string): PairedWeek[] {
  const answered = asked.filter(({ state }) => state === 'answered');
  const weeks = [...Map.groupBy(answered, ({ at }) => isoWeek(new Date(at)))].map(([week, rows]) => {
    const times = rows.map(({ at }) => at);
    const only = (brand: string, other: string) => rows.filter(({ visible }) => visible.includes(brand) && !visible.includes(other)).length;
    const [start, at] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
    return { week, start, at, answers: rows.length, own: only(own, rival), rival: only(rival, own) };
  });
  return weeks.filter(({ answers }) => answers >= leastAnswers).toSorted((a, b) => a.start - b.start);
}

export type Overtaking = { since: number; at: number; week: string; recoveredAt: number | null; before: Figure; after: Figure };

/**
 * A rival overtakes us when we were ahead (or level) over four weeks, and then in each of two weeks in a row the paired
 * difference over the same answers lies beyond its 95 % interval on the rival's side; it is over when two weeks in a row
 * show us ahead.
 */
export function findOvertakings(weeks: readonly PairedWeek[]): Overtaking[] {
  const found: Overtaking[] = [];
  let open: Overtaking | null = null;
  for (let i = confirmingWeeks; i <= weeks.length; i++) {
    const last = weeks.slice(i - confirmingWeeks, i);
    const [first, second] = [last[0], last.at(-1)];
    if (first === undefined || second === undefined) continue;
    if (open !== null) {
      if (!last.every(({ own, rival }) => own > rival)) continue;
      open.recoveredAt = second.at;
      open = null;
      continue;
    }
    const ahead = weeks.slice(Math.max(0, i - confirmingWeeks - weeksAhead), i - confirmingWeeks);
    if (ahead.length < weeksAhead || sum(ahead, 'own') < sum(ahead, 'rival') || !last.every(isBehind)) continue;
    open = { since: first.start, at: second.at, week: second.week, recoveredAt: null, before: leadOf(ahead), after: leadOf(last) };
    found.push(open);
  }
  return found;
}

const sum = (weeks: readonly PairedWeek[], side: 'own' | 'rival' | 'answers') => weeks.reduce((total, week) => total + week[side], 0);

/** Variance of a paired difference of proportions: McNemar 1947, without the null's assumption. */
function difference(own: number, rival: number, answers: number) {
  const value = (own - rival) / answers;
  const half = z95 * Math.sqrt(Math.max(0, (own + rival) / answers - value ** 2) / answers);
  return { value, half };
}

function isBehind({ own, rival, answers }: PairedWeek): boolean {
  const { value, half } = difference(own, rival, answers);
  return value + half < 0;
}

/** Our lead in points of visibility (−1..1): answers with us alone less answers with the rival alone, of all. */
function leadOf(weeks: readonly PairedWeek[]): Figure {
  const [own, rival, answers] = [sum(weeks, 'own'), sum(weeks, 'rival'), sum(weeks, 'answers')];
  const { value, half } = difference(own, rival, answers);
  const panel = [Math.max(-1, value - half), Math.min(1, value + half)] as const;
  return { value, numerator: own - rival, denominator: answers, prompts: 0, intents: 0, runs: answers, missing: 0, panel, market: null };
}
