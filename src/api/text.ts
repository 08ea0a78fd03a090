import type { MiddlewareHandler } from 'hono';
import { AppError, InputError } from '../errors.ts';

/** A body is held whole, and several times: no file that people bring comes near this. */
const mostBytes = 10_000_000;
/** Nothing that we take is nested deeper; what walks a value would run out of stack. */
const mostLevels = 64;

/** Not hono's own: it makes the request anew from the server's, which the standard Request takes for none where no length is told, as in every DELETE of a browser. */
export const limitBody: MiddlewareHandler = async (c, next) => {
  const { raw } = c.req;
  if (['GET', 'HEAD'].includes(raw.method)) return next();
  const told = raw.headers.has('transfer-encoding') ? null : raw.headers.get('content-length');
  if (told !== null) return Number(told) > mostBytes ? tooLarge() : next();
  const body = await readBody(raw);
  c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, ...(body.length > 0 && { body }) });
  return next();
};

async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > mostBytes) tooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(): never {
  throw new AppError('too_large', `A request may hold no more than ${mostBytes / 1e6} MB.`);
}

/** The character NUL, written as JSON writes it; not a text that speaks of it. */
const nulInJson = /(?<!\\)(?:\\\\)*\\u0000|\0/;

/** What no route can take, wherever it stands: NUL, which no text of the database can hold, and values nested without end. */
export const refuseUnusable: MiddlewareHandler = async (c, next) => {
  const { search, pathname } = new URL(c.req.url);
  if (`${pathname}${search}`.includes('%00')) refuse('query', 'holds the character U+0000, which no text may hold.');
  if (c.req.header('content-type')?.includes('json')) {
    const text = await c.req.text();
    if (nulInJson.test(text)) refuse('body', 'holds the character U+0000, which no text may hold.');
    if (levelsOf(text) > mostLevels) refuse('body', `is nested more than ${mostLevels} levels deep.`);
  }
  return next();
};

/** How deep lists and objects stand in each other; what is no JSON is told by who parses it. */
function levelsOf(json: string): number {
  let [level, deepest, inText] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (inText && sign === '\\') at++;
    else if (sign === '"') inText = !inText;
    else if (inText) continue;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++level);
    else if (sign === ']' || sign === '}') level--;
  }
  return deepest;
}

function refuse(path: string, message: string): never {
  throw new InputError('The request is not usable.', [{ path, message }]);
}
