import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { describeDatabase, waitForDatabase } from '../db/client.ts';
import { lockDataDir } from '../db/data-dir-lock.ts';
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts';
import { applyMigrations, pendingMigrations } from '../db/schema-engine.ts';
import { AppError, ConflictError } from '../errors.ts';
import type { Log } from '../log.ts';
import { migrateQueues } from '../queue/backends.ts';

export type Store = { url: string; description: string; close: () => Promise<void> };

/**
 * The database of this process, migrated: the given one, else its own in the data folder.
 * @param options.share where another process runs on the folder, use its database instead of refusing
 */
export async function openStore(config: Config, log: Log, options: { share?: boolean } = {}): Promise<Store> {
  if (config.databaseUrl !== null) return openGiven(config.databaseUrl, config, log);
  const addressFile = join(config.dataDir, 'database-url');
  let unlock;
  try {
    unlock = await lockDataDir(config.dataDir);
  } catch (error) {
    if (!options.share || !(error instanceof ConflictError)) throw error;
    return openGiven((await readFile(addressFile, 'utf8')).trim(), config, log);
  }
  try {
    const server = await startEmbeddedPostgres({
      dataDir: config.dataDir,
      log: (message) => log.debug({ postgres: message }, 'PostgreSQL says something.'),
    });
    try {
      await migrate(server.url);
      await writeFile(addressFile, server.url, { mode: 0o600 });
    } catch (error) {
      await server.stop();
      throw error;
    }
    const close = async () => {
      await server.stop();
      await unlock();
    };
    return { url: server.url, description: `PostgreSQL of its own in ${config.dataDir}`, close };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openGiven(url: string, config: Config, log: Log): Promise<Store> {
  await waitForDatabase(url, { waitMs: config.databaseWaitMs, log: (message) => log.warn({}, message) });
  const pending = await pendingMigrations(url);
  if (pending.length > 0) {
    throw new AppError(
      'not_migrated',
      `${describeDatabase(url)} lacks ${pending.length} migration(s). Run "npm run wayseen -- migrate" first.`,
    );
  }
  return { url, description: describeDatabase(url), close: async () => undefined };
}

/** Brings our tables and those of the queues up to date. @returns the names of the migrations that were applied */
export async function migrate(url: string): Promise<string[]> {
  const applied = await applyMigrations(url);
  await migrateQueues(url);
  return applied;
}

export async function waitAndMigrate(config: Config, url: string, log: Log): Promise<string[]> {
  await waitForDatabase(url, { waitMs: config.databaseWaitMs, log: (message) => log.warn({}, message) });
  return migrate(url);
}
