import type { MarketBrand } from './brands.ts';
import type { Chances } from './market.ts';

/** An engine mostly stays with what it said last, and seldom brings in a brand late. */
const forgets = 0.35;
const bringsIn = 0.4;

/** The chances of an answer that follows others in one conversation; those of a single question where there are none. */
export function afterTurns(chances: Chances, brands: readonly MarketBrand[], earlier: readonly string[]): Chances {
  const last = earlier.at(-1);
  if (last === undefined) return chances;
  const named = chances.named.map((probability, index) => {
    const brand = brands[index];
    const isKept = brand !== undefined && namesOf(brand).some((name) => last.includes(name));
    return isKept ? 1 - (1 - probability) * forgets : probability * bringsIn;
  });
  return { ...chances, named };
}

const namesOf = ({ name, aliases, chinese }: MarketBrand): string[] => [name, ...aliases, ...(chinese ? [chinese.hans, chinese.hant] : [])];
