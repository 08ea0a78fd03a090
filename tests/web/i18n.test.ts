import { expect, test } from 'vitest';
import { nearestLanguage } from '../../src/web/i18n.ts';

test.each([
  [['zh-HK', 'en'], 'zh-TW'],
  [['zh-Hant-MO'], 'zh-TW'],
  [['zh'], 'zh-CN'],
  [['zh-SG'], 'zh-CN'],
  [['fr', 'zh-TW'], 'zh-TW'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a browser that asks for %j gets %s', (wanted, language) => {
  expect(nearestLanguage(wanted)).toBe(language);
});
