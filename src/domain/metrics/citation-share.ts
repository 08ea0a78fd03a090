import type { Cell, CellCounts } from './cell.ts';
import { defineMetric } from './define-metric.ts';
import { measureRatio } from './measure-ratio.ts';
import { toSample, type Sample } from './sample.ts';

/**
 * Citations to the brand's domains over all citations: engine by engine, then the mean of the engines, since engines cite
 * few pages or dozens. Cells without an engine count as one. The cells have no sums of squares of citations, so the
 * interval takes the pages beyond an answer's first to be Poisson's, and each of them to be the brand's by the same chance:
 * E k² = m² + m − 1 for a mean of m pages, and E bk = E b · E k² / m.
 */
export const citationShare = defineMetric({
  id: 'citationShare',
  unit: 'ratio',
  compute(sample) {
    const figure = measureRatio(byEngine(sample), { sums: citationSums, most: Infinity });
    return { ...figure, prompts: countPrompts(sample) };
  },
});

// Not once an engine.
const countPrompts = ({ stages }: Sample) =>
  stages.reduce((sum, { prompts }) => sum + prompts.filter(({ cell }) => cell.counts.answered > 0).length, 0);

function citationSums({ answered, citations, withCitation, brandCitations, cited }: CellCounts) {
  const perAnswer = withCitation === 0 ? 0 : citations / withCitation;
  const square = perAnswer ** 2 + Math.max(0, perAnswer - 1);
  return {
    n: answered,
    x: brandCitations,
    y: citations,
    xx: cited === 0 ? 0 : brandCitations ** 2 / cited + brandCitations - cited,
    xy: perAnswer === 0 ? 0 : (brandCitations * square) / perAnswer,
    yy: withCitation * square,
  };
}

/** The same sample with a stratum an engine and stage, each engine's stages sharing a weight of 1. */
function byEngine({ cells, options }: Sample): Sample {
  const citing = new Map<string, Set<string>>();
  for (const { engine = '', stage, counts } of cells) {
    if (counts.citations === 0) continue;
    const stages = citing.get(engine) ?? new Set();
    citing.set(engine, stages.add(stage));
  }
  const weightOf = (stage: string) => options.stageWeights?.[stage] ?? 1;
  const stageWeights: Record<string, number> = {};
  const split = cells.map((cell): Cell => {
    const { engine = '', stage } = cell;
    const key = `${engine}\u0000${stage}`;
    // Only stages in which the engine cited at all have a say.
    const total = [...(citing.get(engine) ?? [])].toSorted().reduce((sum, each) => sum + weightOf(each), 0);
    stageWeights[key] = total > 0 ? weightOf(stage) / total : weightOf(stage);
    return { ...cell, stage: key };
  });
  return toSample(split, { stageWeights });
}
