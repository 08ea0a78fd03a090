import { addCounts, emptyCounts, roundReciprocal } from './add-cells.ts';
import type { Cell, CellCounts } from './cell.ts';
import type { Observation } from './observation.ts';
import type { TallyPanel } from './tally-panel.ts';

type Place = { prompt: string; intent: string; stage: string; engine: string };

/** What one prompt gave on one engine: counts that do not depend on the brand, and those that do. */
type PromptTally = Place & { shared: CellCounts; brands: Map<string, CellCounts> };

/** Observations counted up: memory grows with prompts × engines × brands, not with observations. */
export type Tally = Map<string, PromptTally>;

export const createTally = (): Tally => new Map();

/** Counts one observation. The order of observations changes nothing. */
export function addObservation(tally: Tally, observation: Observation, panel: TallyPanel): void {
  const prompt = findPrompt(tally, observation);
  const { shared } = prompt;
  if (observation.state === 'no_answer') shared.noAnswer++;
  else if (observation.state === 'refused') shared.refused++;
  else if (observation.state === 'error') shared.failed++;
  else addAnswer(prompt, observation, panel);
}

function findPrompt(tally: Tally, { stage, intent, prompt, engine }: Observation): PromptTally {
  const key = [stage, intent, prompt, engine].join('\u0000');
  let found = tally.get(key);
  if (found === undefined) {
    found = { prompt, intent, stage, engine, shared: emptyCounts(), brands: new Map() };
    tally.set(key, found);
  }
  return found;
}

function addAnswer(prompt: PromptTally, observation: Observation, panel: TallyPanel): void {
  const { shared } = prompt;
  shared.answered++;
  const named = new Set<string>();
  for (const name of observation.brands ?? []) {
    const brand = panel.brandOf(name);
    if (brand !== null) named.add(brand);
  }
  shared.brandsNamed += named.size;
  shared.brandsNamedSq += named.size ** 2;
  [...named].forEach((brand, index) => addMention(countsOf(prompt, brand), index + 1, named.size));
  addCitations(prompt, observation.citations ?? [], panel);
}

function addMention(counts: CellCounts, position: number, besides: number): void {
  counts.visible++;
  counts.besides += besides;
  if (position === 1) counts.first++;
  if (position <= 3) counts.top3++;
  counts.position = (counts.position ?? 0) + position;
  counts.positionSq = (counts.positionSq ?? 0) + position ** 2;
  counts.reciprocalRank = roundReciprocal(counts.reciprocalRank + roundReciprocal(1 / position));
  counts.reciprocalRankSq = roundReciprocal(counts.reciprocalRankSq + roundReciprocal(1 / position ** 2));
}

function addCitations(prompt: PromptTally, citations: readonly string[], panel: TallyPanel): void {
  if (citations.length === 0) return;
  prompt.shared.withCitation++;
  prompt.shared.citations += citations.length;
  const cited = new Set<string>();
  for (const domain of citations) {
    const owner = panel.ownerOf(domain);
    if (owner === null) continue;
    cited.add(owner);
    countsOf(prompt, owner).brandCitations++;
  }
  for (const owner of cited) countsOf(prompt, owner).cited++;
}

function countsOf({ brands }: PromptTally, brand: string): CellCounts {
  let counts = brands.get(brand);
  if (counts === undefined) {
    counts = emptyCounts();
    brands.set(brand, counts);
  }
  return counts;
}

/** The cells of one brand, also for a brand that never occurs. Prompts weigh the same. */
export function cellsOf(tally: Tally, brand: string): Cell[] {
  return [...tally.values()].map(({ shared, brands, ...place }) => {
    const own = brands.get(brand);
    if (own === undefined) return { ...place, weight: 1, counts: shared };
    const counts = { ...shared };
    addCounts(counts, own);
    return { ...place, weight: 1, counts };
  });
}
