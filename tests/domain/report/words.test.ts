import { expect, test } from 'vitest';
import en from '../../../src/domain/report/locales/en.json' with { type: 'json' };
import zhCN from '../../../src/domain/report/locales/zh-CN.json' with { type: 'json' };
import zhTW from '../../../src/domain/report/locales/zh-TW.json' with { type: 'json' };

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value]] : Object.entries(flat(value, `${path}${key}.`)),
    ),
  );
const blanks = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));

test.each([
  ['zh-CN', zhCN],
  ['zh-TW', zhTW],
])('every text of the report is there in %s, with the same figures in it', (_, texts) => {
  const [wanted, found] = [flat(en), flat(texts)];
  expect(Object.keys(found).toSorted()).toEqual(Object.keys(wanted).toSorted());
  for (const [key, text] of Object.entries(wanted)) expect(blanks(found[key] ?? ''), key).toEqual(blanks(text));
});

test('the Chinese texts are each in their own script', () => {
  expect(JSON.stringify(zhCN)).not.toMatch(/[見們這個為說對長開關問題資訊]/);
  expect(JSON.stringify(zhTW)).not.toMatch(/[见们这个为说对长开关问题资讯]/);
});
