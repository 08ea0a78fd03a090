import { describe, expect, test } from 'vitest';
import { knownSites } from '../../../src/domain/sites/data/known-sites.ts';
import { classifyDomain, classifyPage, type SettableClass } from '../../../src/domain/sites/site-class.ts';

const none = new Map<string, SettableClass>();
const page = (url: string) => classifyPage(url, null, none).class;

describe('a cited page', () => {
  test.each([
    ['https://www.g2.com/products/hubspot/reviews', 'review'],
    ['https://www.capterra.de/software/1/x', 'review'],
    ['https://www.amazon.co.uk/dp/B0', 'marketplace'],
    ['https://amazon.de/dp/B0', 'marketplace'],
    ['https://en.wikipedia.org/wiki/CRM', 'reference'],
    ['https://www.reddit.com/r/crm/', 'social'],
    ['https://www.zhihu.com/question/1', 'social'],
    ['https://baike.baidu.com/item/x', 'reference'],
    ['https://zhidao.baidu.com/question/1', 'social'],
    ['https://item.jd.com/1.html', 'marketplace'],
    ['https://36kr.com/p/1', 'news'],
    ['https://kakaku.com/pc/', 'review'],
    ['https://www.test.de/matratzen', 'review'],
    ['https://www.spiegel.de/wirtschaft', 'news'],
    ['https://apps.apple.com/app/x', 'marketplace'],
  ])('of a listed site: %s is %s', (url, expected) => {
    expect(classifyPage(url, null, none)).toEqual({ class: expected, source: 'list' });
  });

  test.each([
    ['https://forum.quiet-example.com/t/crm', 'social'],
    ['https://quiet-example.com/community/posts/1', 'social'],
    ['https://quiet-example.com/reviews/acme', 'review'],
    ['https://quiet-example.com/blog/acme-vs-boltwise', 'review'],
    ['https://quiet-example.com/best-crm-software', 'review'],
    ['https://news.quiet-example.com/today', 'news'],
    ['https://shop.quiet-example.com/item', 'marketplace'],
    ['https://docs.quiet-example.com/start', 'reference'],
    ['https://www.stanford.edu/crm', 'reference'],
    ['https://quiet-example.com/pricing', 'other'],
    ['https://preview.quiet-example.com/previewer/advice', 'other'],
  ])('of an unknown site follows its address: %s is %s', (url, expected) => {
    expect(page(url)).toBe(expected);
  });

  test('of a look-alike is not the listed site', () => {
    for (const url of ['https://amazon.quiet-example.com/x', 'https://notg2.com/x', 'https://g2.com.quiet-example.com/x'])
      expect(page(url)).toBe('other');
  });

  test('is the panel’s first, then a person’s, then the list’s', () => {
    const corrections = new Map<string, SettableClass>([
      ['g2.com', 'news'],
      ['forum.acme.example', 'social'],
    ]);
    expect(classifyPage('https://www.g2.com/x', 'own', corrections)).toEqual({ class: 'own', source: 'panel' });
    expect(classifyPage('https://www.g2.com/x', null, corrections)).toEqual({ class: 'news', source: 'user' });
    expect(classifyPage('https://forum.acme.example/x', null, corrections)).toEqual({ class: 'social', source: 'user' });
    expect(classifyPage('https://acme.example/x', null, corrections)).toEqual({ class: 'other', source: 'none' });
    expect(classifyPage('not an address', 'competitor', corrections).class).toBe('competitor');
  });
});

describe('a domain', () => {
  test('that no list has is what at least half of its pages are', () => {
    const site = (total: number, review: number) => classifyDomain('quiet-example.com', null, none, { total, matches: { review } }).class;
    expect([site(4, 2), site(4, 1), site(0, 0)]).toEqual(['review', 'other', 'other']);
  });

  test('is listed once, in small letters, and the list knows several hundred', () => {
    const all = Object.values(knownSites).flatMap((sites) => sites.split(' '));
    expect(all.length).toBeGreaterThan(700);
    expect(all.filter((site, index) => all.indexOf(site) !== index)).toEqual([]);
    expect(all.filter((site) => !/^[a-z0-9-]+(\.([a-z0-9-]+|\*))+(\/[a-z]+)?$/.test(site))).toEqual([]);
  });
});
