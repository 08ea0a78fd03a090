import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';
import { openDirect, type Direct, type Queries } from './direct.ts';
import { Prisma, PrismaClient } from './generated/client.ts';

export type Database = PrismaClient & { readonly direct: Direct };
/** A transaction of the database, with its models. */
export type Transaction = Prisma.TransactionClient;
export type { Queries };

export const sql = Prisma.sql;
export const emptySql = Prisma.empty;

/** For the rest of a transaction that reads much at once: PostgreSQL's usual 4 MB would send its sorting to the disk. */
export async function sortInMemory(tx: Queries): Promise<void> {
  await tx.$executeRaw(sql`SET LOCAL work_mem = '64MB'`);
}

export function openDatabase(databaseUrl: string, options: { connections?: number } = {}): Database {
  const max = options.connections ?? 12;
  const pool = new pg.Pool({ connectionString: databaseUrl, max, keepAlive: true, application_name: 'wayseen' });
  pool.on('error', () => undefined); // of a connection that nobody uses: the next to need one opens it
  const nameOf = nameStatements();
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql: text }) => nameOf(text), disposeExternalPool: true });
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions: { maxWait: 30_000, timeout: 120_000 } });
  return Object.assign(prisma, { direct: openDirect(pool, nameOf) });
}

/** A named statement is planned once a connection instead of at each call; past a bound, rare ones stay unnamed. */
function nameStatements(): (statement: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = names.size < 500 ? `w${names.size}` : '';
    if (name !== '') names.set(text, name);
    return name;
  };
}

/** Where a database is, without who may enter. */
export function describeDatabase(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${hostname}:${port || 5432}${pathname}`;
}

/** Waits for a database that is away. @throws {AppError} that names it when it stays away, or refuses us */
export async function waitForDatabase(databaseUrl: string, options: { waitMs: number; log: (message: string) => void }): Promise<void> {
  const giveUpAt = Date.now() + options.waitMs;
  for (let attempt = 0; ; attempt++) {
    const failure = await tryConnect(databaseUrl);
    if (failure === null) return;
    const name = describeDatabase(databaseUrl);
    if (failure.final) throw new AppError('database_refused', `${name} refuses us: ${failure.reason}. Check DATABASE_URL.`);
    if (Date.now() > giveUpAt)
      throw new AppError('database_away', `${name} cannot be reached: ${failure.reason}. Start it, or check DATABASE_URL.`);
    if (attempt === 0) options.log(`Waiting for ${name}: ${failure.reason}.`);
    await sleep(Math.min(250 * 2 ** attempt, 3000));
  }
}

// Wrong password, unknown role, unknown database: waiting does not help.
const finalCodes = new Set(['28P01', '28000', '3D000']);

async function tryConnect(connectionString: string): Promise<{ reason: string; final: boolean } | null> {
  try {
    await withClient(connectionString, () => Promise.resolve());
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = error instanceof Error && error.message !== '' ? error.message : code || 'no answer';
    return { reason, final: finalCodes.has(code) };
  }
}

/**
 * Lets `use` have a connection of its own, for what the store's pool cannot do. A server that goes away fails what was asked
 * of it; with nobody listening it would end the process.
 * @throws {AppError} `database_away` where the connection is lost
 */
export async function withClient<Result>(connectionString: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  let lost = false;
  client.on('error', () => (lost = true));
  try {
    await client.connect();
    return await use(client);
  } catch (cause) {
    if (!lost) throw cause;
    const message = `${describeDatabase(connectionString)} went away. Start again: what was begun is taken up where it was left.`;
    throw new AppError('database_away', message, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function pingDatabase(db: Database): Promise<void> {
  await db.$queryRaw(sql`SELECT 1`);
}
