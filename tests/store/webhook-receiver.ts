import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { id: string; body: string; headers: IncomingHttpHeaders; status: number; path: string };
export type Answer = { status: number; headers?: Record<string, string>; body?: string } | null;

/** A receiver of webhooks on this machine; `answer` decides by the message and how many came before, null never answers. */
export async function webhookReceiver(
  answer: (message: Omit<Received, 'status'>, before: number) => Answer | Promise<Answer> = () => ({ status: 204 }),
) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    const take = async () => {
      const message = { id: String(request.headers['webhook-id'] ?? ''), body, headers: request.headers, path: request.url ?? '' };
      const given = await answer(message, received.length);
      received.push({ ...message, status: given?.status ?? 0 });
      if (given) response.writeHead(given.status, given.headers).end(given.body);
    };
    request.on('end', () => void take());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    accepted: () => received.filter(({ status }) => status >= 200 && status < 300),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
