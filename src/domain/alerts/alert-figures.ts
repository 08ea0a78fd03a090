import { emptyCounts } from '../metrics/add-cells.ts';
import type { Cell, Figure } from '../metrics/cell.ts';
import { figures } from '../metrics/index.ts';
import type { Series } from './series.ts';

/** Sweeps of one series: its baseline before `start`, and those from `from` to before `to`. */
export type Sides = { series: Series; start: number; from: number; to: number };

/**
 * Visibility before and since a change, as any figure is had (contract.md), over the prompt versions that `measureShift`
 * compares. Over several brands it is their mean, and its counts are pairs of an answer and a brand.
 */
export function alertFigures(sides: readonly Sides[]): { before: Figure; after: Figure } {
  const before: Cell[] = [];
  const after: Cell[] = [];
  for (const { series, start, from, to } of sides) {
    const { lane, hits, baseHits, baseAnswers } = series;
    const width = lane.strata.length;
    const old = lane.weekBefore[start] ?? 0;
    lane.strata.forEach(({ prompt, intent, version }, i) => {
      const within = (sums: Int32Array) => (sums[to * width + i] ?? 0) - (sums[from * width + i] ?? 0);
      const learned = baseAnswers[start * width + i] ?? 0;
      const answered = within(lane.answers);
      if (baseAnswers[old * width + i] === 0 || answered === 0) return;
      const place = { prompt: JSON.stringify([prompt, version, series.brand]), intent, stage: lane.stage, engine: lane.engine, weight: 1 };
      before.push({ ...place, counts: { ...emptyCounts(), answered: learned, visible: baseHits[start * width + i] ?? 0 } });
      const failed = within(lane.failed);
      after.push({ ...place, counts: { ...emptyCounts(), answered, failed, visible: within(hits) } });
    });
  }
  return { before: figures(before, ['visibility']).visibility, after: figures(after, ['visibility']).visibility };
}
