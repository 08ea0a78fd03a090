import { finished, pipeline, Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { Agent, request, type Dispatcher } from 'undici';

/** An ask has one deadline of its own, which ends the request (`openWire`). */
const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
  zstd: zlib.createZstdDecompress,
};

/**
 * `fetch` for what asking engines needs: a text as body, an abort signal, no redirects. The standard one takes several times
 * the processor, most of it for streams that nobody reads piece by piece.
 */
export const httpFetch: typeof globalThis.fetch = async (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`Not an address to ask: ${url.protocol}`);
  const { body = null, method = 'GET', signal = null } = init;
  if (input instanceof Request || (body !== null && typeof body !== 'string')) return globalThis.fetch(input, init);
  const headers = new Headers(init.headers);
  if (body !== null && !headers.has('content-type')) headers.set('content-type', 'text/plain;charset=UTF-8');
  return toResponse(await request(url, { dispatcher: agent, method, headers, body, signal }));
};

/** A response that reads its body in one go where that is all that is wanted, and as a stream where not. */
function toResponse({ statusCode: status, headers: given, body }: Dispatcher.ResponseData): Response {
  // A failure on either side reaches whoever reads; where nobody does, it must not end the process.
  body.on('error', () => undefined);
  const headers = Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
  if (status < 200 || status > 599) {
    body.destroy();
    throw new TypeError(`No HTTP status: ${status}`);
  }
  const response = new Response(null, { status, headers });
  const decoder = decoders[response.headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  const source: Readable = decoder ? pipeline(body, decoder(), () => undefined) : body;
  Object.defineProperty(response, 'body', { get: () => Readable.toWeb(source) });
  return withText(response, async () => new TextDecoder().decode(Buffer.concat(await chunksOf(source))));
}

/** The response with another way to its text, and to the JSON in it. */
export function withText(response: Response, text: () => Promise<string>): Response {
  const json = async (): Promise<unknown> => JSON.parse(await text());
  return Object.defineProperties(response, { text: { value: text, configurable: true }, json: { value: json, configurable: true } });
}

/** What a stream holds; Node's own consumers go by way of a Blob, at twice the price. */
function chunksOf(source: Readable): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    source.on('data', (chunk: Buffer) => chunks.push(chunk));
    finished(source, { writable: false }, (error) => (error ? reject(error) : resolve(chunks)));
  });
}
