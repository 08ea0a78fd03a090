import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

// An emulated graphics card paints some ten times slower than none.
chromium.setGraphicsMode = false;

/** The Chromium that comes in an npm package; it asks the network for nothing by itself. It has no CJK fonts. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process, as it comes, closing one page's context ends them all.
    args: [
      ...chromium.args.filter((arg) => arg !== '--single-process'),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  });
}

/** One person's window on it: a slow machine is no failure. */
export async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(90_000);
  return context;
}
