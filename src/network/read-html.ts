import { AppError } from '../errors.ts';
import type { AddressGuard } from './address-guard.ts';
import { guardedRequest } from './guarded-request.ts';

const mostRedirects = 4;
const timeoutMs = 5000;
const keepBytes = 262_144;
const headers = { 'user-agent': 'Wayseen', accept: 'text/html', 'accept-encoding': 'identity' };

/** The page at an address, behind its redirects. @throws {AppError} of the guard, `unreachable`, `timeout`, or `not_a_page` */
export async function readHtml(guard: AddressGuard, first: string): Promise<string> {
  let address = first;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    // Each address on the way is checked as the first was.
    const reply = await guardedRequest(guard, { address, method: 'GET', headers, timeoutMs, keepBytes });
    const { location } = reply.headers;
    if (reply.status >= 300 && reply.status < 400 && location !== undefined && URL.canParse(location, address)) {
      address = new URL(location, address).href;
      continue;
    }
    const type = reply.headers['content-type'] ?? '';
    if (reply.status !== 200 || !/html/i.test(type)) throw new AppError('not_a_page', `The site answered ${reply.status} ${type}.`);
    return decode(reply.body, type);
  }
  throw new AppError('not_a_page', 'The site leads from one address to another without end.');
}

/** In the encoding that the reply or the page declares; UTF-8 where that is none. */
function decode(body: Buffer, type: string): string {
  const start = body.subarray(0, 2048).toString('latin1');
  const named = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(body);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(body);
    throw error;
  }
}
