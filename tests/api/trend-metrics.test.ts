import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { outcome, settle, storeOutcomes } from '../store/stored-answers.ts';
import { apiClient } from './client.ts';

let workspace: Workspace;

const texts = ['Acme is first. Boltwise too.', 'Boltwise is first.', 'Nothing of note.', 'Cirrolane, Boltwise and Acme.'];
const prompts = [{ text: 'Which CRM suits a small agency?' }, { text: 'Which CRM has the best support?' }, { text: 'What else?' }];

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'trends' });
  const outcomes = Array.from({ length: 35 }, (_, index) =>
    outcome({
      askedAt: new Date(index % 5 === 0 ? '2026-09-10T12:00:00Z' : '2026-09-03T12:00:00Z'),
      text: texts[(index * 7) % texts.length] ?? '',
      citations: index % 3 === 0 ? ['https://acme.example/x', 'https://news.example/y'] : ['https://news.example/y'],
      retrieved: index % 2 === 0 ? ['https://acme.example/x', 'https://other.example/'] : null,
    }),
  );
  await storeOutcomes(deps, store, workspace, outcomes);
  await settle(deps, workspace);
});

type Point = { more?: Record<string, Figure> };
async function acme(query: string): Promise<Point[]> {
  const { body } = await api<{ series: { points: Point[] }[] }>('GET', `/api/v1/trends?workspace=trends&brand=acme&${query}`);
  return body.series.flatMap(({ points }) => points);
}

/** By hand: what a prompt-weighted share is, from what each answer of a prompt adds to its numerator and denominator. */
async function byHand(add: (answer: { text: string; cites: boolean; looked: boolean }) => [x: number, y: number]) {
  const rows = await store.rows<{ prompt: string; text: string; cites: boolean; looked: boolean }>(
    `SELECT a.prompt_id AS prompt, a.text, a.citations::text LIKE '%acme.example%' AS cites, coalesce(a.retrieved::text LIKE '%acme.example%', false) AS looked
     FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id AND NOT v.branded JOIN answer a ON a.observation_id = o.id
     WHERE o.workspace_id = $1 AND o.state = 'answered' AND o.stage = 'consideration' AND o.asked_at < '2026-10-01'`,
    [workspace.id],
  );
  const sum = [0, 0];
  for (const answers of Map.groupBy(rows, ({ prompt }) => prompt).values())
    for (const answer of answers) add(answer).forEach((part, i) => (sum[i] = (sum[i] ?? 0) + part / answers.length));
  return (sum[0] ?? 0) / (sum[1] ?? 0);
}

test('win rate, prominence and pages that were read and not cited are what the stored answers say', async () => {
  const names = ['Cirrolane', 'Boltwise', 'Acme'];
  const [point] = await acme('from=2026-09-01&to=2026-10-01&by=month&stage=consideration&metric=winRate,prominence,retrievedNotCited');
  const wins = await byHand(({ text }) => {
    const own = text.indexOf('Acme');
    const rivals = names.slice(0, 2).map((name) => text.indexOf(name));
    const met = rivals.filter((at) => own >= 0 || at >= 0);
    return [own < 0 ? 0 : met.filter((at) => at < 0 || own < at).length, met.length];
  });
  expect(point?.more?.['winRate']?.value).toBeCloseTo(wins, 9);
  // "Acme is first. Boltwise too.": three words, and two that count e^-1 each.
  const shares: Record<string, number> = { [texts[0] ?? '']: 3 / (3 + 2 * Math.exp(-1)), [texts[3] ?? '']: 1 / 3 };
  const prominence = await byHand(({ text }) => [shares[text] ?? 0, names.some((name) => text.includes(name)) ? 1 : 0]);
  expect(point?.more?.['prominence']?.value).toBeCloseTo(prominence, 5);
  const unread = await byHand(({ cites, looked }) => [looked && !cites ? 1 : 0, looked ? 1 : 0]);
  expect(point?.more?.['retrievedNotCited']?.value).toBeCloseTo(unread, 9);
});

test('the same win rate and stability whichever page asks, and engines apart add up', async () => {
  const place = 'from=2026-08-31&to=2026-09-07';
  const [point] = await acme(`${place}&by=week&group=&metric=winRate,citationShare`);
  const { body } = await api<{ groups: { winRate: Figure }[] }>('GET', `/api/v1/comparisons?workspace=trends&${place}&group=`);
  expect(point?.more?.['winRate']).toEqual(body.groups[0]?.winRate);
  const apart = (await acme(`${place}&by=week&group=engine&metric=winRate,citationShare`)).map(({ more }) => more);
  const sum = (pick: (more: Point['more']) => number | undefined) => apart.reduce((total, more) => total + (pick(more) ?? 0), 0);
  expect(sum((more) => more?.['winRate']?.denominator)).toBe(point?.more?.['winRate']?.denominator);
  expect(sum((more) => more?.['citationShare']?.value ?? 0) / apart.length).toBeCloseTo(point?.more?.['citationShare']?.value ?? -1, 9);
});
