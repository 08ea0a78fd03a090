import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/db/embedded-postgres.ts';
import { migrate } from '../../src/services/open-store.ts';
import { freePort } from '../free-port.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that all files share; each takes a database of its own from the template. */
    databaseUrl: string;
    redisUrl: string | null;
  }
}

export const templateName = 'wayseen_template';

/** One PostgreSQL for the whole run, with a migrated template; a Redis too where there is one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wayseen-store-'));
  await chmod(folder, 0o755); // the server's own account must reach it
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  // What a power cut would cost does not matter here.
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('ALTER SYSTEM SET synchronous_commit = off');
  await client.query('SELECT pg_reload_conf()');
  await client.query(`CREATE DATABASE ${templateName}`);
  await migrate(server.url.replace(/\/[^/]*$/, `/${templateName}`));
  await client.end();

  const redis = await openRedis();
  const said =
    redis === null ? 'PostgreSQL only: REDIS_URL is not set and no redis-server was found' : `PostgreSQL and Redis (${redis.source})`;
  process.stderr.write(`Queue tests run on ${said}.\n`);
  project.provide('databaseUrl', server.url);
  project.provide('redisUrl', redis?.url ?? null);
  return async () => {
    await redis?.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

type TestRedis = { url: string; source: string; close: () => Promise<void> };

async function openRedis(): Promise<TestRedis | null> {
  const given = process.env['REDIS_URL'];
  if (given) return { url: given, source: 'REDIS_URL', close: async () => undefined };
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await readyLine(child, /ready to accept connections/i);
  const close = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url: `redis://127.0.0.1:${port}`, source: 'redis-server', close };
}

const readyLine = (child: ChildProcess, pattern: RegExp) =>
  new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => pattern.test(chunk.toString()) && resolve());
    child.once('exit', () => reject(new Error('redis-server ended')));
  });
