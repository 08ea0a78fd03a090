import { isoWeek } from '../period.ts';
import { acceptLevel } from './accept-level.ts';
import { defaultSettings, type Accepted, type Alert, type Settings, type Suspect, type WatchOptions, type WatchResult } from './alert.ts';
import { buildCanaries, type Canaries } from './canary.ts';
import { explain } from './explain.ts';
import type { History } from './history.ts';
import { buildLanes, type Lane } from './lane.ts';
import { learnAll } from './learn.ts';
import { closeIfRecovered, covers, hold, isSameChange, openAlert, type OpenAlert, type Opening } from './open-alert.ts';
import { outlookOf } from './outlook.ts';
import { createSeries, learnSweep, weeksLearned, type Series } from './series.ts';
import { confirm, confirmingStatistic, findCandidates, type Candidate } from './sudden.ts';
import { likelyStart, scan, sweepsAWeek, type Finding } from './sustained.ts';
import { designOf, findThreshold } from './threshold.ts';

/** An opening that waits since `week` for more sweeps, at most until its lane has seen `deadline` of them. */
type Pending = { opening: Opening; deadline: number; week: string };

type State = {
  settings: Settings;
  canaries: Canaries;
  all: Series[];
  byLane: Map<Lane, Series[]>;
  /** Those whose baseline is learned, in the order of `all`. */
  watched: Series[];
  threshold: number;
  /** For how many series the threshold was found, and for how many sweeps of them a week. */
  calibratedFor: { series: number; sweeps: number };
  candidates: Candidate[];
  /** Found, but not yet clear what it is: a brand, or its engine. */
  pending: Pending[];
  open: OpenAlert[];
  alerts: Alert[];
};

/** The number of series, and of their sweeps a week, may change by so much before the threshold is looked for again. */
const tolerated = { series: 0.1, sweeps: 0.5 };

/**
 * Goes through a history sweep by sweep, as it happened, and tells what opened and closed. Nothing later than a sweep has a
 * part in what is decided at it, so a longer history begins with the same alerts under the same ids: evaluating again after
 * every run tells the new ones, and `thresholds` keeps what was simulated. The same history and seed give the same result.
 */
export function watchHistory(history: History, options: WatchOptions = {}): WatchResult {
  const { lanes, notes } = buildLanes(history);
  const byLane = new Map(lanes.map((lane) => [lane, [...lane.hits].map(([brand, hits]) => createSeries(lane, brand, hits))]));
  const state: State = {
    settings: defaultSettings(options),
    canaries: buildCanaries(history),
    all: [...byLane.values()].flat(),
    byLane,
    watched: [],
    threshold: Infinity,
    calibratedFor: { series: 0, sweeps: 0 },
    candidates: [],
    pending: [],
    open: [],
    alerts: [],
  };
  goThrough(state, lanes, options);
  learnAll(state.all);
  const held = heldSeries(state);
  return {
    alerts: state.alerts,
    open: state.open.map(({ alert }) => alert),
    suspects: suspectsOf(state),
    notes,
    outlooks: state.all.map((series) => outlookOf(series, state, held.has(series))),
  };
}

function goThrough(state: State, lanes: readonly Lane[], { accepted = [], until = 0 }: WatchOptions): void {
  const waiting = accepted.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let week = '';
  for (const { lane, t, at } of inOrder(lanes)) {
    for (; waiting[0] && Date.parse(waiting[0].at) <= at; waiting.shift()) accept(state, waiting[0]);
    const next = lane.weeks[t] ?? week;
    if (next !== week) beginWeek(state, week);
    week = next;
    takeSweep(state, lane, t);
  }
  for (const level of waiting) accept(state, level);
  if (week !== '' && isoWeek(new Date(until)) > week) beginWeek(state, week);
}

function accept(state: State, level: Accepted): void {
  const { restarted, ended } = acceptLevel(level, state.all, state.open);
  state.alerts.push(...ended.values());
  state.open = state.open.filter((open) => !ended.has(open));
  state.watched = state.watched.filter((series) => !restarted.has(series));
  state.candidates = state.candidates.filter(({ series }) => !restarted.has(series));
  state.pending = state.pending.filter(({ opening }) => !restarted.has(opening.series));
}

/** Each series once, by the tier that is nearest to telling. */
function suspectsOf({ candidates, pending, open }: State): Suspect[] {
  const told = new Set(open.flatMap(({ members }) => [...members.keys()]));
  const waiting = [
    ...pending.map(({ opening: { series, direction, tier }, week }) => ({ series, direction, tier, week })),
    ...candidates.map(({ series, direction, start }) => ({
      series,
      direction,
      tier: 'sudden' as const,
      week: series.lane.weeks[start] ?? '',
    })),
  ];
  return waiting.flatMap(({ series, ...suspect }) => {
    if (told.has(series)) return [];
    told.add(series);
    const { brand, stage, engine } = series;
    return [{ brand, stage, engine, ...suspect }];
  });
}

function inOrder(lanes: readonly Lane[]): { lane: Lane; t: number; at: number }[] {
  const events = lanes.flatMap((lane) => lane.sweeps.map(({ at }, t) => ({ lane, t, at })));
  return events.toSorted((a, b) => a.at - b.at);
}

const heldSeries = ({ open }: State): Set<Series> => new Set(open.flatMap(({ members }) => [...members.keys()]));

