import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * The longest first, so that the others run beside it. Types and lint have one thread each: several would each work out the API's
 * types anew, which is most of their work.
 */
const checks = [
  { name: 'unit tests', command: 'vitest', args: ['run', '--project', 'unit', '--reporter', 'dot'] },
  { name: 'types', command: 'tsc', args: ['--project', '.', '--checkers', '1'] },
  { name: 'lint', command: 'oxlint', args: [] },
  { name: 'unused code', command: 'knip', args: ['--no-progress', '--treat-config-hints-as-errors'] },
  { name: 'format', command: 'oxfmt', args: ['--check', '.'] },
];
type Check = (typeof checks)[number];

/** @returns whether it passed; prints one line, and after it what a check that fails has to say */
async function run({ name, command, args }: Check): Promise<boolean> {
  const started = performance.now();
  const said: string[] = [];
  const env = {
    ...process.env,
    PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
    NO_COLOR: '1',
    GOMAXPROCS: '1',
  };
  const child = spawn(command, args, { cwd: root, env, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, signal) => resolve(status ?? signal ?? 'ended'));
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(12)}${seconds} s${code === 0 ? '' : `  (${code})`}\n`);
  if (code !== 0) process.stdout.write(`\n${said.join('').trim()}\n\n`);
  return code === 0;
}

const started = performance.now();
const waiting = [...checks];
const failed: string[] = [];
async function runWaiting(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await run(check))) failed.push(check.name);
}
await Promise.all(Array.from({ length: Math.max(2, Math.min(checks.length, availableParallelism())) }, runWaiting));
const total = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(failed.length === 0 ? `All checks passed in ${total} s.\n` : `Failed after ${total} s: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
