import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { createReport, makeDueReports, readCorrections, readKept, readReports } from '../../src/services/reports.ts';
import { changePanel, type Workspace } from '../../src/services/workspaces.ts';
import { apiClient } from '../api/client.ts';
import { runCli } from './cli.ts';
import { makeWorkspace, openTestDeps, smallPanel } from './harness.ts';
import { settleAll } from './history.ts';
import { makeHistory } from './report-history.ts';

let workspace: Workspace;
let report: Report;
let clock = Date.parse('2026-09-14T07:00:00Z');

const week = { from: '2026-09-07', to: '2026-09-14' };

const { store, deps } = await openTestDeps({ now: () => clock });
const api = apiClient(deps);
beforeAll(async () => {
  workspace = await makeHistory(deps, store, 'weekly');
  ({ report } = await createReport(deps, workspace, week));
});

type Figure = { value: number | null; numerator: number; denominator: number; panel: unknown; market: unknown };
type Trends = {
  series: { brand: string; stage: string | null; engine: string | null; points: ({ start: string } & Record<string, Figure>)[] }[];
};

describe('the figures of a report', () => {
  test('are those of the trends: every brand, stage and engine', async () => {
    const trends = async (group: string) =>
      (await api<Trends>('GET', `/api/v1/trends?workspace=weekly&from=2026-08-31&to=2026-09-14&by=week&group=${group}`)).body.series;
    const pointOf = (series: Trends['series'], place: { brand: string; stage: string | null; engine: string | null }, start: string) =>
      series
        .find((one) => one.brand === place.brand && one.stage === place.stage && one.engine === place.engine)
        ?.points.find((point) => point.start === start);
    const [byStage, byEngine, total] = [await trends('stage'), await trends('engine'), await trends('')];
    const metrics = ['visibility', 'shareOfVoice', 'firstMention', 'citationRate', 'recommendationRate'] as const;
    let compared = 0;
    const compare = (series: Trends['series'], stage: string | null, engine: string | null, figures: Report['total']) => {
      for (const of of figures) {
        const now = pointOf(series, { brand: of.brand, stage, engine }, '2026-09-07');
        for (const metric of metrics) expect(of[metric]).toEqual(now?.[metric]);
        expect(of.before).toEqual(pointOf(series, { brand: of.brand, stage, engine }, '2026-08-31')?.['visibility']);
        compared++;
      }
    };
    compare(total, null, null, report.total);
    for (const { stage, brands } of report.stages) compare(byStage, stage, null, brands);
    for (const { engine, brands } of report.engines) compare(byEngine, null, engine, brands);
    expect(compared).toBe(3 * (1 + 2 + 2));
  });

  test('count every prompt: none is chosen', () => {
    expect(report.prompts.asked).toBe(4);
    expect(report.certainty).toMatchObject({ prompts: 4, intents: 3 });
    expect(report.prompts.never).toMatchObject([{ text: 'Which CRM has the best support?', named: 0, rival: { brand: 'bolt' } }]);
    expect(report.certainty.branded.denominator).toBeGreaterThan(0);
  });

  test('head to head are those of the comparisons', async () => {
    const { body } = await api<{ groups: { winRate: Figure; rivals: unknown[] }[] }>(
      'GET',
      `/api/v1/comparisons?workspace=weekly&from=${week.from}&to=${week.to}&group=`,
    );
    expect(report.competitors.winRate).toEqual(body.groups[0]?.winRate);
    expect(report.competitors.rivals).toEqual(body.groups[0]?.rivals);
  });

  test('are the same number on every page and in the file', async () => {
    type Stage = { stage: string; brand?: string; visibility: Figure };
    const place = `workspace=weekly&from=${week.from}&to=${week.to}`;
    const [trends, journey, overview, file] = await Promise.all([
      api<Trends>('GET', `/api/v1/trends?${place}&by=week&brand=acme`),
      api<{ stages: Stage[] }>('GET', `/api/v1/journey?${place}`),
      api<{ stages: Stage[] }>('GET', `/api/v1/overview?${place}`),
      runCli(['export', '--workspace', 'weekly', '--from', week.from, '--to', week.to], { DATABASE_URL: store.url }),
    ]);
    for (const { stage, brands } of report.stages) {
      const said = brands.find(({ brand }) => brand === 'acme')?.visibility;
      const point = trends.body.series.find((one) => one.stage === stage)?.points.find(({ start }) => start === week.from);
      expect(point?.['visibility']).toEqual(said);
      for (const { body } of [journey, overview]) expect(body.stages.find((one) => one.stage === stage)?.visibility).toEqual(said);
      const row = `,acme,${stage},,visibility,2026-W37,${String(said?.value)},`;
      expect(file.stdout.split('\n').filter((line) => line.startsWith('stages,') && line.includes(row))).toHaveLength(1);
    }
  });

  test('say what is missing, and add up to what was asked', async () => {
    const rows = await store.rows<{ state: string; count: number }>(
      `SELECT o.state, count(*)::int AS count FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id AND NOT v.branded
       WHERE o.workspace_id = $1 AND o.asked_at >= $2::date AND o.asked_at < $3::date GROUP BY 1`,
      [workspace.id, week.from, week.to],
    );
    const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
    expect(report.certainty.observations).toEqual({
      answered: count('answered'),
      refused: count('refused'),
      missing: count('error'),
      noAnswer: count('no_answer'),
    });
    expect(count('error')).toBeGreaterThan(0);
  });
});

