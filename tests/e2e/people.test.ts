import { expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { visit } from './visit.ts';
import { withProduct } from './with-product.ts';

const at = withProduct();

test('who is invited joins by the link in their own language, reads everything, changes nothing, and is signed in as themselves', async () => {
  const email = `anna-${Date.now()}@example.com`;
  const admin = await openContext(at.browser, { locale: 'en' });
  const people = await visit(admin, `${at.product.base}/people`);
  await people.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = people.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(email);
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = (await dialog.getByText('/join#').innerText()).trim();

  const guest = await openContext(at.browser, { locale: 'zh-TW' });
  const page = await guest.newPage();
  await page.goto(link);
  await page.getByLabel('您的姓名').fill('安娜');
  await page.locator('input[type=password]').fill('a long enough password');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/workspace=demo/);
  await page.goto(`${at.product.base}/account?workspace=demo`);
  await page.waitForFunction(() => [...document.querySelectorAll('input')].some(({ value }) => value === '安娜'));
  await page.goto(`${at.product.base}/prompts?workspace=demo`);
  await page.getByTestId('read-only').waitFor();
  expect(await page.getByRole('link', { name: 'Webhook', exact: true }).count()).toBe(0);

  await page.goto(link);
  await page.getByText('此邀請無法使用').waitFor();
  await people.reload();
  await people.getByRole('row', { name: new RegExp(email) }).waitFor();
  await Promise.all([admin.close(), guest.close()]);
}, 120_000);
