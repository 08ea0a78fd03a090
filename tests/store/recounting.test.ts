import { expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { rebuildRollups } from '../../src/db/rollups.ts';
import { runRecount } from '../../src/services/recount.ts';
import { countAgain, readRecounts, stopRecount } from '../../src/services/recounts.ts';
import { changePanel, type Workspace } from '../../src/services/workspaces.ts';
import { copyAnswers, lastRecount, settleAll, shown, wholeReading } from './history.ts';
import { wholeRollup } from './recount.ts';
import { outcome, settle, storeOutcomes } from './stored-answers.ts';
import { startCli } from './cli.ts';
import { makeWorkspace, never, openTestDeps, smallPanel, until } from './harness.ts';

const { store, deps } = await openTestDeps();

const withBrand = (id: string, name: string, panel = smallPanel) =>
  parsePanel({ brands: [...panel.brands, { id, name, domains: [`${id}.example`] }] });
const wider = withBrand('delta', 'Deltaforge');
const texts = ['Acme and Deltaforge are good. Boltwise is dear.', 'Deltaforge is best.', 'Nothing of note.'];

async function workspaceWith(answers: string[], times = 1, panel = smallPanel): Promise<Workspace> {
  const workspace = await makeWorkspace(deps, { panel });
  await storeOutcomes(
    deps,
    store,
    workspace,
    answers.map((text) => outcome({ text })),
  );
  await copyAnswers(store, workspace.id, times - 1);
  await settle(deps, workspace);
  return workspace;
}

/** While `use` runs, keeping the second batch of a recount takes seconds: time to interfere. */
async function slowed(use: () => Promise<void>): Promise<void> {
  await store.rows(`CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NEW; END'`);
  await store.rows(
    'CREATE TRIGGER slow BEFORE UPDATE ON recount FOR EACH ROW WHEN (OLD.done > 0 AND NEW.done > OLD.done) EXECUTE FUNCTION slow()',
  );
  try {
    await use();
  } finally {
    await store.rows('DROP TRIGGER slow ON recount');
  }
}

const firstBatch = (workspace: Workspace) => until(async () => (await lastRecount(deps, workspace)).done > 0, 'the first batch');

/** A worker begins, keeps a batch or two, and is told to end. */
const interrupt = (workspace: Workspace) =>
  slowed(async () => {
    const stopping = new AbortController();
    const running = runRecount(deps, workspace.id, stopping.signal);
    await firstBatch(workspace);
    stopping.abort();
    await running;
  });

/** A worker process begins and is killed in the middle. */
const killWorker = (workspace: Workspace) =>
  slowed(async () => {
    const worker = startCli(['worker'], { DATABASE_URL: store.url, WAYSEEN_LEASE_MS: '3000' });
    await firstBatch(workspace);
    worker.child.kill('SIGKILL');
    await worker.ended;
  });

test('while the past is counted again a reader sees the old figures, and then at once the new ones', async () => {
  const workspace = await workspaceWith(texts, 800);
  const old = await shown(deps, workspace);
  await changePanel(deps, workspace, wider);
  const seen = new Set<string>();
  let reading = true;
  const reader = (async () => {
    while (reading) seen.add(JSON.stringify(await shown(deps, workspace)));
  })();
  await runRecount(deps, workspace.id, never).finally(() => (reading = false));
  await reader;
  expect(old).toEqual({ acme: '800/2400', bolt: '800/2400', cirro: '0/2400' });
  const fresh = await shown(deps, workspace);
  expect(fresh).toEqual({ ...old, delta: '1600/2400' });
  expect([...seen].filter((figures) => !figures.includes('"delta":"0/2400"') && figures !== JSON.stringify(fresh))).toEqual([]);
  const rolled = await wholeRollup(store, workspace.id);
  await rebuildRollups(deps.db, workspace.id);
  expect(await wholeRollup(store, workspace.id)).toEqual(rolled);
}, 120_000);

test('what was killed in the middle is gone on with where it was, and ends as if nothing had been', async () => {
  const workspace = await workspaceWith(texts, 800);
  await changePanel(deps, workspace, wider);
  const before = await wholeReading(store, workspace.id);
  await killWorker(workspace);
  const left = await lastRecount(deps, workspace);
  expect(left).toMatchObject({ state: 'running', total: 2400 });
  expect(left.done).toBeLessThan(2400);
  expect(await wholeReading(store, workspace.id)).toEqual(before);

  await until(async () => (await runRecount(deps, workspace.id, never)) > 0, 'the lease to run out');
  const done = await lastRecount(deps, workspace);
  expect(done).toMatchObject({ id: left.id, state: 'complete', total: 2400, done: 2400 });
  expect(done.report?.brands).toMatchObject([{ brand: 'delta', gained: 1600, lost: 0 }]);
  expect(await store.one('SELECT count(*)::int FROM recount_answer WHERE workspace_id = $1', [workspace.id])).toBe(0);
}, 120_000);

test('a worker that is told to end gives the recount back at once', async () => {
  const workspace = await workspaceWith(texts, 800);
  await changePanel(deps, workspace, wider);
  await interrupt(workspace);
  expect((await lastRecount(deps, workspace)).heldBy).toBeNull();
  expect(await runRecount(deps, workspace.id, never)).toBeGreaterThan(0);
  expect(await lastRecount(deps, workspace)).toMatchObject({ state: 'complete', done: 2400 });
}, 120_000);

test('one that is stopped leaves the figures as they were, is not started again by itself, and can be started by hand', async () => {
  const workspace = await workspaceWith(texts, 800);
  const [old, reading] = [await shown(deps, workspace), await wholeReading(store, workspace.id)];
  await changePanel(deps, workspace, wider);
  await interrupt(workspace);
  const { id } = await lastRecount(deps, workspace);
  expect(await stopRecount(deps, workspace, id)).toMatchObject({ state: 'stopped', report: null });
  await settleAll(deps, workspace);
  expect(await countAgain(deps, workspace.id)).toBeNull();
  expect(await shown(deps, workspace)).toEqual({ ...old, delta: '0/2400' });
  expect(await wholeReading(store, workspace.id)).toEqual(reading);
  expect(await store.one('SELECT count(*)::int FROM recount_answer WHERE workspace_id = $1', [workspace.id])).toBe(0);

  await countAgain(deps, workspace.id, true);
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toEqual({ ...old, delta: '1600/2400' });
  expect(await stopRecount(deps, workspace, (await lastRecount(deps, workspace)).id)).toMatchObject({ state: 'complete' });
}, 120_000);

test('answers that come meanwhile are read with the new panel and shown at once', async () => {
  const workspace = await workspaceWith(texts);
  await changePanel(deps, workspace, wider);
  await storeOutcomes(deps, store, workspace, [outcome({ text: 'Deltaforge it is.' })]);
  await settle(deps, workspace);
  expect(await shown(deps, workspace)).toEqual({ acme: '1/4', bolt: '1/4', cirro: '0/4', delta: '1/4' });
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toEqual({ acme: '1/4', bolt: '1/4', cirro: '0/4', delta: '3/4' });
  expect(await lastRecount(deps, workspace)).toMatchObject({
    total: 3,
    done: 3,
    causes: ['brand'],
    fromPanelVersion: 1,
    toPanelVersion: 2,
  });
});

test('a second change turns the open recount to the newest panel: one swap, one report', async () => {
  const workspace = await workspaceWith(texts, 800);
  await changePanel(deps, workspace, wider);
  await interrupt(workspace);
  const first = await lastRecount(deps, workspace);
  const renamed = parsePanel({
    brands: wider.brands.map((brand) => (brand.id === 'bolt' ? { ...brand, aliases: [...brand.aliases, 'Nothing of note'] } : brand)),
  });
  await changePanel(deps, workspace, renamed);
  expect(await lastRecount(deps, workspace)).toMatchObject({ id: first.id, done: 0, toPanelVersion: 3, causes: ['brand', 'alias'] });
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toEqual({ acme: '800/2400', bolt: '1600/2400', cirro: '0/2400', delta: '1600/2400' });
  const { recounts } = await readRecounts(deps, workspace, { limit: 10 });
  expect(recounts).toHaveLength(1);
  expect(recounts[0]?.report?.brands.map(({ brand, gained }) => [brand, gained])).toEqual([
    ['bolt', 800],
    ['delta', 1600],
  ]);
}, 120_000);

test('the report tells by stage and brand how many answers were gained and lost, with examples to look at', async () => {
  const workspace = await makeWorkspace(deps, { prompts: [{ text: 'One?' }, { text: 'Two?', stage: 'awareness' }] });
  const jobs = await storeOutcomes(deps, store, workspace, [
    outcome({ text: 'Some like it. Deltaforge is best! Acme is next.' }),
    outcome({ text: 'Acme or Deltaforge, says [a page](https://delta.example/x).' }),
    outcome({ text: 'Boltwise.' }),
    outcome({ text: 'Boltwise and Deltaforge.' }),
  ]);
  await settle(deps, workspace);
  const stages = await store.rows<{ id: string; stage: string }>('SELECT id, stage FROM observation WHERE workspace_id = $1', [
    workspace.id,
  ]);
  const stageOf = (index: number) => stages.find(({ id }) => id === jobs[index]?.observationId)?.stage;
  const panel = parsePanel({
    brands: [...smallPanel.brands.filter(({ id }) => id !== 'acme'), { id: 'delta', name: 'Deltaforge', domains: ['delta.example'] }],
  });
  await changePanel(deps, workspace, panel);
  await settleAll(deps, workspace);
  const { report, causes } = await lastRecount(deps, workspace);
  expect(causes).toEqual(['brand']);
  const named = (brand: string, stage: string) =>
    [0, 1, 2, 3].filter((index) => stageOf(index) === stage && { acme: [0, 1], delta: [0, 1, 3] }[brand]?.includes(index)).length;
  const answered = (stage: string) => stages.filter((one) => one.stage === stage).length;
  expect(report?.changed).toBe(3);
  const expected = ['awareness', 'consideration'].flatMap((stage) => [
    {
      stage,
      brand: 'acme',
      gained: 0,
      lost: named('acme', stage),
      citedGained: 0,
      citedLost: 0,
      before: { visible: named('acme', stage), answered: answered(stage) },
      after: { visible: 0, answered: answered(stage) },
    },
    {
      stage,
      brand: 'delta',
      gained: named('delta', stage),
      lost: 0,
      citedGained: Number(stageOf(1) === stage),
      citedLost: 0,
      before: { visible: 0, answered: answered(stage) },
      after: { visible: named('delta', stage), answered: answered(stage) },
    },
  ]);
  expect(report?.brands).toEqual(expected.filter(({ gained, lost }) => gained + lost > 0));
  const first = report?.examples.filter(({ answerId }) => answerId === jobs[0]?.observationId) ?? [];
  expect(
    first.map(({ brand, change, sentence }) => ({ brand, change, sentence })).toSorted((a, b) => (a.brand < b.brand ? -1 : 1)),
  ).toEqual([
    { brand: 'acme', change: 'lost', sentence: 'Acme is next.' },
    { brand: 'delta', change: 'gained', sentence: 'Deltaforge is best!' },
  ]);
  expect(report?.examples).toHaveLength(5);
});

test('counting again with nothing changed changes nothing', async () => {
  const workspace = await workspaceWith(texts, 10, wider);
  const state = async () => [await wholeReading(store, workspace.id), await wholeRollup(store, workspace.id), await shown(deps, workspace)];
  const before = await state();
  await countAgain(deps, workspace.id, true);
  await settleAll(deps, workspace);
  expect(await lastRecount(deps, workspace)).toMatchObject({
    state: 'complete',
    causes: ['request'],
    done: 30,
    report: { changed: 0, brands: [], examples: [] },
  });
  expect(await state()).toEqual(before);
});

test('a panel that differs in nothing that is read is noted without reading anything', async () => {
  const workspace = await workspaceWith(texts);
  const other = parsePanel({ brands: smallPanel.brands.map((brand) => ({ ...brand, own: brand.id === 'bolt' })) });
  expect(await changePanel(deps, workspace, other)).toMatchObject({ version: 2, analysedAgain: 0 });
  await settleAll(deps, workspace);
  expect(await lastRecount(deps, workspace)).toMatchObject({ state: 'complete', total: 0, report: { changed: 0 } });
  expect(await store.one('SELECT counted_panel_version FROM workspace WHERE id = $1', [workspace.id])).toBe(2);
});

test('after any number of changes to the panel, reading everything anew finds nothing that was missed', async () => {
  const workspace = await workspaceWith([...texts, 'See [Delta](https://delta.example/a).', 'Acme, not Gammaphone.', 'Boltwise.'], 3);
  const withAlias = (alias: object) =>
    parsePanel({
      brands: smallPanel.brands.map((brand, index) => (index === 0 ? { ...brand, aliases: [...brand.aliases, alias] } : brand)),
    });
  for (const panel of [
    wider,
    withBrand('gamma', 'Gammaphone', wider),
    smallPanel,
    withAlias({ text: 'Gammaphone', notNear: ['not'] }),
    withAlias({ text: 'Gammaphone' }),
    withBrand('delta', 'Delta'),
  ]) {
    await changePanel(deps, workspace, panel);
    await settleAll(deps, workspace);
    const reading = await wholeReading(store, workspace.id);
    await countAgain(deps, workspace.id, true);
    await settleAll(deps, workspace);
    expect(await lastRecount(deps, workspace)).toMatchObject({ state: 'complete', report: { changed: 0 } });
    expect(await wholeReading(store, workspace.id)).toEqual(reading);
  }
});
