import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { httpFetch } from '../../src/engines/http-fetch.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}

test('request and response arrive whole, as with the standard fetch', async () => {
  const url = await serve((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json', 'x-limit': ['1', '2'] });
      response.end(
        JSON.stringify({ method: request.method, body, type: request.headers['content-type'], key: request.headers['authorization'] }),
      );
    });
  });
  const init = { method: 'POST', body: '{"q":"哪款好？😀"}', headers: { authorization: 'Bearer k', 'content-type': 'application/json' } };
  for (const one of [httpFetch, globalThis.fetch]) {
    const response = await one(url, init);
    expect([response.status, response.ok, response.headers.get('x-limit')]).toEqual([201, true, '1, 2']);
    expect(await response.json()).toEqual({ method: 'POST', body: init.body, type: 'application/json', key: 'Bearer k' });
  }
});

test('a compressed answer is read, as text and as a stream', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync('an answer'));
  });
  expect(await (await httpFetch(url)).text()).toBe('an answer');
  const parts: Uint8Array[] = [];
  for await (const part of (await httpFetch(url)).body ?? []) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe('an answer');
});

test('a redirect is handed back, never followed', async () => {
  const url = await serve((_, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/' });
    response.end();
  });
  expect((await httpFetch(url, { redirect: 'manual' })).status).toBe(302);
});

test('an abort ends the wait for the answer, and the reading of it', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/never') return;
    response.writeHead(200);
    response.write('half of it');
  });
  const stop = new AbortController();
  const waiting = httpFetch(`${url}never`, { signal: stop.signal });
  const reading = (await httpFetch(url, { signal: stop.signal })).text();
  stop.abort(new DOMException('Enough.', 'TimeoutError'));
  await expect(waiting).rejects.toThrow('Enough.');
  await expect(reading).rejects.toThrow(/./);
  await expect(httpFetch(url, { signal: stop.signal })).rejects.toThrow('Enough.');
});

test('an answer that nobody reads may break off without a word', async () => {
  const broken = new Promise<void>((resolve) => {
    void serve((_, response) => {
      response.writeHead(200);
      response.write('half of it');
      response.once('close', resolve);
    }).then(async (url) => {
      const stop = new AbortController();
      await httpFetch(url, { signal: stop.signal });
      stop.abort();
    });
  });
  await broken; // an error that nobody listens to would end this test run
});

test.each([
  ['nobody listens', null],
  ['the connection breaks', 'break'],
  ['something else than HTTP answers', 'SSH-2.0-x\r\n'],
  ['the answer ends too early', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort'],
  ['the status is none', 'HTTP/1.1 999 What\r\ncontent-length: 0\r\n\r\n'],
])('where %s, asking fails and nothing hangs', async (_, reply) => {
  const raw = createRawServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => (reply === 'break' ? socket.destroy() : socket.end(reply ?? '')));
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  const address = raw.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  if (reply === null) await new Promise((resolve) => raw.close(resolve));
  await expect(httpFetch(url, { method: 'POST', body: 'x' }).then((response) => response.text())).rejects.toThrow(/./);
  if (reply !== null) raw.close();
});

test('an address that is not of the web is refused', async () => {
  await expect(httpFetch('file:///etc/passwd')).rejects.toThrow(/file:/);
});
