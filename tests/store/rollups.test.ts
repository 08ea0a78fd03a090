import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rebuildRollups, rollUpPending } from '../../src/db/rollups.ts';
import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { rebuild } from '../../src/services/rebuild.ts';
import { recount, storedCells, wholeRollup } from './recount.ts';
import { endObservation, outcome, settle, storeOutcomes, type Outcome } from './stored-answers.ts';
import { makeWorkspace, never, openTestDeps, planNow } from './harness.ts';

const { store, deps } = await openTestDeps();

const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const },
  { text: 'Which CRM suits a small agency?' },
  { text: 'Is Acme any good?', branded: true },
];
const brandNames = ['Acme', 'Boltwise', 'Cirrolane'];
const pages = ['https://acme.example/a', 'https://acme.example/b', 'https://www.boltwise.example/', 'https://news.example/best'];

const textOf = (order: string[]) => ['We compared what there is.', ...order.map((name) => `${name} is used by many teams.`)].join(' ');
const anyOutcome: fc.Arbitrary<Outcome> = fc.record({
  finish: fc.constantFrom('complete', 'complete', 'complete', 'truncated', 'refused', 'filtered', 'no_answer', 'error'),
  text: fc.shuffledSubarray(brandNames).map(textOf),
  citations: fc.shuffledSubarray(pages),
  askedAt: fc.date({ min: new Date('2026-08-29T00:00:00Z'), max: new Date('2026-10-02T23:59:59Z'), noInvalidDate: true }),
  retrieved: fc.constantFrom(null, pages.slice(1)),
  costUsd: fc.constantFrom(0.01, 0.25, null),
});
type Step = 'answer' | 'analyse' | 'rollup' | 'rollup twice';

test('rollups built step by step, in any order and with jobs that run twice, are those counted anew, and those counted by hand', async () => {
  const steps = fc.array(fc.constantFrom<Step>('answer', 'answer', 'answer', 'analyse', 'rollup', 'rollup twice'), {
    minLength: 20,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(anyOutcome, { minLength: 18, maxLength: 18 }),
      fc.integer({ min: 1, max: 7 }),
      async (order, outcomes, batch) => {
        const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'] });
        const { jobs } = await planNow(deps, store, workspace, { repeats: 3 });
        const waiting = jobs.map((job, index) => ({ job, outcome: outcomes[index % outcomes.length] ?? outcome() }));
        const doStep = async (step: Step) => {
          if (step === 'analyse') await analyzeAnswers(deps, workspace.id, never);
          else if (step === 'rollup') await rollUpPending(deps.db, workspace.id, batch);
          else if (step === 'rollup twice')
            await Promise.all([rollUpPending(deps.db, workspace.id, batch), rollUpPending(deps.db, workspace.id, batch)]);
          else {
            const next = waiting.shift();
            if (next) await endObservation(deps, next.job, next.outcome);
          }
        };
        for (const step of order) await doStep(step);
        while (waiting.length > 0) await doStep('answer');
        await settle(deps, workspace);

        const incremental = await wholeRollup(store, workspace.id);
        expect(await storedCells(store, workspace.id)).toEqual(await recount(store, workspace.id));
        await rebuildRollups(deps.db, workspace.id);
        expect(await wholeRollup(store, workspace.id)).toEqual(incremental);
      },
    ),
    { numRuns: 8, seed: 20260907 },
  );
});

test('what every answer cost is charged once, however often it is rolled up, read again or counted anew', async () => {
  const workspace = await makeWorkspace(deps);
  await storeOutcomes(deps, store, workspace, [
    outcome({ costUsd: 0.1 }),
    outcome({ costUsd: 0.25 }),
    outcome({ costUsd: null }),
    outcome({ finish: 'refused', costUsd: 0.05 }),
    outcome({ finish: 'error' }),
  ]);
  const spend = () =>
    store.rows('SELECT month::text, spent_usd::float8 AS usd, answers, unpriced FROM engine_spend WHERE workspace_id = $1', [workspace.id]);
  await Promise.all([settle(deps, workspace), settle(deps, workspace)]);
  expect(await spend()).toEqual([{ month: '2026-09-01', usd: 0.4, answers: 4, unpriced: 1 }]);
  expect(await rebuild(deps, workspace, true)).toEqual({ answers: 3 });
  await settle(deps, workspace);
  expect(await spend()).toEqual([{ month: '2026-09-01', usd: 0.4, answers: 4, unpriced: 1 }]);
});

test('two rollups of one workspace at once do not undo each other', async () => {
  const workspace = await makeWorkspace(deps, { prompts });
  await storeOutcomes(
    deps,
    store,
    workspace,
    Array.from({ length: 30 }, (_, index) => outcome({ text: textOf([brandNames[index % 3] ?? '']) })),
  );
  await analyzeAnswers(deps, workspace.id, never);
  const drainAll = async () => {
    while ((await rollUpPending(deps.db, workspace.id, 4)) > 0);
  };
  await Promise.all([drainAll(), drainAll(), rebuildRollups(deps.db, workspace.id)]);
  expect(await storedCells(store, workspace.id)).toEqual(await recount(store, workspace.id));
});

test('an answer counts from its analysis on, not before', async () => {
  const workspace = await makeWorkspace(deps);
  await storeOutcomes(deps, store, workspace, [outcome(), outcome({ finish: 'no_answer', text: '' })]);
  while ((await rollUpPending(deps.db, workspace.id, 10)) > 0);
  const pooledDays = async () =>
    Object.entries(await storedCells(store, workspace.id))
      .filter(([key]) => /^d\|[^|]*\|[^|]*\|\|[^|]*$/.test(key))
      .map(([, { answered, noAnswer }]) => ({ answered, noAnswer }));
  expect(await pooledDays()).toEqual([{ answered: 0, noAnswer: 1 }]);
  await settle(deps, workspace);
  expect(await pooledDays()).toEqual([{ answered: 1, noAnswer: 1 }]);
});