test('pages that came and went, and those behind answers that leave us out, with the sentence to win', () => {
  expect(report.sources.gained).toMatchObject({ total: 1, pages: [{ url: 'https://new.example/page', before: 0 }] });
  expect(report.sources.lost).toMatchObject({ total: 1, pages: [{ url: 'https://old.example/page', answers: 0 }] });
  expect(report.sources.lost.pages[0]?.chance).toBeLessThan(0.001);
  const gap = report.sources.gaps.pages.find(({ url }) => url === 'https://reviews.example/best-support');
  expect(gap).toMatchObject({ class: 'review', prompts: 1, brands: [{ brand: 'bolt' }], stages: [{ stage: 'consideration' }] });
  expect(gap?.sentence).toMatchObject({ brand: 'bolt', text: 'Boltwise leads on support.' });
  expect(report.sources.gaps.pages.map(({ url }) => url)).not.toContain('https://acme.example/x');
});

test('at most five actions, each with a stage or an engine, or a page, and evidence', () => {
  expect(report.actions.length).toBeGreaterThan(0);
  expect(report.actions.length).toBeLessThanOrEqual(5);
  for (const { facts, figure } of report.actions) expect(Object.keys(facts).length + (figure === null ? 0 : 1)).toBeGreaterThan(0);
});

test('a period without data gives a report that says so, in every language', async () => {
  const empty = await createReport(deps, workspace, { from: '2026-01-05', to: '2026-01-12' });
  expect(empty.measured).toBe(false);
  expect(empty.report.summary.en).toMatch(/Nothing was measured/);
  expect(empty.report.summary['zh-CN']).toContain('没有任何测量结果');
  expect(empty.report.total.every(({ visibility }) => visibility.value === null)).toBe(true);
  expect(empty.report.actions).toEqual([]);
});

