import { beforeAll, expect, test } from 'vitest';
import type { JourneyStage } from '../../src/services/read-journey.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle } from '../store/stored-answers.ts';
import { apiClient } from './client.ts';

const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const, intent: 'leads' },
  { text: 'Which CRM suits a small agency?', intent: 'agency' },
  { text: 'Which CRM is best for an agency of ten?', intent: 'agency' },
];

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai'], slug: 'journey' });
  const { jobs } = await planNow(deps, store, workspace, { repeats: 4 });
  for (const [index, job] of jobs.entries()) {
    const text = index % 2 === 0 ? 'Boltwise is first.' : 'Boltwise, then Acme.';
    await endObservation(
      deps,
      job,
      outcome({ text, citations: ['https://reviews.example/crm', 'https://acme.example/x'], askedAt: new Date('2026-09-07T12:00:00Z') }),
    );
  }
  await settle(deps, workspace);
});

const read = async () =>
  (await api<{ brand: string; stages: JourneyStage[] }>('GET', '/api/v1/journey?workspace=journey&from=2026-09-07&to=2026-09-14')).body;

test('each stage says what is asked, who wins there, and on the strength of which pages', async () => {
  const { brand, stages } = await read();
  expect(brand).toBe('acme');
  expect(stages.map(({ stage, intents, questions }) => [stage, intents, questions.length])).toEqual([
    ['awareness', 1, 1],
    ['consideration', 1, 1],
  ]);
  for (const { visibility, engines, winners, pages, classes } of stages) {
    expect(engines).toEqual([{ engine: 'openai', visibility }]);
    expect(winners[0]).toMatchObject({ brand: 'bolt', own: false, visibility: { value: 1 } });
    expect(pages.map(({ url }) => url).toSorted()).toEqual(['https://acme.example/x', 'https://reviews.example/crm']);
    expect(classes.map((one) => one.class)).toContain('own');
  }
  expect(stages[0]?.dropOff?.next).toBe('consideration');
});

test('pain point and action are what people write, until they take it away', async () => {
  const write = (text: string) => api('PUT', '/api/v1/journey/awareness/pain?workspace=journey', { text });
  expect((await write(' Nobody answers <b>enquiries</b> ')).status).toBe(200);
  expect((await read()).stages[0]?.pain).toMatchObject({ text: 'Nobody answers <b>enquiries</b>', madeBy: 'this machine' });
  await write('');
  expect((await read()).stages[0]?.pain).toBeNull();
  expect((await api('PUT', '/api/v1/journey/awareness/mood?workspace=journey', { text: 'x' })).status).toBe(400);
});
