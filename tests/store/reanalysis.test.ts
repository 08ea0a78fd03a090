import { expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { readPrompts } from '../../src/services/prompts.ts';
import { brandCounts, unpack, type StoredCounts } from '../../src/domain/metrics/packed-counts.ts';
import { changePanel } from '../../src/services/workspaces.ts';
import { recount, storedCells, wholeRollup } from './recount.ts';
import { settleAll } from './history.ts';
import { outcome, settle, storeOutcomes, storeTexts } from './stored-answers.ts';
import { createTestDeps, makeWorkspace, never, openTestDeps, smallPanel } from './harness.ts';

const { store, deps } = await openTestDeps();

const wider = parsePanel({ brands: [...smallPanel.brands, { id: 'delta', name: 'Deltaforge', domains: ['deltaforge.example'] }] });
const texts = ['Acme and Deltaforge are good. Boltwise is dear.', 'Deltaforge is best.', 'Nothing of note.'];
/** The month of all engines together. */
async function pooledMonth(workspaceId: string) {
  const counts = await store.one(`SELECT counts FROM rollup WHERE workspace_id = $1 AND grain = 'm' AND engine = ''`, [workspaceId]);
  return unpack(JSON.parse(String(counts)) as StoredCounts);
}
const visible = async (workspaceId: string) => {
  const month = await pooledMonth(workspaceId);
  return [...month.brands.keys()].map((brand) => ({ brand, visible: brandCounts(month, brand).visible }));
};

test('a brand that is added is found in the past too, and nothing is counted twice', async () => {
  const workspace = await makeWorkspace(deps);
  await storeOutcomes(
    deps,
    store,
    workspace,
    texts.map((text) => outcome({ text, citations: ['https://deltaforge.example/'] })),
  );
  await settle(deps, workspace);
  expect(await visible(workspace.id)).toEqual([
    { brand: 'acme', visible: 1 },
    { brand: 'bolt', visible: 1 },
  ]);

  expect(await changePanel(deps, workspace, wider)).toMatchObject({ version: 2, analysedAgain: 3 });
  await settleAll(deps, workspace);
  expect(await visible(workspace.id)).toEqual([
    { brand: 'acme', visible: 1 },
    { brand: 'bolt', visible: 1 },
    { brand: 'delta', visible: 2 },
  ]);
  const kept = await store.rows(
    `SELECT (SELECT count(*)::int FROM mention WHERE workspace_id = $1) AS mentions, (SELECT count(*)::int FROM citation WHERE workspace_id = $1) AS citations,
    (SELECT counted_panel_version FROM workspace WHERE id = $1) AS panel`,
    [workspace.id],
  );
  expect(kept).toEqual([{ mentions: 4, citations: 3, panel: 2 }]);
});

test('a brand that is taken out is counted no more', async () => {
  const workspace = await makeWorkspace(deps, { panel: wider });
  await storeTexts(deps, store, workspace, texts);
  await changePanel(deps, workspace, smallPanel);
  await settleAll(deps, workspace);
  expect(await visible(workspace.id)).toEqual([
    { brand: 'acme', visible: 1 },
    { brand: 'bolt', visible: 1 },
  ]);
});

test('the same panel again reads nothing again', async () => {
  const workspace = await makeWorkspace(deps);
  await storeTexts(deps, store, workspace, texts);
  const before = await wholeRollup(store, workspace.id);
  expect(await changePanel(deps, workspace, smallPanel)).toEqual({ version: 1, analysedAgain: 0, recount: null });
  expect(await analyzeAnswers(deps, workspace.id, never)).toBe(0);
  await settle(deps, workspace);
  expect(await wholeRollup(store, workspace.id)).toEqual(before);
});

test('a panel that changes while answers are being read leaves none read with the old one', async () => {
  const quick = createTestDeps(store);
  const workspace = await makeWorkspace(quick);
  await storeOutcomes(
    quick,
    store,
    workspace,
    Array.from({ length: 210 }, () => outcome({ text: texts[0] })),
  );
  let changed = false;
  const { ring } = quick.queues;
  quick.queues.ring = async (step, id) => {
    if (step !== 'rollup' || changed) return ring(step, id);
    changed = true;
    await changePanel(quick, workspace, wider); // after the first of two batches
  };
  await analyzeAnswers(quick, workspace.id, never);
  await settleAll(quick, workspace);
  expect(
    await store.rows('SELECT panel_version, count(*)::int FROM observation WHERE workspace_id = $1 GROUP BY 1', [workspace.id]),
  ).toEqual([{ panel_version: 2, count: 210 }]);
  await quick.close();
});

test('several workers that analyse at once read every answer once', async () => {
  const workspace = await makeWorkspace(deps);
  await storeOutcomes(
    deps,
    store,
    workspace,
    Array.from({ length: 30 }, () => outcome({ text: texts[0] })),
  );
  const counts = await Promise.all([1, 2, 3].map(() => analyzeAnswers(deps, workspace.id, never)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30);
  expect(await store.one('SELECT count(*)::int FROM mention WHERE workspace_id = $1', [workspace.id])).toBe(60);
});

test('a prompt that names a brand of the new panel leaves the headline figures, and comes back when that brand goes', async () => {
  const workspace = await makeWorkspace(deps, { prompts: [{ text: 'Is Deltaforge any good?' }, { text: 'Which CRM is good?' }] });
  const branded = async () => (await readPrompts(deps, workspace)).map(({ text, branded: named }) => `${text} ${named}`).toSorted();
  await changePanel(deps, workspace, wider);
  await settleAll(deps, workspace);
  expect(await branded()).toEqual(['Is Deltaforge any good? true', 'Which CRM is good? false']);
  await changePanel(deps, workspace, smallPanel);
  await settleAll(deps, workspace);
  expect(await branded()).toEqual(['Is Deltaforge any good? false', 'Which CRM is good? false']);
  await storeOutcomes(deps, store, workspace, [outcome({ finish: 'refused' }), outcome({ finish: 'refused' }), outcome(), outcome()]);
  await settle(deps, workspace);
  await changePanel(deps, workspace, wider);
  await settleAll(deps, workspace);
  expect(await storedCells(store, workspace.id)).toEqual(await recount(store, workspace.id));
});
