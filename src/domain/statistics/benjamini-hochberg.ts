/**
 * Which of a family of hypotheses to reject so that, of those rejected, at most a share `q` is expected to be false: all
 * up to the largest i with p(i) ≤ q·i/m. Benjamini & Hochberg 1995, procedure (1); for independent or positively dependent
 * tests. @returns a flag for each p-value, in the order given
 * @throws RangeError where a p-value or `q` is not within 0..1
 */
export function benjaminiHochberg(pValues: readonly number[], q: number): boolean[] {
  if (![q, ...pValues].every((p) => p >= 0 && p <= 1)) throw new RangeError('p-values and q lie between 0 and 1');
  const sorted = pValues.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => p <= (q * (i + 1)) / sorted.length);
  const limit = sorted[last] ?? -1;
  return pValues.map((p) => p <= limit);
}
