import { claimObservations, failObservation, storeAnswers } from '../../src/db/observations.ts';
import type { Deps } from '../../src/deps.ts';
import type { EngineAnswer, Finish } from '../../src/engines/engine.ts';
import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { rollUp } from '../../src/services/roll-up.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { never, planNow, type TestStore } from './harness.ts';

/** What an observation is to end in. */
export type Outcome = {
  finish: Finish | 'error';
  text: string;
  citations: string[];
  /** null where the engine does not tell. */
  retrieved: string[] | null;
  askedAt: Date;
  costUsd: number | null;
};

export const outcome = (more: Partial<Outcome> = {}): Outcome => ({
  finish: 'complete',
  text: 'Acme is fine.',
  citations: [],
  retrieved: null,
  askedAt: new Date('2026-09-07T12:00:00Z'),
  costUsd: 0.01,
  ...more,
});

const engineAnswer = (engine: string, { finish, text, citations, retrieved, costUsd }: Outcome): EngineAnswer => ({
  engine,
  surface: 'api',
  model: 'model-1',
  modelAsked: 'model-1',
  text,
  citations: citations.map((url) => ({ url, title: null, start: null, end: null, citedText: null })),
  retrieved,
  searchQueries: [],
  usage: { inputTokens: 10, outputTokens: 10, cachedTokens: null, reasoningTokens: null, searches: null },
  costUsd,
  costSource: costUsd === null ? null : 'computed',
  finish: finish === 'error' ? 'complete' : finish,
  requestId: null,
  latencyMs: 5,
  rateLimits: null,
  adapterVersion: 1,
  exchanges: [],
});

type Job = { workspaceId: string; observationId: string; engine: string };

/** Ends one observation as a worker would, at a time of the test's own. */
export async function endObservation(deps: Deps, job: Job, wanted: Outcome): Promise<void> {
  if (wanted.finish === 'error') {
    await deps.db.observation.update({
      where: { workspaceId_id: { workspaceId: job.workspaceId, id: job.observationId } },
      data: { askedAt: wanted.askedAt },
    });
    await failObservation(deps.db, job, { code: 'timeout', message: 'It did not answer in time.' });
    return;
  }
  const [claim] = await claimObservations(deps.db, [job], deps.holder, 60_000);
  if (!claim) throw new Error('The observation has ended.');
  const answer = engineAnswer(job.engine, wanted);
  await storeAnswers(deps.db, [{ key: job, claim: { ...claim, askedAt: wanted.askedAt }, answer, search: true }]);
}

/** One run in which every prompt of the workspace is asked as often as there are outcomes; which of them get one is chance. */
export async function storeOutcomes(deps: Deps, store: TestStore, workspace: Workspace, outcomes: Outcome[]): Promise<Job[]> {
  const { jobs } = await planNow(deps, store, workspace, { repeats: outcomes.length });
  return endWith(deps, store, workspace, jobs.slice(0, outcomes.length), outcomes);
}

/** The same, with the prompts asked in turn: of two outcomes, each has a prompt of its own. */
export async function storeInTurn(deps: Deps, store: TestStore, workspace: Workspace, outcomes: Outcome[]): Promise<Job[]> {
  const { jobs, runId } = await planNow(deps, store, workspace, { repeats: outcomes.length });
  const inTurn = await store.rows<{ id: string }>('SELECT id FROM observation WHERE run_id = $1 ORDER BY repeat, prompt_id', [runId]);
  const used = inTurn.slice(0, outcomes.length).flatMap(({ id }) => jobs.filter(({ observationId }) => observationId === id));
  return endWith(deps, store, workspace, used, outcomes);
}

async function endWith(deps: Deps, store: TestStore, workspace: Workspace, used: Job[], outcomes: Outcome[]): Promise<Job[]> {
  for (const [index, job] of used.entries()) await endObservation(deps, job, outcomes[index] ?? outcome());
  await store.rows(`DELETE FROM observation WHERE workspace_id = $1 AND state = 'planned'`, [workspace.id]);
  return used;
}

/** Answers of these texts, analysed and rolled up. */
export async function storeTexts(deps: Deps, store: TestStore, workspace: Workspace, texts: readonly string[]): Promise<void> {
  const outcomes = texts.map((text) => outcome({ text }));
  await storeOutcomes(deps, store, workspace, outcomes);
  await settle(deps, workspace);
}

/** Analyses and rolls up all that waits. */
export async function settle(deps: Deps, workspace: Workspace): Promise<void> {
  await analyzeAnswers(deps, workspace.id, never);
  await rollUp(deps, workspace.id, never);
}
