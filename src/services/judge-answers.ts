import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgeConfig } from '../config.ts';
import {
  applyJudgement,
  failJudgement,
  keepJudgement,
  readAnalysed,
  reserveJudgement,
  unjudgedAnswers,
  type Place,
  type Reservation,
  type UnjudgedAnswer,
} from '../db/judgements.ts';
import { readPanel } from '../db/panels.ts';
import { blockReader, hasPending, startReading, stopReading } from '../db/readers.ts';
import { getWorkspace } from '../db/workspaces.ts';
import { engineDeps, type Deps } from '../deps.ts';
import { speaksToMachines } from '../domain/analysis/instruction-like.ts';
import {
  acceptVerdicts,
  fillIn,
  judgeMessage,
  openQuestions,
  replySchema,
  verdictsSchema,
  type OpenQuestions,
  type Verdicts,
} from '../domain/analysis/second-reader.ts';
import { askJudge, defaultJudgeModels, mostJudgeCost } from '../engines/judge.ts';
import { EngineError } from '../errors.ts';
import { freshMark } from './fresh-mark.ts';
import { hourMs } from '../domain/durations.ts';

const batchSize = 50;
const mostAttempts = 3;
const instructionsPath = join(import.meta.dirname, '../../prompts/judge/answer.md');
/** Raised whenever what is asked, or which verdicts are kept, changes. */
const judgeVersion = 1;
const waitMs = { short: 30_000, person: hourMs, budget: 600_000 };
const noVerdicts: Verdicts = { recommendations: {}, sentiments: {}, preferences: [] };

type Judge = { config: JudgeConfig; model: string; instructions: string; names: ReadonlyMap<string, string> };
type Outcome = 'done' | 'held' | 'again' | 'blocked';

/**
 * Lets the second reader judge what the rules left open in the answers that wait for it. It never decides against a rule, and a reply
 * is kept for good: the same answer, question, instructions and model are asked about once. @returns how many answers are done
 */
export async function judgeAnswers(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  const judge = await openJudge(deps, workspaceId);
  if (!judge) return 0;
  await startReading(deps.db, { workspaceId, reader: 'judge' }, versionOf(judge));
  let done = 0;
  for (let left = true; left && !signal.aborted;) {
    left = false;
    for (const answer of await unjudgedAnswers(deps.db, workspaceId, batchSize)) {
      if (signal.aborted) break;
      const outcome = await judgeOne(deps, judge, workspaceId, answer, signal);
      if (outcome === 'blocked') return ended(deps, workspaceId, done);
      if (outcome !== 'done') continue;
      done++;
      left = true;
    }
  }
  return ended(deps, workspaceId, done);
}

async function ended(deps: Deps, workspaceId: string, done: number): Promise<number> {
  if (done > 0) await deps.queues.ring('rollup', workspaceId);
  return done;
}

/** @returns whether the second reader is on and has something to read; switched off, it forgets what it was about to read */
export async function awaitsJudge(deps: Deps, workspaceId: string, panelVersion: number): Promise<boolean> {
  const key = { workspaceId, reader: 'judge' } as const;
  const judge = panelVersion === 0 ? null : await openJudge(deps, workspaceId);
  if (!judge) {
    await stopReading(deps.db, key);
    return false;
  }
  await startReading(deps.db, key, versionOf(judge));
  return hasPending(deps.db, key);
}

/** A simulated workspace asks no real engine, so it has no second reader. */
async function openJudge(deps: Deps, workspaceId: string): Promise<Judge | null> {
  const config = deps.config.judge;
  if (!config) return null;
  const workspace = await getWorkspace(deps.db, workspaceId);
  const panel = workspace.simulated ? null : await readPanel(deps.db, workspaceId, workspace.panelVersion);
  if (!panel) return null;
  const instructions = await readFile(instructionsPath, 'utf8');
  const names = new Map(panel.brands.map((brand) => [brand.id, brand.name]));
  return { config, model: config.model ?? defaultJudgeModels[config.engine], instructions, names };
}

