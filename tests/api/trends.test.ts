import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '../../src/domain/metrics/cell.ts';
import { changePrompt, readPrompts } from '../../src/services/prompts.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle, storeOutcomes, type Outcome } from '../store/stored-answers.ts';
import { apiClient, type ErrorBody } from './client.ts';

let workspace: Workspace;

type Point = {
  more?: Record<string, Figure>;
  linked?: number | null;
  period: string;
  start: string;
  observations: Record<string, number>;
  versions: Record<string, unknown>;
} & Record<'visibility' | 'shareOfVoice' | 'firstMention' | 'citationRate' | 'recommendationRate', Figure>;
type Trends = { series: { brand: string; stage: string | null; engine: string | null; points: Point[] }[] };

const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const, intent: 'leads' },
  { text: 'Which CRM suits a small agency?', intent: 'agency' },
  { text: '小公司用哪款客户管理系统好？', intent: 'agency', locale: 'zh-CN' },
  { text: 'Is Acme any good?', intent: 'acme', branded: true },
];
const days = ['2026-08-31', '2026-09-02', '2026-09-06', '2026-09-07', '2026-09-10', '2026-09-30', '2026-10-01'];
const texts = ['Acme is first. Boltwise too.', 'Boltwise is first.', 'Nothing of note.', 'Cirrolane, Boltwise and Acme.'];

const { store, deps } = await openTestDeps();
const api = apiClient(deps);
beforeAll(async () => {
  workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'trends' });
  await store.rows(`UPDATE prompt SET tags = '{launch,eu}' WHERE language = 'en' AND stage = 'consideration'`);
  const { jobs } = await planNow(deps, store, workspace, { repeats: 7 });
  await store.rows("UPDATE observation SET country = 'DE' WHERE repeat % 3 = 0");
  for (const [index, job] of jobs.entries()) {
    const finish: Outcome['finish'] =
      index % 11 === 3 ? 'error' : index % 13 === 5 ? 'refused' : index % 17 === 7 ? 'no_answer' : 'complete';
    const askedAt = new Date(`${days[index % days.length]}T${index % 2 === 0 ? '00:00:00' : '23:59:59'}Z`);
    await endObservation(
      deps,
      job,
      outcome({
        finish,
        askedAt,
        text: finish === 'complete' ? (texts[index % texts.length] ?? '') : '',
        citations: index % 3 === 0 ? ['https://acme.example/x'] : [],
      }),
    );
  }
  await settle(deps, workspace);
});

