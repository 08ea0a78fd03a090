import type { Figure } from '../api.ts';
import type { IntervalKind } from '../trend-view.ts';

/** A figure on a line from 0 to 100 %: a dot, and its interval around it. Decoration; the numbers stand beside it. */
export function IntervalBar({ figure, interval, colour }: { figure: Figure; interval: IntervalKind; colour: string }) {
  const bounds = figure[interval];
  return (
    <svg className="interval-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="4" y2="4" stroke="var(--grid)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      {bounds && (
        <rect
          x={bounds[0] * 100}
          width={Math.max((bounds[1] - bounds[0]) * 100, 0.5)}
          y="1"
          height="6"
          rx="1"
          fill={colour}
          opacity="0.35"
        />
      )}
      {figure.value !== null && <rect x={Math.max(figure.value * 100 - 0.6, 0)} width="1.2" y="0" height="8" fill={colour} />}
    </svg>
  );
}
