import { EngineError } from '../errors.ts';
import type { EngineDeps, Exchange } from './engine.ts';
import { withText } from './http-fetch.ts';

/** The largest answer read; an engine's real ones stay below 1 MB. */
const maxBodyBytes = 20_000_000;

export type WireResponse = { status: number; headers: Headers; body: string };

/**
 * What one ask sends and receives. It gives the vendor's SDK a `fetch` that records every exchange, ends at one
 * deadline for the whole ask, follows no redirect (a key must not travel to another host) and reads bounded bodies.
 */
export type Wire = {
  readonly label: string;
  readonly fetch: typeof globalThis.fetch;
  readonly exchanges: Exchange[];
  readonly now: () => number;
  /** Why the ask ended from our side; null while it runs. */
  readonly ended: () => 'timeout' | 'cancelled' | null;
  /** The response to the latest request; null while none came. */
  readonly last: () => WireResponse | null;
  /** Set where a response was read but cannot be used. */
  readonly failure: () => EngineError | null;
  readonly redact: (text: string) => string;
  readonly close: () => void;
};

type WireOptions = { label: string; secrets: readonly string[]; signal: AbortSignal | undefined };

export function openWire(deps: EngineDeps, { label, secrets, signal }: WireOptions): Wire {
  const deadline = deadlineOf(deps.timeoutMs, signal);
  const exchanges: Exchange[] = [];
  let last: WireResponse | null = null;
  let failure: EngineError | null = null;

  async function recordingFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    last = null;
    deadline.signal.throwIfAborted();
    const both = init.signal ? AbortSignal.any([init.signal, deadline.signal]) : deadline.signal;
    const response = await deps.fetch(input, { ...init, signal: both, redirect: 'manual' });
    const body = await readBounded(response);
    if (body === null) {
      failure = new EngineError('bad_response', `${label} sent more than ${maxBodyBytes / 1e6} MB.`, { status: response.status });
      throw failure;
    }
    last = { status: response.status, headers: response.headers, body };
    exchanges.push({ request: describeRequest(input, init), status: response.status, body: redactLong(body, secrets) });
    // The SDK gets the same response once more, its body already read.
    return withText(response, () => Promise.resolve(body));
  }

  return {
    label,
    fetch: recordingFetch,
    exchanges,
    now: deps.now,
    ended: deadline.ended,
    last: () => last,
    failure: () => failure,
    redact: (text) => redactAll(text, secrets, 4),
    close: deadline.close,
  };
}

/** A timer of our own: an AbortSignal.timeout inside AbortSignal.any may be collected before it fires (nodejs/node#57736). */
function deadlineOf(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let ended: 'timeout' | 'cancelled' | null = null;
  const end = (why: 'timeout' | 'cancelled') => {
    ended ??= why;
    controller.abort(new DOMException('The ask was ended.', why === 'timeout' ? 'TimeoutError' : 'AbortError'));
  };
  const onOuter = () => end(isTimeout(outer?.reason) ? 'timeout' : 'cancelled');
  const timer = setTimeout(() => end('timeout'), timeoutMs);
  if (outer?.aborted) onOuter();
  outer?.addEventListener('abort', onOuter, { once: true });
  const close = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', onOuter);
  };
  return { signal: controller.signal, ended: () => ended, close };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

async function readBounded(response: Response): Promise<string | null> {
  // Where the length is told, nothing longer is read: no need to watch it come, nor to open a stream for it.
  const told = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  if (told !== null && Number(told) <= maxBodyBytes) return response.text();
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder().decode(Buffer.concat(chunks));
    bytes += value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(value);
  }
}

/** No headers: they hold the key. SerpApi takes it in the address. */
function describeRequest(input: string | URL | Request, init: RequestInit): Exchange['request'] {
  const url = new URL(input instanceof Request ? input.url : String(input));
  for (const name of ['api_key', 'key']) url.searchParams.delete(name);
  url.username = '';
  url.password = '';
  const method = init.method ?? (input instanceof Request ? input.method : 'GET');
  return { method: method.toUpperCase(), url: url.href, body: typeof init.body === 'string' ? parsedOrText(init.body) : null };
}

function parsedOrText(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Bodies are kept verbatim; only a real key is taken out, never a short word that happens to be a test's key. */
function redactLong(body: string, secrets: readonly string[]): string {
  return redactAll(body, secrets, 20);
}

function redactAll(text: string, secrets: readonly string[], minLength: number): string {
  let redacted = text;
  for (const secret of secrets) {
    if (secret.length < minLength) continue;
    redacted = redacted.replaceAll(secret, '[key]').replaceAll(encodeURIComponent(secret), '[key]');
  }
  return redacted;
}
