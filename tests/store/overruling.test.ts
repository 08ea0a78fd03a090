import { expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { readAnswer } from '../../src/services/answers.ts';
import { overrule, readOverrules, undoOverruling } from '../../src/services/overrulings.ts';
import { readRecounts } from '../../src/services/recounts.ts';
import { changePanel, resolveWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { lastRecount, settleAll, shown, wholeReading } from './history.ts';
import { outcome, settle, storeOutcomes } from './stored-answers.ts';
import { makeWorkspace, openTestDeps, smallPanel } from './harness.ts';

const { store, deps } = await openTestDeps();

const text = 'Acme is the summit of the range. Boltwise is dear, Deltaforge too.';

async function workspaceWith(texts: string[]): Promise<{ workspace: Workspace; answers: string[] }> {
  const workspace = await makeWorkspace(deps);
  const outcomes = texts.map((one) => outcome({ text: one }));
  const jobs = await storeOutcomes(deps, store, workspace, outcomes);
  await settle(deps, workspace);
  return { workspace, answers: jobs.map((job) => job.observationId) };
}
const fresh = (workspace: Workspace) => resolveWorkspace(deps, workspace.id);
const firstPlace = { scope: 'mention' as const, start: 0, end: 4, brand: 'acme', counts: false };

test('a mention that a person takes away is gone from figures and answer, in that answer only, and undo brings all back', async () => {
  const { workspace, answers } = await workspaceWith([text, text]);
  const before = await wholeReading(store, workspace.id);
  const { overruling, recount } = await overrule(deps, workspace, { ...firstPlace, answerId: answers[0] ?? '', by: 'Ann' });
  expect(recount).not.toBeNull();
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '1/2', bolt: '2/2' });
  expect((await readAnswer(deps, await fresh(workspace), answers[0] ?? '')).mentions.map(({ brand }) => brand)).toEqual(['bolt']);
  expect(await lastRecount(deps, workspace)).toMatchObject({ id: recount, total: 1, done: 1, causes: ['correction'] });
  expect((await lastRecount(deps, workspace)).report).toMatchObject({
    changed: 1,
    brands: [{ brand: 'acme', gained: 0, lost: 1, before: { visible: 2, answered: 2 }, after: { visible: 1, answered: 2 } }],
    examples: [{ answerId: answers[0], brand: 'acme', change: 'lost', sentence: 'Acme is the summit of the range.' }],
  });

  await undoOverruling(deps, await fresh(workspace), overruling.id);
  await undoOverruling(deps, await fresh(workspace), overruling.id);
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '2/2', bolt: '2/2' });
  expect(await wholeReading(store, workspace.id)).toEqual(before);
  expect((await readOverrules(deps, workspace, { undone: false, limit: 10 })).overrulings).toEqual([]);
  expect((await readOverrules(deps, workspace, { undone: true, limit: 10 })).overrulings).toMatchObject([{ madeBy: 'Ann', text: 'Acme' }]);
});

test('what was overruled is kept when answers are read again for another reason', async () => {
  const { workspace, answers } = await workspaceWith([text]);
  await overrule(deps, workspace, { ...firstPlace, answerId: answers[0] ?? '' });
  await settleAll(deps, workspace);
  await changePanel(deps, workspace, parsePanel({ brands: [...smallPanel.brands, { id: 'delta', name: 'Deltaforge' }] }));
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '0/1', bolt: '1/1', delta: '1/1' });
});

test('a name that is never to count near a phrase is left out of the past and of what comes', async () => {
  const { workspace } = await workspaceWith([text, 'Acme sells software.']);
  await overrule(deps, workspace, { scope: 'rule', brand: 'acme', alias: 'ACME', counts: false, near: 'summit' });
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '1/2' });
  await storeOutcomes(deps, store, workspace, [outcome({ text }), outcome({ text: 'Buy Acme.' })]);
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '2/4' });
});

test('a place that a person calls a brand counts from then on', async () => {
  const { workspace, answers } = await workspaceWith(['The blue one wins.']);
  const place = { scope: 'mention' as const, answerId: answers[0] ?? '', start: 4, end: 12, brand: 'cirro', counts: true };
  await overrule(deps, workspace, place);
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ cirro: '1/1' });
  const { mentions } = await readAnswer(deps, await fresh(workspace), answers[0] ?? '');
  expect(mentions).toMatchObject([{ brand: 'cirro', text: 'blue one', rule: 'overruled' }]);
});

test('several words in a row are one recount that reads those answers, not all', async () => {
  const { workspace, answers } = await workspaceWith([text, text, text]);
  for (const answerId of answers.slice(0, 2)) await overrule(deps, await fresh(workspace), { ...firstPlace, answerId });
  const { recounts } = await readRecounts(deps, workspace, { limit: 10 });
  expect(recounts).toMatchObject([{ total: 2, fromPanelVersion: 1, toPanelVersion: 3 }]);
  await settleAll(deps, workspace);
  expect(await shown(deps, workspace)).toMatchObject({ acme: '1/3' });
  expect(await store.one('SELECT counted_panel_version FROM workspace WHERE id = $1', [workspace.id])).toBe(3);
});

test('a brand, name or place that is not there is refused with the reason, and nothing is counted again', async () => {
  const { workspace, answers } = await workspaceWith([text]);
  const answerId = answers[0] ?? '';
  const rule = { scope: 'rule' as const, brand: 'acme', alias: 'Acme', counts: false };
  const refused = [
    [{ ...firstPlace, answerId, brand: 'nobody' }, 'brand'],
    [{ ...firstPlace, answerId, start: 10, end: 14 }, 'start'],
    [{ ...firstPlace, answerId, start: 60, end: 5000, counts: true }, 'start'],
    [{ ...rule, alias: 'Boltwise' }, 'alias'],
    [{ ...rule, counts: true, rule: 'name' }, 'rule'],
    [{ ...rule, within: 'Main Street' }, 'within'],
  ] as const;
  for (const [request, path] of refused)
    await expect(overrule(deps, workspace, request)).rejects.toMatchObject({ code: 'invalid_input', issues: [{ path }] });
  await expect(overrule(deps, workspace, { ...firstPlace, answerId: workspace.id })).rejects.toMatchObject({ code: 'not_found' });
  expect((await readRecounts(deps, workspace, { limit: 1 })).recounts).toEqual([]);
  expect((await fresh(workspace)).panelVersion).toBe(1);
});
