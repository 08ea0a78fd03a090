import { marketBrands } from './brands.ts';
import type { MarketBrand } from './brands.ts';
import type { SimulatedEngine } from './vendors/vendor.ts';
import { dayMs } from '../../domain/durations.ts';

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

/** Who talks with the simulated engines through the stages. */
export const demoCustomers = [
  {
    persona: 'I run a design agency with ten people.',
    need: 'Enquiries sit in three inboxes and a third of them get lost. What can I do about it?',
    language: 'en',
  },
  {
    persona: 'I head sales at a machine builder with forty staff.',
    need: 'Nobody knows which offers are still open, and the forecast is wrong every quarter. How do others get a grip on that?',
    language: 'en',
  },
  { persona: '我开了一家二十人的培训公司。', need: '客户信息都在销售自己的微信里，人一走客户就丢了，该怎么办？', language: 'zh-CN' },
  { persona: '我經營一間十五人的設計公司。', need: '詢價單散落在 LINE 和信箱裡，常常忘了回覆，該怎麼改善？', language: 'zh-TW' },
] as const;

export const demoWeeks = 12;
export const demoSeed = 2026;

/** Monday 00:00 UTC of the week that lies `weeks` before the one of `now`. */
export function demoStart(now: Date, weeks: number = demoWeeks): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  return new Date(midnight - (sinceMonday + weeks * 7) * dayMs);
}
