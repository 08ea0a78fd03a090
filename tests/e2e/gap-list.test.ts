import { expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { violationsOf } from './violations.ts';
import { withProduct } from './with-product.ts';

const at = withProduct();

test('a page to be named on is assigned, noted, done with its effect in words, and taken back; on a phone too', async () => {
  const context = await openContext(at.browser, { locale: 'en', bypassCSP: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${at.product.base}/sources?workspace=demo`);
  const gap = page.getByTestId('gap').first();
  await gap.getByRole('button', { name: 'Assign or note' }).click();
  await gap.getByLabel('Assigned to').fill('Kim');
  await gap.getByLabel('Note').fill('<b>Ask</b> for a mention');
  await gap.getByRole('button', { name: 'Save' }).click();
  await gap.getByText('Kim', { exact: true }).waitFor();
  await gap.getByRole('button', { name: 'Mark as done' }).click();
  await gap.getByTestId('effect').getByText('cannot be told yet').waitFor();
  const text = await gap.innerText();
  expect(text).toContain('<b>Ask</b> for a mention');
  expect(text).toMatch(/Used by \d+ answers, cited by \d+ of them, on \d+ prompts?/);
  expect(await gap.getByTestId('basis').innerText()).toContain('Goes by the answers that use it');
  expect(await gap.getByRole('link').first().getAttribute('rel')).toBe('noopener noreferrer nofollow');
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByText('Done', { exact: true }).click();
  await page.getByText('1 page marked as done').waitFor();
  await gap.getByRole('button', { name: 'Undo done' }).click();
  await page.getByText('Nothing is done yet').waitFor();
  await page.getByText('Lost', { exact: true }).click();
  await page.getByText('No page that names us was lost').waitFor();
  await context.close();
});
