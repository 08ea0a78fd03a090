import { beforeAll, expect, test } from 'vitest';
import type { Finding, StageReading } from '../../src/domain/overview/findings.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle } from '../store/stored-answers.ts';
import { apiClient, type ErrorBody } from './client.ts';

type Overview = { brand: string; before: string; stages: StageReading[]; findings: Finding[] };
type Answers = {
  answers: { id: string; text: string; question: string; askedAt: string; comparisons: { winner: string; loser: string }[] }[];
  next: string | null;
  searchedTo: string | null;
};

const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const, intent: 'leads' },
  { text: 'Which CRM suits a small agency?', intent: 'agency' },
  { text: '小公司用哪款客户管理系统好？', intent: 'agency', locale: 'zh-CN' },
];
const texts = [
  'Acme is better than Boltwise. 100% sure.',
  'Boltwise is first.',
  'Nothing of note_here: [a guide](https://guide.example/acme), https://guide.example/acme，适合谁？',
  '推荐 Acme，适合小公司。',
];

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'overview' });
  const { jobs } = await planNow(deps, store, workspace, { repeats: 8 });
  for (const [index, job] of jobs.entries()) {
    const askedAt = new Date(`2026-09-${index % 2 === 0 ? '03' : '10'}T0${index % 8}:00:00Z`);
    await endObservation(deps, job, outcome({ finish: 'complete', askedAt, text: texts[index % texts.length] ?? '' }));
  }
  await settle(deps, workspace);
});

async function answers(query: string): Promise<Answers> {
  const { status, body } = await api<Answers & ErrorBody>('GET', `/api/v1/answers?workspace=overview&${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

test('the overview says what the trends say of the same days, and compares with as many days before', async () => {
  const { body } = await api<Overview>('GET', '/api/v1/overview?workspace=overview&from=2026-09-07&to=2026-09-14');
  const trends = await api<{ series: { brand: string; stage: string; points: { visibility: unknown }[] }[] }>(
    'GET',
    '/api/v1/trends?workspace=overview&from=2026-09-07&to=2026-09-14&by=week',
  );
  expect(body).toMatchObject({ brand: 'acme', before: '2026-08-31' });
  expect(body.stages.map(({ stage }) => stage)).toEqual(['awareness', 'consideration']);
  for (const { stage, visibility, change, engines, brands } of body.stages) {
    const same = trends.body.series.find((one) => one.brand === 'acme' && one.stage === stage);
    expect(visibility).toEqual(same?.points[0]?.visibility);
    expect(engines.map(({ engine }) => engine)).toEqual(['openai', 'perplexity']);
    expect(engines.reduce((sum, one) => sum + one.visibility.runs, 0)).toBe(visibility.runs);
    expect(brands.find(({ own }) => own)?.visibility).toEqual(visibility);
    expect(change.before.runs).toBeGreaterThan(0);
    expect(change.difference).toBeCloseTo((change.after.value ?? 0) - (change.before.value ?? 0), 10);
  }
  expect(body.findings.filter(({ kind }) => kind === 'level')).toHaveLength(2);
});

test('a brand that is not followed, or a period that ends before it begins, is refused', async () => {
  expect((await api('GET', '/api/v1/overview?workspace=overview&from=2026-09-07&to=2026-09-14&brand=nobody')).status).toBe(400);
  expect((await api('GET', '/api/v1/overview?workspace=overview&from=2026-09-14&to=2026-09-07')).status).toBe(400);
});

test.each([
  ['q=acme', (text: string) => text.includes('Acme')],
  ['q=guide', (text: string) => text.includes('a guide')],
  ['q=guide.example', (text: string) => text.includes('guide.example')],
  [`q=${encodeURIComponent('适合谁')}`, (text: string) => text.includes('适合谁')],
  ['q=%22better+than%22', (text: string) => text.includes('better than')],
  ['q=acme+sure', (text: string) => text.startsWith('Acme is better')],
  ['q=100%25', (text: string) => text.includes('100%')],
  ['q=note_h', (text: string) => text.includes('note_h')],
  [`q=${encodeURIComponent('适合小公司')}`, (text: string) => text.includes('适合小公司')],
  ['brand=acme', (text: string) => text.includes('Acme')],
  ['brand=acme&named=no', (text: string) => !text.includes('Acme')],
])('answers are found by %s, all of them and no other', async (query, isMeant) => {
  const all = (await answers('limit=200')).answers;
  const found = (await answers(`${query}&limit=200`)).answers;
  expect(found.map(({ id }) => id)).toEqual(all.filter(({ text }) => isMeant(text)).map(({ id }) => id));
  expect(found.length).toBeGreaterThan(0);
});

test('a search is paged without a gap, within the days that were asked for', async () => {
  const whole = (await answers('q=acme&from=2026-09-10&to=2026-09-11&limit=200')).answers;
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answers = await answers(`q=acme&from=2026-09-10&to=2026-09-11&limit=3${cursor && `&cursor=${cursor}`}`);
    ids.push(...page.answers.map(({ id }) => id));
    cursor = page.next;
  }
  expect(ids).toEqual(whole.map(({ id }) => id));
  expect(whole.every(({ askedAt }) => askedAt.startsWith('2026-09-10'))).toBe(true);
});

test('an answer comes with the preferences that it states', async () => {
  const [first] = (await answers('q=%22better+than%22&limit=1')).answers;
  expect(first?.comparisons).toEqual([expect.objectContaining({ winner: 'acme', loser: 'bolt' })]);
});
