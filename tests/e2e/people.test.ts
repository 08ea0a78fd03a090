import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openContext } from './browser.ts';
import { theProduct, type Product } from './product.ts';
import { visit } from './visit.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([theProduct(), openBrowser()]);
}, 300_000);

afterAll(() => browser?.close());

test('who is invited joins by the link in their own language, reads everything, changes nothing, and is signed in as themselves', async () => {
  const email = `anna-${Date.now()}@example.com`;
  const admin = await openContext(browser, { locale: 'en' });
  const people = await visit(admin, `${product.base}/people`);
  await people.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = people.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(email);
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = (await dialog.getByText('/join#').innerText()).trim();

  const guest = await openContext(browser, { locale: 'zh-TW' });
  const page = await guest.newPage();
  await page.goto(link);
  await page.getByLabel('您的姓名').fill('安娜');
  await page.locator('input[type=password]').fill('a long enough password');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/workspace=demo/);
  await page.goto(`${product.base}/account?workspace=demo`);
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '安娜'));
  await page.goto(`${product.base}/prompts?workspace=demo`);
  await page.getByTestId('read-only').waitFor();
  expect(await page.getByRole('link', { name: 'Webhook', exact: true }).count()).toBe(0);

  await page.goto(link);
  await page.getByText('此邀請無法使用').waitFor();
  await people.reload();
  await people.getByRole('row', { name: new RegExp(email) }).waitFor();
  await Promise.all([admin.close(), guest.close()]);
}, 120_000);
