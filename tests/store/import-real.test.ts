import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { importAnswers } from '../../src/services/import-answers.ts';
import { ensureImportWorkspace } from '../../src/services/workspaces.ts';
import { apiClient } from '../api/client.ts';
import { settle } from './stored-answers.ts';
import { openTestDeps } from './harness.ts';

const data = join(import.meta.dirname, '../../../shared/data/answers');
const there = existsSync(data);
if (!there) process.stderr.write(`Skipped: ${data} is not there, so no real answers are imported.\n`);

type Answer = { query_id: string; response: string; products_mentioned: unknown; sources: unknown };
const linesOf = <T>(name: string): T[] =>
  readFileSync(join(data, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The names that a field of unknown form holds under one of these keys. */
function namesIn(value: unknown, key: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !(key in one)) return [];
    const found: unknown = (one as Record<string, unknown>)[key];
    return typeof found === 'string' && found.trim() !== '' ? [found.trim()] : [];
  });
}

function prepare() {
  const queries = linesOf<{ id: string; variations: { text: string }[] }>('queries.jsonl').flatMap(({ id, variations }) =>
    variations.map(({ text }) => ({ intent: id, text })),
  );
  const answers = [
    ...linesOf<Answer>('chatgpt_1.jsonl').map((answer) => ({ answer, engine: 'chatgpt' })),
    ...linesOf<Answer>('google_ai_mode_1.jsonl').map((answer) => ({ answer, engine: 'google-ai-mode' })),
  ];
  const counts = new Map<string, number>();
  for (const { answer } of answers)
    for (const name of new Set(namesIn(answer.products_mentioned, 'brand'))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, 20)
    .map(([name]) => name);
  const lines = answers.map(({ answer, engine }) => {
    const query = queries[Number(answer.query_id.replace('query-', '')) - 2219];
    return {
      id: `${engine}/${answer.query_id}`,
      prompt: query?.text,
      intent: query?.intent,
      stage: 'consideration',
      engine,
      surface: 'app',
      askedAt: '2025-05-20T12:00:00Z',
      text: answer.response,
      citations: namesIn(answer.sources, 'url')
        .filter((url) => URL.canParse(url))
        .map((url) => ({ url })),
      language: 'en',
    };
  });
  return { lines, frequent, panel: { brands: frequent.map((name) => ({ id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name })) } };
}

let folder: string;
const { store, deps } = await openTestDeps();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wayseen-real-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test.runIf(there)('264 real answers are imported once, and the trends show their twenty most frequent brands', async () => {
  const { lines, frequent, panel } = prepare();
  expect([lines.length, frequent.length]).toEqual([264, 20]);
  const file = join(folder, 'real.jsonl');
  await writeFile(file, lines.map((one) => JSON.stringify(one)).join('\n'));
  const workspace = await ensureImportWorkspace(deps, 'real', panel);
  expect(await importAnswers(deps, workspace, file, { skipBad: false })).toEqual({ added: 264, known: 0, bad: [] });
  expect(await importAnswers(deps, workspace, file, { skipBad: false })).toMatchObject({ added: 0, known: 264 });
  await settle(deps, workspace);
  expect(await store.one('SELECT count(*)::int FROM intent WHERE workspace_id = $1', [workspace.id])).toBe(33);

  type Trends = { series: { brand: string; engine: string; points: { period: string; visibility: Figure; citationRate: Figure }[] }[] };
  const { body } = await apiClient(deps)<Trends>(
    'GET',
    '/api/v1/trends?workspace=real&from=2025-05-01&to=2025-06-01&by=month&group=stage,engine',
  );
  expect(new Set(body.series.map(({ brand }) => brand)).size).toBe(20);
  expect(new Set(body.series.map(({ engine }) => engine))).toEqual(new Set(['chatgpt', 'google-ai-mode']));
  for (const { points } of body.series)
    expect(points).toMatchObject([{ period: '2025-05', visibility: { denominator: 132, prompts: 132, intents: 33, missing: 0 } }]);
  const seen = body.series.filter(({ points }) => (points[0]?.visibility.numerator ?? 0) > 0).map(({ brand }) => brand);
  expect(new Set(seen).size).toBe(20);
  expect(body.series[0]?.points[0]?.visibility.market).not.toBeNull();
});
