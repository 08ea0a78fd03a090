import { useElementSize } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useFormat } from '../format.ts';
import { isUnfinished, type Step } from '../trend-view.ts';
import { axisTop, linePath, runsOf, tickEvery, type ChartLine, type ChartMark } from './chart-shape.ts';
import styles from './line-chart.module.css';

const height = 240;
const margin = { top: 8, right: 12, bottom: 24, left: 44 };
const inner = height - margin.top - margin.bottom;

type Props = {
  periods: readonly string[];
  by: Step;
  lines: readonly ChartLine[];
  marks?: readonly ChartMark[];
  /** The period that the figures beside the chart are of. */
  cursor: string;
  onCursor: (period: string) => void;
  label: string;
  cursorLabel: string;
  cursorText: string;
};

/** One line a brand over time, and the interval of the one in focus. The figures themselves stand beside it as text. */
export function LineChart({ periods, by, lines, marks = [], cursor, onCursor, label, cursorLabel, cursorText }: Props) {
  const { ref, width } = useElementSize();
  const plot = Math.max(width - margin.left - margin.right, 0);
  const top = axisTop(lines);
  const x = (index: number) => margin.left + (periods.length === 1 ? plot / 2 : (index / (periods.length - 1)) * plot);
  const y = (value: number) => margin.top + (1 - value / top) * inner;
  const at = periods.indexOf(cursor);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const ratio = (event.clientX - event.currentTarget.getBoundingClientRect().left - margin.left) / Math.max(plot, 1);
    const nearest = periods[Math.round(Math.min(Math.max(ratio, 0), 1) * (periods.length - 1))];
    if (nearest !== undefined && nearest !== cursor) onCursor(nearest);
  };
  const move = (event: KeyboardEvent) => {
    const target = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: periods.length - 1 }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    const period = periods[Math.min(Math.max(target, 0), periods.length - 1)];
    if (period !== undefined) onCursor(period);
  };
  return (
    <div role="group" aria-label={label}>
      <div
        ref={ref}
        className={styles['chart']}
        style={{ height }}
        role="slider"
        tabIndex={0}
        aria-label={cursorLabel}
        aria-valuemin={1}
        aria-valuemax={periods.length}
        aria-valuenow={at + 1}
        aria-valuetext={cursorText}
        onKeyDown={move}
        onPointerMove={point}
        onPointerDown={point}
      >
        {width > 0 && (
          <svg aria-hidden="true" width={width} height={height}>
            <Axes periods={periods} by={by} plot={plot} top={top} x={x} y={y} />
            <Marks marks={marks} periods={periods} x={x} />
            {at >= 0 && <line className={styles['cursor']} x1={x(at)} x2={x(at)} y1={margin.top} y2={margin.top + inner} />}
            {lines
              .toSorted((a, b) => Number(a.focus) - Number(b.focus))
              .map((line) => (
                <Line key={line.key} line={line} periods={periods} by={by} x={x} y={y} cursor={at} />
              ))}
          </svg>
        )}
      </div>
    </div>
  );
}

type Scale = (value: number) => number;

/** Where prompts, panel, parser or models change: a thin line with its sign, several of a period side by side. */
function Marks({ marks, periods, x }: { marks: readonly ChartMark[]; periods: readonly string[]; x: Scale }) {
  return [...Map.groupBy(marks, ({ at }) => at)].map(([at, together]) => {
    const index = periods.indexOf(at);
    if (index < 0) return null;
    return (
      <g key={at} className={styles['mark']}>
        <title>{together.map(({ text }) => text).join('\n')}</title>
        <line x1={x(index)} x2={x(index)} y1={margin.top + 12} y2={margin.top + inner} />
        <text x={x(index)} y={margin.top + 6} textAnchor="middle">
          {together.map(({ sign }) => sign).join(' ')}
        </text>
      </g>
    );
  });
}

function Axes({ periods, by, plot, top, x, y }: { periods: readonly string[]; by: Step; plot: number; top: number; x: Scale; y: Scale }) {
  const format = useFormat();
  const every = tickEvery(periods.length, plot);
  return (
    <g className={styles['axis']}>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line className={styles['grid']} x1={margin.left} x2={margin.left + plot} y1={y(value)} y2={y(value)} />
          <text x={margin.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {format.percent(value)}
          </text>
        </g>
      ))}
      {periods.map((period, index) =>
        (periods.length - 1 - index) % every === 0 ? (
          <text key={period} x={x(index)} y={height - 6} textAnchor={index === periods.length - 1 && periods.length > 1 ? 'end' : 'middle'}>
            {format.tick(period, by)}
          </text>
        ) : null,
      )}
    </g>
  );
}

type LineProps = { line: ChartLine; periods: readonly string[]; by: Step; x: Scale; y: Scale; cursor: number };

/** A period that is not over yet is dotted and open: what is still to come may move it. */
function Line({ line, periods, by, x, y, cursor }: LineProps) {
  const open = periods.findIndex((period) => isUnfinished(period, by));
  const isOpen = (index: number) => open >= 0 && index >= open;
  const runs = runsOf(periods, (period) => line.points.get(period)?.value ?? null);
  const bands = line.focus ? runsOf(periods, (period) => line.points.get(period)?.interval ?? null) : [];
  return (
    <g stroke={line.colour} fill={line.colour}>
      {bands.map((band) => {
        const edge = (bound: 0 | 1) =>
          band.flatMap(({ index, value }) => widen(index, band.length, x).map((at) => [at, y(value[bound])] as const));
        return (
          <path key={band[0]?.index} className={styles['band']} stroke="none" d={`${linePath([...edge(1), ...edge(0).toReversed()])}Z`} />
        );
      })}
      {runs.flatMap((run) =>
        [run.filter(({ index }) => !isOpen(index)), run.filter(({ index }) => isOpen(index + 1))].map((part, dotted) => (
          <path
            key={`${run[0]?.index}-${dotted}`}
            className={styles['line']}
            strokeWidth={line.focus ? 3 : line.own ? 2.5 : 1.5}
            strokeDasharray={dotted ? '1 5' : line.dash}
            d={linePath(part.map(({ index, value }) => [x(index), y(value)] as const))}
          />
        )),
      )}
      {runs.flatMap((run) =>
        run
          .filter(({ index }) => line.focus || run.length === 1 || index === cursor || isOpen(index))
          .map(({ index, value }) => (
            <circle
              key={index}
              className={isOpen(index) ? styles['open'] : undefined}
              cx={x(index)}
              cy={y(value)}
              r={index === cursor ? 4 : 2.5}
              stroke={isOpen(index) ? undefined : 'none'}
            />
          )),
      )}
    </g>
  );
}

/** A lone period's band needs some width to be seen at all. */
const widen = (index: number, count: number, x: Scale): number[] => (count === 1 ? [x(index) - 5, x(index) + 5] : [x(index)]);
