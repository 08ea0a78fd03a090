import pg from 'pg';
import type { Prisma } from './generated/client.ts';

type Sql = Prisma.Sql;

/** What a statement may run on: the database, a transaction of it, or the driver itself. */
export type Queries = {
  /** @returns the rows */
  $queryRaw: <Rows = unknown>(query: Sql) => Promise<Rows>;
  /** @returns how many rows it changed */
  $executeRaw: (query: Sql) => Promise<number>;
};

/**
 * Statements straight to the driver, for those that carry documents: Prisma escapes the text of a parameter three times on
 * its way, which for 200 KB of JSON takes ten times what the driver needs. Moments are Dates and JSON is parsed as with
 * Prisma; dates, bigints and numerics are text.
 */
export type Direct = Queries & { transaction: <Result>(run: (tx: Queries) => Promise<Result>) => Promise<Result> };

/** @param nameOf the name under which a connection keeps the statement's plan, '' for none */
export function openDirect(pool: pg.Pool, nameOf: (statement: string) => string): Direct {
  const queriesOn = (runner: pg.Pool | pg.PoolClient): Queries => {
    const run = ({ text, values }: Sql) => runner.query({ name: nameOf(text), text, values, types });
    return {
      $queryRaw: async <Rows>(query: Sql) => (await run(query)).rows as Rows,
      $executeRaw: async (query) => (await run(query)).rowCount ?? 0,
    };
  };
  return {
    ...queriesOn(pool),
    transaction: async (run) => {
      const client = await pool.connect();
      // A connection that breaks fails what is asked of it; with nobody listening it would end the process as well.
      const ignore = () => undefined;
      client.on('error', ignore);
      const release = (broken: boolean) => client.off('error', ignore).release(broken);
      try {
        await client.query('BEGIN');
        const result = await run(queriesOn(client));
        await client.query('COMMIT');
        release(false);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => release(false),
          () => release(true),
        );
        throw error;
      }
    },
  };
}

/** The driver's own parser loses a millisecond to rounding now and then: .029 s is 28.999… ms to it. */
const momentOf = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));

const asText = (text: string) => text;
type Parser = (text: string) => unknown;
const parsers = new Map<number, Parser>([
  [pg.types.builtins.TIMESTAMPTZ, momentOf],
  [pg.types.builtins.DATE, asText],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser => parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as Parser),
};
