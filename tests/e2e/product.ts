import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { freePort } from '../free-port.ts';

export const root = join(import.meta.dirname, '../..');

export type Product = {
  base: string;
  /** Answers of a file become those of a new workspace. */
  importAnswers: (workspace: string, answers: readonly object[], panel: object) => Promise<void>;
};
export type Started = { base: string; dataDir: string; close: () => Promise<void> };

/** The product that all files share: each leaves its data so that the others do not mind. */
export async function theProduct(): Promise<Product> {
  const reply = await fetch(inject('productKeeper'));
  if (!reply.ok) throw new Error(await reply.text());
  const { base, dataDir } = (await reply.json()) as { base: string; dataDir: string };
  return {
    base,
    importAnswers: async (workspace, answers, panel) => {
      const [lines, brands] = [join(dataDir, 'answers.jsonl'), join(dataDir, 'panel.json')];
      await writeFile(lines, answers.map((answer) => JSON.stringify(answer)).join('\n'));
      await writeFile(brands, JSON.stringify(panel));
      const database = (await readFile(join(dataDir, 'database-url'), 'utf8')).trim();
      const command = ['src/cli.ts', 'import', lines, '--workspace', workspace, '--panel', brands];
      await promisify(execFile)(process.execPath, command, { cwd: root, env: { PATH: process.env['PATH'], DATABASE_URL: database } });
    },
  };
}

/** The whole product as a user starts it, in a folder of its own, once its demo has enough answers to look at. OpenAI's address is a simulated one; a key is needed all the same. */
export async function startProduct(): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wayseen-e2e-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const simulator = spawn(process.execPath, ['src/engines/simulator/main.ts'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const simulated = await new Promise<string>((resolve, reject) => {
    simulator.once('error', reject);
    simulator.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    WAYSEEN_DATA_DIR: dataDir,
    WAYSEEN_LOG_LEVEL: 'warn',
    WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
    OPENAI_BASE_URL: `${simulated}/openai/v1`,
  };
  const product = spawn(process.execPath, ['src/cli.ts', 'start'], { cwd: root, stdio: 'ignore', env });
  const filled = async () => ((await (await fetch(`${base}/api/v1/status`)).json()) as { demo: { done: number } | null }).demo?.done ?? 0;
  await until(async () => (await fetch(`${base}/health/ready`)).ok);
  await until(async () => (await filled()) > 400);
  return {
    base,
    dataDir,
    close: async () => {
      const ended = new Promise((resolve) => product.once('exit', resolve));
      product.kill('SIGTERM');
      await ended;
      simulator.kill('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 300));
}
