import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startProduct, type Started } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whoever asks here gets the product that all files share. */
    productKeeper: string;
  }
}

/** One product for all files, started when the first of them asks: filling its demo would slow the tests of other projects. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Started> | null = null;
  const keeper = createServer((_, reply) => {
    started ??= startProduct();
    started.then(
      ({ base, dataDir }) => reply.end(JSON.stringify({ base, dataDir })),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    );
  });
  keeper.listen(0, '127.0.0.1');
  await once(keeper, 'listening');
  project.provide('productKeeper', `http://127.0.0.1:${(keeper.address() as AddressInfo).port}`);
  return async () => {
    keeper.close();
    await (await started)?.close();
  };
}
