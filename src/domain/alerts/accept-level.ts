import { isoWeek } from '../period.ts';
import type { Accepted, Alert, SeriesName } from './alert.ts';
import type { OpenAlert } from './open-alert.ts';
import { sweepSince } from './pooled.ts';
import { restart, type Series } from './series.ts';

const nameOf = ({ brand, stage, engine }: SeriesName) => JSON.stringify([brand, stage, engine]);

/**
 * "This is the new normal": the series named are learned anew from the sweeps since the change, and are silent until enough
 * weeks are learned. @returns the series, and which of the open alerts end with it, as closed
 */
export function acceptLevel(
  { series: names, since, at }: Accepted,
  all: readonly Series[],
  open: readonly OpenAlert[],
): { restarted: Set<Series>; ended: Map<OpenAlert, Alert> } {
  const wanted = new Set(names.map(nameOf));
  const restarted = new Set(all.filter((series) => wanted.has(nameOf(series))));
  for (const series of restarted) restart(series, sweepSince(series, Date.parse(since)));
  const ended = new Map<OpenAlert, Alert>();
  for (const one of open) {
    const held = [...one.members.keys()];
    if (!held.some((series) => restarted.has(series))) continue;
    for (const series of held) if (restarted.has(series)) one.members.delete(series);
    if (one.members.size === 0) ended.set(one, { ...one.alert, status: 'closed', at, week: isoWeek(new Date(at)) });
  }
  return { restarted, ended };
}