async function trends(query: string): Promise<Trends['series']> {
  const { status, body } = await api<Trends & ErrorBody>('GET', `/api/v1/trends?workspace=trends&${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.series;
}
const whole = 'from=2026-08-31&to=2026-10-05';
const acme = (series: Trends['series']) => series.filter(({ brand }) => brand === 'acme').flatMap(({ points }) => points);

/** Answered observations, and those that name the brand, straight from what is stored. */
async function expected(where: string, brand = 'acme') {
  const [row] = await store.rows<{ answered: number; visible: number; missing: number }>(
    `SELECT count(*) FILTER (WHERE o.state = 'answered')::int AS answered, count(*) FILTER (WHERE o.state = 'error')::int AS missing,
      count(*) FILTER (WHERE o.state = 'answered' AND position($1 in a.text) > 0)::int AS visible
     FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id LEFT JOIN answer a ON a.observation_id = o.id
     WHERE o.workspace_id = '${workspace.id}' AND ${where}`,
    [{ acme: 'Acme', bolt: 'Boltwise', cirro: 'Cirrolane' }[brand]],
  );
  return row;
}

test.each(['day', 'week', 'month'])('by %s every point is what the stored answers of its period say', async (by) => {
  const series = await trends(`${whole}&by=${by}&group=stage`);
  expect(series.map(({ brand, stage }) => `${brand}/${stage}`).toSorted()).toEqual(
    ['acme', 'bolt', 'cirro'].flatMap((brand) => [`${brand}/awareness`, `${brand}/consideration`]).toSorted(),
  );
  for (const { brand, stage, points } of series) {
    expect(points.map((point) => point.start)).toEqual(points.map((point) => point.start).toSorted());
    for (const point of points) {
      const want = await expected(
        `NOT v.branded AND o.stage = '${stage}' AND date_trunc('${by}', o.asked_at AT TIME ZONE 'UTC')::date = '${point.start}'`,
        brand,
      );
      expect(point.visibility).toMatchObject({
        numerator: want?.visible,
        denominator: want?.answered,
        runs: want?.answered,
        missing: want?.missing,
      });
      expect(point.observations).toMatchObject({ answered: want?.answered, missing: want?.missing });
    }
  }
});

test('who asks for one figure only gets that one, as it is among all of them, whichever was asked first', async () => {
  const query = `${whole}&by=week&group=stage,engine`;
  const some = await trends(`${query}&only=citationRate`);
  const all = await trends(query);
  const two = await trends(`${query}&only=citationRate,visibility`);
  const keep = (names: readonly string[]) =>
    all.map(({ points, ...line }) => ({
      ...line,
      points: points.map((point) => Object.fromEntries(Object.entries(point).filter(([name]) => names.includes(name)))),
    }));
  const common = ['period', 'start', 'observations', 'versions'];
  expect(some).toEqual(keep([...common, 'citationRate']));
  expect(two).toEqual(keep([...common, 'citationRate', 'visibility']));
  expect(some[0]?.points.length).toBeGreaterThan(0);
  const { status } = await api('GET', `/api/v1/trends?workspace=trends&${query}&only=sales`);
  expect(status).toBe(400);
});

test('a period that begins or ends within a week or month is the sum of its days', async () => {
  const cut = 'from=2026-09-02&to=2026-09-30';
  const sum = (points: Point[], field: 'numerator' | 'denominator' | 'missing') =>
    points.reduce((total, point) => total + point.visibility[field], 0);
  for (const by of ['week', 'month']) {
    const daily = acme(await trends(`${cut}&by=day&stage=consideration`));
    const coarse = acme(await trends(`${cut}&by=${by}&stage=consideration`));
    for (const field of ['numerator', 'denominator', 'missing'] as const) expect(sum(coarse, field)).toBe(sum(daily, field));
    expect(sum(coarse, 'denominator')).toBeGreaterThan(0);
  }
  const within = acme(await trends('from=2026-09-02&to=2026-09-03&by=month&stage=consideration'));
  expect(within).toHaveLength(1);
  expect(within[0]).toMatchObject({
    period: '2026-09',
    visibility: {
      denominator: (await expected(`NOT v.branded AND o.stage = 'consideration' AND o.asked_at::date = '2026-09-02'`))?.answered,
    },
  });
});

describe('filters', () => {
  test.each([
    ['stage=awareness', `NOT v.branded AND o.stage = 'awareness'`],
    ['engine=perplexity', `NOT v.branded AND o.engine = 'perplexity'`],
    ['language=zh-CN', `NOT v.branded AND o.language = 'zh-CN'`],
    ['branded=true', 'v.branded'],
    ['country=DE', `NOT v.branded AND o.country = 'DE'`],
    ['country=', `NOT v.branded AND o.country = ''`],
    ['tag=launch,other', `NOT v.branded AND o.language = 'en' AND o.stage = 'consideration'`],
    [
      'tag=eu&country=DE&engine=openai',
      `NOT v.branded AND o.language = 'en' AND o.stage = 'consideration' AND o.country = 'DE' AND o.engine = 'openai'`,
    ],
    ['tag=nowhere', 'false'],
    [
      'engine=openai&language=en&stage=consideration',
      `NOT v.branded AND o.engine = 'openai' AND o.language = 'en' AND o.stage = 'consideration'`,
    ],
  ])('%s', async (filter, where) => {
    const points = acme(await trends(`${whole}&by=month&${filter}`));
    const want = await expected(where);
    expect(points.reduce((sum, point) => sum + point.visibility.denominator, 0)).toBe(want?.answered);
    expect(points.reduce((sum, point) => sum + point.visibility.numerator, 0)).toBe(want?.visible);
  });

  test('that there are, by country and tag, can be asked for', async () => {
    const { body } = await api('GET', '/api/v1/trends/filters?workspace=trends');
    expect(body).toEqual({ countries: ['', 'DE'], tags: ['eu', 'launch'] });
  });

  test('engines apart and engines together count the same answers', async () => {
    const together = acme(await trends(`${whole}&by=week&group=stage`));
    const apart = acme(await trends(`${whole}&by=week&group=stage,engine`));
    const count = (points: Point[]) => points.reduce((sum, point) => sum + point.visibility.denominator, 0);
    expect(count(apart)).toBe(count(together));
  });

  test('showing fewer brands does not shrink what the share of voice is a share of', async () => {
    const all = acme(await trends(`${whole}&by=month`));
    const one = acme(await trends(`${whole}&by=month&brand=acme`));
    expect(one.map((point) => point.shareOfVoice)).toEqual(all.map((point) => point.shareOfVoice));
    const first = all[0]?.shareOfVoice;
    expect(first?.denominator).toBeGreaterThan(first?.numerator ?? Infinity);
  });
});

test('shares of voice of the whole panel add up to one', async () => {
  const series = await trends(`${whole}&by=month&stage=consideration`);
  const byMonth = Map.groupBy(
    series.flatMap(({ points }) => points),
    (point) => point.period,
  );
  for (const points of byMonth.values()) expect(points.reduce((sum, point) => sum + (point.shareOfVoice.value ?? 0), 0)).toBeCloseTo(1, 10);
});

test('where nothing was measured there is no figure, not a zero', async () => {
  const empty = await makeWorkspace(deps, { slug: 'nothing' });
  await storeOutcomes(deps, store, empty, [outcome({ finish: 'refused', text: '' })]);
  await settle(deps, empty);
  const { body } = await api<Trends>('GET', `/api/v1/trends?workspace=nothing&${whole}&by=month&brand=acme`);
  expect(body.series[0]?.points[0]).toMatchObject({
    visibility: { value: null, denominator: 0, panel: null, market: null },
    observations: { answered: 0, refused: 1 },
  });
  expect((await api<Trends>('GET', '/api/v1/trends?workspace=nothing&from=2020-01-01&to=2020-02-01')).body.series).toEqual([]);
});

test('every figure carries the versions that it rests on, and its intervals', async () => {
  // September: on the one day of August that was asked, chance decides which prompts were.
  const point = acme(await trends(`${whole}&by=month&stage=consideration`)).find(({ start }) => start === '2026-09-01');
  expect(point?.versions).toEqual({
    prompts: 2,
    promptVersions: expect.stringMatching(/^[0-9a-f]{16}$/),
    panels: [1],
    parsers: [expect.any(Number)],
    adapters: [1],
    models: ['model-1'],
  });
  const { panel, value } = point?.visibility ?? {};
  expect(panel?.[0]).toBeLessThanOrEqual(value ?? -1);
  expect(panel?.[1]).toBeGreaterThanOrEqual(value ?? 2);
});

test('other figures come along when they are asked for, the same as those that every point has', async () => {
  const points = acme(await trends(`${whole}&by=month&metric=visibility,top3Rate,netSentiment,stability`));
  for (const { visibility, more } of points) {
    expect(Object.keys(more ?? {}).toSorted()).toEqual(['netSentiment', 'stability', 'top3Rate', 'visibility']);
    expect(more?.['visibility']).toEqual(visibility);
    expect(more?.['top3Rate']).toMatchObject({ value: visibility.value, denominator: visibility.denominator });
  }
  expect(points.some(({ more }) => (more?.['stability']?.value ?? 0) > 0)).toBe(true);
  expect(acme(await trends(`${whole}&by=month`))[0]).not.toHaveProperty('more');
});

test('an edited prompt is a step in the level, and none in the linked series', async () => {
  const own = await makeWorkspace(deps, {
    prompts: prompts.slice(1, 2).concat({ text: 'What else?', intent: 'else' }),
    engines: ['openai'],
    slug: 'linked',
  });
  const ask = async (day: string) => {
    const { jobs } = await planNow(deps, store, own, { repeats: 4 });
    for (const job of jobs) {
      const [asked] = await store.rows<{ text: string }>(
        'SELECT v.text FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id WHERE o.id = $1',
        [job.observationId],
      );
      const text = asked?.text === 'What now?' ? 'Nothing of note.' : 'Acme is first.';
      await endObservation(deps, job, outcome({ text, askedAt: new Date(`${day}T12:00:00Z`) }));
    }
    await settle(deps, own);
  };
  await ask('2026-08-10');
  const edited = (await readPrompts(deps, own)).find(({ text }) => text === 'What else?');
  await changePrompt(deps, own, edited?.id ?? '', 'What now?');
  await ask('2026-09-10');
  const { body } = await api<Trends & { series: { links: object[] }[] }>(
    'GET',
    '/api/v1/trends?workspace=linked&from=2026-08-01&to=2026-10-01&by=month&brand=acme&linked=true',
  );
  const [series] = body.series;
  expect(series?.points.map(({ visibility }) => visibility.value)).toEqual([1, 0.5]);
  expect(series?.points.map(({ linked }) => linked)).toEqual([0.5, 0.5]);
  expect(series?.links).toEqual([{ period: '2026-09-01', step: -0.5, kept: 1, added: 1, dropped: 1 }]);
});

test.each([
  ['from=2026-09-01', 'to'],
  ['from=2026-09-31&to=2026-10-01', 'from'],
  ['from=2026-09-02&to=2026-09-02', 'to'],
  ['from=2020-01-01&to=2026-01-01&by=day', 'from'],
  ['from=0000-01-01&to=0000-02-01', 'from'],
  [`${whole}&by=year`, 'by'],
  [`${whole}&group=brand`, 'group'],
  [`${whole}&branded=maybe`, 'branded'],
  [`${whole}&metric=visibility,charm`, 'metric'],
  [`${whole}&linked=perhaps`, 'linked'],
])('trends with %s are refused, naming %s', async (query, field) => {
  const { status, body } = await api('GET', `/api/v1/trends?workspace=trends&${query}`);
  expect(status).toBe(400);
  expect(body.error.issues?.map(({ path }) => path.split('.')[0])).toContain(field);
});
