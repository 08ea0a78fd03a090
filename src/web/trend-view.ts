import type { Figure, Point } from './api.ts';
import type { TrendsRequest } from './queries.ts';
import { dayMs } from '../domain/durations.ts';

/** Those that every point can have, and those that are counted besides. */
const usual = ['visibility', 'shareOfVoice', 'firstMention', 'citationRate', 'recommendationRate'] as const;
const further = ['winRate', 'prominence', 'citationShare', 'retrievedNotCited', 'stability'] as const;
export const metrics = [...usual, ...further] as const;
export type Metric = (typeof metrics)[number];
const isUsual = (metric: Metric): metric is (typeof usual)[number] => usual.some((one) => one === metric);
export const figureOf = (point: Point | undefined, metric: Metric): Figure | undefined =>
  isUsual(metric) ? point?.[metric] : point?.more?.[metric];

export const steps = ['day', 'week', 'month'] as const;
export type Step = (typeof steps)[number];
export const periods = ['4w', '13w', '26w', '52w', 'custom'] as const;
export type Period = (typeof periods)[number];
export type IntervalKind = 'panel' | 'market';

export const enginesApart = 'each';
export const mostLines = 10;

/** What the overview shows, as the address says it; anything unknown there is the default. */
export type TrendView = {
  metric: Metric;
  by: Step;
  period: Period;
  /** Days, `to` exclusive. */
  from: string;
  to: string;
  /** null: all together; `each`: apart; else one engine's id. */
  engine: string | null;
  language: string | null;
  /** A code such as DE; null: all. */
  country: string | null;
  tag: string | null;
  branded: boolean;
  /** The brand in focus; null: the own one. */
  brand: string | null;
  interval: IntervalKind;
  /** Beside the same number of days before. */
  compare: boolean;
  /** Visibility on the basis of the newest prompts. */
  linked: boolean;
  /** The brands that have a line; null: the own one and the first ones of the panel. */
  shown: string[] | null;
};

export function readTrendView(get: (name: string) => string | null, now: Date): TrendView {
  const by = oneOf(steps, get('by')) ?? 'week';
  const period = oneOf(periods, get('period')) ?? '13w';
  const days = periodDays(period, by, now);
  const [from, to] = [dayOf(get('from')), dayOf(get('to'))];
  const metric = oneOf(metrics, get('metric')) ?? 'visibility';
  const custom = period === 'custom' && from !== null && to !== null && from < to;
  return {
    metric,
    by,
    period,
    from: custom ? from : days.from,
    to: custom ? to : days.to,
    engine: get('engine'),
    language: get('language'),
    country: get('country'),
    tag: get('tag'),
    branded: get('branded') === 'true',
    brand: get('brand'),
    interval: get('interval') === 'market' ? 'market' : 'panel',
    compare: get('compare') === 'before',
    linked: metric === 'visibility' && get('level') === 'linked',
    shown: get('shown')?.split(',').filter(Boolean) ?? null,
  };
}

export function toRequest(view: TrendView): TrendsRequest {
  return {
    from: view.from,
    to: view.to,
    by: view.by,
    group: view.engine === enginesApart ? 'stage,engine' : 'stage',
    branded: view.branded ? 'true' : 'false',
    // A trend by day of all figures is a megabyte.
    ...(isUsual(view.metric) ? { only: view.metric } : { only: 'visibility', metric: view.metric }),
    ...(view.linked && { linked: 'true' as const }),
    ...(view.engine !== null && view.engine !== enginesApart && { engine: view.engine }),
    ...(view.language !== null && { language: view.language }),
    ...(view.country !== null && { country: view.country }),
    ...(view.tag !== null && { tag: view.tag }),
  };
}

/** The same view of as many days before. */
export function requestBefore(view: TrendView): TrendsRequest {
  const from = Date.parse(view.from);
  return { ...toRequest(view), from: toDay(new Date(from - (Date.parse(view.to) - from))), to: view.from };
}

/** What stood at the same place of the period before: its first period beside the first, and so on. */
export function alignBefore<P extends { start: string }>(before: readonly P[], present: readonly string[], by: Step): Map<string, P> {
  const earlier = allPeriods(
    before.map(({ start }) => start),
    by,
  );
  const first = earlier.length > present.length ? earlier.length - present.length : 0;
  const at = new Map(before.map((point) => [point.start, point]));
  return new Map(
    present.flatMap((period, index) => {
      const point = at.get(earlier[first + index] ?? '');
      return point ? [[period, point] as const] : [];
    }),
  );
}

const toDay = (date: Date): string => date.toISOString().slice(0, 10);
const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null => all.find((known) => known === value) ?? null;
const dayOf = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

/** From the beginning of a week (a month, by month), so that the first point is a whole one; to the end of today, UTC. */
function periodDays(period: Period, by: Step, now: Date): { from: string; to: string } {
  const weeks = Number.parseInt(period, 10) || 13;
  const tomorrow = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
  const start = startOf(new Date(tomorrow.getTime() - dayMs), 'week');
  const from = new Date(start.getTime() - (weeks - 1) * 7 * dayMs);
  return { from: toDay(by === 'month' ? startOf(from, 'month') : from), to: toDay(tomorrow) };
}

function startOf(date: Date, step: Step): Date {
  if (step === 'month') return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
  const sinceMonday = step === 'week' ? (date.getUTCDay() + 6) % 7 : 0;
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - sinceMonday));
}

/** The first day of the period after this one. */
export function nextPeriod(start: string, by: Step): string {
  const date = new Date(`${start}T00:00:00Z`);
  if (by === 'month') return toDay(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)));
  return toDay(new Date(date.getTime() + (by === 'week' ? 7 : 1) * dayMs));
}

/** Whether answers of the period may still come. */
export const isUnfinished = (start: string, by: Step, today = toDay(new Date())): boolean => nextPeriod(start, by) > today;

/**
 * An unfinished period with less than half the answers of the one before: its figures swing by chance, so no line leads to it. They
 * stand in the table, with their intervals.
 */
export const isTooEarly = (start: string, by: Step, answers: number, before: number, today?: string): boolean =>
  isUnfinished(start, by, today) && answers < before / 2;

/** Every period from the first measured to the last, those without data too: a gap must look like one. */
export function allPeriods(measured: Iterable<string>, by: Step): string[] {
  const known = [...new Set(measured)].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = new Set(known);
  for (let start = startOf(new Date(first), by).toISOString().slice(0, 10); start < last; start = nextPeriod(start, by))
    if (start >= first) all.add(start);
  return [...all].toSorted();
}

/** Where a reader looks first: the last period that is over, else the last one. */
export function currentPeriod(all: readonly string[], by: Step, today: string): string | null {
  return all.findLast((start) => nextPeriod(start, by) <= today) ?? all.at(-1) ?? null;
}
