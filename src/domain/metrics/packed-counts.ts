import { roundReciprocal } from './add-cells.ts';
import type { CellCounts } from './cell.ts';

/**
 * All that a cell of the rollups counts, for every brand at once. Each part is a sum of whole numbers, so cells add up in
 * any order, and what was counted can be taken away again. Written as JSON: `[shared, brands, models, adapters, parsers, panels,
 * space]`, the last one only where something is in it.
 */
export type PackedCounts = {
  shared: number[];
  /** By brand: the counts of `brandNames`, then in how many answers it was visible at position 1, 2, 3 … */
  brands: Tally<number[]>;
  /** Observations by the model that the engine reported, and by the versions that they were read with. */
  models: Tally<number>;
  adapters: Tally<number>;
  parsers: Tally<number>;
  panels: Tally<number>;
  /** By brand: the counts of `spaceNames`. */
  space: Tally<number[]>;
};
type Tally<Count> = Map<string, Count>;
/** What the brands' own figures are made of. */
export type BrandTallies = Pick<PackedCounts, 'shared' | 'brands' | 'space'>;

const sharedNames = [
  'answered',
  'noAnswer',
  'refused',
  'failed',
  'withCitation',
  'citations',
  'brandsNamed',
  'brandsNamedSq',
  'naming',
] as const satisfies readonly (keyof CellCounts)[];
const brandNames = [
  'besides',
  'recommended',
  'positive',
  'neutral',
  'negative',
  'mixed',
  'cited',
  'brandCitations',
] as const satisfies readonly (keyof CellCounts)[];
/** Which pages the engine looked at, and the brand's prominence in millionths. */
const spaceNames = ['retrieved', 'retrievedOnly', 'prominence', 'prominenceSq'] as const satisfies readonly (keyof CellCounts)[];
const prominenceUnit = 1e6;
const sharedAt = placesOf(sharedNames);
const brandAt = placesOf(brandNames);
const spaceAt = placesOf(spaceNames);
const sets = ['models', 'adapters', 'parsers', 'panels'] as const;

/** One observation that has ended; an answered one is counted once it has been read. */
export type CountedObservation = {
  state: 'answered' | 'no_answer' | 'refused' | 'error';
  model: string | null;
  adapter: number | null;
  parser: number | null;
  panel: number | null;
  citations: number;
  brands: readonly CountedBrand[];
};
/** `position` is the place among the visible brands, null where the brand is only cited, or not visible. */
export type CountedBrand = {
  brand: string;
  position: number | null;
  recommended: boolean | null;
  sentiment: string | null;
  cited: number;
  prominence?: number | undefined;
  retrieved?: boolean | undefined;
};

export const emptyPacked = (): PackedCounts => ({
  shared: [],
  brands: new Map(),
  models: new Map(),
  adapters: new Map(),
  parsers: new Map(),
  panels: new Map(),
  space: new Map(),
});

const stateNames = { answered: 'answered', no_answer: 'noAnswer', refused: 'refused', error: 'failed' } as const;

/** Adds one observation in place. */
export function countObservation(into: PackedCounts, observation: CountedObservation): void {
  raise(into.shared, sharedAt[stateNames[observation.state]], 1);
  if (observation.model !== null) raiseIn(into.models, observation.model, 1);
  for (const [set, version] of [
    [into.adapters, observation.adapter],
    [into.parsers, observation.parser],
    [into.panels, observation.panel],
  ] as const)
    if (version !== null) raiseIn(set, String(version), 1);
  if (observation.state === 'answered') countAnswer(into, observation);
}

