import { expect, test } from 'vitest';
import { countryName, languageName } from '../../src/web/label.ts';

test.each([
  ['en', 'pt-BR', 'Brazilian Portuguese'],
  ['zh-TW', 'ja', '日文'],
  ['zh-CN', 'de', '德语'],
])('to a reader of %s the language %s is called %s', (reader, code, name) => {
  expect(languageName(reader, code)).toBe(name);
});

test.each([
  ['en', 'DE', 'Germany'],
  ['zh-TW', 'TW', '台灣'],
])('to a reader of %s the country %s is called %s', (reader, code, name) => {
  expect(countryName(reader, code)).toBe(name);
});

test('what is no code stays as it was written', () => {
  for (const word of ['', 'my own words', 'en-', 'x', '!'])
    expect([languageName('en', word), countryName('en', word)]).toEqual([word, word]);
});
