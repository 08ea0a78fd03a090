import type { Cell, CellCounts } from './cell.ts';

/** Sums of 1/position are added as whole multiples of this, as the database's decimals are: no order changes the total. */
const decimals = 1e10;

export const roundReciprocal = (value: number): number => Math.round(value * decimals) / decimals;

const addReciprocals = (a: number, b: number) => (Math.round(a * decimals) + Math.round(b * decimals)) / decimals;
const addKnown = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b);
/** For what brings its own denominator: cells where nobody told add nothing. */
const addTold = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? (a ?? b) : addReciprocals(a, b));
type Place = Pick<Cell, 'stage' | 'intent' | 'prompt'>;
const append = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) => (a && b ? [...a, ...b] : undefined);

export const emptyCounts = (): CellCounts => ({
  answered: 0,
  noAnswer: 0,
  refused: 0,
  failed: 0,
  withCitation: 0,
  citations: 0,
  brandsNamed: 0,
  brandsNamedSq: 0,
  visible: 0,
  first: 0,
  top3: 0,
  reciprocalRank: 0,
  reciprocalRankSq: 0,
  position: 0,
  positionSq: 0,
  besides: 0,
  recommended: 0,
  positive: 0,
  neutral: 0,
  negative: 0,
  mixed: 0,
  cited: 0,
  brandCitations: 0,
});

/** Adds `counts` to `sum` in place. Exact in any order. */
export function addCounts(sum: CellCounts, counts: CellCounts): void {
  sum.answered += counts.answered;
  sum.noAnswer += counts.noAnswer;
  sum.refused += counts.refused;
  sum.failed += counts.failed;
  sum.withCitation += counts.withCitation;
  sum.citations += counts.citations;
  sum.brandsNamed += counts.brandsNamed;
  sum.brandsNamedSq += counts.brandsNamedSq;
  sum.visible += counts.visible;
  sum.first += counts.first;
  sum.top3 += counts.top3;
  sum.reciprocalRank = addReciprocals(sum.reciprocalRank, counts.reciprocalRank);
  sum.reciprocalRankSq = addReciprocals(sum.reciprocalRankSq, counts.reciprocalRankSq);
  sum.position = addKnown(sum.position, counts.position);
  sum.positionSq = addKnown(sum.positionSq, counts.positionSq);
  sum.besides += counts.besides;
  sum.recommended += counts.recommended;
  sum.positive += counts.positive;
  sum.neutral += counts.neutral;
  sum.negative += counts.negative;
  sum.mixed += counts.mixed;
  sum.cited += counts.cited;
  sum.brandCitations += counts.brandCitations;
  for (const name of told) {
    const value = addTold(sum[name], counts[name]);
    if (value !== undefined) sum[name] = value;
  }
}

const told = ['retrieved', 'retrievedOnly', 'prominence', 'prominenceSq', 'naming'] as const satisfies readonly (keyof CellCounts)[];

/**
 * One cell a prompt of the cells of days, engines, countries: ordered by stage, intent and prompt, whatever the order they
 * came in. The cells given are left as they are. A merged cell keeps its engine only where all its parts agree on it.
 */
export function addCells(cells: readonly Cell[]): Cell[] {
  const ordered = isOrdered(cells) ? cells : cells.toSorted(compareCells);
  const result: Cell[] = [];
  let last: Cell | undefined;
  let isOwn = false;
  for (const cell of ordered) {
    if (last === undefined || compareCells(last, cell) !== 0) {
      result.push(cell);
      last = cell;
      isOwn = false;
      continue;
    }
    if (!isOwn) {
      last = { ...last, counts: { ...last.counts } };
      result[result.length - 1] = last;
      isOwn = true;
    }
    mergeInto(last, cell);
  }
  return result;
}

function mergeInto(sum: Cell, cell: Cell): void {
  addCounts(sum.counts, cell.counts);
  // One prompt has one weight; should two disagree, the order must still not matter.
  sum.weight = Math.max(sum.weight, cell.weight);
  if (sum.engine !== cell.engine) delete sum.engine;
  if (sum.version !== cell.version) delete sum.version;
  keep(sum, 'orders', append(sum.orders, cell.orders));
  keep(sum, 'preferences', append(sum.preferences, cell.preferences));
}

function keep<K extends 'orders' | 'preferences'>(sum: Cell, key: K, value: Cell[K]): void {
  if (value === undefined) delete sum[key];
  else sum[key] = value;
}

export function compareCells(a: Place, b: Place): number {
  if (a.stage !== b.stage) return a.stage < b.stage ? -1 : 1;
  if (a.intent !== b.intent) return a.intent < b.intent ? -1 : 1;
  return a.prompt === b.prompt ? 0 : a.prompt < b.prompt ? -1 : 1;
}

function isOrdered(cells: readonly Cell[]): boolean {
  for (let i = 1; i < cells.length; i++) {
    const [before, after] = [cells[i - 1], cells[i]];
    if (before !== undefined && after !== undefined && compareCells(before, after) > 0) return false;
  }
  return true;
}
