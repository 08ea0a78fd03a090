import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { closeDeps, createDeps, type Deps } from '../../src/deps.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { demoSeed, demoStart, demoWorkspace } from '../../src/engines/simulator/demo.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { startSimulator, type RunningSimulator, type SimulatorOptions } from '../../src/engines/simulator/server.ts';
import { migrate } from '../../src/services/open-store.ts';
import { fillWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { freePort } from '../free-port.ts';

export type Backend = 'postgres' | 'redis';
export type BenchStore = {
  deps: Deps;
  url: string;
  simulator: RunningSimulator;
  redis: { url: string; pid: number | undefined } | null;
  close: () => Promise<void>;
};

/** An own PostgreSQL (and Redis) in a temporary folder, and simulated engines that answer as told, in this process. */
export async function openBenchStore(backend: Backend, simulated: Partial<SimulatorOptions> = {}): Promise<BenchStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'wayseen-bench-'));
  await chmod(dataDir, 0o755); // PostgreSQL's own account must enter, else its data lie elsewhere and stay
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  await migrate(postgres.url);
  const redis = backend === 'redis' ? await startRedis(dataDir) : null;
  const market = createMarket({ seed: demoSeed, startsAt: demoStart(new Date('2026-09-07')) });
  const simulator = await startSimulator({ market, ...simulated });
  const config = readConfig({ WAYSEEN_LOG_LEVEL: 'error', REDIS_URL: redis?.url });
  const deps = createDeps(config, { databaseUrl: postgres.url, simulatorEnv: simulator.env });
  const close = async () => {
    await closeDeps(deps);
    await simulator.close();
    redis?.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { deps, url: postgres.url, simulator, redis, close };
}

async function startRedis(dir: string): Promise<{ url: string; pid: number | undefined; stop: () => void }> {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', dir], { stdio: 'ignore' });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => setTimeout(resolve, 500));
  });
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid, stop: () => void child.kill() };
}

export const hasRedis = (): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn('redis-server', ['--version'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

export function makeWorkspace(deps: Deps, prompts: number, engines: readonly string[], slug = 'bench'): Promise<Workspace> {
  return fillWorkspace(
    deps,
    { slug, name: slug, timeZone: 'UTC', stages: ['consideration'], simulated: true },
    {
      panel: parsePanel(demoWorkspace.panel),
      engines: [...engines],
      prompts: Array.from({ length: prompts }, (_, index) => ({
        intent: `intent-${index % Math.ceil(prompts / 2)}`,
        stage: 'consideration' as const,
        locale: 'en',
        touchpoint: null,
        persona: null,
        text: `Which CRM suits a team of ${index + 2} people?`,
        branded: false,
      })),
    },
  );
}

/** Simulated engines that answer at once, in a process of their own: what they take is not ours. */
export function startSimulatorProcess(): Promise<{ url: string; pid: number | undefined; stop: () => void }> {
  const child = spawn(process.execPath, ['src/engines/simulator/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (line: Buffer) => resolve({ url: line.toString().trim(), pid: child.pid, stop: () => void child.kill() }));
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const median = (values: number[]): number => quantile(values, 0.5);
export function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
