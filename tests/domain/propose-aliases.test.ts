import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/domain/analysis/fold.ts';
import { proposeAliases, type AliasSource } from '../../src/domain/propose-aliases.ts';

const aliases = (name: string, more: Partial<AliasSource> = {}) =>
  proposeAliases({ name, domain: null, siteName: null, title: null, ...more });

test.each([
  ['HubSpot', ['Hub Spot']],
  ['Acme Robotics GmbH', ['Acme Robotics', 'AcmeRobotics']],
  ['Tiffany & Co.', ['Tiffany']],
  ['Marks & Spencer', ['Marks and Spencer']],
  ['The Home Depot', ['TheHomeDepot', 'Home Depot']],
  ['北京字节跳动科技有限公司', ['北京字节跳动科技']],
  ['Zoho', []],
])('%s is also written as %j', (name, expected) => {
  expect(aliases(name)).toEqual(expect.arrayContaining(expected));
  if (expected.length === 0) expect(aliases(name)).toEqual([]);
});

test('a site’s own name and the brand’s part of its title are proposed, and not the sentence beside it', () => {
  expect(aliases('Weimob', { siteName: '微盟', title: 'Weimob Cloud | The best way to run a shop on WeChat today' })).toEqual([
    '微盟',
    'Weimob Cloud',
  ]);
});

test('a domain that is not just the name’s letters is a name too', () => {
  expect(aliases('Acme', { domain: 'get-acme.com' })).toEqual(['get acme']);
  expect(aliases('Acme', { domain: 'acme.com' })).toEqual([]);
  expect(aliases('Acme', { domain: 'acme.ai' })).toEqual(['acme.ai']);
});

test('no proposal is what the analysis takes for the name or for another proposal anyway, whatever is entered', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(text, fc.option(fc.domain()), fc.option(text), fc.option(text), (name, domain, siteName, title) => {
      const keys = [name, ...proposeAliases({ name, domain, siteName, title })].map(fold);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThanOrEqual(9);
    }),
  );
});
