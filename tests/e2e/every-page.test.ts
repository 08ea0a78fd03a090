import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { root } from './product.ts';
import { violationsOf } from './violations.ts';
import { isDrawn, visit } from './visit.ts';
import { withProduct } from './with-product.ts';

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

const at = withProduct();
beforeAll(() => mkdir(output, { recursive: true }));

describe.each([
  ['en', 'light'],
  ['zh-CN', 'dark'],
  ['zh-TW', 'light'],
] as const)('in %s and %s', (language, scheme) => {
  // One context for all pages: scripts and fonts are loaded once.
  let context: BrowserContext;
  beforeAll(async () => {
    context = await openContext(at.browser, {
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
      const page = await visit(context, `${at.product.base}${path}`, (message) => errors.push(message));
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
  const context = await openContext(at.browser, { locale: 'zh-TW', viewport: { width: 360, height: 900 }, bypassCSP: true });
  const page = await visit(context, at.product.base);
  for (const path of pages) {
    await page.goto(`${at.product.base}${path}?workspace=demo`);
    await isDrawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    expect(await violationsOf(page), path).toEqual([]);
    await page.screenshot({ path: join(output, `${path === '/' ? 'overview' : path.slice(1)}-phone.png`), fullPage: true });
  }
  await context.close();
}, 300_000);
