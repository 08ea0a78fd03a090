import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const panel = parsePanel({
  brands: [
    { id: 'zoho', name: 'Zoho' },
    { id: 'hubspot', name: 'HubSpot' },
    { id: 'acme', name: 'Acme' },
    { id: 'shark', name: 'Shark' },
    { id: 'line', name: 'LINE' },
    { id: 'jaguar', name: 'Jaguar' },
  ],
});
const analyze = createAnalyzer(panel);
const read = (text: string) => analyze({ id: 'a', text });
const brand = (text: string, id: string) => read(text).brands.find((one) => one.brand === id);
const named = (text: string) => read(text).mentions.map((mention) => mention.brand);
const preferences = (text: string) => read(text).comparisons.map(({ winner, loser }) => `${winner}>${loser}`);

describe('spaces around Latin names in scripts without spaces', () => {
  test.each([
    ['HubSpot 比 Zoho 便宜很多。', 'hubspot>zoho'],
    ['HubSpot不如 Zoho 强大。', 'zoho>hubspot'],
    ['HubSpot は Zoho より安い。', 'hubspot>zoho'],
  ])('hide no comparison: %s', (text, expected) => expect(preferences(text)).toEqual([expected]));

  test('hide no rank', () => {
    const text = '第一名是 Zoho，第二名是 HubSpot。';
    expect([brand(text, 'zoho')?.listRank, brand(text, 'hubspot')?.listRank]).toEqual([1, 2]);
  });
});

describe('an ordinary word is a brand', () => {
  test('where an article belongs to the product behind it', () => {
    expect(named('The Shark Stratos cleans carpets well.')).toEqual(['shark']);
    expect(named('The shark swam away.')).toEqual([]);
  });

  test('behind the label of a choice', () => expect(named('### Runner-up: Shark Stratos\nCheaper.')).toEqual(['shark']));

  test('where it stands in capitals as its owner writes it', () => {
    expect(named('Message your team in LINE if you can. The line was long.')).toEqual(['line']);
  });

  test('with its capital in a sentence of few words', () => expect(named('We drove past Jaguar.')).toEqual(['jaguar']));
});

describe('a rank is read from', () => {
  const ranks = (text: string) => ['zoho', 'hubspot', 'acme'].map((id) => brand(text, id)?.listRank);

  test('lettered options', () => {
    expect(ranks('Option A: Zoho\nLow price.\n\nOption B: HubSpot\nFree tier.\n\nOption C: Acme\nNew.')).toEqual([1, 2, 3]);
  });

  test('circled numbers, places and words behind the names', () => {
    expect(ranks('① Zoho ② HubSpot ③ Acme')).toEqual([1, 2, 3]);
    expect(ranks('【1位】Acme\n【2位】Zoho\n【3位】HubSpot')).toEqual([2, 3, 1]);
    expect(ranks('1. Platz: HubSpot\n2. Platz: Zoho\n3. Platz: Acme')).toEqual([2, 1, 3]);
    expect(ranks('1st – Zoho\n2nd – HubSpot\n3rd – Acme')).toEqual([1, 2, 3]);
    expect(ranks("I'd rank Zoho first, HubSpot second and Acme third.")).toEqual([1, 2, 3]);
  });

  test('a chain from the best to the worst', () => expect(ranks('My order: HubSpot > Zoho > Acme.')).toEqual([2, 1, 3]));

  test('the numbers of a countdown', () => expect(ranks('3. Acme\n2. Zoho\n1. HubSpot')).toEqual([2, 1, 3]));

  test('a winner and who follows', () => {
    expect(ranks('Testsieger ist Zoho, gefolgt von HubSpot und auf dem dritten Platz Acme.')).toEqual([1, 2, 3]);
  });
});

describe('advice', () => {
  test('against doing something is no advice to do it', () => {
    expect(brand('Не советую брать Zoho.', 'zoho')?.recommended).toBe(false);
    expect(brand('Avoid choosing Zoho.', 'zoho')?.recommended).toBe(false);
  });

  test('behind "however" is about the name that follows', () => {
    const text = 'HubSpotがおすすめです。一方、Zohoは小規模チームにはおすすめできません。';
    expect([brand(text, 'hubspot')?.recommended, brand(text, 'zoho')?.recommended]).toEqual([true, false]);
  });

  test('in a label is about the name behind it', () => expect(brand('Best for gaming: Zoho Play', 'zoho')?.recommended).toBe(true));
});

describe('a preference', () => {
  test.each([
    ['Zoho has fewer delays than HubSpot.', 'zoho>hubspot'],
    ['Zoho has nearly the features of HubSpot at half the price.', 'zoho>hubspot'],
    ['Zoho does everything HubSpot does, and more.', 'zoho>hubspot'],
    ['Zoho verbraucht weniger Strom als HubSpot.', 'zoho>hubspot'],
    ['Beim Preis liegt Zoho vor HubSpot.', 'zoho>hubspot'],
    ['Zoho 的降噪没有 HubSpot 的好。', 'hubspot>zoho'],
    ['Zoho costs twice as much as HubSpot.', 'hubspot>zoho'],
    ['Zoho的软件比HubSpot的价格高。', 'hubspot>zoho'],
    ['Zoho的软件比HubSpot的软件好用。', 'zoho>hubspot'],
  ])('goes to whom more or less of it is better for: %s', (text, expected) => expect(preferences(text)).toEqual([expected]));
});

describe('ignorance', () => {
  test.each([
    'There is not enough information available about Acme to compare it.',
    'My search turned up no reviews of Acme.',
    'Mir ist kein Anbieter namens Acme bekannt.',
    "I wasn't able to dig up anything on Acme.",
    "Je n'ai pas connaissance d'une marque appelée Acme.",
    '未能检索到 Acme 的任何公开资料。',
    'No me consta ninguna empresa llamada Acme.',
    "Acme n'apparaît dans aucun comparatif.",
    'Non risultano recensioni di Acme.',
    '关于 Acme 的公开信息非常有限，我无法给出评价。',
    '我的资料库中没有 Acme。',
    'Acme という会社は確認できませんでした。',
    'Acme라는 회사는 잘 모르겠습니다.',
    'В источниках нет упоминаний Acme.',
    'Acme adlı bir şirket bulamadım.',
    '我对Acme这个品牌不太了解。',
  ])('leaves the brand unseen: %s', (text) => expect(brand(text, 'acme')?.visible).toBe(false));
});
