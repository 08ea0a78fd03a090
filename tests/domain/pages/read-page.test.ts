import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leadsToLogin, nextLookMs, pageOutcomes } from '../../../src/domain/pages/outcome.ts';
import { pageKind } from '../../../src/domain/pages/page-kind.ts';
import { mostTags, readPage } from '../../../src/domain/pages/read-page.ts';
import { readRobots } from '../../../src/domain/pages/robots.ts';

const read = (html: string, url = 'https://site.example/blog/post') => readPage(html, url);

describe('of a page is read', () => {
  test('what it says of itself', () => {
    const html = `<!doctype html><html lang="zh-TW"><head><title>Ten &amp; more</title><link rel="canonical" href="/post?utm_source=x">
      <script type="application/ld+json">{"@graph":[{"@type":"Article","datePublished":"2026-03-01T08:00:00+08:00"}]}</script></head>
      <body>x <a href="https://other.example/a?utm_medium=b">a</a><a href="/own">b</a><a href="mailto:x@y.example">c</a></body></html>`;
    expect(read(html)).toMatchObject({
      title: 'Ten & more',
      canonical: 'https://site.example/post',
      language: 'zh-tw',
      published: '2026-03-01',
      kind: 'article',
      links: ['https://other.example/a'],
    });
  });

  test('its own words, a line a block, without menus, code and what is hidden', () => {
    const html =
      '<nav>Acme</nav><h1>Best</h1><p>One <b>two</b><br>three<script>var acme</script><div hidden>Acme</div><aside>Acme</aside><footer>Acme</footer>';
    expect(read(html)?.text).toBe('Best\nOne two\nthree');
  });

  test('that it wants a password, unless it has something to say', () => {
    const form = '<form><input type="password"></form>';
    expect(read(form)?.isLogin).toBe(true);
    expect(read(`${form}<p>${'Boltwise is good. '.repeat(200)}`)?.isLogin).toBe(false);
  });

  test('whatever it is made of', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<', '<!--', '<![CDATA[', '<a href="', '"', '</html>', '<script>', '<title>', '<meta content=', '小', '\0', '\uD800', '&#x'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
        expect(read(parts.join(''))).not.toBeNull();
      }),
    );
  });

  test('nothing, where it holds more elements than are taken apart; as deep as they may be otherwise', () => {
    expect(read('<div>'.repeat(mostTags + 1))).toBeNull();
    expect(read(`${'<div>'.repeat(5000)}deep`)?.text).toBe('deep');
  });
});

describe('a page is', () => {
  test.each([
    ['https://a.example/', 'Acme', [], 'home'],
    ['https://a.example/blog/x', 'The 10 best CRMs of 2026', [], 'listicle'],
    ['https://a.example/x', '2026年小公司CRM推荐', [], 'listicle'],
    ['https://a.example/acme-vs-boltwise', 'Which one?', [], 'comparison'],
    ['https://a.example/x', 'Acme 評測', [], 'review'],
    ['https://a.example/x', 'Acme', ['QAPage'], 'forum'],
    ['https://www.reddit.com/r/crm/comments/1', 'Best CRM?', [], 'forum'],
    ['https://a.example/x', 'Acme Suite', ['Product'], 'product'],
    ['https://a.example/pricing', 'Acme', [], 'pricing'],
    ['https://a.example/x', 'How to keep leads', [], 'how_to'],
    ['https://a.example/x', 'News of the day', ['NewsArticle'], 'article'],
    ['https://a.example/x', 'x', [], 'other'],
  ] as const)('%s “%s” %s: %s', (url, title, types, kind) => {
    expect(pageKind({ url, title, types })).toBe(kind);
  });
});

describe('robots.txt', () => {
  const robots = 'User-agent: Wayseen\nDisallow: /private\nCrawl-delay: 3\n\nUser-agent: *\nDisallow: /';
  test('says what we may read, and how fast', () => {
    const rules = readRobots(robots, 'https://a.example', 'Wayseen');
    expect([rules.allows('https://a.example/x'), rules.allows('https://a.example/private/x'), rules.delayMs]).toEqual([true, false, 3000]);
    expect(readRobots(robots, 'https://a.example', 'Other').allows('https://a.example/x')).toBe(false);
  });

  test('that is missing or nonsense allows all, twice a second', () => {
    for (const text of [null, '', '<html>', 'Crawl-delay: x'])
      expect(readRobots(text, 'https://a.example', 'Wayseen')).toMatchObject({ delayMs: 500 });
    expect(readRobots(null, 'https://a.example', 'Wayseen').allows('https://a.example/')).toBe(true);
  });
});

describe('a look', () => {
  test('is followed by another, at the latest in a month', () => {
    for (const outcome of pageOutcomes)
      for (const failures of [1, 2, 50]) {
        expect(nextLookMs(outcome, failures)).toBeGreaterThanOrEqual(3_600_000);
        expect(nextLookMs(outcome, failures)).toBeLessThanOrEqual(30 * 24 * 3_600_000);
      }
  });

  test('that ends at a place to sign in has met a wall, unless that was asked for', () => {
    expect(leadsToLogin('https://a.example/x', 'https://a.example/login?next=x')).toBe(true);
    expect(leadsToLogin('https://a.example/x', 'https://login.a.example/')).toBe(true);
    expect(leadsToLogin('https://a.example/signin', 'https://a.example/login')).toBe(false);
    expect(leadsToLogin('https://a.example/x', 'https://a.example/blogging')).toBe(false);
  });
});