function countAnswer({ shared, brands, space }: PackedCounts, { citations, brands: found }: CountedObservation): void {
  if (found.some(({ prominence }) => prominence !== undefined)) raise(shared, sharedAt.naming, 1);
  for (const one of found) countSpace(space, one);
  const named = found.filter(({ position }) => position !== null).length;
  raise(shared, sharedAt.withCitation, citations > 0 ? 1 : 0);
  raise(shared, sharedAt.citations, citations);
  raise(shared, sharedAt.brandsNamed, named);
  raise(shared, sharedAt.brandsNamedSq, named ** 2);
  for (const { brand, position, recommended, sentiment, cited } of found) {
    if (position === null && cited === 0) continue;
    const counts = brands.get(brand) ?? [];
    brands.set(brand, counts);
    if (recommended === true) raise(counts, brandAt.recommended, 1);
    if (cited > 0) {
      raise(counts, brandAt.cited, 1);
      raise(counts, brandAt.brandCitations, cited);
    }
    if (position === null) continue;
    raise(counts, brandAt.besides, named);
    raise(counts, brandNames.length + position - 1, 1);
    if (sentiment !== null && isSentiment(sentiment)) raise(counts, brandAt[sentiment], 1);
  }
}

function countSpace(space: PackedCounts['space'], { brand, cited, prominence = 0, retrieved = false }: CountedBrand): void {
  if (prominence === 0 && !retrieved) return;
  const counts = space.get(brand) ?? [];
  space.set(brand, counts);
  if (retrieved) raise(counts, spaceAt.retrieved, 1);
  if (retrieved && cited === 0) raise(counts, spaceAt.retrievedOnly, 1);
  raise(counts, spaceAt.prominence, Math.round(prominence * prominenceUnit));
  raise(counts, spaceAt.prominenceSq, Math.round(prominence ** 2 * prominenceUnit));
}

const isSentiment = (name: string): name is 'positive' | 'neutral' | 'negative' | 'mixed' =>
  ['positive', 'neutral', 'negative', 'mixed'].includes(name);

/** Adds `counts` to `sum` in place, or takes them away (`times` = -1). */
export function addPacked(sum: PackedCounts, counts: PackedCounts, times: 1 | -1 = 1): void {
  addTallies(sum, counts, times);
  for (const set of sets) for (const [key, count] of counts[set]) raiseIn(sum[set], key, count * times);
}

export function addTallies(sum: BrandTallies, counts: BrandTallies, times: 1 | -1 = 1): void {
  addAll(sum.shared, counts.shared, times);
  for (const part of ['brands', 'space'] as const) addByBrand(sum[part], counts[part], times);
}

/** Adds what is counted for no brand in particular: ends, models and versions. */
export function addShared(sum: PackedCounts, [shared, , models, adapters, parsers, panels]: StoredCounts): void {
  addAll(sum.shared, shared, 1);
  raiseAll(sum.models, models);
  raiseAll(sum.adapters, adapters);
  raiseAll(sum.parsers, parsers);
  raiseAll(sum.panels, panels);
}

function raiseAll(sum: Tally<number>, counts: Record<string, number>): void {
  for (const key of Object.keys(counts)) raiseIn(sum, key, counts[key] ?? 0);
}

function addByBrand(sum: Tally<number[]>, counts: Tally<number[]>, times: 1 | -1): void {
  for (const [brand, more] of counts) {
    const known = sum.get(brand) ?? [];
    sum.set(brand, known);
    addAll(known, more, times);
  }
}

/** Equal counts give equal text: what is 0 is left out, and keys are sorted. '' where nothing was counted at all. */
export function writePacked(packed: PackedCounts): string {
  const shared = trimmed(packed.shared);
  if (shared.length === 0) return '';
  const byBrand = (tally: Tally<number[]>) =>
    sortedObject([...tally].map(([brand, counts]) => [brand, trimmed(counts)] as const).filter(([, counts]) => counts.length > 0));
  const space = byBrand(packed.space);
  const tallies = sets.map((set) => sortedObject([...packed[set]].filter(([, count]) => count !== 0)));
  return JSON.stringify([shared, byBrand(packed.brands), ...tallies, ...(Object.keys(space).length > 0 ? [space] : [])]);
}

/** The form in which counts are stored: what `JSON.parse` makes of it. */
export type StoredCounts = [
  shared: number[],
  brands: Record<string, number[]>,
  models: Record<string, number>,
  adapters: Record<string, number>,
  parsers: Record<string, number>,
  panels: Record<string, number>,
  space?: Record<string, number[]>,
];

