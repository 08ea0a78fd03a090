import type { Cell } from '../metrics/cell.ts';
import type { Report } from './report.ts';

/** Brands of others: whoever is not the report's brand, nor another of the company's. */
export const rivalsOf = (brands: Report['brands'], own: string | null): Report['brands'] =>
  brands.filter((brand) => !brand.own && brand.key !== own);

/** Of the answers that leave the own brand out, how many name which rival, by stage. Cells hold the orders of mention. */
export function namedInstead(
  cells: readonly Cell[],
  own: string,
  stages: readonly string[],
  rivals: readonly string[],
): Report['competitors']['instead'] {
  return stages.flatMap((stage) => {
    const without = cells
      .filter((cell) => cell.stage === stage)
      .flatMap(({ orders = [] }) => orders)
      .filter(({ brands }) => !brands.includes(own));
    const counts = new Map<string, number>();
    for (const { brands, answers } of without)
      for (const brand of brands.filter((one) => rivals.includes(one))) counts.set(brand, (counts.get(brand) ?? 0) + answers);
    const answers = without.reduce((sum, order) => sum + order.answers, 0);
    if (answers === 0) return [];
    const brands = [...counts].map(([brand, times]) => ({ brand, answers: times }));
    return [{ stage, answers, brands: brands.toSorted((a, b) => b.answers - a.answers || (a.brand < b.brand ? -1 : 1)) }];
  });
}