/** What is done once a week, on all that was seen before it: look back at the last one, learn, and set the threshold. */
function beginWeek(state: State, lastWeek: string): void {
  const { settings, all, candidates } = state;
  const held = heldSeries(state);
  const found = findCandidates(
    state.watched.filter((series) => !held.has(series)),
    lastWeek,
    settings,
  );
  candidates.push(...found.filter(({ series }) => candidates.every((known) => known.series !== series)));
  for (const series of all) {
    const { lane } = series;
    if (series.from === null && weeksLearned(series) >= settings.baselineWeeks) series.from = lane.seen;
  }
  state.watched = all.filter(({ from }) => from !== null);
  if (state.watched.length === 0) return;
  learnAll(state.watched);
  const now = {
    series: state.watched.length,
    sweeps: state.watched.reduce((sum, { lane }) => sum + sweepsAWeek(lane), 0),
  };
  const isNear = (key: 'series' | 'sweeps') => Math.abs(now[key] - state.calibratedFor[key]) <= tolerated[key] * state.calibratedFor[key];
  if (isNear('series') && isNear('sweeps')) return;
  state.calibratedFor = now;
  state.threshold = findThreshold(
    state.watched.flatMap((series) => designOf(series) ?? []),
    settings,
  );
}

function takeSweep(state: State, lane: Lane, t: number): void {
  const group = state.byLane.get(lane) ?? [];
  lane.seen = t + 1;
  for (const series of group) learnSweep(series, t);
  closeRecovered(state, lane);
  const held = heldSeries(state);
  const weekSweeps = sweepsAWeek(lane);
  const findings: Opening[] = [];
  for (const series of group) {
    if (series.from === null || held.has(series)) continue;
    const finding: Finding | null = scan(series, weekSweeps, state.settings.floor);
    if (finding === null || finding.score < state.threshold) continue;
    const threshold = finding.statistic - finding.score + state.threshold;
    findings.push({ ...finding, tier: 'sustained', threshold });
  }
  findings.push(...confirmed(state, lane, held));
  const waiting = state.pending.filter(({ opening }) => opening.series.lane === lane);
  state.pending = state.pending.filter((pending) => !waiting.includes(pending));
  const known = new Set(waiting.map(({ opening }) => opening.series));
  const fresh = findings.filter(({ series }) => !known.has(series)).toSorted((a, b) => b.statistic - a.statistic);
  for (const pending of waiting) take(state, pending);
  const week = lane.weeks[t] ?? '';
  for (const opening of fresh) take(state, { opening, deadline: lane.seen + weekSweeps, week });
}

function closeRecovered(state: State, lane: Lane): void {
  state.open = state.open.filter((open) => {
    const closed = [...open.members.keys()].some((series) => series.lane === lane) ? closeIfRecovered(open, lane) : null;
    if (closed !== null) state.alerts.push(closed);
    return closed === null;
  });
}

function confirmed(state: State, lane: Lane, held: Set<Series>): Opening[] {
  const openings: Opening[] = [];
  state.candidates = state.candidates.filter((candidate) => {
    const { series, direction, start } = candidate;
    if (series.lane !== lane) return true;
    if (held.has(series)) return false;
    const result = confirm(candidate, state.settings);
    if (result === null) return true;
    if (result.confirmed) {
      openings.push({
        series,
        direction,
        start,
        statistic: result.statistic,
        tier: 'sudden',
        threshold: confirmingStatistic(state.settings),
      });
    }
    return false;
  });
  return openings;
}

/** What a change must still show, one-sided, at the end of waiting. */
const leastStatistic = 1.64;
/** A change of this age has shown what it has to show: no more waiting. */
const oldWeeks = 3;

/** A brand whose own change is told already says nothing of its engine, as long as there is another one to ask. */
function witnesses({ watched, open }: State, { brand, engine }: Series): readonly Series[] {
  const told = open.filter(({ alert }) => alert.brand !== null && alert.brand !== brand).flatMap(({ members }) => [...members.keys()]);
  const rest = watched.filter((series) => !told.includes(series));
  return rest.some((series) => series.brand !== brand && series.engine === engine) ? rest : watched;
}

/** Opens an alert, adds to one that tells the same already, or waits a week at most until it is clear what it is. */
function take(state: State, pending: Pending): void {
  const { series, direction } = pending.opening;
  if (state.open.some(({ members }) => members.has(series))) return;
  const opening = { ...pending.opening, start: likelyStart(pending.opening) };
  const covering = state.open.find((open) => covers(open, opening));
  if (covering !== undefined) return hold(covering, series, opening.start);
  const explanation = explain(opening, witnesses(state, series), state.canaries);
  const same = state.open.find((open) => isSameChange(open, explanation, opening));
  if (same !== undefined) return hold(same, series, opening.start);
  if (explanation.own.statistic < leastStatistic) return;
  const isOld = series.lane.seen - opening.start >= oldWeeks * sweepsAWeek(series.lane);
  if (series.lane.seen < pending.deadline && (explanation.isStirring || !(explanation.isSure || isOld))) {
    state.pending.push(pending);
    return;
  }
  // Whatever else of the same direction was waiting and is told with it, waits no more.
  const held = heldSeries(state);
  const members = explanation.members.filter((move) => !held.has(move.series));
  const open = openAlert({ ...opening, start: explanation.start }, { ...explanation, members }, state.settings);
  state.pending = state.pending.filter((other) => other.opening.direction !== direction || !open.members.has(other.opening.series));
  state.open.push(open);
  state.alerts.push(open.alert);
}