test('the schedule makes the week’s report once, however many try, and tells so once; also when the tick was missed', async () => {
  const space = await makeHistory(deps, store, 'scheduled', 2);
  await store.rows(`INSERT INTO report_setting (workspace_id, weekly, monthly) VALUES ($1, true, true)`, [space.id]);
  clock = Date.parse('2026-09-16T12:00:00Z');
  const made = await Promise.all(Array.from({ length: 4 }, () => makeDueReports(deps, space.id)));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect(await makeDueReports(deps, space.id)).toBe(0);
  const { reports } = await readReports(deps, space, { limit: 10 });
  expect(reports.map(({ label }) => label).toSorted()).toEqual(['2026-08', '2026-W37']);
  const events = await store.rows<{ body: string }>(`SELECT body FROM webhook_event WHERE workspace_id = $1 AND type = 'report.ready'`, [
    space.id,
  ]);
  expect(events.map(({ body }) => (JSON.parse(body) as { data: { title: string } }).data.title).toSorted()).toEqual([
    'Acme 2026-08',
    'Acme 2026-W37',
  ]);
  clock = Date.parse('2026-09-30T12:00:00Z');
  expect(await makeDueReports(deps, space.id)).toBe(2);
  const labels = (await readReports(deps, space, { limit: 10 })).reports.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['2026-W38', '2026-W39']));
});

test('a history that is filled long after its weeks is waited for: the report is not made of nothing', async () => {
  const space = await makeHistory(deps, store, 'filled', 2);
  const filling = (state: string) =>
    store.rows(`UPDATE run SET state = $2, kind = 'import', created_at = $3 WHERE workspace_id = $1`, [space.id, state, new Date(clock)]);
  clock = Date.parse('2026-09-20T12:00:00Z');
  await filling('queued');
  expect(await makeDueReports(deps, space.id)).toBe(0);
  await filling('complete');
  expect(await makeDueReports(deps, space.id)).toBe(1);
  expect((await readReports(deps, space, { limit: 10 })).reports).toMatchObject([{ label: '2026-W37', measured: true }]);
});

test('what never ends is waited for some hours, and no longer', async () => {
  const space = await makeHistory(deps, store, 'stuck', 2);
  clock = Date.parse('2026-09-20T12:00:00Z');
  await store.rows(`UPDATE run SET state = 'queued', created_at = $2 WHERE workspace_id = $1`, [space.id, new Date(clock)]);
  expect(await makeDueReports(deps, space.id)).toBe(0);
  clock += 7 * 3_600_000;
  expect(await makeDueReports(deps, space.id)).toBe(1);
});

test('nothing is made before anything was asked', async () => {
  const space = await makeWorkspace(deps);
  expect(await makeDueReports(deps, space.id)).toBe(0);
});

test('a report never changes; what was corrected since stands beside it', async () => {
  const space = await makeHistory(deps, store, 'corrected', 3);
  const kept = await createReport(deps, space, week);
  expect(await readCorrections(deps, space, kept)).toEqual({ recounts: [], figures: [] });
  const cirro = smallPanel.brands.map((brand) =>
    brand.id === 'cirro'
      ? { ...brand, aliases: [...brand.aliases, { text: 'Nothing of note', caseSensitive: false, near: [], notNear: [], notIn: [] }] }
      : brand,
  );
  clock = Date.now();
  await changePanel(deps, space, { brands: cirro });
  await settleAll(deps, space);
  expect((await readKept(deps, space, kept.id)).report).toEqual(kept.report);
  const corrections = await readCorrections(deps, space, kept);
  expect(corrections.recounts).toMatchObject([{ causes: ['alias'], changed: expect.any(Number) }]);
  expect(corrections.figures.map(({ brand }) => brand)).toContain('cirro');
  for (const { was, is } of corrections.figures.filter(({ brand }) => brand === 'cirro')) expect(is).toBeGreaterThan(was ?? 1);
  await expect(store.rows(`UPDATE report SET content = '{}' WHERE id = $1`, [kept.id])).rejects.toThrow(/never changed/);
});

