import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgeConfig } from '../config.ts';
import { earlierTurns, type WaitingConversation } from '../db/conversations.ts';
import { findCustomer } from '../db/customers.ts';
import { failJudgement, keepJudgement, reserveJudgement, type Reservation } from '../db/judgements.ts';
import { readPanel } from '../db/panels.ts';
import { getWorkspace } from '../db/workspaces.ts';
import { engineDeps, type Deps } from '../deps.ts';
import { createDetailedAnalyzer } from '../domain/analysis/analyze.ts';
import { speaksToMachines } from '../domain/analysis/instruction-like.ts';
import type { Panel } from '../domain/analysis/panel.ts';
import { acceptQuestion, customerMessage, keptReply, replySchema } from '../domain/conversations/customer.ts';
import type { ScriptedQuestion } from '../domain/conversations/script.ts';
import { askJudge, defaultJudgeModels, mostJudgeCost } from '../engines/judge.ts';
import type { Turn } from '../engines/engine.ts';
import { EngineError } from '../errors.ts';
import { freshMark } from './fresh-mark.ts';

const instructionsPath = join(import.meta.dirname, '../../prompts/conversation/customer.md');
/** Raised whenever what is asked, or which questions are taken, changes. */
const customerVersion = 1;
const mostAttempts = 2;

/**
 * What the customer asks next: the script's question, or that of a model playing the customer, where the customer wants one and the
 * second reader's key and budget allow it. What the engine answered is data to that model, and where it speaks to machines the model
 * does not see it. A model's question is kept for good: the same turn is asked about once.
 * @returns null while another worker asks the model
 */
export async function nextQuestion(
  deps: Deps,
  workspaceId: string,
  { id, customerId, script, byModel }: WaitingConversation,
  turn: number,
  signal: AbortSignal,
): Promise<ScriptedQuestion | null> {
  const scripted = script[turn - 1];
  if (!scripted) throw new Error(`The script of conversation ${id} has no turn ${turn}.`);
  const config = deps.config.judge;
  if (!byModel || !config) return scripted;
  const workspace = await getWorkspace(deps.db, workspaceId);
  const panel = workspace.simulated ? null : await readPanel(deps.db, workspaceId, workspace.panelVersion);
  const customer = await findCustomer(deps.db, workspaceId, customerId);
  const turns = await earlierTurns(deps.db, workspaceId, id, turn);
  if (!panel || !customer || turns.some(({ answer }) => speaksToMachines(answer))) return scripted;
  const { persona, need, language } = customer;
  const message = (mark: string) => customerMessage({ persona, need, language }, scripted, turns, mark);
  const asked = await askModel(deps, { workspaceId, conversationId: id, turn, config, panel, turns, message }, signal);
  return asked === 'held' ? null : { stage: scripted.stage, text: asked.question ?? scripted.text };
}

type Asking = {
  workspaceId: string;
  conversationId: string;
  turn: number;
  config: JudgeConfig;
  panel: Panel;
  turns: readonly Turn[];
  message: (mark: string) => string;
};

const none = { question: null };

/** @returns `question` null where the model gave none that may be asked, or may not be asked itself */
async function askModel(deps: Deps, asking: Asking, signal: AbortSignal): Promise<{ question: string | null } | 'held'> {
  const { workspaceId, conversationId, turn, config, message } = asking;
  const model = config.model ?? defaultJudgeModels[config.engine];
  const instructions = await readFile(instructionsPath, 'utf8');
  const question = { model, instructions, message: message(freshMark(message(''))), schema: replySchema };
  const mostUsd = mostJudgeCost(config.engine, question, deps.now());
  if (mostUsd === null) return none;
  const key = createHash('sha256')
    .update(JSON.stringify(['customer', customerVersion, conversationId, turn]))
    .digest('hex');
  const reservation: Reservation = { workspaceId, key, engine: config.engine, model, mostUsd };
  const limits = { budgetUsd: config.monthlyBudgetUsd, leaseMs: deps.config.engineTimeoutMs + deps.config.leaseMs };
  const reserved = await reserveJudgement(deps.db, reservation, limits);
  if (reserved.state === 'judged') return keptReply.parse(reserved.verdicts);
  if (reserved.state === 'held') return 'held';
  if (reserved.state !== 'reserved') return none;
  try {
    const { reply, costUsd } = await askJudge(config.engine, question, engineDeps(deps, { simulated: false }), signal);
    const verdicts = { question: accept(reply, asking) };
    await keepJudgement(deps.db, reservation, { verdicts, dropped: verdicts.question === null ? 1 : 0, costUsd });
    return verdicts;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const mayBePaid = error.code === 'bad_response' || error.code === 'timeout';
    await failJudgement(deps.db, reservation, { code: error.code, mayBePaid, counts: true, mostAttempts });
    deps.log.warn({ workspaceId, conversationId, code: error.code, reason: error.message }, 'The script asks on; the model could not.');
    return none;
  }
}

function accept(reply: unknown, { panel, turns }: Asking): string | null {
  const analyze = createDetailedAnalyzer(panel);
  const brandsIn = (text: string) => analyze({ id: '', text }).brands.map(({ brand }) => brand);
  try {
    return acceptQuestion(reply, brandsIn, turns);
  } catch (error) {
    throw new EngineError('bad_response', 'The model’s question has another form than was asked for.', { cause: error });
  }
}
