import { endConversation, planTurn, waitingConversations, type WaitingConversation } from '../db/conversations.ts';
import type { Deps } from '../deps.ts';
import { stepAfter } from '../domain/conversations/script.ts';
import type { AskJob } from '../queue/queues.ts';
import { nextQuestion } from './next-question.ts';

const batchSize = 200;

/**
 * Plans the next turn of every conversation whose last one is answered, and ends those that are over or lost a turn. Doing it
 * again, or at once, plans nothing twice. @returns how many conversations went on or ended
 */
export async function continueConversations(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (let moved = batchSize; moved === batchSize && !signal.aborted; total += moved) {
    const waiting = await waitingConversations(deps.db, workspaceId, batchSize);
    const asks: AskJob[] = [];
    moved = 0;
    for (const conversation of waiting) {
      if (signal.aborted) break;
      const step = await takeStep(deps, workspaceId, conversation, signal);
      if (step === 'waits') continue;
      moved++;
      if (step) asks.push(step);
    }
    await deps.queues.asks(asks);
    // A run is over when its last conversation is.
    if (moved > asks.length) await deps.queues.ring('rollup', workspaceId);
  }
  return total;
}

async function takeStep(
  deps: Deps,
  workspaceId: string,
  conversation: WaitingConversation,
  signal: AbortSignal,
): Promise<AskJob | 'waits' | null> {
  const { id, script, last } = conversation;
  const step = stepAfter(last, script.length);
  if ('state' in step) {
    await endConversation(deps.db, workspaceId, id, step);
    return null;
  }
  const question = await nextQuestion(deps, workspaceId, conversation, step.turn, signal);
  if (question === null) return 'waits';
  const planned = await planTurn(deps.db, workspaceId, id, step.turn, question);
  return planned && { workspaceId, observationId: planned.id, engine: planned.engine, dueAt: planned.dueAt };
}
