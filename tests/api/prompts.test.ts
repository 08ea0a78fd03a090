import { expect, test } from 'vitest';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle } from '../store/stored-answers.ts';
import { apiClient, type ErrorBody } from './client.ts';

type Prompt = { id: string; stage: string; intent: string; language: string; text: string; tags: string[]; version: number };
type Row = { line: number; status: string; problems: { column: string; problem: string }[] };

const { store, deps } = await openTestDeps();
const api = apiClient(deps);

const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const, intent: 'leads' },
  { text: 'Which CRM suits a small agency?', intent: 'agency' },
];
const list = async (workspace: string, archived = false) =>
  (await api<{ prompts: Prompt[] }>('GET', `/api/v1/prompts?workspace=${workspace}&archived=${archived}`)).body.prompts;

test('many prompts are moved, tagged and archived at once, and their past stays where it was asked', async () => {
  const workspace = await makeWorkspace(deps, { prompts, slug: 'bulk' });
  const ids = (await list('bulk')).map(({ id }) => id);
  const change = (body: object) => api<{ changed: number }>('PATCH', '/api/v1/prompts?workspace=bulk', { ids, ...body });
  expect((await change({ stage: 'decision', addTags: ['b', 'a'], language: 'de' })).body).toEqual({ changed: 2 });
  expect(await list('bulk')).toEqual([
    expect.objectContaining({ stage: 'decision', intent: 'agency', language: 'de', tags: ['a', 'b'], version: 1 }),
    expect.objectContaining({ stage: 'decision', intent: 'leads', language: 'de', tags: ['a', 'b'], version: 1 }),
  ]);
  await change({ removeTags: ['a'], archived: true });
  expect(await list('bulk')).toEqual([]);
  expect((await list('bulk', true)).map(({ tags }) => tags)).toEqual([['b'], ['b']]);
  await change({ archived: false });
  expect(await list('bulk')).toHaveLength(2);
  expect(workspace.stages).not.toContain('decision');
});

test('a prompt that is added is told by its id, and the same one again adds nothing', async () => {
  await makeWorkspace(deps, { prompts, slug: 'single' });
  const one = { stage: 'awareness', intent: 'fresh', language: 'en', text: 'What is a CRM for?', tags: ['new'] };
  const add = async () =>
    (await api<{ added: number; ids: string[] }>('POST', '/api/v1/prompts?workspace=single', { prompts: [one] })).body;
  const { added, ids } = await add();
  expect(added).toBe(1);
  expect((await list('single')).find(({ text }) => text === one.text)).toMatchObject({ ...one, id: ids[0], version: 1 });
  expect(await add()).toEqual({ added: 0, ids: [] });
  await api('PATCH', `/api/v1/prompts/${ids[0]}?workspace=single`, { archived: true });
  expect((await list('single')).map(({ text }) => text)).not.toContain(one.text);
});

test('an edit that starts from an outdated wording is refused, and the wording that somebody else made stays', async () => {
  await makeWorkspace(deps, { prompts, slug: 'two-tabs' });
  const id = (await list('two-tabs'))[0]?.id ?? '';
  const edit = (text: string, version?: number) =>
    api<{ version: number } & ErrorBody>('PATCH', `/api/v1/prompts/${id}?workspace=two-tabs`, { text, ...(version && { version }) });
  expect((await edit('Theirs, at first sight', 1)).body).toEqual({ version: 2 });
  expect(await edit('Mine, of what was there before', 1)).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  expect((await list('two-tabs'))[0]).toMatchObject({ text: 'Theirs, at first sight', version: 2 });
  // The same words again are no other wording: a request that is sent twice is done.
  expect((await edit('Theirs, at first sight', 1)).body).toEqual({ version: 2 });
  expect((await edit('Mine, having read theirs', 2)).body).toEqual({ version: 3 });
  expect((await edit('Whatever is there')).body).toEqual({ version: 4 });
});

test('a language is one that is known, however its code is written', async () => {
  await makeWorkspace(deps, { prompts: [], slug: 'tongues' });
  const prompt = { stage: 'awareness', intent: 'leads', text: 'How do I find customers?' };
  const add = (language: string) => api('POST', '/api/v1/prompts?workspace=tongues', { prompts: [{ ...prompt, language }] });
  expect((await add('zh_tw')).status).toBe(201);
  expect(await list('tongues')).toEqual([expect.objectContaining({ language: 'zh-TW' })]);
  for (const language of ['xx yy zz!!', 'english', 'jp', 'e']) {
    const { status, body } = await add(language);
    expect(status).toBe(400);
    expect(body.error.issues).toEqual([
      expect.objectContaining({ path: expect.stringContaining('language'), message: expect.stringContaining('such as en, de or zh-TW') }),
    ]);
  }
  const [{ id } = { id: '' }] = await list('tongues');
  expect((await api('PATCH', '/api/v1/prompts?workspace=tongues', { ids: [id], language: 'chinese' })).status).toBe(400);
});

