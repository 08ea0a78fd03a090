import { marketBrands } from './brands.ts';
import type { MarketBrand } from './brands.ts';
import type { SimulatedEngine } from './vendors/vendor.ts';

/** The brands as the contract's PANEL.json has them. */
export type DemoPanel = { brands: { id: string; name: string; own?: boolean; aliases: string[]; domains: string[] }[] };

function panelBrand(brand: MarketBrand): DemoPanel['brands'][number] {
  const chinese = brand.chinese === null ? [] : [brand.chinese.hans, brand.chinese.hant];
  return {
    id: brand.id,
    name: brand.name,
    ...(brand.own ? { own: true } : {}),
    aliases: [...brand.aliases, ...chinese],
    domains: [...brand.domains],
  };
}

/** What a newcomer without keys sees: a fictional CRM maker and its rivals. `industry` names the prompt packs. */
export const demoWorkspace: { name: string; industry: string; panel: DemoPanel } = {
  name: 'Veldrano (simulated)',
  industry: 'crm',
  panel: { brands: marketBrands.map(panelBrand) },
};

export const demoEngines: readonly SimulatedEngine[] = ['openai', 'anthropic', 'gemini', 'perplexity', 'google-ai-overview'];

export const demoWeeks = 12;
export const demoSeed = 2026;

const dayMs = 24 * 3600 * 1000;

/** Monday 00:00 UTC of the week that lies `weeks` before the one of `now`. */
export function demoStart(now: Date, weeks: number = demoWeeks): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(midnight - (sinceMonday + weeks * 7) * dayMs);
}
