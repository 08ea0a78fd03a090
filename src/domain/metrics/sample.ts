import { addCells } from './add-cells.ts';
import type { Cell } from './cell.ts';

/** A prompt's merged counts; `cluster` numbers its intent over the whole sample. */
export type SamplePrompt = { cluster: number; cell: Cell };
export type SampleStage = { stage: string; weight: number; prompts: SamplePrompt[] };

export type SampleOptions = {
  /** Weights of the stages in the total, ≥ 0 (0 leaves a stage out); 1 for a stage that is not listed. */
  stageWeights?: Readonly<Record<string, number>>;
  /** Whose cells these are, and the panel's brands; for metrics that read the orders of mention. */
  brand?: string;
  panel?: readonly string[];
};

/** Cells made ready for any metric: a cell a prompt, in an order of their own, by stage. */
export type Sample = {
  cells: readonly Cell[];
  options: SampleOptions;
  stages: SampleStage[];
  /** Answered observations, missing ones, and all that were asked. */
  runs: number;
  missing: number;
  asked: number;
};

export function toSample(cells: readonly Cell[], options: SampleOptions = {}): Sample {
  const sample: Sample = { cells, options, stages: [], runs: 0, missing: 0, asked: 0 };
  const clusters = new Map<string, number>();
  let current: SampleStage | undefined;
  for (const cell of addCells(cells)) {
    const weight = options.stageWeights?.[cell.stage] ?? 1;
    if (!(weight > 0)) continue;
    if (current?.stage !== cell.stage) {
      current = { stage: cell.stage, weight, prompts: [] };
      sample.stages.push(current);
    }
    current.prompts.push({ cluster: numberOf(clusters, cell.intent), cell });
    const { answered, noAnswer, refused, failed } = cell.counts;
    sample.runs += answered;
    sample.missing += failed;
    sample.asked += answered + noAnswer + refused + failed;
  }
  return sample;
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
  }
  return number;
}
