import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../src/db/client.ts';
import { isRunning, newDataDir, postmasterPid, runCli, startCli, stopCli, untilReady, type DataDir, type RunningCli } from './cli.ts';
import { until } from './harness.ts';

let dir: DataDir;
let running: RunningCli;
beforeAll(async () => {
  dir = await newDataDir();
});
afterAll(async () => {
  if (running.child.exitCode === null) await stopCli(running);
  await dir.remove();
});

const start = async () => {
  running = startCli(['start'], dir.env);
  await untilReady(running, dir.url);
  // It comes in several lines, and a slow machine reads them one by one.
  await until(() => running.output().includes('ready at') && running.output().includes(dir.path), 'the announcement');
};
const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${dir.url}/api/v1${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return response.json();
};
const slugs = async () => ((await call('GET', '/workspaces')) as { workspaces: { slug: string }[] }).workspaces.map(({ slug }) => slug);
const addWorkspace = (slug: string) => call('POST', '/workspaces', { name: slug, slug, panel: { brands: [{ id: 'acme', name: 'Acme' }] } });

// One data folder through all that can happen to it, in this order.
test('a first start on an empty folder serves, and says where and on what', async () => {
  await start();
  expect(running.output()).toContain(dir.url);
  expect(running.output()).toContain(dir.path);
  await addWorkspace('one');
});

test('a second start on the same folder says who has it, and stops', async () => {
  const second = await runCli(['start'], { ...dir.env, PORT: '0' });
  expect(second.code).toBe(1);
  expect(second.output).toMatch(new RegExp(`process ${running.pid}.*already runs on ${dir.path}`));
  expect(await slugs()).toEqual(['one']);
});

test('a command beside the running server works on its database', async () => {
  const answers = join(dir.path, 'answers.jsonl');
  await writeFile(
    answers,
    `${JSON.stringify({ id: 1, prompt: 'best?', stage: 'awareness', engine: 'x', askedAt: '2026-01-02T00:00:00Z', text: 'Acme.' })}\n`,
  );
  expect(await runCli(['import', answers], dir.env)).toMatchObject({ code: 0, stdout: expect.stringContaining('one: 1 answers added') });
  expect(await runCli(['import', answers], dir.env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('0 answers added, 1 were there already'),
  });
  expect(await runCli(['rebuild'], dir.env)).toMatchObject({ code: 0 });
  await writeFile(answers, '{"id": 2, "stage": "awareness"}\n');
  const bad = await runCli(['import', answers], dir.env);
  expect(bad.code).toBe(2);
  expect(bad.output).toMatch(/line 1: prompt/);
});

test('a polite end stops everything and gives the folder back', async () => {
  const postmaster = await postmasterPid(dir.path);
  expect(await stopCli(running)).toBe(0);
  expect(isRunning(postmaster)).toBe(false);
});

test('after kill -9 of the whole tree it starts again with its data', async () => {
  await start();
  await addWorkspace('two');
  const postmaster = await postmasterPid(dir.path);
  process.kill(-running.pid, 'SIGKILL');
  if (isRunning(postmaster)) process.kill(postmaster, 'SIGKILL');
  await running.ended;
  expect(await readFile(join(dir.path, 'wayseen.lock'), 'utf8')).toContain(String(running.pid));
  await start();
  expect(await slugs()).toEqual(['one', 'two']);
});

test('after kill -9 of the server alone, with its PostgreSQL left behind, it starts again with its data', async () => {
  const postmaster = await postmasterPid(dir.path);
  await addWorkspace('three');
  process.kill(running.pid, 'SIGKILL');
  await running.ended;
  await start();
  expect(await postmasterPid(dir.path)).not.toBe(postmaster);
  expect(await slugs()).toEqual(['one', 'two', 'three']);
});

test('its PostgreSQL killed under it comes back, and the server goes on', async () => {
  const killed = await postmasterPid(dir.path);
  process.kill(killed, 'SIGKILL');
  await until(async () => (await postmasterPid(dir.path).catch(() => killed)) !== killed, 'another PostgreSQL');
  await until(async () => (await slugs().catch(() => [])).length === 3, 'the data');
  expect(running.child.exitCode).toBeNull();
  expect(await stopCli(running)).toBe(0);
});

test('lock files of processes whose numbers are others’ by now do not hold it up, and harm nobody', async () => {
  const [, , uid, gid] =
    (await readFile('/etc/passwd', 'utf8'))
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? [];
  // Of the account that PostgreSQL runs as, so that nothing but care protects it.
  const account = process.getuid?.() === 0 && uid && gid ? { uid: Number(uid), gid: Number(gid) } : {};
  const bystander = spawn('sleep', ['120'], { detached: true, cwd: '/', ...account });
  await writeFile(join(dir.path, 'wayseen.lock'), JSON.stringify({ pid: bystander.pid, born: '1' }));
  const pidFile = join(dir.path, 'postgres/postmaster.pid');
  await writeFile(pidFile, `${bystander.pid}\n${dir.path}/postgres\n1700000000\n5432\n\n127.0.0.1\n  1234567         1\nready   \n`);
  await start();
  expect(await slugs()).toEqual(['one', 'two', 'three']);
  expect(bystander.exitCode === null && bystander.signalCode === null).toBe(true);
  bystander.kill();
});

test('a port in use is named, and what was started is stopped; where any free one is asked for, it says which it got', async () => {
  await stopCli(running);
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(Number(dir.env['PORT']), '127.0.0.1', resolve));
  const second = await runCli(['start'], dir.env);
  expect(second.code).toBe(1);
  expect(second.output).toContain(`Port ${dir.env['PORT']} on 127.0.0.1 is in use`);
  await new Promise((resolve) => taken.close(resolve));
  running = startCli(['start'], { ...dir.env, PORT: '0' });
  await until(() => running.output().includes('ready at'), 'the announcement');
  const [, address = 'none'] = /ready at (\S+)/.exec(running.output()) ?? [];
  expect((await fetch(`${address}/health/ready`)).ok).toBe(true);
});

test('a database that refuses to be brought up to date is told of in words, and not left running', async () => {
  const address = (await readFile(join(dir.path, 'database-url'), 'utf8')).trim();
  await withClient(address, (client) => client.query('DELETE FROM _prisma_migrations'));
  await stopCli(running);
  const { code, output } = await runCli(['start'], dir.env);
  expect(code).toBe(1);
  expect(output).toMatch(/The database refused a migration: .*already exists/);
  expect(output).not.toMatch(/\n\s+at /);
  await expect(postmasterPid(dir.path)).rejects.toThrow('ENOENT');
});
