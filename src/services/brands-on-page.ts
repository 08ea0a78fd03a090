import type { NamedBrand } from '../db/cited-pages.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { createDetailedAnalyzer } from '../domain/analysis/analyze.ts';
import { shortSentenceAround } from '../domain/analysis/sentence-around.ts';
import { readInstructions } from './answer-reader.ts';

/** The panel's brands that a page names, and the language that it says it is in, or is read to be in. */
export type BrandFinder = (page: { text: string; language: string | null }) => { brands: NamedBrand[]; language: string | null };

/** Looks for brands as in answers. @returns null for a workspace without a panel */
export async function brandFinder(deps: Deps, { id, panelVersion }: Workspace): Promise<BrandFinder | null> {
  const instructions = await readInstructions(deps, id, panelVersion);
  if (!instructions) return null;
  const analyze = createDetailedAnalyzer(instructions.panel, instructions.overrulings);
  return ({ text, language }) => {
    const { mentions, language: read } = analyze({ id: '', text, language: language ?? undefined });
    const named = Map.groupBy(
      mentions.filter(({ status }) => status === 'named'),
      ({ brand }) => brand,
    );
    const brands = [...named].map(([brand, [first, ...more]]) => ({
      brand,
      mentions: 1 + more.length,
      sentence: first ? shortSentenceAround(text, first.start) : '',
    }));
    return { brands, language: language ?? (read === 'und' ? null : read) };
  };
}
