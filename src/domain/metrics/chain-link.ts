import type { Cell, Figure } from './cell.ts';
import { figures, type MetricId } from './index.ts';
import type { SampleOptions } from './sample.ts';

/** All cells of one period; those of an edited prompt tell their version. */
export type Period = { period: string; cells: readonly Cell[] };

/** `level` is the figure of what was asked then; `linked` the same on the newest panel's basis, null where no link reaches. */
export type LinkedPeriod = { period: string; level: Figure; linked: number | null };

/** Where the panel changed: by how much its level did so for that reason alone, and how many prompt versions stayed. */
export type Link = { period: string; step: number | null; kept: number; added: number; dropped: number };

export type LinkedSeries = { periods: LinkedPeriod[]; links: Link[] };

type Segment = { periods: Period[]; versions: ReadonlySet<string> };

/** Periods on either side of a link whose answers are put together to estimate it. */
const overlap = 4;

/**
 * Links a series over edited, added and dropped prompts, so that only what the same questions answer differently shows as
 * change. Where the set of prompt versions changes from A to B, of which K is in both, the step (B − K) − (A − K) comes from
 * the panel alone, each difference taken within the last or first four periods on its side; it is taken off all that is
 * earlier. An old and a new version asked side by side are such an overlap. Differences rather than ratios (ILO et al. 2020,
 * Consumer price index manual, chapter 9), as rates may be 0.
 * @param periods in order of time
 */
export function chainLink(periods: readonly Period[], id: MetricId, options: SampleOptions = {}): LinkedSeries {
  const levelOf = (cells: readonly Cell[]) => figures(cells, [id], options)[id];
  const segments = segmentsOf(periods);
  const links = segments.slice(1).map((segment, i) => linkOf(segments[i] ?? segment, segment, levelOf));
  const linked: LinkedPeriod[] = [];
  let shift: number | null = 0;
  for (const [i, segment] of [...segments.entries()].toReversed()) {
    const after: number | null = links[i]?.step ?? null;
    if (i < links.length) shift = shift === null || after === null ? null : shift + after;
    for (const { period, cells } of segment.periods.toReversed()) {
      const level = levelOf(cells);
      linked.push({ period, level, linked: level.value === null || shift === null ? null : clamp(level.value + shift) });
    }
  }
  return { periods: linked.toReversed(), links };
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const versionOf = ({ prompt, version = '' }: Cell) => `${prompt}\u0000${version}`;

function linkOf(before: Segment, after: Segment, levelOf: (cells: readonly Cell[]) => Figure): Link {
  const kept = new Set([...before.versions].filter((version) => after.versions.has(version)));
  const excess = (periods: readonly Period[]) => {
    const cells = periods.flatMap((period) => period.cells);
    const [all, same] = [levelOf(cells).value, levelOf(cells.filter((cell) => kept.has(versionOf(cell)))).value];
    return all === null || same === null ? null : all - same;
  };
  const [old, fresh] = [excess(before.periods.slice(-overlap)), excess(after.periods.slice(0, overlap))];
  return {
    period: after.periods[0]?.period ?? '',
    step: old === null || fresh === null ? null : fresh - old,
    kept: kept.size,
    added: after.versions.size - kept.size,
    dropped: before.versions.size - kept.size,
  };
}

/** Runs of periods with the same prompt versions; one that was not asked between two periods in which it was counts as there. */
function segmentsOf(periods: readonly Period[]): Segment[] {
  const spans = new Map<string, { first: number; last: number }>();
  periods.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const span = spans.get(versionOf(cell));
      if (span) span.last = at;
      else spans.set(versionOf(cell), { first: at, last: at });
    }
  });
  const segments: Segment[] = [];
  periods.forEach((period, at) => {
    const isNew = at === 0 || [...spans.values()].some(({ first, last }) => first === at || last === at - 1);
    if (!isNew) return segments.at(-1)?.periods.push(period);
    const versions = [...spans].filter(([, { first, last }]) => first <= at && at <= last).map(([version]) => version);
    return segments.push({ periods: [period], versions: new Set(versions) });
  });
  return segments;
}
