import { expect, test } from 'vitest';
import { allCountries } from '../../src/web/countries.ts';

test.each([
  ['en', 'DE', 'Germany'],
  ['zh-CN', 'JP', '日本'],
  ['zh-TW', 'DE', '德國'],
])('a reader of %s finds %s as %s', (reader, value, label) => {
  expect(allCountries(reader)).toContainEqual({ value, label });
});

test('countries are those that there are: not the European Union, not what is no more, each once, by name', () => {
  const all = allCountries('en');
  const codes = all.map(({ value }) => value);
  expect(codes.filter((code) => ['EU', 'UN', 'DD', 'SU', 'ZZ', 'XA'].includes(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(240);
  expect(codes.length).toBeLessThan(262);
  expect(all.map(({ label }) => label)).toEqual(all.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b, 'en')));
});
