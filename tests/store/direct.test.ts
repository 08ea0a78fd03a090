import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, sql, type Database } from '../../src/db/client.ts';
import { openTestStore, type TestStore } from './harness.ts';

let store: TestStore;
let db: Database;
beforeAll(async () => {
  store = await openTestStore();
  db = openDatabase(store.url, { connections: 2 });
  await db.direct.$executeRaw(sql`CREATE TABLE note (text text)`);
});
afterAll(async () => {
  await db.$disconnect();
  await store.close();
});
const notes = () => db.direct.$queryRaw<{ text: string }[]>(sql`SELECT text FROM note`);

describe('statements straight to the driver', () => {
  test('any text, moment and list comes back as it was sent, the same as by Prisma', async () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const values = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), moment, fc.double({ noNaN: true, noDefaultInfinity: true })), {
      maxLength: 50,
    });
    await fc.assert(
      fc.asyncProperty(values, async (rows) => {
        const given = rows.map(([text, at, figure]) => ({
          text: text.replaceAll('\0', ''),
          at,
          figure: Object.is(figure, -0) ? 0 : figure,
        }));
        const read = sql`
          SELECT g.text, g.at, g.figure, to_jsonb(g.text) AS json
          FROM ROWS FROM (unnest(${given.map((row) => row.text)}::text[]), unnest(${given.map((row) => row.at)}::timestamptz[]),
            unnest(${given.map((row) => row.figure)}::float8[])) AS g(text, at, figure)`;
        const expected = given.map((row) => ({ ...row, json: row.text }));
        expect(await db.direct.$queryRaw(read)).toEqual(expected);
        expect(await db.$queryRaw(read)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('a transaction that fails leaves nothing behind, and its connection serves the next', async () => {
    const failing = db.direct.transaction(async (tx) => {
      await tx.$executeRaw(sql`INSERT INTO note VALUES ('lost')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await notes()).toEqual([]);
    expect(await db.direct.transaction((tx) => tx.$executeRaw(sql`INSERT INTO note VALUES ('a'), ('b')`))).toBe(2);
    expect(await notes()).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  test('a connection that breaks fails its transaction only', async () => {
    const broken = db.direct.transaction(async (tx) => {
      await tx.$executeRaw(sql`INSERT INTO note VALUES ('lost')`);
      await tx.$executeRaw(sql`SELECT pg_terminate_backend(pg_backend_pid())`);
    });
    await expect(broken).rejects.toThrow(/terminat/i);
    for (let i = 0; i < 4; i++) expect(await notes()).not.toContainEqual({ text: 'lost' });
  });
});