test('the API makes, lists and shows reports, and refuses periods that make no sense', async () => {
  const made = await api<{ id: string; label: string }>('POST', '/api/v1/reports?workspace=weekly', week);
  expect(made).toMatchObject({ status: 201, body: { label: '2026-W37', kind: 'week', origin: 'user' } });
  const { body } = await api<{ report: Report }>('GET', `/api/v1/reports/${made.body.id}?workspace=weekly`);
  expect(body.report.total).toEqual(report.total);
  expect((await api<{ reports: unknown[] }>('GET', '/api/v1/reports?workspace=weekly&limit=1')).body.reports).toHaveLength(1);
  for (const period of [
    { from: '2026-09-14', to: '2026-09-14' },
    { from: '2024-01-01', to: '2026-01-01' },
    { from: '2150-01-01', to: '2150-02-01' },
  ])
    expect((await api('POST', '/api/v1/reports?workspace=weekly', period)).status, JSON.stringify(period)).toBe(400);
  expect((await api('PATCH', '/api/v1/reports/settings?workspace=weekly', { monthly: true })).body).toEqual({
    weekly: true,
    monthly: true,
  });
});

test('the command gives the same file as the page’s button, and exports the same figures without keeping anything', async () => {
  const { reports } = await readReports(deps, workspace, { limit: 1 });
  const id = reports[0]?.id ?? '';
  const env = { DATABASE_URL: store.url };
  const [button, command, figures, wrong] = await Promise.all([
    api<string>('GET', `/api/v1/reports/${id}/files/csv?workspace=weekly`),
    runCli(['report', '--workspace', 'weekly', '--id', id, '--format', 'csv'], env),
    runCli(['export', '--workspace', 'weekly', '--from', week.from, '--to', week.to], env),
    runCli(['export', '--workspace', 'weekly', '--from', 'monday'], env),
  ]);
  expect(button.headers.get('content-disposition')).toBe('attachment; filename="weekly-2026-09-07-2026-09-14.csv"');
  expect(command).toMatchObject({ code: 0, stdout: `\uFEFF${button.body}` });
  expect(figures).toMatchObject({ code: 0, stdout: `\uFEFF${button.body}` });
  expect(wrong).toMatchObject({ code: 2, output: expect.stringMatching(/--from/) });
  expect((await readReports(deps, workspace, { limit: 1 })).reports[0]?.id).toBe(id);
});

describe('a link', () => {
  type Link = { id: string; token: string; expiresAt: string };
  const strange = { host: 'brand.example.com', origin: 'https://elsewhere.example' };
  const share = async (days = 7) => {
    const { reports } = await readReports(deps, workspace, { limit: 1 });
    const id = reports[0]?.id ?? '';
    const made = await api<Link>('POST', `/api/v1/reports/${id}/links?workspace=weekly`, { days });
    expect(made.status).toBe(201);
    return {
      id,
      link: made.body,
      show: () => api<{ id: string; report: Report }>('GET', `/api/v1/shared/${made.body.token}`, undefined, strange),
    };
  };

  test('shows one report without a key, from anywhere, and nothing else', async () => {
    const { id, link, show } = await share();
    const shown = await show();
    expect(shown.status).toBe(200);
    expect(shown.body.id).toBe(id);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    for (const path of ['/api/v1/reports', `/api/v1/reports/${id}`, '/api/v1/workspaces'])
      expect((await api('GET', path, undefined, { ...strange, authorization: `Bearer ${link.token}` })).status).toBe(403);
    expect(JSON.stringify(await store.rows('SELECT * FROM report_link'))).not.toContain(link.token);
  });

  test('shows nothing once it is taken back, or over, or changed by a letter', async () => {
    const { id, link, show } = await share(1);
    const other = `${link.token.slice(0, -1)}${link.token.endsWith('A') ? 'B' : 'A'}`;
    expect((await api('GET', `/api/v1/shared/${other}`, undefined, strange)).status).toBe(404);
    expect((await api('GET', '/api/v1/shared/x', undefined, strange)).status).toBe(404);
    const now = clock;
    clock = Date.parse(link.expiresAt);
    expect((await show()).status).toBe(404);
    clock = now;
    expect((await show()).status).toBe(200);
    expect((await api('DELETE', `/api/v1/reports/${id}/links/${link.id}?workspace=weekly`)).status).toBe(200);
    expect((await show()).status).toBe(404);
  });
});
