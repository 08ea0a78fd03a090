import { z } from 'zod';
import { stages } from '../journey.ts';

/** What a customer asks, turn by turn, along the stages. */
export const scriptSchema = z
  .array(z.object({ stage: z.enum(stages), text: z.string().trim().min(1).max(2000) }))
  .min(1)
  .max(12);
export type Script = z.infer<typeof scriptSchema>;
export type ScriptedQuestion = Script[number];

/** The last turn that was planned: an observation's state, and why it failed. */
export type LastTurn = { turn: number; state: string; errorCode: string | null };

/** The turn to plan now, or how the conversation has ended; a lost turn ends it, as nobody can ask on from no answer. */
export type NextStep = { turn: number } | { state: 'complete' | 'ended'; reason: string | null };

export function stepAfter(last: LastTurn, turns: number): NextStep {
  if (last.state === 'cancelled') return { state: 'ended', reason: 'stopped' };
  if (last.state === 'error') return { state: 'ended', reason: last.errorCode ?? 'error' };
  if (last.state !== 'answered') return { state: 'ended', reason: last.state };
  return last.turn < turns ? { turn: last.turn + 1 } : { state: 'complete', reason: null };
}
