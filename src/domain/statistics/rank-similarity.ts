/** Brands of one answer in order of mention. */
export type BrandOrder = readonly string[];

/** Share of the brands named by either answer that both name. Jaccard 1912. @returns 0..1, null if neither names any */
export function jaccard(a: BrandOrder, b: BrandOrder): number | null {
  const [first, second] = [new Set(a), new Set(b)];
  const both = [...first].filter((brand) => second.has(brand)).length;
  const either = first.size + second.size - both;
  return either === 0 ? null : both / either;
}

/**
 * Extrapolated rank-biased overlap of two rankings without ties, of any lengths; `p` is the weight that the next rank
 * keeps. Webber, Moffat & Zobel 2010, equation 32. @returns 0..1, null if both are empty
 */
export function rankBiasedOverlap(a: BrandOrder, b: BrandOrder, p = 0.9): number | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length === 0) return null;
  if (short.length === 0) return 0;
  const seen = [new Set<string>(), new Set<string>()] as const;
  let overlap = 0;
  let sum = 0;
  let atShort = 0;
  for (let depth = 1; depth <= long.length; depth++) {
    const [left, right] = [short[depth - 1], long[depth - 1]];
    if (right !== undefined) seen[1].add(right);
    if (left !== undefined) seen[0].add(left);
    if (left !== undefined && seen[1].has(left)) overlap++;
    if (right !== undefined && right !== left && seen[0].has(right)) overlap++;
    if (depth === short.length) atShort = overlap;
    sum += (overlap / depth) * p ** depth;
    if (depth > short.length) sum += ((atShort * (depth - short.length)) / (short.length * depth)) * p ** depth;
  }
  const rest = ((overlap - atShort) / long.length + atShort / short.length) * p ** long.length;
  return ((1 - p) / p) * sum + rest;
}
