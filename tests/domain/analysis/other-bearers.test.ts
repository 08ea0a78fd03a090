import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const names = [
  'Claude',
  'Oscar',
  'Ford',
  'Disney',
  'Tesla',
  'Santander',
  'Lincoln',
  'Siemens',
  'Armani',
  'Gemini',
  'Zara',
  'Amazon',
  'Acme',
];
const analyze = createAnalyzer(parsePanel({ brands: names.map((name) => ({ id: name.toLowerCase(), name })) }));
const named = (text: string, language?: string): string[] =>
  analyze({ id: 'a', text, ...(language && { language }) }).mentions.map(({ text: name }) => name);
const unknown = (text: string): string[] =>
  analyze({ id: 'a', text })
    .mentions.filter(({ status }) => status === 'absent')
    .map(({ text: name }) => name);

describe('a name that somebody else bears', () => {
  test.each([
    ['a surname behind a given name', 'Harrison Ford, Nikola Tesla and Gerald R. Ford never met.'],
    ['a surname behind a title', 'Mr. Ford and Dr. Lincoln disagreed.'],
    ['a surname behind "von"', 'Werner von Siemens was born in 1816.'],
    ['a given name in front of a surname', 'Claude Monet, Oscar Wilde and Zara Larsson are on the poster.'],
    ['a town', 'Santander is a lovely city. So is Lincoln, Nebraska.'],
    ['a river', 'They sailed along the Amazon in June.'],
  ])('is not the brand: %s', (_, text) => {
    expect(named(text)).toEqual([]);
  });

  test.each([
    ['behind a product of the same firm', 'Claude Opus beats Claude Sonnet.', ['Claude', 'Claude']],
    ['behind another brand', 'ChatGPT Claude Siemens', ['Claude', 'Siemens']],
    ['within the name of its designer', 'A Giorgio Armani suit lasts.', ['Armani']],
    ['within the name of its company', 'The Walt Disney Company owns it.', ['Disney']],
    ['that is a bank and not a town', 'Santander is a bank in Spain.', ['Santander']],
  ])('is the brand %s', (_, text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});

describe('a brand of which hardly anything is known', () => {
  test.each([
    'I found surprisingly little on Acme in the sources I searched.',
    'Information on Acme is scarce.',
    'I am not aware of any mattress sold by Acme.',
    'Über Acme habe ich in den Quellen erstaunlich wenig gefunden.',
    'Apenas hay información pública sobre Acme.',
    'Di Acme non ho trovato alcuna recensione.',
    '资料里对Acme几乎只字未提。',
    'Acmeに関する記述はごくわずかしかありません。',
    'Prácticamente no hay datos sobre Acme en las fuentes.',
    '网上几乎找不到Acme的评测。',
    'Acme 관련 후기는 거의 없네요.',
  ])('is absent: %s', (text) => {
    expect(unknown(text)).toEqual(['Acme']);
  });

  test.each([
    'There is little not to like about Acme.',
    'I know a little about Acme.',
    'There is little about Acme online, but the few reviews praise its support.',
    'Acme offers little documentation.',
    'Hay pocas opiniones malas sobre Acme.',
    'No solo Acme aparece en la lista.',
    'Acmeの記述は少なくない。',
  ])('is not absent where something is said of it: %s', (text) => {
    expect(unknown(text)).toEqual([]);
  });
});

describe('the place in an order', () => {
  test.each([
    ['in the words of German', 'Testsieger ist Siemens, dahinter folgen Claude und Acme.', ['siemens', 'claude', 'acme']],
    ['in the words of French', 'En tête, Siemens ; viennent ensuite Claude puis Acme.', ['siemens', 'claude', 'acme']],
    ['in the words of Japanese', '一番のおすすめはSiemens、次点はAcmeです。', ['siemens', 'acme']],
    ['in the words of Arabic', 'أولاً: Siemens\nثانياً: Acme', ['siemens', 'acme']],
    ['of clauses that each choose', '客厅首选Siemens；卧室选Acme。', ['siemens', 'acme']],
    ['where others hold the places between', '【1位】Siemens「X」\n店で買えます\n【2位】富士通', ['siemens']],
  ])('is read %s', (_, text, expected) => {
    const ranked = analyze({ id: 'a', text }).brands.filter(({ listRank }) => listRank !== null);
    expect(ranked.toSorted((a, b) => (a.listRank ?? 0) - (b.listRank ?? 0)).map(({ brand }) => brand)).toEqual(expected);
  });

  test('is none where the clauses only say what each is used for', () => {
    expect(analyze({ id: 'a', text: '不推荐Siemens，别选Acme。' }).brands.map(({ listRank }) => listRank)).toEqual([null, null]);
  });
});

test('who wrote a source, and when, is no mention', () => {
  expect(named('Acme lasts longer (Siemens, 2024; Tesla et al., 2023).')).toEqual(['Acme']);
});

test.each([
  ['die Amazon-Bewertungen sind gut.', 'de'],
  ['Am Amazonas regnet es oft. Die Amazon-Kunden lesen es.', 'de'],
])('a compound with what a company has names the company: %s', (text, language) => {
  expect(named(text, language)).toEqual(['Amazon']);
});
