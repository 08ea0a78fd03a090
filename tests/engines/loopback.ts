import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Received = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
};
export type Handler = (request: Received, response: ServerResponse) => void;

/** A real HTTP server on loopback; each request goes to `handle`. Dispose to close it with all connections. */
export async function loopback(handle: Handler) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://loopback');
      const one = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: text === '' ? null : JSON.parse(text),
      };
      received.push(one);
      handle(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}
