import { isoWeek } from '../period.ts';
import { signOf, type Alert, type Settings } from './alert.ts';
import { alertFigures } from './alert-figures.ts';
import type { Explanation } from './explain.ts';
import { compareText, type Lane } from './lane.ts';
import { moveOf, poolMoves, sweepSince } from './pooled.ts';
import { relearn, type Series } from './series.ts';
import { sweepsAWeek, type Finding } from './sustained.ts';

/** An alert that has not recovered, and the series whose baselines it holds still, each from a sweep of its lane. */
export type OpenAlert = {
  alert: Alert;
  members: Map<Series, number>;
  /** Relative change when it opened, and how many sweeps its lanes had then. */
  change: number;
  openedAt: Map<Lane, number>;
};

export type Opening = Omit<Finding, 'score'> & { tier: Alert['tier']; threshold: number };

export function openAlert(opening: Opening, explanation: Explanation, settings: Settings): OpenAlert {
  const { series, direction, start, tier, statistic, threshold } = opening;
  const { brand, stage, engine, cause } = explanation;
  const since = series.lane.sweeps[start]?.at ?? 0;
  const members = new Map(
    explanation.members.map((move) => [move.series, move.series === series ? start : sweepSince(move.series, since)]),
  );
  const open: OpenAlert = {
    members: new Map(),
    change: poolMoves(explanation.members).relativeChange,
    openedAt: new Map(),
    alert: {
      id: [direction, brand, stage, engine, new Date(since).toISOString().slice(0, 10)]
        .map((part) => encodeURIComponent(part ?? '*'))
        .join('/'),
      status: 'opened',
      ...moment(series.lane),
      brand,
      stage,
      engine,
      direction,
      tier,
      ...alertFigures([...members].map(([member, from]) => ({ series: member, start: from, from, to: member.lane.seen }))),
      cause,
      series: [],
      since: new Date(since).toISOString(),
      evidence: {
        statistic,
        threshold,
        falseAlarmWeeks: settings.falseAlarmWeeks,
        competitors: explanation.competitors,
        elsewhere: explanation.elsewhere,
        canaryMoved: explanation.canaryMoved,
        models: explanation.models,
      },
    },
  };
  for (const [member, from] of members) hold(open, member, from);
  return open;
}

/** One more series that the same change reached: no alert of its own. */
export function hold(open: OpenAlert, series: Series, from: number): void {
  open.members.set(series, from);
  if (!open.openedAt.has(series.lane)) open.openedAt.set(series.lane, series.lane.seen);
  relearn(series, from, false);
  const names = [...open.members.keys()].map(({ brand, stage, engine }) => ({ brand, stage, engine }));
  open.alert = {
    ...open.alert,
    series: names.toSorted((a, b) => compareText(a.engine, b.engine) || compareText(a.stage, b.stage) || compareText(a.brand, b.brand)),
  };
}

const recoveryWeeks = 2;

/**
 * An alert recovers when two weeks of sweeps after it opened show at most half of the change, and nothing sure of it. Its
 * series are then learned from again, and may raise the next one. @returns the closed alert, or null
 */
export function closeIfRecovered(open: OpenAlert, lane: Lane): Alert | null {
  const { alert, members, change, openedAt } = open;
  const sign = signOf(alert.direction);
  const sides = [...members].map(([series, start]) => {
    const sweeps = recoveryWeeks * sweepsAWeek(series.lane);
    return {
      series,
      start,
      from: series.lane.seen - sweeps,
      to: series.lane.seen,
      isReady: series.lane.seen - (openedAt.get(series.lane) ?? 0) >= sweeps,
    };
  });
  if (!sides.every(({ isReady }) => isReady)) return null;
  const moves = sides.flatMap(({ series, start, from }) => moveOf(series, from, sign, start) ?? []);
  const now = poolMoves(moves);
  if (now.relativeChange > change / 2 || now.statistic > 1.64) return null;
  const closed: Alert = { ...alert, status: 'closed', ...moment(lane), ...alertFigures(sides) };
  for (const { series, from } of sides) {
    series.from = from;
    relearn(series, from, true);
  }
  return closed;
}

function moment({ sweeps, seen }: Lane): Pick<Alert, 'at' | 'week'> {
  const last = sweeps[seen - 1];
  return { at: new Date(last?.end ?? 0).toISOString(), week: isoWeek(new Date(last?.at ?? 0)) };
}

/** Is a finding part of what an open alert already tells? */
export function covers({ alert }: OpenAlert, { series, direction }: Pick<Finding, 'series' | 'direction'>): boolean {
  const fits = (scope: string | null, value: string) => scope === null || scope === value;
  return (
    alert.direction === direction && fits(alert.brand, series.brand) && fits(alert.stage, series.stage) && fits(alert.engine, series.engine)
  );
}

/** Is it the same change, seen first in one place and now in another? */
export function isSameChange({ alert, members }: OpenAlert, explanation: Explanation, { direction }: Pick<Finding, 'direction'>): boolean {
  if (alert.direction !== direction || alert.brand !== explanation.brand) return false;
  if (alert.brand === null) return alert.engine === null || alert.engine === explanation.engine;
  return explanation.members.some(({ series }) => members.has(series));
}
