import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';
import { AppError } from '../errors.ts';
import type { AddressGuard } from './address-guard.ts';
import { guardedRequest, type GuardedReply } from './guarded-request.ts';

export type PageRequest = { address: string; headers: Record<string, string>; timeoutMs: number; maxBytes: number };
/** `body`: decompressed; null where it is larger than `maxBytes`, before or after. */
export type PageReply = { address: string; status: number; headers: GuardedReply['headers']; body: Buffer | null };

const inflaters = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};
const encodings = 'gzip, br';

/**
 * One GET of a page, bounded in time and size. An address without encryption that the guard refuses is asked for with it.
 * @throws {AppError} of the guard, `timeout`, `unreachable`, or `bad_response` where the reply breaks off or cannot be unpacked
 */
export async function requestPage(guard: AddressGuard, request: PageRequest): Promise<PageReply> {
  const { address, headers, timeoutMs, maxBytes } = request;
  const ask = (at: string) =>
    guardedRequest(guard, {
      address: at,
      method: 'GET',
      headers: { 'accept-encoding': encodings, ...headers },
      timeoutMs,
      keepBytes: maxBytes + 1,
    });
  const encrypted = address.replace(/^http:/, 'https:');
  let reached = address;
  const reply = await ask(address).catch((error: unknown) => {
    if (encrypted === address || !(error instanceof AppError) || error.code !== 'address_refused') throw error;
    reached = encrypted;
    return ask(encrypted);
  });
  return { address: reached, status: reply.status, headers: reply.headers, body: await unpack(reply, maxBytes) };
}

async function unpack({ headers, body, complete }: GuardedReply, maxBytes: number): Promise<Buffer | null> {
  if (body.length > maxBytes) return null;
  if (!complete) throw new AppError('bad_response', 'The reply broke off.');
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity' || body.length === 0) return body;
  const unpackAll = Object.hasOwn(inflaters, encoding) ? inflaters[encoding as keyof typeof inflaters] : null;
  if (!unpackAll) throw new AppError('bad_response', `The reply is encoded as ${encoding.slice(0, 40)}, which was not asked for.`);
  try {
    return await unpackAll(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw new AppError('bad_response', `The reply is not ${encoding}.`, { cause: error });
  }
}
