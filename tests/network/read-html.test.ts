import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createAddressGuard } from '../../src/network/address-guard.ts';
import { proposeBrand } from '../../src/services/propose-brand.ts';
import { readHtml } from '../../src/network/read-html.ts';

const guard = createAddressGuard(['127.0.0.0/8']);
const html = { 'content-type': 'text/html' };

async function site(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

test('a site is read behind its redirects, in the encoding that it declares', async () => {
  await using served = await site(({ url }, reply) => {
    if (url === '/') reply.writeHead(301, { location: '/home' }).end();
    else
      reply.writeHead(200, { 'content-type': 'text/html; charset=gbk' }).end(Buffer.from('3c7469746c653ecea2c3cb3c2f7469746c653e', 'hex'));
  });
  expect(await readHtml(guard, served.url)).toBe('<title>微盟</title>');
});

test('a redirect into a private network, in a circle or to no page ends with what was wrong', async () => {
  await using inward = await site((_, reply) => reply.writeHead(302, { location: 'https://169.254.169.254/latest/' }).end());
  await expect(readHtml(guard, inward.url)).rejects.toMatchObject({ code: 'address_refused' });
  await using circle = await site((_, reply) => reply.writeHead(302, { location: '/' }).end());
  await expect(readHtml(guard, circle.url)).rejects.toMatchObject({ code: 'not_a_page' });
  await using gone = await site((_, reply) => reply.writeHead(404, html).end('<title>Acme</title>'));
  await expect(readHtml(guard, gone.url)).rejects.toMatchObject({ code: 'not_a_page' });
});

test('a brand’s site and industry bring proposals, and without the site the rest is there', async () => {
  await using served = await site((_, reply) => reply.writeHead(200, html).end('<title>Acme Cloud | CRM</title>'));
  const asked = { name: 'Acme', industry: 'crm', locales: ['en'] };
  expect(await proposeBrand({ guard }, { ...asked, domain: served.url })).toMatchObject({ aliases: ['Acme Cloud'], problem: null });
  const without = await proposeBrand({ guard }, { ...asked, domain: 'https://169.254.169.254/' });
  expect(without).toMatchObject({ aliases: [], site: null, problem: { code: 'address_refused' } });
  expect(without.competitors.map(({ name }) => name)).toContain('HubSpot');
});

test('nobody is proposed as their own competitor, and no brand of another language’s market', async () => {
  const { competitors } = await proposeBrand({ guard }, { name: 'hubspot', domain: null, industry: 'crm', locales: ['zh-CN'] });
  const names = competitors.map(({ name }) => name);
  expect(names).toContain('纷享销客');
  expect(names).not.toContain('HubSpot');
  expect(names).not.toContain('Pipedrive');
  expect((await proposeBrand({ guard }, { name: 'x', domain: null, industry: '../..', locales: ['en'] })).competitors).toEqual([]);
});
