import { addCounts, emptyCounts, roundReciprocal } from './add-cells.ts';
import type { BrandOrders, Cell, CellCounts, Preferences } from './cell.ts';
import type { Observation } from './observation.ts';
import type { TallyPanel } from './tally-panel.ts';

type Place = { prompt: string; version: string; intent: string; stage: string; engine: string };

/** What one version of a prompt gave on one engine: counts that do not depend on the brand, and those that do. */
type PromptTally = Place & {
  shared: CellCounts;
  brands: Map<string, CellCounts>;
  orders: Map<string, BrandOrders>;
  preferences: Map<string, Preferences>;
};

/** Observations counted up: memory grows with prompts × engines × brands and orders of them, not with observations. */
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

function findPrompt(tally: Tally, { stage, intent, prompt, promptVersion, engine }: Observation): PromptTally {
  const version = String(promptVersion ?? '');
  const key = [stage, intent, prompt, version, engine].join('\u0000');
  let found = tally.get(key);
  if (found === undefined) {
    const empty = { shared: emptyCounts(), brands: new Map(), orders: new Map(), preferences: new Map() };
    found = { prompt, version, intent, stage, engine, ...empty };
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
  addOrder(prompt, [...named]);
  for (const { winner, loser } of observation.comparisons ?? []) addPreference(prompt, panel.brandOf(winner), panel.brandOf(loser));
  const cited = addCitations(prompt, observation.citations ?? [], panel);
  addRetrieved(prompt, observation.retrieved ?? [], cited, panel);
}

function addOrder({ orders, engine }: PromptTally, brands: string[]): void {
  const key = brands.join('\u0000');
  const known = orders.get(key);
  if (known) known.answers++;
  else orders.set(key, { engine, brands, answers: 1 });
}

function addPreference({ preferences }: PromptTally, winner: string | null, loser: string | null): void {
  if (winner === null || loser === null || winner === loser) return;
  const key = `${winner}\u0000${loser}`;
  const known = preferences.get(key);
  if (known) known.times++;
  else preferences.set(key, { winner, loser, times: 1 });
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

/** @returns the brands that own a cited page */
function addCitations(prompt: PromptTally, citations: readonly string[], panel: TallyPanel): ReadonlySet<string> {
  const cited = new Set<string>();
  if (citations.length === 0) return cited;
  prompt.shared.withCitation++;
  prompt.shared.citations += citations.length;
  for (const domain of citations) {
    const owner = panel.ownerOf(domain);
    if (owner === null) continue;
    cited.add(owner);
    countsOf(prompt, owner).brandCitations++;
  }
  for (const owner of cited) countsOf(prompt, owner).cited++;
  return cited;
}

function addRetrieved(prompt: PromptTally, retrieved: readonly string[], cited: ReadonlySet<string>, panel: TallyPanel): void {
  const looked = new Set(retrieved.map((domain) => panel.ownerOf(domain)));
  for (const owner of looked) {
    if (owner === null) continue;
    const counts = countsOf(prompt, owner);
    counts.retrieved = (counts.retrieved ?? 0) + 1;
    counts.retrievedOnly = (counts.retrievedOnly ?? 0) + (cited.has(owner) ? 0 : 1);
  }
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
  return [...tally.values()].map(({ shared, brands, orders, preferences, ...place }) => {
    const own = brands.get(brand);
    const counts = { ...shared };
    if (own !== undefined) addCounts(counts, own);
    return { ...place, weight: 1, counts, orders: [...orders.values()], preferences: [...preferences.values()] };
  });
}
