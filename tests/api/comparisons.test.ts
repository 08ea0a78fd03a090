import { beforeAll, describe, expect, test } from 'vitest';
import type { Comparisons } from '../../src/services/read-comparisons.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle } from '../store/stored-answers.ts';
import { apiClient, type ErrorBody } from './client.ts';

const texts = ['Acme is first. Boltwise too.', 'Boltwise, then Acme.', 'Only Acme.', 'Acme is better than Boltwise.', 'Nothing of note.'];

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  const prompts = Array.from({ length: 12 }, (_, i) => ({ text: `Which CRM suits trade ${i}?`, intent: `trade-${i}` }));
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'contest' });
  const { jobs } = await planNow(deps, store, workspace, { repeats: 5 });
  const repeats = new Map<string, number>();
  for (const job of jobs) {
    const [place] = await store.rows<{ key: string; engine: string; repeat: number }>(
      `SELECT prompt_id::text || engine AS key, engine, repeat FROM observation WHERE id = $1`,
      [job.observationId],
    );
    const nth = repeats.get(place?.key ?? '') ?? 0;
    repeats.set(place?.key ?? '', nth + 1);
    const askedAt = new Date(nth < 3 ? '2026-09-07T08:00:00Z' : '2026-09-14T08:00:00Z');
    await endObservation(deps, job, outcome({ text: texts[nth] ?? '', askedAt }));
  }
  await settle(deps, workspace);
});

const read = (query: string) =>
  api<Comparisons & ErrorBody>('GET', `/api/v1/comparisons?workspace=contest&from=2026-09-01&to=2026-10-01${query}`);

describe('head-to-head', () => {
  test('counts who is named before whom, alone, and preferred', async () => {
    const { status, body } = await read('&brand=acme');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.groups).toHaveLength(1);
    const [group] = body.groups;
    expect(group).toMatchObject({ stage: 'consideration', engine: null, period: null });
    const rival = group?.rivals.find((one) => one.rival === 'bolt');
    expect(rival).toMatchObject({ before: 48, behind: 24, only: 24, onlyRival: 0, preferred: 24, rivalPreferred: 0 });
    expect(rival?.winRate).toMatchObject({ value: expect.closeTo(0.75, 9), numerator: 72, denominator: 96, intents: 12 });
    expect(rival?.winRate.panel).not.toBeNull();
    expect(rival?.winRate.market).not.toBeNull();
    expect(group?.strengths[0]).toMatchObject({ brand: 'acme', rank: [1, expect.any(Number)] });
  });

  test('is split by engine and by week', async () => {
    const { body } = await read('&brand=acme&group=stage,engine&by=week');
    expect(body.groups.map(({ period, engine }) => `${period} ${engine}`)).toEqual([
      '2026-W37 openai',
      '2026-W37 perplexity',
      '2026-W38 openai',
      '2026-W38 perplexity',
    ]);
    expect(body.groups[0]?.rivals.find((one) => one.rival === 'bolt')).toMatchObject({ before: 12, behind: 12, only: 12 });
  });

  test('of a period without answers has no groups', async () => {
    const { body } = await api<Comparisons>('GET', '/api/v1/comparisons?workspace=contest&from=2025-01-01&to=2025-02-01');
    expect(body.groups).toEqual([]);
  });

  test.each([
    ['brand', '&brand=nobody'],
    ['from', '&to=2026-08-01'],
    ['group', '&group=colour'],
  ])('asked for wrongly in %s is refused by name', async (path, query) => {
    const address = query.startsWith('&to')
      ? `/api/v1/comparisons?workspace=contest&from=2026-09-01${query}`
      : `/api/v1/comparisons?workspace=contest&from=2026-09-01&to=2026-10-01${query}`;
    const { status, body } = await api('GET', address);
    expect(status).toBe(400);
    expect(body.error.issues?.some((issue) => issue.path.startsWith(path))).toBe(true);
  });
});
