import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../../src/web/locales/en.json' with { type: 'json' };
import zhCN from '../../src/web/locales/zh-CN.json' with { type: 'json' };
import zhTW from '../../src/web/locales/zh-TW.json' with { type: 'json' };

type Texts = { [key: string]: string | Texts };
const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`)));
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name).toSorted();
/** Plural forms are a language's own: English has two, Chinese one. */
const unplural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

const english = new Map(flat(en));
const others = { 'zh-CN': new Map(flat(zhCN)), 'zh-TW': new Map(flat(zhTW)) };

test.each(Object.entries(others))('every text of the page exists in %s, and no other', (_, texts) => {
  expect([...new Set([...texts.keys()].map(unplural))].toSorted()).toEqual([...new Set([...english.keys()].map(unplural))].toSorted());
});

test.each(Object.entries(others))('what is filled into a text is the same in %s', (_, texts) => {
  const differing = [...texts].filter(([key, text]) => {
    const original = english.get(key) ?? english.get(`${unplural(key)}_other`) ?? '';
    return variables(text).join(' ') !== variables(original).join(' ');
  });
  expect(differing).toEqual([]);
});

test('no text is empty', () => {
  for (const texts of [english, ...Object.values(others)]) expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('Simplified and Traditional are each written in their own characters', () => {
  const traditional = /[個們說設題應爲點實開關過東車長門問間現發國學會來這]/u;
  const simplified = /[个们说设题应为点实开关过东车长门问间现发国学会来这]/u;
  expect([...others['zh-CN']].filter(([, text]) => traditional.test(text))).toEqual([]);
  expect([...others['zh-TW']].filter(([, text]) => simplified.test(text))).toEqual([]);
});

test('no page holds text of its own', () => {
  const folders = ['pages', 'components'].map((name) => join(import.meta.dirname, '../../src/web', name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file))).filter((file) => file.endsWith('.tsx'));
  const visible = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return [...code.matchAll(/<[A-Za-z][^<>{}=]*>([^<>{}]*[A-Za-z]{3,}[^<>{}]*)<\//g)].map(([, text]) => `${file}: ${text?.trim()}`);
  });
  expect(visible).toEqual([]);
});