const versionOf = ({ config, model, instructions }: Judge): string =>
  `${judgeVersion}/${config.engine}/${model}/${sha256(instructions).slice(0, 16)}`;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function judgeOne(deps: Deps, judge: Judge, workspaceId: string, answer: UnjudgedAnswer, signal: AbortSignal): Promise<Outcome> {
  const place: Place = { workspaceId, observationId: answer.observationId, dueAt: answer.dueAt };
  const analysed = await readAnalysed(deps.db, place);
  const asked = analysed && openQuestions(analysed.result.brands, analysed.comparisons, judge.names);
  if (!asked || speaksToMachines(answer.text)) return finish(deps, place, noVerdicts);
  const question = {
    model: judge.model,
    instructions: judge.instructions,
    message: judgeMessage(asked, answer.text, freshMark(answer.text)),
    schema: replySchema(asked),
  };
  const mostUsd = mostJudgeCost(judge.config.engine, question, deps.now());
  if (mostUsd === null) return block(deps, workspaceId, 'price_unknown', waitMs.person);
  const reservation = { workspaceId, key: keyOf(judge, asked, answer.text), engine: judge.config.engine, model: judge.model, mostUsd };
  const limits = { budgetUsd: judge.config.monthlyBudgetUsd, leaseMs: deps.config.engineTimeoutMs + deps.config.leaseMs };
  const reserved = await reserveJudgement(deps.db, reservation, limits);
  if (reserved.state === 'judged') return finish(deps, place, verdictsSchema.parse(reserved.verdicts));
  if (reserved.state === 'failed') return finish(deps, place, noVerdicts);
  if (reserved.state === 'held') return 'held';
  if (reserved.state === 'spent') return block(deps, workspaceId, 'budget_spent', waitMs.budget);
  try {
    const { reply, costUsd } = await askJudge(judge.config.engine, question, engineDeps(deps, { simulated: false }), signal);
    const accepted = readReply(answer.text, asked, analysed.mentions, reply);
    await keepJudgement(deps.db, reservation, { ...accepted, costUsd });
    return await finish(deps, place, accepted.verdicts);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return giveUp(deps, reservation, error);
  }
}

/** @throws {EngineError} `bad_response` where the reply has another form than was asked for */
function readReply(text: string, asked: OpenQuestions, mentions: Parameters<typeof acceptVerdicts>[2], reply: unknown) {
  try {
    return acceptVerdicts(text, asked, mentions, reply);
  } catch (error) {
    throw new EngineError('bad_response', 'The second reader’s reply has another form than was asked for.', { cause: error });
  }
}

/** What is asked and of whom; the mark around the answer is chance and no part of it. */
const keyOf = (judge: Judge, asked: OpenQuestions, text: string): string =>
  sha256(JSON.stringify([versionOf(judge), judge.instructions, asked, text]));

async function finish(deps: Deps, place: Place, verdicts: Verdicts): Promise<'done'> {
  await applyJudgement(deps.db, place, (brands) => fillIn(brands, verdicts), verdicts.preferences);
  return 'done';
}

/** As with the engines: a full minute and an outage wait and cost no attempt, a key or an empty account waits for a person. */
async function giveUp(deps: Deps, reservation: Reservation, error: EngineError): Promise<Outcome> {
  const counts = error.code === 'bad_response' || error.code === 'bad_request';
  const mayBePaid = error.code === 'bad_response' || error.code === 'timeout';
  await failJudgement(deps.db, reservation, { code: error.code, mayBePaid, counts, mostAttempts });
  if (counts) return 'again';
  const isPersonal = error.code === 'unauthorized' || error.code === 'quota_exhausted' || error.code === 'not_found';
  return block(deps, reservation.workspaceId, error.code, isPersonal ? waitMs.person : (error.retryAfterMs ?? waitMs.short), error);
}

async function block(deps: Deps, workspaceId: string, code: string, ms: number, error?: EngineError): Promise<'blocked'> {
  await blockReader(deps.db, { workspaceId, reader: 'judge' }, code, ms);
  deps.log.warn({ workspaceId, code, waitMs: ms, reason: error?.message }, 'The second reader waits.');
  return 'blocked';
}
