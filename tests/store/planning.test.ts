import { expect, test } from 'vitest';
import { addRun, writeObservations, type RunPlan } from '../../src/db/runs.ts';
import { changePrompt, readPrompts, setPromptArchived } from '../../src/services/prompts.ts';
import { expandRun, planEngines, planRun } from '../../src/services/plan-run.ts';
import { askNow, endRun } from '../../src/services/runs.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { makeWorkspace, openTestDeps, tickNow, until, withWorkers } from './harness.ts';

const { store, deps } = await openTestDeps();

const startsAt = new Date('2026-09-30T22:00:00Z');
const surfaces: RunPlan['engines'] = [
  { id: 'openai', surface: 'api' },
  { id: 'google-ai-overview', surface: 'app' },
];
const plan = (more: Partial<RunPlan> = {}): RunPlan => ({
  stages: ['awareness', 'consideration'],
  promptIds: [],
  engines: surfaces,
  countries: [],
  languages: [],
  repeats: 1,
  spreadMs: 0,
  ...more,
});
const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const },
  { text: 'Which CRM suits a small agency?' },
  { text: '小公司用哪款客户管理系统好？', locale: 'zh-CN' },
];
const everything = { prompts, engines: ['openai', 'google-ai-overview', 'anthropic'] };
const newRun = (workspaceId: string, key: string, wanted: RunPlan) =>
  addRun(deps.db, workspaceId, { key, kind: 'now', plan: wanted, startsAt, simulated: false, panelVersion: 1 });
const planned = (runId: string) =>
  store.rows<{ engine: string; language: string; country: string; repeat: number; due_at: Date; prompt_version_id: string }>(
    'SELECT * FROM observation WHERE run_id = $1 ORDER BY id',
    [runId],
  );

test('every prompt is planned on every engine, in every country, as often as wished', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const run = await newRun(id, 'all', plan({ countries: ['DE', 'US'], repeats: 2 }));
  expect(await writeObservations(deps.db, id, run.id, plan({ countries: ['DE', 'US'], repeats: 2 }))).toBe(3 * 2 * 2 * 2);
  const rows = await planned(run.id);
  const cells = new Set(rows.map((row) => [row.prompt_version_id, row.engine, row.country, row.repeat].join('|')));
  expect(cells.size).toBe(24);
  expect(new Set(rows.map((row) => row.language))).toEqual(new Set(['en', 'zh-CN']));
});

test('planning a run twice, also at once, writes nothing twice', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const run = await newRun(id, 'twice', plan({ spreadMs: 60_000 }));
  await Promise.all([1, 2, 3].map(() => writeObservations(deps.db, id, run.id, plan({ spreadMs: 60_000 }))));
  const before = await planned(run.id);
  expect(before).toHaveLength(6);
  await writeObservations(deps.db, id, run.id, plan({ spreadMs: 60_000 }));
  expect(await planned(run.id)).toEqual(before);
});

test('the same observation cannot be planned twice in one run', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const run = await newRun(id, 'unique', plan());
  await writeObservations(deps.db, id, run.id, plan());
  const copy = store.rows(
    `INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat, due_at, released_at)
     SELECT workspace_id, gen_random_uuid(), run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat, due_at, released_at
     FROM observation WHERE run_id = $1 LIMIT 1`,
    [run.id],
  );
  await expect(copy).rejects.toThrow(/duplicate key/);
});

