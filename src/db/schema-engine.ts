import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { AppError } from '../errors.ts';
import { withClient } from './client.ts';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

const root = join(import.meta.dirname, '../..');
export const schemaPath = join(root, 'prisma/schema.prisma');
const migrationsPath = join(root, 'prisma/migrations');
const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine, compiled to WebAssembly: `prisma migrate deploy` without the binary that its command line
 * would download. It keeps the standard `_prisma_migrations` table.
 */
async function openSchemaEngine(databaseUrl: string) {
  const bg = await (loaded ??= loadSchemaEngine());
  const schema = await readFile(schemaPath, 'utf8');
  const { factory, close } = atomicScripts(databaseUrl);
  const engine = await bg.SchemaEngine.new({ datamodels: [[schemaPath, schema]] }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  return { engine, close: () => close().finally(() => engine.free()) };
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside functions, and runs the pieces one by one. PostgreSQL
 * runs a whole script as one transaction, and marking the migration finished within it leaves nothing half done when the
 * process is killed: a migration without the mark was not applied.
 */
function atomicScripts(connectionString: string): { factory: PrismaPg; close: () => Promise<void> } {
  const opened: { dispose: () => Promise<void> }[] = [];
  const factory = new PrismaPg({ connectionString, max: 1 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(adapter);
    adapter.executeScript = async (script) => {
      const whole = script.includes('_prisma_migrations') ? script : `${script};${markFinished}`;
      await withClient(connectionString, (client) => client.query(whole)).catch((error: unknown) => {
        refusal = error; // the engine would only say "external error"
        throw error;
      });
    };
    return adapter;
  };
  return {
    factory,
    // The engine leaves its connections to time out.
    close: async () => {
      await Promise.all(opened.map((adapter) => adapter.dispose().catch(() => undefined)));
    },
  };
}
let refusal: unknown;
const markFinished = `UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;

/** Its bindings hold one instance for the whole process. */
let loaded: ReturnType<typeof loadSchemaEngine> | undefined;

async function loadSchemaEngine() {
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': bg });
  bg.__wbg_set_wasm(instance.exports);
  const start: unknown = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') Reflect.apply(start, undefined, []);
  return bg;
}

/** Applies the migrations that the database lacks; safe when several processes start at once. @returns their names */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('wayseen_migrate'))`);
    await client.query(
      `DO $$ BEGIN IF to_regclass('_prisma_migrations') IS NOT NULL THEN
        DELETE FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;
      END IF; END $$`,
    );
    // Loading the engine takes a second, and a timer of its own holds a process that ends for ten.
    return (await pendingMigrations(databaseUrl)).length === 0 ? [] : deploy(databaseUrl);
  });
}

async function deploy(databaseUrl: string): Promise<string[]> {
  const migrationDirectories = await Promise.all(
    (await migrationNames()).map(async (path) => {
      const value = await readFile(join(migrationsPath, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const result = await engine.applyMigrations({
      migrationsList: { baseDir: migrationsPath, lockfile, migrationDirectories, shadowDbInitScript: '' },
      filters: noFilters,
    });
    return result.appliedMigrationNames;
  } catch (error) {
    const cause = refusal ?? error;
    throw new AppError('migration_failed', `The database refused a migration: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  } finally {
    await close();
  }
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsPath, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The SQL that an empty database would need to hold schema.prisma: the start of a new migration file. */
export async function sqlFromEmpty(databaseUrl: string): Promise<string> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const files = [{ path: schemaPath, content: await readFile(schemaPath, 'utf8') }];
    const result = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return result.stdout ?? '';
  } finally {
    await close();
  }
}

/** The migrations that the database lacks. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`);
    const applied = new Set<string>();
    if (tables[0]?.name) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
      );
      for (const row of rows) applied.add(row.name);
    }
    return (await migrationNames()).filter((name) => !applied.has(name));
  });
}
