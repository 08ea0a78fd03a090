import fc from 'fast-check';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createAddressGuard, isNetwork, type Address } from '../../src/network/address-guard.ts';
import { guardedRequest } from '../../src/network/guarded-request.ts';

const named =
  (...addresses: string[]) =>
  async (): Promise<Address[]> =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that others gave us is refused', () => {
  const guard = createAddressGuard([], named('93.184.215.14'));
  test.each([
    ['this machine', 'https://127.0.0.1/x'],
    ['this machine, elsewhere in its network', 'https://127.255.0.9/'],
    ['this machine in decimal', 'https://2130706433/'],
    ['this machine in octal', 'https://0177.0.0.1/'],
    ['this machine in hexadecimal', 'https://0x7f000001/'],
    ['this machine, shortened', 'https://127.1/'],
    ['this machine in full-width digits', 'https://１２７.０.０.１/'],
    ['this machine with a dot behind', 'https://127.0.0.1./'],
    ['any address of this machine', 'https://0.0.0.0/'],
    ['zero', 'https://0/'],
    ['a private network, 10', 'https://10.1.2.3/'],
    ['a private network, 172.16', 'https://172.31.255.255/'],
    ['a private network, 192.168', 'https://192.168.1.1/'],
    ['carrier-grade NAT', 'https://100.64.0.1/'],
    ['link-local', 'https://169.254.1.1/'],
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['the metadata of Alibaba', 'https://100.100.100.200/'],
    ['the host of Azure', 'https://168.63.129.16/'],
    ['protocol assignments', 'https://192.0.0.192/'],
    ['a network of documentation', 'https://203.0.113.5/'],
    ['benchmarks', 'https://198.19.0.1/'],
    ['multicast', 'https://224.0.0.1/'],
    ['reserved', 'https://240.0.0.1/'],
    ['broadcast', 'https://255.255.255.255/'],
    ['IPv6 loopback', 'https://[::1]/'],
    ['IPv6 unspecified', 'https://[::]/'],
    ['IPv4 mapped into IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['a public IPv4 mapped into IPv6', 'https://[::ffff:8.8.8.8]/'],
    ['IPv4 compatible', 'https://[::127.0.0.1]/'],
    ['NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['NAT64 of an own network', 'https://[64:ff9b:1::a00:1]/'],
    ['6to4', 'https://[2002:7f00:1::1]/'],
    ['Teredo', 'https://[2001:0:1::1]/'],
    ['unique local', 'https://[fd00:ec2::254]/'],
    ['IPv6 link-local', 'https://[fe80::1]/'],
    ['IPv6 site-local', 'https://[fec0::1]/'],
    ['IPv6 multicast', 'https://[ff02::1]/'],
    ['IPv6 documentation', 'https://[2001:db8::1]/'],
    ['http', 'http://hooks.example/'],
    ['a user', 'https://user@hooks.example/'],
    ['a password', 'https://:secret@hooks.example/'],
    ['the port of mail', 'https://hooks.example:25/'],
    ['the port of Redis', 'https://hooks.example:6379/'],
    ['the port 0', 'https://hooks.example:0/'],
    ['another protocol', 'ftp://hooks.example/'],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'hooks.example/x'],
    ['nothing', ''],
    ['a book', `https://hooks.example/${'x'.repeat(2000)}`],
  ])('%s', async (_what, address) => {
    await expect(guard.check(address)).rejects.toMatchObject({ code: 'address_refused' });
  });

  test.each([['metadata.google.internal'], ['metadata'], ['printer.local'], ['metadata.google.internal.'], ['router.home.arpa']])(
    'the name %s, also where nobody knows it',
    async (name) => {
      const away = createAddressGuard(['127.0.0.0/8'], () => Promise.reject(new AppError('address_unknown', 'unknown')));
      await expect(away.check(`https://${name}/`)).rejects.toMatchObject({ code: 'address_refused' });
      await expect(away.check('https://hooks.example/')).rejects.toMatchObject({ code: 'address_unknown' });
    },
  );

  test.each([['10.0.0.1'], ['::1'], ['::ffff:10.0.0.1'], ['fe80::1%eth0'], ['169.254.169.254']])(
    'a name that leads to %s, alone or beside a public address',
    async (address) => {
      await expect(createAddressGuard([], named(address)).check('https://hooks.example/')).rejects.toMatchObject({
        code: 'address_refused',
      });
      const both = createAddressGuard([], named('93.184.215.14', address));
      await expect(both.check('https://hooks.example/')).rejects.toMatchObject({ code: 'address_refused' });
    },
  );
});

