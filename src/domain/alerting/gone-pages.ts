import type { Figure } from '../metrics/cell.ts';
import { wilson } from '../statistics/wilson.ts';

/** A page in a week: answers of the prompts and engines that ever cited it, and those of them that did. Times in ms. */
export type PageWeek = { week: string; start: number; end: number; answers: number; cited: number };
export type PageHistory = { url: string; weeks: PageWeek[] };

export type GonePage = {
  url: string;
  since: number;
  at: number;
  week: string;
  recoveredAt: number | null;
  before: Figure;
  after: Figure;
  chance: number;
};

const [citedWeeks, leastWeeks, leastAnswers, silentWeeks] = [4, 3, 5, 2];

/**
 * The chance that none of `k` things lies in a part of `m` out of `n`, each place being as likely: hypergeometric, the exact
 * test of Fisher 1934 for an empty cell.
 */
export function chanceOfNone(k: number, m: number, n: number): number {
  let chance = 1;
  for (let i = 0; i < k; i++) chance *= Math.max(0, n - m - i) / (n - i);
  return chance;
}

/**
 * Pages that were cited in at least three of four weeks, in five answers or more, and then in none over two whole weeks,
 * which chance alone would do less often than once in `falseAlarmWeeks`, over all the pages together. Cited again, a page
 * is back.
 */
export function findGonePages(pages: readonly PageHistory[], falseAlarmWeeks: number): GonePage[] {
  const limit = 1 / falseAlarmWeeks / Math.max(1, pages.length);
  return pages.flatMap(({ url, weeks }) => findGone(url, weeks, limit));
}

function findGone(url: string, weeks: readonly PageWeek[], limit: number): GonePage[] {
  const found: GonePage[] = [];
  let open: GonePage | null = null;
  for (let i = citedWeeks + silentWeeks; i <= weeks.length; i++) {
    const silent = weeks.slice(i - silentWeeks, i);
    const [first, last] = [silent[0], silent.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (open !== null) {
      if (last.cited > 0) {
        open.recoveredAt = last.end;
        open = null;
      }
      continue;
    }
    const before = weeks.slice(i - silentWeeks - citedWeeks, i - silentWeeks);
    const [k, n, m] = [total(before, 'cited'), total(before, 'answers'), total(silent, 'answers')];
    const isSteady = before.filter(({ cited }) => cited > 0).length >= leastWeeks && k >= leastAnswers;
    const chance = chanceOfNone(k, m, n + m);
    if (!isSteady || total(silent, 'cited') > 0 || silent.some(({ answers }) => answers === 0) || chance > limit) continue;
    open = { url, since: first.start, at: last.end, week: last.week, recoveredAt: null, before: share(k, n), after: share(0, m), chance };
    found.push(open);
  }
  return found;
}

const total = (weeks: readonly PageWeek[], of: 'answers' | 'cited') => weeks.reduce((sum, week) => sum + week[of], 0);

/** A share of answers, as a figure. */
export function share(k: number, n: number): Figure {
  const base = { numerator: k, denominator: n, prompts: 0, intents: 0, runs: n, missing: 0, market: null };
  return { ...base, value: n > 0 ? k / n : null, panel: n > 0 ? wilson(k / n, n) : null };
}
