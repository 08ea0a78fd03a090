import type { BrowserContext, Page } from 'playwright-core';

/** Opens an address of a workspace in a new page; `onError` hears what goes wrong in it. */
export async function visit(
  context: BrowserContext,
  address: string,
  onError?: (message: string) => void,
  workspace = 'demo',
): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(90_000); // a slow machine is no failure
  page.on('pageerror', (error) => onError?.(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') onError?.(message.text());
  });
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}workspace=${workspace}`);
  return page;
}

/** Nothing of the page is a placeholder any more. */
export const isDrawn = async (page: Page): Promise<void> => {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root') === null);
};
