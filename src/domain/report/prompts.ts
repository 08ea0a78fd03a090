import { addCells } from '../metrics/add-cells.ts';
import type { Cell } from '../metrics/cell.ts';
import { binomialShift } from '../statistics/binomial-shift.ts';
import { z95 } from '../statistics/normal.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Counted } from './figures.ts';
import type { Report, ReportPrompt } from './report.ts';

export type PromptText = { id: string; text: string; language: string };

/** Every prompt that was answered: those that never name the brand, and those where it leads all rivals by more than chance. */
export function describePrompts(
  pooled: readonly Counted[],
  texts: readonly PromptText[],
  own: string | null,
  rivals: readonly string[],
): Report['prompts'] {
  if (own === null) return { asked: 0, never: [], standOut: [] };
  const textOf = new Map(texts.map((prompt) => [prompt.id, prompt]));
  const all = pooled.flatMap((counted) => {
    const ofRivals = rivals.map((rival) => ({ rival, named: visibleBy(addCells(counted.cellsOf(rival))) }));
    return addCells(counted.cellsOf(own)).flatMap((cell): ReportPrompt[] => {
      if (cell.counts.answered === 0) return [];
      const best = ofRivals
        .map(({ rival, named }) => ({ brand: rival, answers: named.get(cell.prompt) ?? 0 }))
        .reduce<ReportPrompt['rival']>((most, one) => (one.answers > (most?.answers ?? 0) ? one : most), null);
      const known = textOf.get(cell.prompt);
      const { answered, visible } = cell.counts;
      const place = { prompt: cell.prompt, text: known?.text ?? '', stage: cell.stage, language: known?.language ?? '' };
      return [{ ...place, answered, named: visible, rival: best }];
    });
  });
  return {
    asked: all.length,
    never: all
      .filter(({ named }) => named === 0)
      .map((prompt) => ({ ...prompt, upTo: wilson(0, prompt.answered)?.[1] ?? 1 }))
      .toSorted((a, b) => (b.rival?.answers ?? 0) - (a.rival?.answers ?? 0) || b.answered - a.answered || compare(a, b)),
    standOut: all.filter(standsOut).toSorted((a, b) => lead(b) - lead(a) || compare(a, b)),
  };
}

const visibleBy = (cells: readonly Cell[]) => new Map(cells.map(({ prompt, counts }) => [prompt, counts.visible]));
const lead = ({ named, rival, answered }: ReportPrompt) => (named - (rival?.answers ?? 0)) / answered;
const compare = (a: ReportPrompt, b: ReportPrompt) => (a.prompt < b.prompt ? -1 : 1);

const standsOut = ({ named, rival, answered }: ReportPrompt): boolean =>
  binomialShift((rival?.answers ?? 0) / answered, answered, named / answered, answered) > z95;
