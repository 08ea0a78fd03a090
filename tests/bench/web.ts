import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { createApi } from '../../src/api/app.ts';
import type { Deps } from '../../src/deps.ts';
import { openBrowser } from '../e2e/browser.ts';
import { answeredDays, openAnsweredStore } from './answered.ts';
import { makeWorkspace, median, quantile } from './store.ts';

const answers = 1_000_000;
const rowCount = 2000;
const loads = 7;
const slowdown = 4;
const scrolled = 240;

/** The pages in a real browser, on loopback, over 1,000,000 analysed answers: what is loaded, when it can be used, how fast a filter and a long table are. */
export async function run(): Promise<object[]> {
  if (!existsSync(join(import.meta.dirname, '../../dist/web/index.html'))) throw new Error('The pages are not built: npm run prepare');
  const firstDay = new Date(Date.now() - answeredDays * 86_400_000).toISOString().slice(0, 10);
  const store = await openAnsweredStore(answers, firstDay);
  await makeWorkspace(store.deps, rowCount, ['openai'], 'prompts');
  const pages = await listen(store.deps);
  const browser = await openBrowser();
  try {
    return [
      ...(await firstLoads(browser, pages.base)),
      await filterChanges(browser, pages.base, firstDay),
      await scrolling(browser, pages.base),
    ];
  } finally {
    await browser.close();
    pages.close();
    await store.close();
  }
}

function listen(deps: Deps): Promise<{ base: string; close: () => void }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: createApi(deps).fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false }, ({ port }) =>
      resolve({ base: `http://127.0.0.1:${port}`, close: () => void server.close() }),
    );
  });
}

/** A browser that was never here opens the overview, with a processor four times slower: until its words are painted and the page takes the next input. */
async function firstLoads(browser: Browser, base: string): Promise<object[]> {
  const taken: { usable: number; worked: number }[] = [];
  let scriptBytes = 0;
  for (let load = 0; load <= loads; load++) {
    const { page, tools, busy, close } = await open(browser);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const scripts = await countScripts(tools);
    await page.goto(`${base}/?workspace=bench`, { waitUntil: 'commit' });
    await page.getByTestId('findings').waitFor();
    const usable = await page.evaluate(nextInput);
    if (load > 0) taken.push({ usable, worked: await busy() }); // the first one warms the server up
    scriptBytes = scripts();
    await close();
  }
  const usable = taken.map((one) => one.usable);
  const what = `overview usable, processor ${slowdown} times slower`;
  return [
    { what: 'script of the overview', compressedKb: round1(scriptBytes / 1000), wanted: 'compressedKb < 250' },
    {
      what,
      medianMs: Math.round(median(usable)),
      minMs: Math.round(Math.min(...usable)),
      pageMs: Math.round(median(taken.map((one) => one.worked))),
      wanted: 'medianMs < 1500',
    },
  ];
}

/** Milliseconds since the page was asked for, at the moment when what waits is done and painted. */
const nextInput = () => new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)));

/** Bytes of script as they came over the wire. */
async function countScripts(tools: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  tools.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void (scripts.has(requestId) && (bytes += encodedDataLength)));
  await tools.send('Network.enable');
  return () => bytes;
}

/** From the choice of an engine to the other chart on the screen; no choice is made twice, so each asks the server. */
async function filterChanges(browser: Browser, base: string, from: string): Promise<object> {
  const { page, close } = await open(browser);
  const to = new Date().toISOString().slice(0, 10);
  const taken: number[] = [];
  for (const figure of ['visibility', 'shareOfVoice'])
    for (const step of ['day', 'week', 'month']) {
      await page.goto(`${base}/trends?workspace=bench&period=custom&from=${from}&to=${to}&by=${step}&metric=${figure}`);
      await page.locator('#content svg path').first().waitFor();
      await page.locator('option[value=anthropic]').first().waitFor({ state: 'attached' });
      for (const engine of ['anthropic', 'gemini', 'perplexity', 'openai', 'each']) taken.push(await page.evaluate(chooseEngine, engine));
    }
  await close();
  const [medianMs, p95Ms] = [round1(median(taken)), round1(quantile(taken, 0.95))];
  return { what: 'from a filter to its chart', answers, changes: taken.length, medianMs, p95Ms, wanted: 'p95Ms < 200' };
}

/** In the page: chooses as a person does, and waits for lines that are not those before. */
const chooseEngine = (engine: string) =>
  new Promise<number>((resolve, reject) => {
    const select = [...document.querySelectorAll('select')].find(({ options }) => [...options].some(({ value }) => value === engine));
    const lines = () => [...document.querySelectorAll('#content svg path')].map((path) => path.getAttribute('d')).join();
    if (!select) return reject(new Error(`No filter has ${engine}.`));
    const [before, start] = [lines(), performance.now()];
    select.value = engine;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const look = () => {
      if (lines() !== before) return void setTimeout(() => resolve(performance.now() - start), 0);
      if (performance.now() - start > 30_000) return reject(new Error(`${engine} changed nothing.`));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** The table of 2,000 prompts, moved by three rows a frame: how far frames are apart, and what of each the page itself takes. */
async function scrolling(browser: Browser, base: string): Promise<object> {
  const { page, busy, close } = await open(browser);
  await page.goto(`${base}/prompts?workspace=prompts`);
  await page.getByTestId('prompt-row').first().waitFor();
  await page.evaluate(scroll, { frames: 60, by: 138 }); // code is compiled as it is used
  const before = await busy();
  const frames = await page.evaluate(scroll, { frames: scrolled, by: 138 });
  const busyMs = (await busy()) - before;
  await close();
  return {
    what: 'scrolling prompts',
    rows: rowCount,
    framesPerSecond: Math.round(1000 / median(frames)),
    p95FrameMs: round1(quantile(frames, 0.95)),
    pageMsAFrame: round1(busyMs / scrolled),
    wanted: 'framesPerSecond >= 60, pageMsAFrame < 16.7',
  };
}

/** In the page: milliseconds between frames while the table moves. */
const scroll = ({ frames, by }: { frames: number; by: number }) =>
  new Promise<number[]>((resolve) => {
    const box = document.querySelector('.prompt-box');
    const taken: number[] = [];
    let last = performance.now();
    const frame = (now: number) => {
      taken.push(now - last);
      last = now;
      if (taken.length > frames) return resolve(taken.slice(1));
      box?.scrollBy(0, by);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** `busy`: milliseconds of processor time that the page's main thread has used, which do not grow when others use the processor too. */
async function open(browser: Browser): Promise<{ page: Page; tools: CDPSession; busy: () => Promise<number>; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000); // what a loaded machine takes is measured, too
  const tools = await context.newCDPSession(page);
  await tools.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await tools.send('Performance.enable');
  const busy = async () =>
    1000 * ((await tools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  return { page, tools, busy, close: () => context.close() };
}

const round1 = (value: number) => Math.round(value * 10) / 10;
