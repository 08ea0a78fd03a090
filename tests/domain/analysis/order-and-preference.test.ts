import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const panel = parsePanel({
  brands: [
    { id: 'hubspot', name: 'HubSpot' },
    { id: 'zoho', name: 'Zoho' },
    { id: 'pipedrive', name: 'Pipedrive' },
    { id: 'xiaomi', name: '小米' },
    { id: 'huawei', name: '华为' },
  ],
});
const analyze = createAnalyzer(panel);
const read = (text: string) => analyze({ id: 'a', text });
const ranks = (text: string) => Object.fromEntries(read(text).brands.map(({ brand, listRank }) => [brand, listRank]));
const preferences = (text: string) => read(text).comparisons.map(({ winner, loser }) => `${winner} over ${loser}`);

describe('an order that the answer announces', () => {
  test.each([
    'My order would be Pipedrive first, then Zoho, and HubSpot last.',
    'Meine Reihenfolge: erst Pipedrive, dann Zoho und schließlich HubSpot.',
    'おすすめ順に並べると、Pipedrive、Zoho、HubSpotです。',
    '추천 순서는 Pipedrive, Zoho, HubSpot입니다.',
  ])('ranks its names: %s', (text) => expect(ranks(text)).toEqual({ pipedrive: 1, zoho: 2, hubspot: 3 }));

  test('ranks nobody where the order means nothing', () =>
    expect(ranks('In alphabetical order: HubSpot, Pipedrive, Zoho.')).toEqual({ hubspot: null, pipedrive: null, zoho: null }));
});

describe('a preference over several sentences', () => {
  test('is read by its pronoun', () =>
    expect(preferences('HubSpot looks dated. Even so, it is easier to learn than Zoho.')).toEqual(['hubspot over zoho']));

  test('is read where a sentence sets its brand against the one before', () =>
    expect(preferences('HubSpot gets pricey as you grow. Zoho costs noticeably less.')).toEqual(['zoho over hubspot']));

  test('is not made of two facts', () =>
    expect(preferences('HubSpot has 7,000 employees. Zoho opened a larger campus near Chennai.')).toEqual([]));

  test('is not made of what would have to be true first', () =>
    expect(preferences('如果小米能更新五年系统，那就比华为更值得买。')).toEqual([]));
});

describe('what a preference is about', () => {
  test.each([
    ['小米比華為便宜。', '價格'],
    ['小米比华为便宜。', '价格'],
  ])('is told in the script of the answer: %s', (text, aspect) => expect(read(text).comparisons[0]?.aspect).toBe(aspect));
});
