import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const analyze = createAnalyzer(
  parsePanel({ brands: ['Acme', 'Brevo', 'Canva'].map((name) => ({ id: name.toLowerCase(), name, aliases: [] })) }),
);
const read = (text: string) => analyze({ id: '1', text });
const preferences = (text: string) => read(text).comparisons.map(({ winner, loser }) => `${winner}>${loser}`);

test.each([
  ['Acme suits beginners; Brevo does a better job of reporting.', ['brevo>acme']],
  ['Acme and Brevo are evenly matched, but the latter is cheaper.', ['brevo>acme']],
  ['Acme und Brevo ähneln sich stark, letzteres ist aber günstiger.', ['brevo>acme']],
  ['Acme和Brevo功能差不多，不过后者便宜得多。', ['brevo>acme']],
  ['Acme fits small shops. Brevo costs $20 more.', ['acme>brevo']],
  ['Entre Acme e Brevo, fico com a primeira.', ['acme>brevo']],
  ['Сервис Acme медленный. У Brevo с этим намного проще.', ['brevo>acme']],
  ['Acme crashed twice a week. With Brevo everything is smooth.', []],
  ['Acme is fast and reliable. Brevo is fast, too.', []],
  ['Acme is slow, Brevo is fast and Canva is cheap.', []],
  ['If Acme came with support, the latter would be easier than Brevo.', []],
  ['Is Acme fine, and is Brevo cheaper?', []],
  ['Brevo is fine, but I prefer Acme.', ['acme>brevo']],
  ['I recommend Acme, although Brevo is popular.', ['acme>brevo']],
  ['Brevo也不錯，但我會選Acme。', ['acme>brevo']],
  ['Brevoも悪くないですが、私はAcmeを選びます。', ['acme>brevo']],
  ['Brevo está bien, pero prefiero Acme.', ['acme>brevo']],
  ['Brevo неплох, но я выбираю Acme.', ['acme>brevo']],
  ['Brevo is good, but I do not prefer Acme.', []],
  ['I like Brevo, but I also recommend Acme.', []],
  ['Brevo不错，但我也推荐Acme。', []],
])('"%s" prefers %j', (text, expected) => expect(preferences(text)).toEqual(expected));

test('what is said of the former and the latter is said of the brands they stand for', () => {
  const { brands } = read('We looked at Acme and Brevo. The former is slow and buggy; the latter is fast and reliable.');
  expect(brands.map(({ brand, sentiment }) => `${brand} ${sentiment}`)).toEqual(['acme negative', 'brevo positive']);
});
