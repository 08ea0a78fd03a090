import { recentAskCosts } from '../db/ask-costs.ts';
import { readEngineSettings } from '../db/engine-settings.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { CallCost } from '../domain/planner/plan.ts';
import { expectedCost } from '../engines/expected-cost.ts';
import { engines, isEngineId } from '../engines/registry.ts';
import { InputError } from '../errors.ts';
import { dayMs } from '../domain/durations.ts';

const recentMs = 35 * dayMs;

export type KnownCost = CallCost & { basis: 'measured' | 'listed' | 'unknown' };

/** What a call of each engine takes, measured on recent answers or as listed; of all that are switched on where none is named. @throws {InputError} */
export async function callCosts(deps: Deps, workspace: Workspace, wanted: readonly string[]): Promise<KnownCost[]> {
  const unknown = wanted.filter((engine) => !isEngineId(engine));
  if (unknown.length > 0)
    throw new InputError('The plan is not usable.', [{ path: 'engines', message: `There is no engine ${unknown.join(', ')}.` }]);
  const settings = await readEngineSettings(deps.db, workspace.id);
  const chosen = wanted.length > 0 ? [...new Set(wanted)] : settings.filter(({ enabled }) => enabled).map(({ engine }) => engine);
  const now = deps.now();
  const recent = new Map((await recentAskCosts(deps.db, workspace.id, new Date(now - recentMs))).map((cost) => [cost.engine, cost]));
  return chosen.filter(isEngineId).map((engine): KnownCost => {
    const model = settings.find((setting) => setting.engine === engine)?.model ?? null;
    const listed = expectedCost(engines[engine], model, now);
    const measured = recent.get(engine);
    const usd = measured?.usd ?? listed.usd;
    const basis = measured?.usd != null ? 'measured' : usd === null ? 'unknown' : 'listed';
    return { engine, tokens: measured?.tokens ?? listed.tokens, usd, basis };
  });
}
