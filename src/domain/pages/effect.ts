import type { Cell, Interval } from '../metrics/cell.ts';
import { changeOf, type Change } from '../overview/change.ts';

export type Effect = {
  /** Visibility on the page's prompts, before and after. */
  own: Change;
  /** The same on all other prompts: what would have moved anyway. */
  others: Change;
  /** Own minus others, −2..2, with its 95 % interval; null where one of the two was not measured on both sides. */
  difference: number | null;
  interval: Interval | null;
};

/**
 * Whether visibility moved on some prompts more than on the others (difference in differences), on wordings asked on both
 * sides. The interval is had from those of the two changes by variance recovery (Zou & Donner 2008).
 */
export function effectOn(prompts: ReadonlySet<string>, before: readonly Cell[], after: readonly Cell[]): Effect {
  const change = (has: boolean) => {
    const side = (cells: readonly Cell[]) => cells.filter(({ prompt }) => prompts.has(prompt) === has);
    return changeOf(side(before), side(after));
  };
  const [own, others] = [change(true), change(false)];
  if (own.difference === null || others.difference === null || !own.interval || !others.interval)
    return { own, others, difference: null, interval: null };
  const difference = own.difference - others.difference;
  const down = Math.hypot(own.difference - own.interval[0], others.interval[1] - others.difference);
  const up = Math.hypot(own.interval[1] - own.difference, others.difference - others.interval[0]);
  return { own, others, difference, interval: [Math.max(-2, difference - down), Math.min(2, difference + up)] };
}
