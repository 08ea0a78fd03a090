import chromium from '@sparticuz/chromium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium as playwright, type Page, type Route } from 'playwright-core';

/** The page's own address while it is printed: nothing of it leaves this process. */
const origin = 'https://report.invalid';
const fonts = { sc: '@fontsource-variable/noto-sans-sc', tc: '@fontsource-variable/noto-sans-tc' } as const;
/** What a page to be printed may link: Han characters for a browser that has none. */
export const fontSheets: readonly string[] = Object.keys(fonts).map((name) => `/fonts/${name}/index.css`);
const timeoutMs = 60_000;

let printing: Promise<unknown> = Promise.resolve();

/** Prints a page to A4 with page numbers; one at a time, as a browser takes much memory. */
export function printPdf(html: string): Promise<Uint8Array> {
  const mine = printing.then(() => print(html));
  printing = mine.catch(() => undefined);
  return mine;
}

async function print(html: string): Promise<Uint8Array> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process, as it comes, it ends with its first page.
    args: [
      ...chromium.args.filter((arg) => arg !== '--single-process'),
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
    timeout: timeoutMs,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.route('**/*', (route) => answer(route, html));
    await page.goto(`${origin}/`, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return await toPdf(page);
  } finally {
    await browser.close();
  }
}

const toPdf = (page: Page): Promise<Uint8Array> =>
  page.pdf({
    format: 'A4',
    printBackground: true,
    margin: { top: '16mm', bottom: '18mm', left: '14mm', right: '14mm' },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="width:100%;font-size:7pt;color:#57606a;text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
  });

/** The page and our fonts, and nothing else from anywhere. */
async function answer(route: Route, html: string): Promise<void> {
  const { origin: asked, pathname } = new URL(route.request().url());
  const [, name = '', file = ''] = /^\/fonts\/(sc|tc)\/((?:files\/)?[\w.-]+)$/.exec(pathname) ?? [];
  if (asked !== origin) return route.abort();
  if (pathname === '/')
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers: { 'content-security-policy': policy } });
  if (name !== 'sc' && name !== 'tc') return route.abort();
  const folder = dirname(createRequire(import.meta.url).resolve(`${fonts[name]}/package.json`));
  return route.fulfill({ contentType: file.endsWith('.css') ? 'text/css' : 'font/woff2', body: await readFile(join(folder, file)) });
}

const policy = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'";
