import type { z } from 'zod';
import { InputError } from '../errors.ts';

/**
 * One page of a list whose rows were read one further than `limit`, which tells whether there are more.
 * @returns its rows, and the cursor of the page after it; null for the last page
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

export const idOf = ({ id }: { id: string }): string => id;

/** A place in an order of several keys. */
export const writeCursor = (place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws {InputError} where the cursor is none that `writeCursor` made of such a place */
export function readCursor<Place>(cursor: string, schema: z.ZodType<Place>): Place {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw unknownPage();
  }
}

/** What to throw for a cursor that is none of ours. */
export const unknownPage = (): InputError =>
  new InputError('The page is not known.', [{ path: 'cursor', message: 'take it from `next` of the page before.' }]);
