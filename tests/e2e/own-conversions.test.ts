import { expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { violationsOf } from './violations.ts';
import { withProduct } from './with-product.ts';

const at = withProduct();

test('own conversions: each bad line is named, what is kept stands beside AI visibility, and can be taken back', async () => {
  const context = await openContext(at.browser, { locale: 'zh-TW', bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${at.product.base}/journey?workspace=demo`);
  const funnel = page.getByTestId('funnel');
  await funnel.getByRole('button', { name: '匯入轉換資料' }).click();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const csv = `stage,date,visitors,conversions\nawareness,${yesterday},1000,600\nbuying,${yesterday},5,6\n`;
  await page.locator('input[type=file]').setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  expect(await page.getByTestId('import-bad').innerText()).toContain('conversions: 大於訪客數');
  await page.getByRole('button', { name: '儲存 1 列' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '關閉' }).last().click();
  await funnel.getByText('1,000 人中的 600 人，1 天').waitFor();
  expect(await page.getByTestId('journey').innerText()).toContain('60% (1,000 人中的 600 人，1 天)');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await violationsOf(page)).toEqual([]);
  await page.getByTestId('conversion-import').getByRole('button', { name: '復原' }).click();
  await page.getByTestId('conversion-import').waitFor({ state: 'detached' });
  expect(await funnel.innerText()).toContain('沒有貴公司的資料');
  await context.close();
});
