import { beforeAll, expect, test } from 'vitest';
import type { ReadFunnel } from '../../src/services/conversions.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { apiClient } from './client.ts';

const { deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'funnel' });
  await makeWorkspace(deps, { slug: 'other' });
});

type Imported = { id: string | null; rows: { line: number; status: string; problems: { column: string; problem: string }[] }[] };
const path = (rest = '', slug = 'funnel') => `/api/v1/conversions${rest}?workspace=${slug}`;
const keep = (csv: string, more: object = {}) => api<Imported>('POST', path('/imports'), { csv, ...more });
const read = async (slug = 'funnel') => (await api<ReadFunnel>('GET', `${path('', slug)}&from=2026-09-07&to=2026-09-14`)).body;
const rates = async () => Object.fromEntries((await read()).stages.map(({ stage, rate }) => [stage, rate]));

const september = `stage,date,visitors,conversions
awareness,2026-09-07,1000,620
decision,2026-09-07,440,29
awareness,2026-09-14,5,5`;

test('without a file there are no figures of the company, and others’ averages are shown as that', async () => {
  expect(await read()).toEqual({
    stages: [],
    overall: null,
    othersAverages: { lost: { awareness: 0.38, consideration: 0.29 }, overall: 0.029 },
  });
});

test('a preview names each bad line and keeps nothing; a file with one is refused, unless bad ones may be left out', async () => {
  const bad = `${september}\nawareness,2026-09-08,ten,2`;
  const preview = await api<Imported>('POST', path('/imports/preview'), { csv: bad });
  expect(preview.body.rows.map(({ status }) => status)).toEqual(['new', 'new', 'new', 'bad']);
  expect(preview.body.rows[3]).toMatchObject({ line: 5, problems: [{ column: 'visitors', problem: 'no_count' }] });
  const refused = await api<{ error: { issues: { path: string }[] } }>('POST', path('/imports'), { csv: bad });
  expect(refused).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'line 5, visitors', message: 'no_count' }] } } });
  expect((await api('POST', path('/imports'), { csv: 'a,b\n1,2' })).status).toBe(400);
  expect(await rates()).toEqual({});
  expect((await keep(bad, { skipBad: true })).body.id).not.toBeNull();
  expect(await read()).toMatchObject({
    stages: [
      { stage: 'awareness', days: 1, visitors: 1000, conversions: 620, rate: 0.62, lost: 0.38 },
      { stage: 'decision', days: 1, visitors: 440, conversions: 29 },
    ],
    overall: { days: 1, visitors: 1000, conversions: 29, rate: 0.029 },
  });
});

test('the same file again, many at once, counts nothing twice and is no further import', async () => {
  const before = await read();
  const again = await Promise.all(Array.from({ length: 4 }, () => keep(september)));
  expect(again.map(({ body }) => body.id)).toEqual([null, null, null, null]);
  const fresh = `stage,date,visitors,conversions\nretention,2026-09-09,10,5`;
  const at = await Promise.all(Array.from({ length: 4 }, () => keep(fresh)));
  expect(at.filter(({ body }) => body.id !== null)).toHaveLength(1);
  const id = at.find(({ body }) => body.id !== null)?.body.id ?? '';
  expect((await api('DELETE', path(`/imports/${id}`))).status).toBe(200);
  expect(await read()).toEqual(before);
});

test('a correction counts instead of what was, until it is taken back', async () => {
  const corrected = await keep('stage,date,visitors,conversions\nawareness,2026-09-07,1000,500');
  expect(corrected.body.rows).toMatchObject([{ status: 'changed' }]);
  expect((await rates())['awareness']).toBe(0.5);
  const { imports } = (await api<{ imports: { id: string; added: number; changed: number; madeBy: string }[] }>('GET', path('/imports')))
    .body;
  expect(imports.map(({ added, changed }) => [added, changed])).toEqual([
    [0, 1],
    [3, 0],
  ]);
  expect(imports[0]?.madeBy).toBe('this machine');
  expect((await api('DELETE', path(`/imports/${corrected.body.id}`, 'other'))).status).toBe(404);
  expect((await api('DELETE', path(`/imports/${corrected.body.id}`))).status).toBe(200);
  expect((await rates())['awareness']).toBe(0.62);
  expect((await api('DELETE', path(`/imports/${corrected.body.id}`))).status).toBe(404);
});

test('another workspace sees nothing of it', async () => {
  expect((await read('other')).stages).toEqual([]);
});
