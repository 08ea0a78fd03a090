import type { MiddlewareHandler } from 'hono';
import { InputError } from '../errors.ts';

/** The character NUL, written as JSON writes it; not a text that speaks of it. */
const nulInJson = /(?<!\\)(?:\\\\)*\\u0000|\0/;

/** No text of the database can hold NUL: whoever sends one is told so, wherever it stands. */
export const refuseNul: MiddlewareHandler = async (c, next) => {
  const { search, pathname } = new URL(c.req.url);
  if (`${pathname}${search}`.includes('%00')) refuse('query');
  if (c.req.header('content-type')?.includes('json') && nulInJson.test(await c.req.text())) refuse('body');
  return next();
};

function refuse(path: string): never {
  throw new InputError('The request is not usable.', [{ path, message: 'holds the character U+0000, which no text may hold.' }]);
}
