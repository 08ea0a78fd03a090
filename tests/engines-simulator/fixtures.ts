import { textOf } from '../../src/engines/simulator/blocks.ts';
import { marketBrands } from '../../src/engines/simulator/brands.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import type { SimulatedAnswer } from '../../src/engines/simulator/answer.ts';
import type { KnownPrompt } from '../../src/engines/simulator/simulator.ts';

export const startsAt = new Date('2026-06-29T00:00:00Z');
export const weekMs = 7 * 24 * 3600 * 1000;
export const week = (number: number) => new Date(startsAt.getTime() + number * weekMs);

export const market = createMarket({ seed: 11, startsAt });

export const prompts: readonly KnownPrompt[] = [
  { text: 'How do I stop losing leads between marketing and sales?', intent: 'losing-leads', stage: 'awareness', language: 'en' },
  { text: 'our enquiries get lost, what can we do?', intent: 'losing-leads', stage: 'awareness', language: 'en' },
  { text: 'best CRM for a ten-person agency', intent: 'agency-crm', stage: 'consideration', language: 'en' },
  { text: 'which CRM should a small agency use?', intent: 'agency-crm', stage: 'consideration', language: 'en' },
  { text: '十个人的小公司用哪款客户管理系统好？', intent: 'small-team-crm', stage: 'consideration', language: 'zh-CN' },
  { text: '十人小公司適合哪一套客戶管理系統？', intent: 'small-team-crm', stage: 'consideration', language: 'zh-TW' },
];

export const english = 'best CRM for a ten-person agency';
export const traditional = '十人小公司適合哪一套客戶管理系統？';

/** Ids of the brands that occur in the text, by plain search for their names. */
export function namedIn(text: string): string[] {
  return marketBrands
    .filter((brand) =>
      [brand.name, ...brand.aliases, brand.chinese?.hans, brand.chinese?.hant].some((name) => name !== undefined && text.includes(name)),
    )
    .map(({ id }) => id);
}

export const proseOf = (answer: SimulatedAnswer) => textOf(answer.pieces);
