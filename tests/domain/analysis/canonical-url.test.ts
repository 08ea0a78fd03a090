import { expect, test } from 'vitest';
import { canonicalizeUrl } from '../../../src/domain/analysis/canonical-url.ts';

test.each([
  ['https://Example.COM:443/a?utm_source=x&id=1#frag', 'https://example.com/a?id=1'],
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/a?gclid=1&amp;b=2', 'https://example.com/a?b=2'],
  ['https://en.m.wikipedia.org/wiki/CRM', 'https://en.wikipedia.org/wiki/CRM'],
  ['https://m.com/', 'https://m.com/'],
  ['https://example.com/news/amp/', 'https://example.com/news/'],
  ['https://www.google.com/amp/s/www.example.com/x', 'https://www.example.com/x'],
  ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/x', 'https://www.example.com/x'],
  ['https://www.google.de/url?sa=t&url=https%3A%2F%2Fexample.de%2Fa', 'https://example.de/a'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F%3Ffbclid%3D1&h=2', 'https://example.com/'],
  ['https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2Fa', 'https://example.com/a'],
  ['https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9leGFtcGxlLmNvbS9h', 'https://example.com/a'],
  ['https://user:pass@example.com/', 'https://example.com/'],
  ['https://hubspot.com@evil.com/', 'https://evil.com/'],
  ['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
  ['www.example.com/a', 'https://www.example.com/a'],
  ['//example.com/a', 'https://example.com/a'],
])('%s is the page %s', (raw, canonical) => {
  expect(canonicalizeUrl(raw)?.url).toBe(canonical);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https://',
  'not a url',
  'http://localhost/',
  'http://10.0.0.1/',
  'http://[::1]/',
  'https://www.google.com/search?q=x',
  'https://chatgpt.com/?hints=search&q=x',
  'mailto:a@b.com',
  '/relative',
])('%.40s is no page', (raw) => {
  expect(canonicalizeUrl(raw)).toBeNull();
});

test('an address of thousands of characters is no page', () => {
  expect(canonicalizeUrl(`https://example.com/${'a'.repeat(9000)}`)).toBeNull();
});
