import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openContext } from './browser.ts';
import { violationsOf } from './violations.ts';
import { withProduct } from './with-product.ts';

const at = withProduct();

async function open(path: string, locale: string, width = 360): Promise<Page> {
  const context = await openContext(at.browser, { locale, bypassCSP: true, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${at.product.base}${path}?workspace=demo`);
  return page;
}
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('a prompt is added on a phone, after one has seen what it does to the trend, and taken back', async () => {
  const page = await open('/prompts', 'en');
  await page.getByTestId('prompt-row').first().waitFor();
  await page.getByRole('button', { name: 'Add a prompt' }).click();
  const form = page.getByTestId('prompt-add');
  await form.getByLabel('Prompt').fill('Which tool keeps my team’s notes?');
  await form.getByLabel('Stage').selectOption('awareness');
  await form.getByLabel('Intent').fill('notes-by-hand');
  await form.getByText('A new intent').waitFor();
  expect(await form.innerText()).toMatch(/will stand for \d+(\.\d)?\s?% of the Awareness figure \(\d+ prompts\)/);
  await form.getByLabel('Canary').check();
  await form.getByText('Asked from the next run on, and in no figure.').waitFor();
  await form.getByLabel('Canary').uncheck();
  await form.getByLabel('Tags').fill('by hand');
  await form.getByLabel('Tags').press('Enter');
  expect(await violationsOf(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('1 prompt was added.').waitFor();
  await page.getByLabel('Search').fill('notes-by-hand');
  await page.getByRole('button', { name: 'Edit: Which tool keeps my team’s notes?' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('No prompt matches').waitFor();
  await page.context().close();
});

test('提示词：导入前看到每一个坏行，编辑前看到它对趋势的影响，并且可以撤销', async () => {
  const page = await open('/prompts', 'zh-CN', 1280);
  await page.getByTestId('prompt-row').first().waitFor();
  await page.getByRole('button', { name: '导入' }).click();
  const csv = 'stage,intent,language,text\nawareness,e2e,en,How do I test this?\nbuying,e2e,en,Where do I buy this?\n';
  await page.locator('input[type=file]').setInputFiles({ name: 'prompts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  expect(await page.getByTestId('import-bad').innerText()).toContain('stage: 不是有效阶段');
  await page.getByRole('button', { name: '添加 1 条提示词' }).click();
  await page.getByText('已添加 1 条提示词。').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
  await page.getByLabel('搜索').fill('e2e');
  await page.getByRole('button', { name: '编辑：How do I test this?' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' Again');
  await page.getByText('从下一次运行起使用版本 2').waitFor();
  // Somebody else's wording comes first: it is seen before it is replaced, and nothing that was typed is lost.
  await editElsewhere('How do I test this?', 'How do they test this?');
  await page.getByRole('button', { name: '保存为版本 2' }).click();
  await page.getByText('有人保存了版本 2').waitFor();
  await page.getByText('How do they test this?').first().waitFor();
  expect(await page.getByRole('textbox', { name: /^措辞/ }).inputValue()).toBe('How do I test this? Again');
  await page.getByRole('button', { name: '保存为版本 3' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '编辑：How do they test this?' }).waitFor();
  await page.context().close();
});

async function editElsewhere(from: string, text: string): Promise<void> {
  const address = `${at.product.base}/api/v1/prompts`;
  const { prompts } = (await (await fetch(`${address}?workspace=demo`)).json()) as { prompts: { id: string; text: string }[] };
  const id = prompts.find((one) => one.text === from)?.id;
  const headers = { 'content-type': 'application/json' };
  const saved = await fetch(`${address}/${id}?workspace=demo`, { method: 'PATCH', headers, body: JSON.stringify({ text }) });
  expect(saved.status).toBe(200);
}

test('品牌：错误就在出错的栏位旁；保存后可查看重新统计的进度，并可撤销', async () => {
  const page = await open('/brands', 'zh-CN');
  const card = page.getByTestId('brand').first();
  await card.getByRole('button', { name: /^编辑/ }).click();
  const form = page.getByTestId('brand-form');
  await form.getByRole('button', { name: '添加别名' }).click();
  const alias = form.getByTestId('alias').last();
  await alias.getByLabel('写法').fill('Q');
  await form.getByRole('button', { name: '保存' }).click();
  await alias.getByText('单个字符会到处匹配').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await alias.getByLabel('同一句中须有以下任一词语').fill('笔记');
  await alias.getByLabel('同一句中须有以下任一词语').press('Enter');
  await form.getByRole('button', { name: '保存' }).click();
  const changed = page.getByTestId('brands-changed');
  await changed.getByRole('link', { name: '查看进度' }).waitFor();
  const line = card.getByText('Q (同一句中须有以下任一词语: 笔记)');
  await line.waitFor();
  await changed.getByRole('button', { name: '撤销' }).click();
  await line.waitFor({ state: 'detached' });
  await changed.getByRole('link', { name: '查看进度' }).click();
  await page.getByTestId('recount').first().waitFor();
  await page.context().close();
});

test('a brand that somebody else saved meanwhile is not overwritten: one loads the new one', async () => {
  const page = await open('/brands', 'en');
  const card = page.getByTestId('brand').filter({ hasText: 'Brisqela' });
  await card.getByRole('button', { name: /^Edit/ }).click();
  const address = `${at.product.base}/api/v1/brands`;
  const { panelVersion } = (await (await fetch(`${address}?workspace=demo`)).json()) as { panelVersion: number };
  const saved = await fetch(`${address}/brisqela?workspace=demo`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ domains: ['brisqela.example', 'theirs.example'], panelVersion }),
  });
  expect(saved.status).toBe(200);
  const form = page.getByTestId('brand-form');
  await form.getByLabel('Name').fill('Mine');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByTestId('changed-meanwhile').getByRole('button').click();
  expect(await form.getByRole('textbox', { name: 'Domain 2' }).inputValue()).toBe('theirs.example');
  await form.getByRole('textbox', { name: 'Domain 2' }).fill('ours.example');
  await form.getByRole('button', { name: 'Save' }).click();
  await card.getByText('brisqela.example · ours.example').waitFor();
  await page.context().close();
});
