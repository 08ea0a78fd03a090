import type { NamedBrand } from '../db/cited-pages.ts';
import type { GapDetail } from '../db/gap-details.ts';
import { shortStatementAround } from '../domain/analysis/sentence-around.ts';

/** What says that a page names others: the page itself, or, as it was not read, the answers that use it; `answer` is the one quoted. */
export type GapBasis = {
  basis: 'page' | 'answers';
  brands: string[];
  sentence: { answer: string | null; brand: string; text: string } | null;
};

/** @param named brands that the page names, but those not to be told; null: it was not read */
export function basisOf(named: readonly NamedBrand[] | null, detail: GapDetail | undefined): GapBasis {
  if (named) {
    const [first] = named;
    const sentence = first ? { answer: null, brand: first.brand, text: first.sentence } : null;
    return { basis: 'page', brands: named.map(({ brand }) => brand), sentence };
  }
  const { brands = [], example = null } = detail ?? {};
  const sentence = example && { answer: example.answer, brand: example.brand, text: shortStatementAround(example.text, example.start) };
  return { basis: 'answers', brands: brands.map(({ brand }) => brand), sentence };
}