describe('an address is let through', () => {
  test.each([
    ['https://hooks.example/x?y=1#z', 'https://hooks.example/x?y=1'],
    ['https://hooks.example:8443/', 'https://hooks.example:8443/'],
    ['https://93.184.215.14/', 'https://93.184.215.14/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('%s', async (address, href) => {
    const { url, addresses } = await createAddressGuard([], named('93.184.215.14')).check(address);
    expect(url.href).toBe(href);
    expect(addresses).toHaveLength(1);
  });

  test('of a network that was named, also by http, and of no other', async () => {
    const guard = createAddressGuard(['127.0.0.0/8', '10.1.0.0/16', 'fd00::/8'], named('127.0.0.1', '::1'));
    expect((await guard.check('http://127.8.0.1:9999/')).addresses).toEqual([{ address: '127.8.0.1', family: 4 }]);
    expect((await guard.check('https://10.1.2.3/')).addresses).toHaveLength(1);
    expect((await guard.check('http://[fd00::5]/')).addresses).toHaveLength(1);
    expect((await guard.check('http://[::ffff:127.0.0.1]/')).addresses).toHaveLength(1);
    // Of a name only the addresses in it.
    expect((await guard.check('http://localhost:3000/')).addresses).toEqual([{ address: '127.0.0.1', family: 4 }]);
    for (const other of ['http://10.2.0.1/', 'http://192.168.0.1/', 'http://[::1]/', 'http://[fe80::1]/'])
      await expect(guard.check(other)).rejects.toMatchObject({ code: 'address_refused' });
  });
});

test('whatever a private address is written as, it is refused', async () => {
  const guard = createAddressGuard([], named('93.184.215.14'));
  const byte = fc.nat(255);
  const prefix = fc.constantFrom([10], [127], [0], [192, 168], [169, 254], [172, 16], [100, 64], [224], [255]);
  const spelling = fc.constantFrom(
    (n: number) => String(n),
    (n: number) => `0x${n.toString(16)}`,
    (n: number) => `0${n.toString(8)}`,
  );
  await fc.assert(
    fc.asyncProperty(
      prefix,
      fc.array(byte, { minLength: 4, maxLength: 4 }),
      fc.array(spelling, { minLength: 4, maxLength: 4 }),
      async (start, rest, spell) => {
        const bytes = [...start, ...rest].slice(0, 4);
        const value = bytes.reduce((sum, one) => sum * 256 + one, 0);
        const dotted = bytes.map((one, index) => (spell[index] ?? String)(one)).join('.');
        for (const host of [dotted, String(value), `0x${value.toString(16)}`, `[::ffff:${bytes.join('.')}]`])
          await expect(guard.check(`https://${host}/`)).rejects.toMatchObject({ code: 'address_refused' });
      },
    ),
    { numRuns: 100 },
  );
});

test('what names a network', () => {
  expect(['127.0.0.0/8', '10.0.0.1', 'fd00::/8', '::1'].every(isNetwork)).toBe(true);
  expect(['', 'localhost', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/'].some(isNetwork)).toBe(false);
});

describe('a request', () => {
  const serve = async (handle: Parameters<typeof createServer>[1]) => {
    const server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      port: (server.address() as AddressInfo).port,
      [Symbol.asyncDispose]: () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  };
  const post = { method: 'POST' as const, headers: {}, body: 'x', timeoutMs: 2000, keepBytes: 1024 };

  test('goes to the address that was checked, though the name leads elsewhere a moment later', async () => {
    await using server = await serve((_request, response) => response.end('here'));
    const answers = [['127.0.0.1'], ['10.255.255.1']];
    const guard = createAddressGuard(['127.0.0.0/8'], async () => named(...(answers.shift() ?? []))());
    const reply = await guardedRequest(guard, { ...post, address: `http://rebinding.example:${server.port}/` });
    expect([reply.status, reply.body.toString()]).toEqual([200, 'here']);
    expect(answers).toHaveLength(1);
  });

  test('keeps no more of the reply than it was told to, however long that is', async () => {
    await using server = await serve((_request, response) => {
      const more = () => void (response.writable && response.write('y'.repeat(100_000), more));
      more();
    });
    const reply = await guardedRequest(createAddressGuard(['127.0.0.1']), { ...post, address: `http://127.0.0.1:${server.port}/` });
    expect(reply.body.toString()).toBe('y'.repeat(1024));
  });

  test('ends in time where nothing answers, and keeps the status where only the body never ends', async () => {
    await using silent = await serve(() => undefined);
    await using endless = await serve((_request, response) => void response.write('begun'));
    const guard = createAddressGuard(['127.0.0.1']);
    const quick = { ...post, timeoutMs: 300 };
    await expect(guardedRequest(guard, { ...quick, address: `http://127.0.0.1:${silent.port}/` })).rejects.toMatchObject({
      code: 'timeout',
    });
    const reply = await guardedRequest(guard, { ...quick, address: `http://127.0.0.1:${endless.port}/` });
    expect([reply.status, reply.body.toString()]).toEqual([200, 'begun']);
    const never = createAddressGuard([], () => new Promise(() => undefined));
    await expect(guardedRequest(never, { ...quick, address: 'https://slow-name.example/' })).rejects.toMatchObject({ code: 'timeout' });
  });

  test('to where nobody listens fails in words', async () => {
    await expect(guardedRequest(createAddressGuard(['127.0.0.1']), { ...post, address: 'http://127.0.0.1:1025/' })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('The connection failed'),
    });
  });
});
