import { addCells } from './add-cells.ts';
import type { Cell } from './cell.ts';

/** A prompt's merged counts; `cluster` numbers its intent over the whole sample. */
export type SamplePrompt = { cluster: number; cell: Cell };
export type SampleStage = { stage: string; weight: number; prompts: SamplePrompt[] };

/** Cells made ready for any metric: a cell a prompt, in an order of their own, by stage. */
export type Sample = { cells: readonly Cell[]; stages: SampleStage[]; options: SampleOptions };

/** Weights of the stages in the total, > 0 (0 leaves a stage out); 1 for a stage that is not listed. */
export type SampleOptions = { stageWeights?: Readonly<Record<string, number>> };

export function toSample(cells: readonly Cell[], options: SampleOptions = {}): Sample {
  const stages: SampleStage[] = [];
  const clusters = new Map<string, number>();
  let current: SampleStage | undefined;
  for (const cell of addCells(cells)) {
    if (current?.stage !== cell.stage) {
      current = { stage: cell.stage, weight: options.stageWeights?.[cell.stage] ?? 1, prompts: [] };
      if (current.weight > 0) stages.push(current);
    }
    let cluster = clusters.get(cell.intent);
    if (cluster === undefined) {
      cluster = clusters.size;
      clusters.set(cell.intent, cluster);
    }
    current.prompts.push({ cluster, cell });
  }
  return { cells, stages, options };
}