test('asks are spread over the whole window and not beyond it, across the end of a month too', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ text: `Question number ${index}?` }));
  const { id } = await makeWorkspace(deps, { prompts: many, engines: ['openai'] });
  const spreadMs = 4 * 3_600_000;
  const run = await newRun(id, 'spread', plan({ spreadMs }));
  await writeObservations(deps.db, id, run.id, plan({ spreadMs }));
  const offsets = (await planned(run.id)).map((row) => row.due_at.getTime() - startsAt.getTime());
  expect(Math.min(...offsets)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...offsets)).toBeLessThan(spreadMs);
  for (const quarter of [0, 1, 2, 3]) {
    const inQuarter = offsets.filter((offset) => Math.floor((4 * offset) / spreadMs) === quarter).length;
    expect(inQuarter).toBeGreaterThan(10);
  }
  const months = await store.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relname IN ('answer_2026_09', 'answer_2026_10')`,
  );
  expect(months).toHaveLength(2);
});

test('only prompts of the wished stages and languages are planned, or exactly those that were named', async () => {
  const workspace = await makeWorkspace(deps, everything);
  const languages = await newRun(workspace.id, 'languages', plan({ stages: ['consideration'], languages: ['zh-CN'] }));
  expect(await writeObservations(deps.db, workspace.id, languages.id, plan({ stages: ['consideration'], languages: ['zh-CN'] }))).toBe(2);
  const [first] = await readPrompts(deps, workspace);
  const named = plan({ stages: ['retention'], promptIds: [first?.id ?? ''] });
  const one = await newRun(workspace.id, 'one', named);
  expect(await writeObservations(deps.db, workspace.id, one.id, named)).toBe(2);
});

test('an archived prompt is asked no more, and an edited one is asked in its new wording', async () => {
  const workspace = await makeWorkspace(deps, everything);
  const [awareness, consideration] = await readPrompts(deps, workspace);
  await setPromptArchived(deps, workspace, awareness?.id ?? '', true);
  expect(await changePrompt(deps, workspace, consideration?.id ?? '', 'Which CRM suits an agency of ten?')).toBe(2);
  const run = await newRun(workspace.id, 'edited', plan({ languages: ['en'], engines: surfaces.slice(0, 1) }));
  await writeObservations(deps.db, workspace.id, run.id, plan({ languages: ['en'], engines: surfaces.slice(0, 1) }));
  const texts = await store.rows(
    'SELECT v.text FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id WHERE o.run_id = $1',
    [run.id],
  );
  expect(texts).toEqual([{ text: 'Which CRM suits an agency of ten?' }]);
});

test('a run whose planner was killed is completed by the next tick', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const run = await newRun(id, 'killed', plan({ engines: [] }));
  await store.rows(`UPDATE run SET created_at = now() - interval '1 minute' WHERE id = $1`, [run.id]);
  await withWorkers(deps, async () => {
    await tickNow(deps);
    await until(
      async () => (await store.one('SELECT state FROM run WHERE id = $1', [run.id])) === 'complete',
      'the run to be planned and ended',
    );
  });
});

test('planning a run again after a kill between writing and queueing queues what is open', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const far = new Date(Date.now() + 3_600_000);
  const { id: runId } = await addRun(deps.db, id, {
    key: 'half',
    kind: 'now',
    plan: plan(),
    startsAt: far,
    simulated: false,
    panelVersion: 1,
  });
  await writeObservations(deps.db, id, runId, plan());
  expect(await expandRun(deps, id, runId)).toBe(6);
  expect(await deps.queues.counts('ask-google-ai-overview')).toMatchObject({ delayed: 3 });
  expect(await expandRun(deps, id, runId)).toBe(0); // it is queued already
});

test('the same run planned by two at once is one run', async () => {
  const { id } = await makeWorkspace(deps, everything);
  const run = {
    key: 'same',
    kind: 'now' as const,
    plan: plan(),
    startsAt: new Date(Date.now() + 3_600_000),
    simulated: false,
    panelVersion: 1,
  };
  const both = await Promise.all([planRun(deps, id, run), planRun(deps, id, run)]);
  expect(both[0]?.id).toBe(both[1]?.id);
  expect(both.filter(({ created }) => created)).toHaveLength(1);
});

const asking = (more: object) => ({ promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: 1, ...more });

test('"Ask now" asks the whole panel of the switched-on engines, or one prompt', async () => {
  const workspace = await makeWorkspace(deps, everything);
  await changeEngine(deps, workspace, 'anthropic', { enabled: false });
  const all = await askNow(deps, workspace, asking({}));
  await expandRun(deps, workspace.id, all);
  expect(await planned(all)).toHaveLength(3 * 2);
  const [first] = await readPrompts(deps, workspace);
  const one = await askNow(deps, workspace, asking({ promptIds: [first?.id], engines: ['openai'] }));
  await expandRun(deps, workspace.id, one);
  expect(await planned(one)).toHaveLength(1);
  expect(await planEngines(deps, workspace.id, ['anthropic'])).toEqual([]);
});

test('"Ask now" for a prompt of another workspace says so', async () => {
  const workspace = await makeWorkspace(deps, everything);
  const [foreign] = await readPrompts(deps, await makeWorkspace(deps, everything));
  await expect(askNow(deps, workspace, asking({ promptIds: [foreign?.id] }))).rejects.toMatchObject({
    code: 'invalid_input',
    issues: [{ path: 'promptIds', message: expect.stringContaining(foreign?.id ?? '?') }],
  });
});

test.each([
  ['an engine that does not exist', ['openai', 'opnai'], 'opnai'],
  ['an engine that is switched off', ['openai', 'gemini'], 'gemini'],
])('"Ask now" for %s names it instead of leaving it out', async (_what, engines, named) => {
  const workspace = await makeWorkspace(deps, everything);
  await expect(askNow(deps, workspace, asking({ engines }))).rejects.toMatchObject({
    issues: [{ path: 'engines', message: expect.stringContaining(named) }],
  });
});

test('a stopped run keeps its answers, and asks nothing more, planned or not', async () => {
  const workspace = await makeWorkspace(deps, everything);
  const run = await newRun(workspace.id, 'stopped', plan());
  await writeObservations(deps.db, workspace.id, run.id, plan());
  const ended = await endRun(deps, workspace, run.id);
  expect(ended).toMatchObject({ state: 'stopped', counts: { cancelled: 6, planned: 0 } });
  // Its planner was on its way and writes what was missing: that too is cancelled.
  await store.rows('DELETE FROM observation WHERE run_id = $1', [run.id]);
  await writeObservations(deps.db, workspace.id, run.id, plan());
  await tickNow(deps);
  expect(await store.rows('SELECT DISTINCT state FROM observation WHERE run_id = $1', [run.id])).toEqual([{ state: 'cancelled' }]);
});
