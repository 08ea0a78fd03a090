import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { theProduct, type Product } from './product.ts';

/** The product that all files share and a browser of this file's own, there once its tests begin. */
export function withProduct(): { product: Product; browser: Browser } {
  const opened = {} as { product: Product; browser: Browser };
  beforeAll(async () => {
    [opened.product, opened.browser] = await Promise.all([theProduct(), openBrowser()]);
  }, 300_000);
  afterAll(() => opened.browser?.close());
  return opened;
}
