import type { Prisma } from './generated/client.ts';
import { sortInMemory, sql, type Database } from './client.ts';

export type Reading<T> = (tx: Prisma.TransactionClient) => Promise<T>;
const oneState = { isolationLevel: 'RepeatableRead' } as const;

/** Runs two readings at once, each on a connection of its own, and both of one state of the database. */
export const readTogether = <A, B>(db: Database, first: Reading<A>, second: Reading<B>): Promise<[A, B]> =>
  db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ snapshot: string }[]>(sql`SELECT pg_export_snapshot() AS snapshot`);
    // No parameter may stand here; what PostgreSQL gives is of hexadecimal digits and dashes.
    const snapshot = /^[0-9A-F-]+$/.exec(row?.snapshot ?? '')?.[0];
    if (snapshot === undefined) throw new Error('PostgreSQL gave no snapshot.');
    const beside = db.$transaction(async (other) => {
      await other.$executeRawUnsafe(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
      await sortInMemory(other);
      return second(other);
    }, oneState);
    await sortInMemory(tx);
    return Promise.all([first(tx), beside]);
  }, oneState);
