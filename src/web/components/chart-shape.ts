export type ChartPoint = { value: number | null; interval: readonly [number, number] | null };
export type ChartLine = {
  key: string;
  name: string;
  colour: string;
  dash: string | undefined;
  focus: boolean;
  own: boolean;
  points: ReadonlyMap<string, ChartPoint>;
};

/** Where something under the figures changes; `sign` stands at the top of the chart, the words below it. */
export type ChartMark = { at: string; sign: string; text: string };

const tops = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The axis ends at the first round value that everything fits under. */
export function axisTop(lines: readonly ChartLine[]): number {
  let most = 0;
  for (const { points, focus } of lines) {
    for (const { value, interval } of points.values()) most = Math.max(most, value ?? 0, focus ? (interval?.[1] ?? 0) : 0);
  }
  return tops.find((top) => top >= most) ?? 1;
}

/** Neighbouring periods that have a value; a period without one ends a run, as the line must not claim to know it. */
export function runsOf<T>(periods: readonly string[], valueAt: (period: string) => T | null): { index: number; value: T }[][] {
  const runs: { index: number; value: T }[][] = [];
  let open: { index: number; value: T }[] | null = null;
  for (const [index, period] of periods.entries()) {
    const value = valueAt(period);
    if (value === null) open = null;
    else if (open) open.push({ index, value });
    else runs.push((open = [{ index, value }]));
  }
  return runs;
}

export const linePath = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Every how manyth period is named under the axis, so that names do not touch. */
export const tickEvery = (count: number, width: number, nameWidth = 64): number =>
  Math.max(1, Math.ceil((count * nameWidth) / Math.max(width, 1)));
