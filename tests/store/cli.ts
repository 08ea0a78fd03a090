import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { until } from './harness.ts';

const cli = join(import.meta.dirname, '../../src/cli.ts');

export type RunningCli = {
  child: ChildProcess;
  pid: number;
  output: () => string;
  stdout: () => string;
  ended: Promise<number | NodeJS.Signals>;
};

/** Starts `wayseen …` as a process group of its own, with nothing of our environment but PATH. */
export function startCli(args: string[], env: Record<string, string> = {}): RunningCli {
  const child = spawn(process.execPath, [cli, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal ?? 1)));
  return { child, pid: child.pid ?? 0, output: () => stdout + stderr, stdout: () => stdout, ended };
}

export async function runCli(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | NodeJS.Signals; output: string; stdout: string }> {
  const running = startCli(args, env);
  return { code: await running.ended, output: running.output(), stdout: running.stdout() };
}

export type DataDir = { path: string; env: Record<string, string>; url: string; remove: () => Promise<void> };

/** A data folder and a free port for `wayseen start`, without the demo. */
export async function newDataDir(): Promise<DataDir> {
  const path = await mkdtemp(join(tmpdir(), 'wayseen-cli-'));
  await chmod(path, 0o755);
  const port = await freePort();
  const env = { WAYSEEN_DATA_DIR: path, PORT: String(port), WAYSEEN_DEMO: 'off', WAYSEEN_LOG_LEVEL: 'debug' };
  return { path, env, url: `http://127.0.0.1:${port}`, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

export async function untilReady(running: RunningCli, url: string): Promise<void> {
  let ended: number | NodeJS.Signals | null = null;
  void running.ended.then((code) => (ended = code));
  await until(async () => {
    if (ended !== null) throw new Error(`It ended with ${ended}: ${running.output()}`);
    return (await fetch(`${url}/health/ready`).catch(() => null))?.ok;
  }, 'the server');
}

/** Ends the process as a person would, and waits. */
export async function stopCli(running: RunningCli): Promise<number | NodeJS.Signals> {
  running.child.kill('SIGTERM');
  return running.ended;
}

/** The postmaster of the folder's own PostgreSQL. */
export async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
