/**
 * A level that wanders: what it is off by in one week is still there in the next by `stays` (a first-order autoregression).
 * One number for all markets, since a history of some weeks tells how much weeks share, and hardly for how long.
 */
export const stays = 0.7;

/** Of what variance the mean of so many weeks in a row has, times the weeks: 1 for one week. Box & Jenkins 1970, section 2. */
export function wanderingVariance(weeks: number): number {
  if (weeks <= 1) return 1;
  const rest = 1 - stays;
  return 1 + 2 * (stays / rest - (stays * (1 - stays ** weeks)) / (weeks * rest ** 2));
}

/** What `weeks` weeks of variance 1 leave around their own mean: Σ r² and Σ r·r′ over neighbours, as expected. */
export type Products = { squares: number; neighbours: number };

/** Of weeks that have nothing in common; around a mean even they seem to (Kendall 1954). */
export const independentProducts = (weeks: number): Products => ({ squares: weeks - 1, neighbours: -(weeks - 1) / weeks });

const known = new Map<number, Products>();

/** Of a level that wanders. */
export function wanderingProducts(weeks: number): Products {
  let products = known.get(weeks);
  if (products === undefined) known.set(weeks, (products = computeProducts(weeks)));
  return products;
}

function computeProducts(weeks: number): Products {
  const range = Array.from({ length: weeks }, (_, i) => i);
  const correlation = (i: number, j: number) => stays ** Math.abs(i - j);
  const toMean = range.map((i) => range.reduce((sum, j) => sum + correlation(i, j), 0) / weeks);
  const mean = toMean.reduce((sum, value) => sum + value, 0) / weeks;
  const centred = (i: number, j: number) => correlation(i, j) - (toMean[i] ?? 0) - (toMean[j] ?? 0) + mean;
  return {
    squares: range.reduce((sum, i) => sum + centred(i, i), 0),
    neighbours: range.slice(1).reduce((sum, i) => sum + centred(i - 1, i), 0),
  };
}
