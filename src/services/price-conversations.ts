import { recentTurnCosts } from '../db/ask-costs.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { callCosts } from './call-costs.ts';
import { chooseTalks, type WantedConversations } from './conversations.ts';
import { dayMs } from '../domain/durations.ts';

const recentMs = 91 * dayMs;

/** `basis`: what turns cost lately, or single questions where there were none; a turn carries what was said before, and costs more. */
export type EnginePrice = { engine: string; turns: number; usd: number | null; basis: 'turns' | 'questions' | 'unknown' };
export type TalkPrice = { conversations: number; turns: number; engines: EnginePrice[]; usd: number | null; unpriced: string[] };

/** What such conversations would cost, in USD; what a model playing the customer takes comes from the second reader's budget. @throws {InputError} */
export async function priceConversations(deps: Deps, workspace: Workspace, wanted: WantedConversations): Promise<TalkPrice> {
  const { engines, customers } = await chooseTalks(deps, workspace, wanted);
  const ids = engines.map(({ id }) => id);
  const [single, talked] = await Promise.all([
    callCosts(deps, workspace, ids),
    recentTurnCosts(deps.db, workspace.id, new Date(deps.now() - recentMs)),
  ]);
  const turns = wanted.repeats * customers.reduce((sum, { script }) => sum + script.length, 0);
  const prices = ids.map((engine): EnginePrice => {
    const turn = talked.find((one) => one.engine === engine)?.usd ?? null;
    const each = turn ?? single.find((one) => one.engine === engine)?.usd ?? null;
    const basis = turn !== null ? 'turns' : each !== null ? 'questions' : 'unknown';
    return { engine, turns, usd: each === null ? null : each * turns, basis };
  });
  const known = prices.flatMap(({ usd }) => (usd === null ? [] : [usd]));
  return {
    conversations: wanted.repeats * customers.length * ids.length,
    turns: turns * ids.length,
    engines: prices,
    usd: known.length === 0 ? null : known.reduce((sum, usd) => sum + usd, 0),
    unpriced: prices.filter(({ usd }) => usd === null).map(({ engine }) => engine),
  };
}
