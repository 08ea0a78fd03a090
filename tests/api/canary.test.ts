import { expect, test } from 'vitest';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { readPrompts } from '../../src/services/prompts.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { outcome, settle, storeOutcomes } from '../store/stored-answers.ts';
import { apiClient } from './client.ts';

const { store, deps } = await openTestDeps();
const api = apiClient(deps);

type Point = { visibility: Figure; more?: Record<string, Figure> };

test('a canary prompt is asked and read, and in no figure; made an ordinary one, it counts with its past', async () => {
  const own = await makeWorkspace(deps, {
    prompts: [{ text: 'Which CRM?' }, { text: 'What is the weather like?', canary: true }],
    engines: ['openai'],
    slug: 'canary',
  });
  await storeOutcomes(
    deps,
    store,
    own,
    Array.from({ length: 8 }, () => outcome()),
  );
  await settle(deps, own);
  const place = 'workspace=canary&from=2026-09-01&to=2026-10-01';
  const answers = async () => {
    const { body } = await api<{ series: { brand: string; points: Point[] }[] }>('GET', `/api/v1/trends?${place}&by=month&metric=winRate`);
    const contests = await api<{ groups: { winRate: Figure }[] }>('GET', `/api/v1/comparisons?${place}&group=`);
    return [
      body.series.find(({ brand }) => brand === 'acme')?.points[0]?.visibility.runs,
      body.series.find(({ brand }) => brand === 'acme')?.points[0]?.more?.['winRate']?.runs,
      contests.body.groups[0]?.winRate.runs,
    ];
  };
  const [asked] = await store.rows<{ ordinary: number }>(
    `SELECT count(*)::int AS ordinary FROM observation o
     JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.canary WHERE o.workspace_id = $1`,
    [own.id],
  );
  const ordinary = asked?.ordinary ?? 0;
  expect(ordinary).toBeGreaterThan(0);
  expect(ordinary).toBeLessThan(8);
  expect(await answers()).toEqual([ordinary, ordinary, ordinary]);
  const canary = (await readPrompts(deps, own)).find((prompt) => prompt.canary);
  expect((await api('PATCH', `/api/v1/prompts/${canary?.id}?workspace=canary`, { canary: false })).status).toBe(200);
  expect(await answers()).toEqual([8, 8, 8]);
});
