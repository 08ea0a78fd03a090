import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openContext } from './browser.ts';
import { root, theProduct, type Product } from './product.ts';
import { violationsOf } from './violations.ts';
import { isDrawn, visit } from './visit.ts';

/** For a person to look at; never compared. */
const output = join(root, 'tests/output');
const pages = [
  '/',
  '/journey',
  '/trends',
  '/reports',
  '/conversations',
  '/answers',
  '/runs',
  '/schedules',
  '/prompts',
  '/engines',
  '/brands',
  '/competitors',
  '/sources',
  '/alerts',
  '/history',
  '/webhooks',
  '/people',
  '/keys',
  '/audit',
  '/account',
  '/new',
];

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([theProduct(), openBrowser()]);
  await mkdir(output, { recursive: true });
}, 300_000);

afterAll(() => browser?.close());

describe.each([
  ['en', 'light'],
  ['zh-CN', 'dark'],
  ['zh-TW', 'light'],
] as const)('in %s and %s', (language, scheme) => {
  // One context for all pages: scripts and fonts are loaded once.
  let context: BrowserContext;
  beforeAll(async () => {
    context = await openContext(browser, {
      locale: language,
      colorScheme: scheme,
      viewport: { width: 1280, height: 900 },
      bypassCSP: true,
    });
  });
  afterAll(() => context.close());

  test.each(pages)(
    '%s can be used by everybody, and nothing in it fails',
    async (path) => {
      const errors: string[] = [];
      const page = await visit(context, `${product.base}${path}`, (message) => errors.push(message));
      await isDrawn(page);
      await page.screenshot({
        path: join(output, `${path === '/' ? 'overview' : path.slice(1)}-${language}-${scheme}.png`),
        fullPage: true,
      });
      expect(await violationsOf(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    },
    180_000,
  );
});

test('on a phone no page scrolls sideways, and everybody can use it', async () => {
  const context = await openContext(browser, { locale: 'zh-TW', viewport: { width: 360, height: 900 }, bypassCSP: true });
  const page = await visit(context, product.base);
  for (const path of pages) {
    await page.goto(`${product.base}${path}?workspace=demo`);
    await isDrawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    expect(await violationsOf(page), path).toEqual([]);
    await page.screenshot({ path: join(output, `${path === '/' ? 'overview' : path.slice(1)}-phone.png`), fullPage: true });
  }
  await context.close();
}, 300_000);
