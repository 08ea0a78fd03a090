import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAnswers } from '../../src/services/import-answers.ts';
import { readAnswers, readRaw } from '../../src/services/answers.ts';
import { ensureImportWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { settle } from './stored-answers.ts';
import { makeWorkspace, openTestDeps, smallPanel } from './harness.ts';

let folder: string;
const { store, deps } = await openTestDeps();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wayseen-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const line = (more: Record<string, unknown> = {}) => ({
  id: 'a1',
  prompt: 'best crm?',
  stage: 'consideration',
  engine: 'chatgpt',
  surface: 'app',
  askedAt: '2026-05-10T08:00:00Z',
  text: 'Acme is good.',
  ...more,
});
let files = 0;
async function fileOf(content: string | object[]): Promise<string> {
  const file = join(folder, `${++files}.jsonl`);
  await writeFile(file, typeof content === 'string' ? content : content.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}
const importing = async (workspace: Workspace, content: string | object[], skipBad = false) =>
  importAnswers(deps, workspace, await fileOf(content), { skipBad });
const emptyWorkspace = () => makeWorkspace(deps, { prompts: [] });
const countAnswers = (workspace: Workspace) =>
  store.one<number>('SELECT count(*)::int FROM answer WHERE workspace_id = $1', [workspace.id]);

test('a line separator inside an answer’s text, and Windows line ends, end no line', async () => {
  const workspace = await emptyWorkspace();
  const text = 'Acme\u2028is\u2029good.';
  expect(await importing(workspace, `\uFEFF${JSON.stringify(line({ text }))}\r\n\r\n${JSON.stringify(line({ id: 'a2' }))}`)).toMatchObject({
    added: 2,
    bad: [],
  });
  expect(await store.rows('SELECT text FROM answer WHERE workspace_id = $1 ORDER BY text', [workspace.id])).toContainEqual({ text });
});

test('a line in the contract’s form becomes an answer with everything in it', async () => {
  const workspace = await emptyWorkspace();
  const full = line({
    citations: [{ url: 'https://acme.example/crm', title: 'Acme', start: 0, end: 4 }],
    language: 'en',
    country: 'de',
    run: 'may',
    intent: 'crm',
    model: 'gpt-x',
  });
  expect(await importing(workspace, [full])).toEqual({ added: 1, known: 0, bad: [] });
  await settle(deps, workspace);
  const { answers } = await readAnswers(deps, workspace, { limit: 10 });
  expect(answers).toMatchObject([
    {
      question: 'best crm?',
      stage: 'consideration',
      engine: 'chatgpt',
      surface: 'app',
      state: 'answered',
      language: 'en',
      country: 'DE',
      model: 'gpt-x',
      askedAt: new Date('2026-05-10T08:00:00Z'),
      mentions: [{ brand: 'acme', start: 0, end: 4 }],
      citations: [{ kind: 'cited', domain: 'acme.example', brand: 'acme', title: 'Acme' }],
    },
  ]);
  expect(await readRaw(deps, workspace, answers[0]?.id ?? '')).toMatchObject([{ body: JSON.stringify(full) }]);
});

test('the line is kept as it came, with fields that nobody here knows', async () => {
  const workspace = await emptyWorkspace();
  const odd = { ...line(), verdict: { stars: 5 } };
  await importing(workspace, [odd]);
  const { answers } = await readAnswers(deps, workspace, { limit: 1 });
  expect(await readRaw(deps, workspace, answers[0]?.id ?? '')).toMatchObject([{ body: JSON.stringify(odd) }]);
});

test('importing the same file twice, also at once, changes nothing', async () => {
  const workspace = await emptyWorkspace();
  const lines = Array.from({ length: 20 }, (_, index) => line({ id: `a${index}`, prompt: `question ${index % 4}` }));
  const both = await Promise.all([importing(workspace, lines), importing(workspace, lines)]);
  expect(
    both
      .map(({ added }) => added)
      .toSorted((a, b) => a - b)
      .reduce((sum, added) => sum + added),
  ).toBe(20);
  expect(await importing(workspace, lines)).toMatchObject({ added: 0, known: 20 });
  expect(await countAnswers(workspace)).toBe(20);
  expect(await store.one('SELECT count(*)::int FROM prompt WHERE workspace_id = $1', [workspace.id])).toBe(4);
  expect(await store.rows('SELECT planned FROM run WHERE workspace_id = $1', [workspace.id])).toEqual([{ planned: 20 }]);
});

test('a line that stands twice in a file is one answer; numbers are ids too', async () => {
  const workspace = await emptyWorkspace();
  expect(await importing(workspace, [line(), line({ id: 7 }), line(), line({ id: '7' })])).toMatchObject({ added: 2, known: 2 });
});

test('two answers to one question in one run are two answers', async () => {
  const workspace = await emptyWorkspace();
  expect(await importing(workspace, [line({ id: 'x' }), line({ id: 'y' })])).toMatchObject({ added: 2 });
});

describe('a line that is not usable', () => {
  test.each([
    ['is not JSON', '{"id": ', 'line 2', /not JSON/],
    ['is a list', '[]', 'line 2: object', /object/],
    ['has no text', JSON.stringify({ ...line(), text: undefined }), 'line 2: text', /missing; write a text/],
    ['has another stage', JSON.stringify(line({ stage: 'buying' })), 'line 2: stage', /awareness, consideration/],
    ['has no such time', JSON.stringify(line({ askedAt: 'yesterday' })), 'line 2: askedAt', /ISO 8601/],
    ['comes from the future', JSON.stringify(line({ askedAt: '9999-12-31T00:00:00Z' })), 'line 2: askedAt', /future/],
    ['is older than any engine', JSON.stringify(line({ askedAt: '0001-01-01T00:00:00Z' })), 'line 2: askedAt', /2000/],
    ['has a broken citation', JSON.stringify(line({ citations: [{ title: 'x' }] })), 'line 2: citations.0.url', /./],
    ['has a long country', JSON.stringify(line({ country: 'Germany' })), 'line 2: country', /two letters/],
  ])('that %s is named by number and field, and nothing is imported', async (_what, bad, path, message) => {
    const workspace = await emptyWorkspace();
    const content = `${JSON.stringify(line())}\n${bad}\n${JSON.stringify(line({ id: 'a3' }))}\n`;
    await expect(importing(workspace, content)).rejects.toMatchObject({
      code: 'invalid_input',
      issues: [{ path, message: expect.stringMatching(message) }],
    });
    expect(await countAnswers(workspace)).toBe(0);
    expect(await importing(workspace, content, true)).toMatchObject({ added: 2, bad: [{ path }] });
  });
});

test('byte order mark, Windows line ends, empty lines and a missing last line end are no trouble', async () => {
  const workspace = await emptyWorkspace();
  const content = `\uFEFF${JSON.stringify(line())}\r\n\r\n  \r\n${JSON.stringify(line({ id: 'a2' }))}`;
  expect(await importing(workspace, content)).toMatchObject({ added: 2, bad: [] });
});

test('an answer without a word counts as none', async () => {
  const workspace = await emptyWorkspace();
  await importing(workspace, [line({ text: '  \n' })]);
  expect(await store.rows('SELECT state FROM observation WHERE workspace_id = $1', [workspace.id])).toEqual([{ state: 'no_answer' }]);
});

test('answers of many months go into the partitions of their months, and no others are made', async () => {
  const workspace = await emptyWorkspace();
  const months = ['2021-03', '2024-12', '2025-01'];
  expect(
    await importing(
      workspace,
      months.map((month) => line({ id: month, askedAt: `${month}-15T12:00:00+02:00` })),
    ),
  ).toMatchObject({ added: 3 });
  const made = await store.rows<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relname ~ '^answer_202[1-5]_..$' ORDER BY 1`);
  expect(made.map(({ name }) => name)).toEqual(months.map((month) => `answer_${month.replace('-', '_')}`));
});

test('characters that PostgreSQL cannot hold are replaced, wherever they stand', async () => {
  const workspace = await emptyWorkspace();
  const dirty = line({
    id: 'n\0',
    prompt: 'best \0 crm \ud83d?',
    text: 'Acme \0 \ud83d good',
    run: 'r\0',
    intent: 'i\0',
    model: 'm\0',
    engine: 'e\0',
  });
  expect(await importing(workspace, [dirty])).toMatchObject({ added: 1 });
  expect(await importing(workspace, [dirty])).toMatchObject({ added: 0, known: 1 });
  expect(await store.one('SELECT text FROM answer WHERE workspace_id = $1', [workspace.id])).toBe('Acme \ufffd \ufffd good');
});

test('a workspace named in words is made once and found again', async () => {
  const first = await ensureImportWorkspace(deps, 'My Shop!', smallPanel);
  expect(first.slug).toBe('my-shop');
  expect((await ensureImportWorkspace(deps, 'My Shop!', smallPanel)).id).toBe(first.id);
  await expect(ensureImportWorkspace(deps, 'Nowhere', undefined)).rejects.toMatchObject({ code: 'not_found' });
});
