import type { Cell, Figure, Interval } from '../metrics/cell.ts';
import { figures } from '../metrics/index.ts';

/** `difference` after − before, −1..1; `smallest`: the least change, in the same unit, that would have been seen 8 times of 10. */
export type Change = { before: Figure; after: Figure; difference: number | null; interval: Interval | null; smallest: number | null };

/** From a 95 % half-width to the change that is found with 80 % power: (1.960 + 0.842) / 1.960. */
const powerFactor = 2.802 / 1.96;

/**
 * Visibility before and after on what was asked in both periods: the same prompt version on the same engine, so that a new
 * wording or a new engine is no change. The interval is had from those of the two sides by variance recovery (Newcombe 1998,
 * method 10; Zou & Donner 2008), on the panel's intervals: these exact prompts.
 */
export function changeOf(before: readonly Cell[], after: readonly Cell[]): Change {
  const paired = intersect(before.map(placeOf), after.map(placeOf));
  const visibilityOf = (cells: readonly Cell[]) =>
    figures(
      cells.filter((cell) => paired.has(placeOf(cell))),
      ['visibility'],
    ).visibility;
  const [old, fresh] = [visibilityOf(before), visibilityOf(after)];
  const interval = differenceInterval(old, fresh);
  return {
    before: old,
    after: fresh,
    difference: old.value === null || fresh.value === null ? null : fresh.value - old.value,
    interval,
    smallest: interval && ((interval[1] - interval[0]) / 2) * powerFactor,
  };
}

const placeOf = ({ prompt, version = '', engine = '' }: Cell): string => JSON.stringify([prompt, version, engine]);

function intersect(a: readonly string[], b: readonly string[]): Set<string> {
  const known = new Set(b);
  return new Set(a.filter((place) => known.has(place)));
}

/** The 95 % interval of after − before, from the panel's intervals of the two. */
export function differenceInterval({ value: a, panel: before }: Figure, { value: b, panel: after }: Figure): Interval | null {
  if (a === null || b === null || before === null || after === null) return null;
  const down = Math.hypot(b - after[0], before[1] - a);
  const up = Math.hypot(after[1] - b, a - before[0]);
  return [Math.max(-1, b - a - down), Math.min(1, b - a + up)];
}
