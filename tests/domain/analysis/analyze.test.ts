import { describe, expect, test } from 'vitest';
import { analyzeDetailed, createAnalyzer, type Answer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const panel = parsePanel({
  brands: [
    { id: 'hubspot', name: 'HubSpot', domains: ['hubspot.com'] },
    {
      id: 'target',
      name: 'Target',
      aliases: [{ text: 'Target', caseSensitive: true, near: ['store', 'retailer'], notNear: ['audience'] }],
      domains: ['target.com'],
    },
    { id: 'x', name: 'X', aliases: [{ text: 'X', caseSensitive: true, near: ['Twitter'] }] },
    { id: 'cpp', name: 'C++' },
    { id: 'xiaomi', name: '小米', aliases: [{ text: '小米', notIn: ['小米公园'] }] },
    { id: 'acme', name: 'Acme', domains: ['acme.github.io'] },
  ],
});
const analyze = createAnalyzer(panel);
const read = (text: string, rest: Partial<Answer> = {}) => analyze({ id: 'a1', text, ...rest });
const named = (text: string) => read(text).mentions.map((mention) => mention.text);

describe('an answer', () => {
  test('gives the shape of the contract', () => {
    expect(read("HubSpot's CRM is easy to use ([hubspot.com](https://hubspot.com/crm?utm_source=openai)).")).toEqual({
      id: 'a1',
      mentions: [{ brand: 'hubspot', start: 0, end: 7, text: 'HubSpot', status: 'named' }],
      brands: [{ brand: 'hubspot', visible: true, mentions: 1, rank: 1, listRank: null, recommended: null, sentiment: 'positive' }],
      citations: [{ url: 'https://hubspot.com/crm', domain: 'hubspot.com', brand: 'hubspot' }],
      comparisons: [],
    });
  });

  test.each([
    "Is Acme legit? I couldn't find enough information to say.",
    '## Acme\n\nI have no record of this company.',
    "I know nothing about Acme. If you can tell me what Acme does, I'll compare it.",
    'Regarding Acme: my sources are silent on this one.',
    '您提到的Acme，我这里没有相关数据。',
    'Je n’ai malheureusement rien trouvé de fiable sur Acme.',
  ])('that has nothing on a brand leaves it invisible wherever it is named: %s', (text) => {
    expect(read(text).brands.map(({ visible }) => visible)).toEqual([false]);
  });

  test.each([
    'Acme has no free plan.',
    "I couldn't find a better tool than Acme.",
    'I know of no complaints about Acme.',
    "You won't find Acme in stores.",
  ])('that says something with a not in it shows the brand: %s', (text) => {
    expect(read(text).brands.map(({ visible }) => visible)).toEqual([true]);
  });

  test('that has nothing on a brand names it without making it visible', () => {
    expect(read("I couldn't find any information about Acme.").brands).toEqual([
      { brand: 'acme', visible: false, mentions: 1, rank: 1, listRank: null, recommended: null, sentiment: null },
    ]);
  });

  test('keeps to letter case and company where an alias asks for them', () => {
    expect(named('Target is a retailer. The target store. Target audience of a store. Target alone.')).toEqual(['Target']);
    expect(named('X, formerly Twitter, and x twitter. X marks the spot.')).toEqual(['X']);
  });

  test('does not take a longer word for the brand when the brand lists it', () => {
    expect(named('小米公园很大，小米手机很好。')).toEqual(['小米']);
  });

  test('reads signs as part of a name', () => {
    expect(named('Written in C++, not in C, C# or C.')).toEqual(['C++']);
  });

  test('orders brands by first mention and numbers them from one', () => {
    const { brands } = read('Acme and HubSpot, then HubSpot again.');
    expect(brands.map(({ brand, rank, mentions }) => [brand, rank, mentions])).toEqual([['acme', 1, 1], ['hubspot', 2, 2]]); // prettier-ignore
  });

  test("takes the engine's citations where there are any, each page once, look-alikes for nobody", () => {
    const citations = [
      { url: 'https://www.hubspot.com/crm/?utm_source=chatgpt.com#a', title: 'HubSpot' },
      { url: 'http://hubspot.com/crm' },
      { url: 'https://hubspot.com.evil.io/' },
      { url: 'https://my-hubspot.com/' },
      { url: 'https://acme.github.io/docs' },
      { url: 'https://other.github.io/' },
      { url: 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/AbC', title: 'hubspot.com' },
      { url: 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/DeF', title: 'A headline' },
      { url: 'javascript:alert(1)' },
      { url: 'https://127.0.0.1/' },
    ];
    expect(read('See https://ignored.example/ for more.', { citations }).citations).toEqual([
      { url: 'https://www.hubspot.com/crm/', domain: 'hubspot.com', brand: 'hubspot' },
      { url: 'https://hubspot.com.evil.io/', domain: 'evil.io', brand: null },
      { url: 'https://my-hubspot.com/', domain: 'my-hubspot.com', brand: null },
      { url: 'https://acme.github.io/docs', domain: 'acme.github.io', brand: 'acme' },
      { url: 'https://other.github.io/', domain: 'other.github.io', brand: null },
      { url: 'https://hubspot.com/', domain: 'hubspot.com', brand: 'hubspot' },
    ]);
  });

  test('tells why each mention counts, and which only repeat the question', () => {
    const detailed = analyzeDetailed(panel, {
      id: 'a1',
      text: 'You asked about HubSpot or Acme. HubSpot is older.',
      prompt: 'HubSpot or Acme?',
    });
    expect(detailed.mentions.map(({ text, rule, echo }) => [text, rule, echo])).toEqual([['HubSpot', 'name', true], ['Acme', 'name', true], ['HubSpot', 'name', false]]); // prettier-ignore
  });

  test('in a language without judgement words leaves sentiment and recommendation open', () => {
    expect(read('HubSpot ஒரு நல்ல கருவி.').brands[0]).toMatchObject({ sentiment: null, recommended: null });
  });
});
