import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { AppError } from '../errors.ts';
import type { Address, AddressGuard } from './address-guard.ts';

export type GuardedRequest = {
  address: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** For the whole, name resolution included. */
  timeoutMs: number;
  /** How much of the reply is kept; nothing is read beyond it. */
  keepBytes: number;
};
/** `complete`: the reply ended by itself within `keepBytes`. */
export type GuardedReply = { status: number; headers: IncomingMessage['headers']; body: Buffer; complete: boolean };

/**
 * One request to an address that somebody gave us. The connection goes to an address that the guard has let through, and
 * nowhere else: redirects are not followed, connections are not shared.
 * @throws {AppError} of the guard, `timeout`, or `unreachable`
 */
export async function guardedRequest(guard: AddressGuard, request: GuardedRequest): Promise<GuardedReply> {
  const late = AbortSignal.timeout(request.timeoutMs);
  const { url, addresses } = await Promise.race([guard.check(request.address), rejectOn(late, request.timeoutMs)]);
  const { method, headers, body } = request;
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const call = send(url, { method, headers, agent: false, lookup: only(addresses), signal: late }, (reply) => {
      // From here on a failure only cuts the reply short.
      call.off('error', fail).on('error', () => undefined);
      void readStart(reply, request.keepBytes).then((start) => {
        const { complete } = reply;
        call.destroy();
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: start, complete });
      });
    });
    const fail = (error: Error) => reject(late.aborted ? timeout(request.timeoutMs) : unreachable(error));
    call.on('error', fail);
    call.end(body);
  });
}

const unreachable = (cause: Error) => new AppError('unreachable', `The connection failed: ${cause.message}.`, { cause });
const timeout = (ms: number) => new AppError('timeout', `There was no reply within ${ms / 1000} seconds.`);

/** Connects to what was checked, whatever the name leads to by now. */
const only =
  (addresses: Address[]): LookupFunction =>
  (_name, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(first ? null : new Error('no address'), first?.address ?? '', first?.family);
  };

/** The status is what counts: a reply that breaks off or never ends is kept as far as it came. */
function readStart(reply: IncomingMessage, keepBytes: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const done = () => resolve(Buffer.concat(parts).subarray(0, keepBytes));
    reply.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size >= keepBytes) done();
    });
    reply.once('end', done);
    reply.once('error', done);
    reply.once('close', done);
  });
}

const rejectOn = (signal: AbortSignal, ms: number) =>
  new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(timeout(ms)), { once: true }));
