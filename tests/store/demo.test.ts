import { expect, test } from 'vitest';
import { ensureDemo, fillDemo, readDemoProgress } from '../../src/services/demo.ts';
import { expandRun } from '../../src/services/plan-run.ts';
import { readBrands } from '../../src/services/workspaces.ts';
import { readPrompts, setPromptArchived } from '../../src/services/prompts.ts';
import { removeBrand } from '../../src/services/brands.ts';
import { openTestDeps } from './harness.ts';
import { weekMs } from '../../src/domain/durations.ts';

let nowMs = Date.parse('2026-09-16T10:00:00Z');
const { store, deps } = await openTestDeps({ now: () => nowMs });

/** As if the process were killed when so many weeks are planned. */
const endedAfter = (weeks: number): AbortSignal => {
  let asked = 0;
  return Object.defineProperty(new AbortController().signal, 'aborted', { get: () => asked++ >= weeks });
};
const planned = () => store.rows<{ key: string; starts_at: Date }>(`SELECT key, starts_at FROM run WHERE kind = 'demo' ORDER BY id`);

test('the demo is filled from its last week on, and a start that was cut short is completed with the same twelve weeks', async () => {
  await fillDemo(deps, endedAfter(3));
  const first = await planned();
  expect(first.map(({ key }) => key)).toEqual(['demo/11', 'demo/10', 'demo/9']);

  nowMs += 2 * weekMs;
  await fillDemo(deps, new AbortController().signal);
  const all = await planned();
  expect(all.slice(0, 3)).toEqual(first);
  const starts = all.map(({ starts_at }) => starts_at.getTime());
  expect(starts).toEqual(Array.from({ length: 12 }, (_, index) => (starts[0] ?? 0) - index * weekMs));
});

test('the demo has its brands and prompts before anything is asked, and says from then on how many answers it will have', async () => {
  const workspace = await ensureDemo(deps);
  expect((await readBrands(deps, workspace)).some(({ own }) => own)).toBe(true);
  const { planned: expected, done } = await readDemoProgress(deps.db, workspace.id);
  expect(done).toBe(0);
  for (const { id } of await store.rows<{ id: string }>(`SELECT id FROM run WHERE kind = 'demo'`)) await expandRun(deps, workspace.id, id);
  expect((await readDemoProgress(deps.db, workspace.id)).planned).toBe(expected);
});

test('what was taken out of the demo stays out of it when the product is started again', async () => {
  const workspace = await ensureDemo(deps);
  const [prompt] = await readPrompts(deps, workspace);
  const rival = (await readBrands(deps, workspace)).find(({ own }) => !own);
  if (!prompt || !rival) throw new Error('The demo has no prompt or no competitor.');
  await setPromptArchived(deps, workspace, prompt.id, true);
  await removeBrand(deps, workspace.id, rival.key, workspace.panelVersion);
  const again = await ensureDemo(deps);
  expect((await readBrands(deps, again)).map(({ key }) => key)).not.toContain(rival.key);
  expect((await readPrompts(deps, again)).map(({ text }) => text)).not.toContain(prompt.text);
});