export const unpack = (stored: StoredCounts): PackedCounts => {
  const [, , models, adapters, parsers, panels] = stored;
  return { ...talliesOf(stored), models: toTally(models), adapters: toTally(adapters), parsers: toTally(parsers), panels: toTally(panels) };
};

export const talliesOf = ([shared, brands, , , , , space]: StoredCounts): BrandTallies => ({
  shared,
  brands: toTally(brands),
  space: space ? toTally(space) : new Map(),
});

function toTally<Count>(counts: Record<string, Count>): Tally<Count> {
  const tally: Tally<Count> = new Map();
  for (const key of Object.keys(counts)) tally.set(key, counts[key] as Count);
  return tally;
}

/** One brand's counts as the metrics take them. Written out: a trend by day makes a hundred thousand of them. */
export function brandCounts({ shared, brands, space }: BrandTallies, brand: string): CellCounts {
  const own = brands.get(brand);
  const [retrieved = 0, retrievedOnly = 0, prominence = 0, prominenceSq = 0] = space.get(brand) ?? none;
  const counts: CellCounts = {
    answered: shared[sharedAt.answered] ?? 0,
    noAnswer: shared[sharedAt.noAnswer] ?? 0,
    refused: shared[sharedAt.refused] ?? 0,
    failed: shared[sharedAt.failed] ?? 0,
    withCitation: shared[sharedAt.withCitation] ?? 0,
    citations: shared[sharedAt.citations] ?? 0,
    brandsNamed: shared[sharedAt.brandsNamed] ?? 0,
    brandsNamedSq: shared[sharedAt.brandsNamedSq] ?? 0,
    naming: shared[sharedAt.naming] ?? 0,
    visible: 0,
    first: 0,
    top3: 0,
    reciprocalRank: 0,
    reciprocalRankSq: 0,
    position: 0,
    positionSq: 0,
    besides: own?.[brandAt.besides] ?? 0,
    recommended: own?.[brandAt.recommended] ?? 0,
    positive: own?.[brandAt.positive] ?? 0,
    neutral: own?.[brandAt.neutral] ?? 0,
    negative: own?.[brandAt.negative] ?? 0,
    mixed: own?.[brandAt.mixed] ?? 0,
    cited: own?.[brandAt.cited] ?? 0,
    brandCitations: own?.[brandAt.brandCitations] ?? 0,
    retrieved,
    retrievedOnly,
    prominence: prominence / prominenceUnit,
    prominenceSq: prominenceSq / prominenceUnit,
  };
  if (own) addPositions(counts, own);
  return counts;
}

const none: readonly number[] = [];

/** Behind the counts of `brandNames`: in how many answers the brand is first, second, third … */
function addPositions(counts: CellCounts, own: readonly number[]): void {
  let [position, positionSq] = [0, 0];
  for (let at = 1; brandNames.length + at <= own.length; at++) {
    const answers = own[brandNames.length + at - 1] ?? 0;
    counts.visible += answers;
    if (at === 1) counts.first += answers;
    if (at <= 3) counts.top3 += answers;
    position += answers * at;
    positionSq += answers * at ** 2;
    counts.reciprocalRank = roundReciprocal(counts.reciprocalRank + answers * roundReciprocal(1 / at));
    counts.reciprocalRankSq = roundReciprocal(counts.reciprocalRankSq + answers * roundReciprocal(1 / at ** 2));
  }
  counts.position = position;
  counts.positionSq = positionSq;
}

function placesOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<Name, number>;
}

function raise(counts: number[], place: number, by: number): void {
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + by;
}

function addAll(sum: number[], counts: readonly number[], times: 1 | -1): void {
  for (let place = 0; place < counts.length; place++) sum[place] = (sum[place] ?? 0) + (counts[place] ?? 0) * times;
}

const raiseIn = (tally: Tally<number>, key: string, by: number) => void tally.set(key, (tally.get(key) ?? 0) + by);

function trimmed(counts: readonly number[]): readonly number[] {
  let length = counts.length;
  while (length > 0 && counts[length - 1] === 0) length--;
  return counts.slice(0, length);
}

const sortedObject = <Value>(entries: (readonly [string, Value])[]) =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
