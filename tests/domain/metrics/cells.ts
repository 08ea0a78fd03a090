import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell, CellCounts } from '../../../src/domain/metrics/cell.ts';

/** A cell with what matters to the test; everything else is 0. */
export const cell = (prompt: string, counts: Partial<CellCounts>, rest: Partial<Cell> = {}): Cell => ({
  prompt,
  intent: `of ${prompt}`,
  stage: 'consideration',
  weight: 1,
  ...rest,
  counts: { ...emptyCounts(), ...counts },
});