test('prompts of another workspace are out of reach', async () => {
  await makeWorkspace(deps, { prompts, slug: 'mine' });
  await makeWorkspace(deps, { prompts, slug: 'theirs' });
  const ids = (await list('theirs')).map(({ id }) => id);
  expect((await api('PATCH', '/api/v1/prompts?workspace=mine', { ids, archived: true })).body).toEqual({ changed: 0 });
  expect(await list('theirs')).toHaveLength(2);
});

const send = <T>(workspace: string, csv: string, more: object = {}) =>
  api<T & ErrorBody>('POST', `/api/v1/prompts/import?workspace=${workspace}`, { csv, ...more });

test('a preview says what each line is, names what is wrong in a bad one, and adds nothing', async () => {
  await makeWorkspace(deps, { prompts: [], slug: 'import' });
  const csv = [
    'stage,intent,language,text,tags',
    'awareness,leads,en,"How do I, as a shop, find customers?",a; b',
    'awareness,leads,en,"How do I, as a shop, find customers?",',
    'buying,leads,en,Where to buy?,',
    ',leads,e,x,',
  ].join('\n');
  const { body } = await send<{ rows: Row[]; added: number }>('import', csv, { dry: true });
  expect(body.rows.map(({ line, status }) => [line, status])).toEqual([
    [2, 'new'],
    [3, 'known'],
    [4, 'bad'],
    [5, 'bad'],
  ]);
  expect(body.rows[2]?.problems).toEqual([{ column: 'stage', problem: 'unknown_stage' }]);
  expect(body.rows[3]?.problems.map(({ column, problem }) => `${column} ${problem}`)).toEqual([
    'stage missing',
    'language unknown_language',
    'text too_short',
  ]);
  expect(await list('import')).toEqual([]);
  const refused = await send('import', csv);
  expect(refused.status).toBe(400);
  expect(refused.body.error.issues?.map(({ path }) => path)).toContain('line 4, stage');
  expect((await send<{ added: number }>('import', csv, { skipBad: true })).body.added).toBe(1);
  expect(await list('import')).toEqual([expect.objectContaining({ intent: 'leads', tags: ['a', 'b'] })]);
});

test('a file without the columns that are needed is refused, and says which are missing', async () => {
  const { status, body } = await send('import', 'text\nWhat?');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('stage, intent, language is missing');
});

test('what is exported can be imported, and no cell of it is run by a spreadsheet', async () => {
  await makeWorkspace(deps, { prompts: [{ text: '=HYPERLINK("https://evil.example")', intent: '+1' }, ...prompts], slug: 'export' });
  const { csv } = (await api<{ csv: string }>('GET', '/api/v1/prompts/export?workspace=export')).body;
  expect(csv).not.toMatch(/(^|,|")[=+@-]/m);
  await makeWorkspace(deps, { prompts: [], slug: 'copy' });
  await send('copy', csv);
  const same = (all: Prompt[]) => all.map(({ stage, intent, language, text }) => ({ stage, intent, language, text }));
  expect(same(await list('copy'))).toEqual(same(await list('export')));
});

test('each prompt has its own visibility with its interval, by week, and what it costs a month', async () => {
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai'], slug: 'figures' });
  const { jobs } = await planNow(deps, store, workspace, { repeats: 4 });
  for (const [index, job] of jobs.entries()) {
    const askedAt = new Date(index % 2 === 0 ? '2026-09-02T00:00:00Z' : '2026-09-09T00:00:00Z');
    await endObservation(deps, job, outcome({ askedAt, text: 'Acme is fine.', costUsd: 0.25 }));
  }
  await settle(deps, workspace);
  const due = await store.rows<{ day: string }>(`SELECT max(due_at)::date::text AS day FROM answer WHERE workspace_id = '${workspace.id}'`);
  const to = new Date(Math.max(Date.parse(due[0]?.day ?? ''), Date.parse('2026-09-20')) + 86_400_000).toISOString().slice(0, 10);
  const { body } = await api<{
    prompts: { prompt: string; visibility: Figure; stability: Figure; weeks: { start: string; value: number }[]; usdPerMonth: number }[];
  }>('GET', `/api/v1/prompts/figures?workspace=figures&from=2026-08-31&to=${to}`);
  expect(body.prompts.map(({ prompt }) => prompt).toSorted()).toEqual((await list('figures')).map(({ id }) => id).toSorted());
  for (const { visibility, stability, weeks, usdPerMonth } of body.prompts) {
    expect(visibility).toMatchObject({ value: 1, runs: 4 });
    expect(visibility.panel?.[0]).toBeLessThan(1);
    expect(stability.value).toBe(1);
    expect(weeks.map(({ start }) => start)).toEqual(['2026-08-31', '2026-09-07']);
    expect(usdPerMonth).toBeCloseTo(1, 6);
  }
});
