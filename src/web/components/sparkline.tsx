import { linePath, runsOf } from './chart-shape.ts';

const [width, height] = [84, 22];

/** Visibility a week from 0 to 100 %; a gap where nothing was measured. Decoration: the figure stands beside it. */
export function Sparkline({ weeks }: { weeks: readonly { start: string; value: number | null }[] }) {
  const values = new Map(weeks.map(({ start, value }) => [start, value]));
  const x = (index: number) => (weeks.length === 1 ? width / 2 : 2 + (index / (weeks.length - 1)) * (width - 4));
  const y = (value: number) => 2 + (1 - value) * (height - 4);
  const runs = runsOf(
    weeks.map(({ start }) => start),
    (start) => values.get(start) ?? null,
  );
  return (
    <svg width={width} height={height} aria-hidden="true" fill="none" stroke="var(--brand-0)" strokeWidth="1.5">
      {runs.map((run) =>
        run.length === 1 ? (
          <circle key={run[0]?.index} cx={x(run[0]?.index ?? 0)} cy={y(run[0]?.value ?? 0)} r="1.5" fill="var(--brand-0)" />
        ) : (
          <path key={run[0]?.index} d={linePath(run.map(({ index, value }) => [x(index), y(value)] as const))} />
        ),
      )}
    </svg>
  );
}
