import { expect, test } from 'vitest';
import { parsePanel, type Panel } from '../../src/domain/analysis/panel.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { apiClient, type ErrorBody } from './client.ts';

type Read = { panelVersion: number; panel: Panel };
type Saved = { brand: string; panelVersion: number };

const { deps } = await openTestDeps();
const api = apiClient(deps);

const panel = parsePanel({
  brands: [
    {
      id: 'acme',
      name: 'Acme',
      own: true,
      aliases: [{ text: 'ACME', caseSensitive: true, near: ['crm', 'a, b'] }],
      domains: ['acme.example'],
    },
    { id: '小米', name: '小米', aliases: [{ text: '小米', notIn: ['小米粥'], notNear: ['煮'] }] },
  ],
});
const open = async (slug: string) => {
  await makeWorkspace(deps, { slug, panel });
  const read = async () => (await api<Read>('GET', `/api/v1/brands?workspace=${slug}`)).body;
  const change = (key: string, body: object) =>
    api<Saved & ErrorBody>('PATCH', `/api/v1/brands/${encodeURIComponent(key)}?workspace=${slug}`, body);
  const add = (body: object) => api<Saved & ErrorBody>('POST', `/api/v1/brands?workspace=${slug}`, body);
  const remove = (key: string, version: number) =>
    api<Saved & ErrorBody>('DELETE', `/api/v1/brands/${encodeURIComponent(key)}?workspace=${slug}&panelVersion=${version}`);
  return { read, change, add, remove };
};

test('what is read is sent back as it is, conditions of aliases and all, and changes nothing', async () => {
  const { read, change } = await open('same');
  const before = await read();
  expect(before).toMatchObject({ panelVersion: 1, panel });
  expect((await api('PUT', '/api/v1/brands?workspace=same', before.panel)).body).toMatchObject({ panelVersion: 1 });
  for (const { id, ...brand } of before.panel.brands)
    expect((await change(id, { ...brand, panelVersion: 1 })).body).toMatchObject({ brand: id, panelVersion: 1 });
  expect(await read()).toEqual(before);
});

test('one brand is added, changed, removed and brought back to its place, the others untouched', async () => {
  const { read, change, add, remove } = await open('edits');
  const added = await add({ name: 'Bolt Wise', aliases: ['Boltwise', { text: 'B', near: ['crm'] }], domains: ['www.boltwise.example'] });
  expect(added).toMatchObject({ status: 201, body: { brand: 'bolt-wise', panelVersion: 2 } });
  const renamed = await change('小米', { panelVersion: 2, name: 'Xiaomi', own: true });
  expect(renamed.body).toMatchObject({ panelVersion: 3 });
  const now = await read();
  expect(now.panel.brands.map(({ id, name, own }) => [id, name, own])).toEqual([
    ['acme', 'Acme', true],
    ['小米', 'Xiaomi', true],
    ['bolt-wise', 'Bolt Wise', false],
  ]);
  expect(now.panel.brands[1]?.aliases.map(({ text, notIn }) => [text, notIn])).toEqual([
    ['Xiaomi', []],
    ['小米', ['小米粥']],
  ]);
  expect(now.panel.brands[2]?.domains).toEqual(['boltwise.example']);
  expect((await remove('小米', 3)).status).toBe(200);
  expect((await read()).panel.brands.map(({ id }) => id)).toEqual(['acme', 'bolt-wise']);
  await add({ ...now.panel.brands[1], position: 1 });
  expect((await read()).panel).toEqual(now.panel);
});

test('a change that is based on what somebody else has changed since is refused; one of another brand is not', async () => {
  const { read, change, remove } = await open('races');
  expect((await change('acme', { panelVersion: 1, domains: ['acme.example', 'acme.test.example.org'] })).status).toBe(200);
  const lost = await change('acme', { panelVersion: 1, domains: [] });
  expect(lost.status).toBe(409);
  expect(lost.body.error.message).toContain('"Acme" was changed by somebody else');
  expect((await remove('acme', 1)).status).toBe(409);
  expect((await change('小米', { panelVersion: 1, own: true })).status).toBe(200);
  const both = await Promise.all([
    change('acme', { panelVersion: 3, name: 'Acme A' }),
    change('acme', { panelVersion: 3, name: 'Acme B' }),
  ]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect((await read()).panelVersion).toBe(4);
  expect((await change('nobody', { panelVersion: 4, own: true })).status).toBe(404);
});

test('what is wrong is told at its field, whichever brand has the alias already', async () => {
  const { read, change, add, remove } = await open('wrong');
  const refused = await change('acme', { panelVersion: 1, aliases: ['Acme', ' ', 'X', '小米'], domains: ['acme.example', 'nowhere'] });
  expect(refused.status).toBe(400);
  expect(refused.body.error.issues?.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
    'aliases.1 empty',
    'aliases.2 single_letter',
    'aliases.3 shared',
    'domains.1 not_a_domain',
  ]);
  expect((await add({ name: 'ACME' })).body.error.issues).toMatchObject([{ path: 'name', code: 'shared' }]);
  expect((await add({ name: '' })).body.error.issues).toMatchObject([{ path: 'name', code: 'empty' }]);
  expect((await read()).panelVersion).toBe(1);
  await remove('小米', 1);
  expect((await remove('acme', 2)).status).toBe(409);
});

test('the log says what of a brand was changed, conditions too', async () => {
  const { change } = await open('logged');
  const aliases = [{ text: '小米', caseSensitive: false, near: [], notNear: ['煮', '粥'], notIn: ['小米粥'] }];
  await change('小米', { panelVersion: 1, aliases });
  const { entries } = (await api<{ entries: object[] }>('GET', '/api/v1/audit/log?workspace=logged')).body;
  expect(entries[0]).toMatchObject({
    action: 'PATCH /api/v1/brands/{key}',
    before: { aliases: panel.brands[1]?.aliases },
    after: { aliases },
  });
});
