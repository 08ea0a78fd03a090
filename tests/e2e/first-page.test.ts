import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { webhookReceiver } from '../store/webhook-receiver.ts';
import { openContext } from './browser.ts';
import { visit } from './visit.ts';
import { root, until } from './product.ts';
import { withProduct } from './with-product.ts';

/** For a person to look at; never compared. */
const output = join(root, 'tests/output');

const at = withProduct();
let base: string;
beforeAll(async () => {
  base = at.product.base;
  await mkdir(output, { recursive: true });
});

test('the overview shows each stage with its brands, how sure each figure is, and that all of it is simulated', async () => {
  const page = await open('/', 'en');
  await page.getByText('Consideration', { exact: true }).first().waitFor();
  await page.getByText('Awareness', { exact: true }).first().waitFor();
  expect(await page.getByTestId('simulated').innerText()).toContain('Simulated');
  const text = await page.locator('#content').innerText();
  expect(text).toContain('Veldrano');
  expect(text, 'an interval such as 12%–19%').toMatch(/\d[\d.]*\s?%?\s?–\s?\d[\d.]*\s?%/);
  expect(text).toMatch(/answers to \d+ prompts/);
  await page.context().close();
});

test('a schedule says what it costs and tells before it is saved, and comes back when it was removed', async () => {
  const page = await open('/schedules', 'en');
  await page.getByRole('button', { name: 'Add a schedule' }).click();
  const plan = page.getByTestId('plan');
  await plan.getByRole('row', { name: /^Together/ }).waitFor();
  expect(await plan.innerText()).toMatch(/± \d+(\.\d)? points/);
  await page.getByRole('button', { name: 'What does it take?' }).click();
  expect(await page.getByTestId('wish').innerText()).toMatch(/\d+ intents × .* sweeps a week/);
  await page.getByLabel('Name').fill('Mondays');
  await page.getByRole('button', { name: 'Save' }).click();
  const card = page.getByTestId('schedule').filter({ hasText: 'Mondays' });
  await card.getByText('5 sweeps a week').waitFor();
  await card.getByRole('button', { name: 'Remove Mondays' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await card.waitFor();
  await card.getByRole('button', { name: 'Remove Mondays' }).click();
  await card.waitFor({ state: 'detached' });
  await page.context().close();
});

test('every simulated engine is heard in the process that serves: what fails is the odd one', async () => {
  const list = async (query: string) =>
    ((await (await fetch(`${base}/api/v1/answers?workspace=demo&limit=50&${query}`)).json()) as { answers: unknown[] }).answers.length;
  for (const engine of ['openai', 'anthropic', 'gemini', 'perplexity', 'google-ai-overview']) {
    await until(async () => (await list(`engine=${engine}&state=answered`)) > 10);
    expect(await list(`engine=${engine}&state=error`), engine).toBeLessThan(10);
  }
}, 120_000);

test('a filter is in the address, so that a link shows the same', async () => {
  const page = await open('/trends?by=month', 'en');
  await page.getByText('Consideration', { exact: true }).first().waitFor();
  expect(await page.getByLabel('Step').inputValue()).toBe('month');
  expect(page.url()).toContain('by=month');
  await page.context().close();
});

test('runs move while one watches, and one can ask now', async () => {
  const page = await open('/runs', 'en');
  await page.getByTestId('run').first().waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Ask now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await dialog.getByText('Asked.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('run').first().getByText('Ask now').waitFor();
  await page.context().close();
});

test('a prompt’s answers have the brands marked that were read out of them', async () => {
  const { answers } = (await (await fetch(`${base}/api/v1/answers?workspace=demo&state=answered&limit=100`)).json()) as {
    answers: { promptId: string; mentions: unknown[] }[];
  };
  const named = answers.find((answer) => answer.mentions.length > 0);
  expect(named).toBeDefined();
  const page = await open(`/prompts/${named?.promptId}`, 'en');
  await page.locator('article mark').first().waitFor();
  const marks = await page.locator('article mark').count();
  expect(marks).toBeGreaterThan(0);
  await page.screenshot({ path: join(output, 'prompt-en-light.png'), fullPage: true });
  await page.context().close();
});

test('an endpoint is added with a secret that is shown once, and one sees how a test went', async () => {
  await using receiver = await webhookReceiver(() => ({ status: 500, body: '<b onclick="alert(1)">broken</b>' }));
  const page = await open('/webhooks', 'en');
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('https://169.254.169.254/');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('not a public address').waitFor();
  await dialog.getByLabel('Address').fill(receiver.url);
  await dialog.getByLabel('Name').fill('My program');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  expect(await page.getByTestId('secret').innerText()).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Send a test to My program' }).click();
  await page.getByText('The test is on its way.').waitFor();
  await page.getByRole('button', { name: 'Deliveries to My program' }).click();
  await page.getByRole('button', { name: 'Details', exact: true }).click();
  await page.getByText('It answered 500.').first().waitFor();
  await page.getByText('<b onclick="alert(1)">broken</b>').first().waitFor();
  expect(await page.getByTestId('secret').count()).toBe(0);
  await page.screenshot({ path: join(output, 'webhook-deliveries-en-light.png'), fullPage: true });
  await page.context().close();
});

test('prompts can be searched', async () => {
  const page = await open('/prompts', 'en');
  await page.getByRole('textbox', { name: 'Search' }).fill('zzzz');
  await page.getByText('No prompt matches').waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByRole('link', { name: /\?/ }).first().waitFor();
  await page.context().close();
});

test('the overview needs less than 250 KB of compressed script', async () => {
  const context = await openContext(at.browser, { locale: 'en' });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${base}/?workspace=demo`);
  await page.getByTestId('findings').waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(250_000);
  await context.close();
});

test('who comes back has the figures asked for while everything else is still on its way', async () => {
  const context = await openContext(at.browser, { locale: 'en' });
  const page = await context.newPage();
  const held = Promise.withResolvers<void>();
  await page.route('**/api/v1/workspaces', (route) => held.promise.then(() => route.continue()));
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url().replace(`${base}/api/v1/`, '')));
  const early = page.waitForRequest(/\/api\/v1\/overview\?/);
  await page.goto(`${base}/?workspace=demo`, { waitUntil: 'commit' });
  await early;
  held.resolve();
  await page.getByTestId('findings').waitFor();
  expect(new Set(asked.filter((address) => address.startsWith('overview?'))).size, 'no other figures').toBe(1);
  const lasting = asked.filter((address) => /^(workspaces|session|brands|engines|alert-rules)\b/.test(address));
  expect(lasting.toSorted(), 'nothing asked for twice').toEqual([...new Set(lasting)].toSorted());
  expect(lasting).toHaveLength(5);
  await context.close();
});

test('a page that cannot be loaded says so in its place, and comes by itself when the machine is online again', async () => {
  const page = await open('/', 'en');
  await page.getByTestId('findings').waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Competitors', exact: true }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
  expect(await page.getByRole('link', { name: 'Overview', exact: true }).count()).toBe(1);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Competitors', level: 1 }).waitFor();
  await page.context().close();
});

test('from a sentence of the overview one gets to the answers behind it, and to one of them word for word', async () => {
  const page = await open('/', 'en');
  await page
    .getByTestId('findings')
    .getByRole('link', { name: /answers?$/ })
    .first()
    .click();
  await page.getByTestId('answer-row').first().waitFor();
  expect(page.url()).toMatch(/\/answers\?.*stage=awareness/);
  await page.getByLabel('Stage').selectOption('consideration');
  await page.getByLabel('State').selectOption('answered');
  await page.getByText('Consideration', { exact: true }).nth(1).waitFor();
  await page.getByTestId('answer-row').getByRole('link').first().click();
  await page.getByTestId('answer-text').waitFor();
  await page.getByText('What went over the wire').click();
  expect(await page.getByTestId('raw').innerText()).toContain('{');
  await page.screenshot({ path: join(output, 'answer-en-light.png'), fullPage: true });
  await page.context().close();
});

test('an answer made to attack its reader is words on the page, and nothing of it runs, loads or turns around', async () => {
  const text = [
    '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2"><svg onload="window.hacked = 3">',
    '[Acme](javascript:window.hacked=4) ![Acme](https://tracker.example/pixel.png?who=you) <style>*{display:none}</style>',
    'Acme \u202Egnp.exe\u202C {{constructor.constructor("window.hacked=5")()}} <iframe src="javascript:window.hacked=6"></iframe>',
  ].join('\n');
  const citations = [
    { url: 'https://acme.example/page', title: '<script>window.hacked = 7</script>\u202Egnp' },
    { url: 'javascript:window.hacked=8' },
  ];
  const place = { stage: 'awareness', engine: 'chatgpt', surface: 'app', language: 'en', askedAt: new Date().toISOString() };
  const panel = { brands: [{ id: 'acme', name: 'Acme', own: true, domains: ['acme.example'] }] };
  await at.product.importAnswers('hostile', [{ id: 'a1', prompt: 'Is <b>Acme</b> safe?', ...place, text, citations }], panel);
  const page = await open('/answers', 'en', 'light', undefined, 1280, 'hostile');
  const elsewhere: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(base) || elsewhere.push(request.url())));
  await page.getByTestId('answer-row').getByRole('link').first().click();
  const shown = page.getByTestId('answer-text');
  expect(await shown.innerText()).toBe(text.replaceAll(/[\u202A-\u202E]/g, '\uFFFD'));
  for (const link of await page.locator('#content a, #content img, #content iframe').all())
    expect((await link.getAttribute('href')) ?? 'no address').toMatch(/^(\/|#|https:\/\/acme\.example\/)/);
  expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
  expect(elsewhere).toEqual([]);
  await page.context().close();
});

test('who may only read is offered nothing that the server refuses, and is told who may', async () => {
  const made = await fetch(`${base}/api/v1/keys?workspace=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'reader', role: 'viewer' }),
  });
  const { secret } = (await made.json()) as { secret: string };
  const context = await openContext(at.browser, { locale: 'en' });
  await context.addInitScript((key) => sessionStorage.setItem('wayseen.key', key), secret);
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('response', (response) => void (response.status() >= 400 && refused.push(response.url())));
  for (const [path, ready] of [
    ['/prompts', 'prompt-row'],
    ['/brands', 'brand'],
    ['/engines', 'engine'],
    ['/runs', 'run'],
    ['/alerts', 'read-only'],
  ] as const) {
    await page.goto(`${base}${path}?workspace=demo`, { waitUntil: 'commit' });
    await page.getByTestId(ready).first().waitFor();
    expect(await page.getByTestId('read-only').innerText(), path).toContain('takes the role of an');
    const offered = page.getByRole('button', { name: /^(Import|Edit|Limits|Ask now|Stop|Add|Make|Count|Acknowledge|Close|Remove|Share)/ });
    expect(await offered.count(), path).toBe(0);
    for (const toggle of await page.getByRole('switch').all()) expect(await toggle.isDisabled(), path).toBe(true);
  }
  await page.goto(`${base}/people?workspace=demo`);
  await page.getByText('For admins of the workspace').waitFor();
  expect(refused).toEqual([]);
  await context.close();
});

async function open(
  path: string,
  locale: string,
  colorScheme: 'light' | 'dark' = 'light',
  onError?: (message: string) => void,
  width = 1280,
  workspace = 'demo',
): Promise<Page> {
  // Axe is put into the page from outside, which the page's own policy forbids to everybody else.
  const context = await openContext(at.browser, { locale, colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  return visit(context, `${base}${path}`, onError, workspace);
}
