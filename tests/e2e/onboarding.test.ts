import { expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { violationsOf } from './violations.ts';
import { withProduct } from './with-product.ts';

const at = withProduct();

test('from nothing to a first sweep: a brand, a key that is tried at once, a country, the price; left in the middle, and come back to', async () => {
  const context = await openContext(at.browser, { locale: 'en', bypassCSP: true, viewport: { width: 360, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${at.product.base}/new`);
  await page.getByLabel('Brand name').fill('Acme Desk');
  await page.reload();
  expect(await page.getByLabel('Brand name').inputValue(), 'what was filled in is still there').toBe('Acme Desk');
  await page.getByLabel('Name of the workspace').fill('Acme');
  await page.getByRole('combobox', { name: 'Industry' }).click();
  await page.getByRole('option', { name: 'CRM and marketing software' }).click();
  await page.getByRole('button', { name: 'Make the workspace' }).click();

  const engine = page.getByTestId('set-up-engine').filter({ hasText: 'OpenAI API' });
  await engine.getByText('Key missing').waitFor();
  expect(await page.getByRole('button', { name: 'Ask the whole panel once' }).isDisabled()).toBe(true);
  await engine.getByRole('button', { name: /^Keys/ }).click();
  await page.getByLabel('OPENAI_API_KEY').fill('sk-of-the-test');
  await page.getByRole('button', { name: 'Save' }).click();
  await engine.getByText(/^It answered in/).waitFor();
  await engine.getByText('Ready').waitFor();

  await page.getByRole('combobox', { name: 'Countries' }).fill('germ');
  await page.getByRole('option', { name: 'Germany' }).click();
  await page.getByRole('combobox', { name: 'Countries' }).press('Escape');
  await page
    .getByTestId('first-plan')
    .getByText(/One sweep asks \d+ questions\. It costs about \$/)
    .waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.goto(`${at.product.base}/?workspace=acme`);
  await page.getByRole('link', { name: 'Go on with the set-up' }).click();
  await engine.getByText('Ready').waitFor();
  await page.getByRole('button', { name: 'Ask the whole panel once' }).click();
  const sweep = page.getByTestId('first-sweep');
  await sweep.getByText(/^\d+ of \d\d/).waitFor();
  await page.reload();
  await sweep.getByText(/^\d+ of \d\d/).waitFor();
  expect(await page.getByRole('button', { name: 'Ask the whole panel once' }).count(), 'nobody asks twice by coming back').toBe(0);
  await page.getByRole('button', { name: 'Ask every week' }).click();
  await page.getByText('It is planned.').waitFor();
  await context.close();
});
