import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { newDataDir, runCli, startCli, stopCli, untilReady, type DataDir } from './cli.ts';
import { engineKey, openaiServer, wrongKey } from './engine-server.ts';
import { openTestStore, until, type TestStore } from './harness.ts';

let store: TestStore;
let dir: DataDir;
beforeAll(async () => {
  store = await openTestStore();
  dir = await newDataDir();
});
afterAll(async () => {
  await store.close();
  await dir.remove();
});

test.concurrent('an unusable configuration names every variable that is wrong or missing, at once', async () => {
  const wrong = await runCli(['start'], {
    PORT: 'http',
    DATABASE_URL: 'mysql://x',
    REDIS_URL: 'nonsense',
    WAYSEEN_API_KEY: 'short',
    WAYSEEN_LEASE_MS: 'soon',
    WAYSEEN_DEMO: 'maybe',
  });
  expect(wrong.code).toBe(2);
  for (const name of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'WAYSEEN_API_KEY', 'WAYSEEN_LEASE_MS', 'WAYSEEN_DEMO'])
    expect(wrong.output).toContain(name);
  expect(wrong.output).not.toMatch(/ {4}at /);
  const open = await runCli(['start'], { HOST: '0.0.0.0', PORT: 'x' });
  expect(open).toMatchObject({ code: 2, output: expect.stringMatching(/PORT[^]*WAYSEEN_API_KEY/) });
});

test.concurrent.each([
  [['worker'], 2, /DATABASE_URL/],
  [['migrate'], 2, /DATABASE_URL/],
  [['fly'], 2, /fly/],
  [['import'], 2, /answers\.jsonl/],
  [['import', '/nowhere/answers.jsonl'], 2, /\/nowhere\/answers\.jsonl cannot be read/],
  [['import', tmpdir()], 2, /cannot be read: it is a folder/],
  [['export', '--from', '2026-02-31', '--to', '2026-03-31'], 2, /--from: must be a day/],
  [['start', '--fast'], 2, /--fast/],
  [['--help'], 0, /start/],
])('wayseen %j ends with %i and says why', async (args, code, message) => {
  const ended = await runCli(args, { WAYSEEN_DATA_DIR: dir.path });
  expect(ended).toMatchObject({ code, output: expect.stringMatching(message) });
  expect(ended.output).not.toMatch(/ {4}at /);
});

test.concurrent('who reads the output may stop before its end', async () => {
  const file = join(dir.path, 'many.jsonl');
  const brands = Array.from({ length: 60 }, (_, index) => `brand ${index}`);
  const seen = { askedAt: '2026-09-07T08:00:00Z', engine: 'e', stage: 'awareness', intent: 'i', prompt: 'p', state: 'answered', brands };
  await writeFile(file, `\uFEFF${JSON.stringify(seen)}\r\n`);
  const running = startCli(['measure', file]);
  running.child.stdout?.destroy();
  expect(await running.ended).toBe(0);
  expect(running.output()).toBe('');
});

test.concurrent('importing into a workspace that is not there, or from a broken panel, says so', async () => {
  const file = join(dir.path, 'a.jsonl');
  await writeFile(file, '');
  const env = { DATABASE_URL: store.url };
  expect(await runCli(['import', file, '--workspace', 'nowhere'], env)).toMatchObject({
    code: 1,
    output: expect.stringContaining('nowhere'),
  });
  const panel = join(dir.path, 'panel.json');
  await writeFile(panel, '{"brands": [{"id": "a"}]}');
  expect(await runCli(['import', file, '--workspace', 'new', '--panel', panel], env)).toMatchObject({
    code: 2,
    output: expect.stringMatching(/panel\.json: .*brands\.0/),
  });
});

test.concurrent('a database that is away is waited for, named without its password, and given up in the end', async () => {
  const port = await freePort();
  const url = `postgresql://someone:topsecretpassword@127.0.0.1:${port}/wayseen`;
  for (const command of ['migrate', 'worker']) {
    const ended = await runCli([command], { DATABASE_URL: url, WAYSEEN_DATABASE_WAIT_MS: '300' });
    expect(ended.code).toBe(1);
    expect(ended.output).toContain(`Waiting for PostgreSQL at 127.0.0.1:${port}/wayseen`);
    expect(ended.output).toContain('cannot be reached');
    expect(ended.output).not.toContain('topsecretpassword');
  }
  const host = await runCli(['migrate'], {
    DATABASE_URL: 'postgresql://u:topsecretpassword@no-such-host.invalid/x',
    WAYSEEN_DATABASE_WAIT_MS: '100',
  });
  expect(host).toMatchObject({ code: 1, output: expect.stringContaining('no-such-host.invalid') });
});

test.concurrent('a database that refuses us, or lacks its migrations, is not waited for', async () => {
  const wrong = store.url.replace(/:[^:@/]+@/, ':wrongpassword@');
  expect(await runCli(['migrate'], { DATABASE_URL: wrong })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/refuses us.*DATABASE_URL/),
  });
  const empty = await openTestStore({ empty: true });
  expect(await runCli(['worker'], { DATABASE_URL: empty.url })).toMatchObject({
    code: 1,
    output: expect.stringMatching(/lacks \d+ migration/),
  });
  await empty.close();
});

test('no secret reaches the log, a page or the database, also where an engine refuses the key and quotes it', async () => {
  await using server = await openaiServer(() => wrongKey);
  const apiKey = 'a-very-secret-api-key';
  const env = { ...dir.env, DATABASE_URL: store.url, OPENAI_API_KEY: engineKey, OPENAI_BASE_URL: server.url, WAYSEEN_API_KEY: apiKey };
  const running = startCli(['start'], env);
  await untilReady(running, dir.url);
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${dir.url}/api/v1${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    });
    return response.text();
  };
  await call('POST', '/workspaces', {
    name: 'Keys',
    engines: ['openai'],
    panel: { brands: [{ id: 'acme', name: 'Acme' }] },
    packs: [{ industry: 'crm', locales: ['en'] }],
  });
  await call('POST', '/runs', { repeats: 1 });
  const engines = await until(async () => {
    const text = await call('GET', '/engines');
    return text.includes('"stopped"') && text;
  }, 'the engine to stop');
  expect(engines).toMatch(/"statusMessage":"OpenAI[^"]*401/);
  expect(await stopCli(running)).toBe(0);

  const tables = await store.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`,
  );
  const stored = await Promise.all(tables.map(({ name }) => store.one<string | null>(`SELECT string_agg(t::text, ' ') FROM ${name} t`)));
  for (const [where, text] of [
    ['log', running.output()],
    ['page', engines],
    ['database', stored.join()],
  ] as const) {
    expect(text, where).not.toContain(engineKey);
    expect(text, where).not.toContain(apiKey);
  }
  expect(stored.join()).toContain('401');
});
