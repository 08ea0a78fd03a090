import {
  changeEngineSetting,
  ensureEngineSettings,
  readEngineSettings,
  type EngineChange,
  type EngineSetting,
} from '../db/engine-settings.ts';
import { openByEngine } from '../db/observations.ts';
import { listWorkspaces, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { EngineDeps } from '../engines/engine.ts';
import { engines, engineIds, isEngineId, missingKeys } from '../engines/registry.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { environmentOf, namesOfKeys, pageKeys } from './engine-keys.ts';
import { startEngine } from './tick.ts';

export { isEngineId } from '../engines/registry.ts';

export type EngineView = EngineSetting & {
  label: string;
  surface: string;
  configured: boolean;
  /** By way of switching it on: the environment variables that are missing. */
  missingKeys: string[][];
  /** The keys that can be entered, and where each is from. */
  keys: { name: string; from: 'page' | 'environment' | null }[];
  waiting: number;
  active: number;
};

/** Every engine as the workspace has it; one that was never set up shows its defaults, switched off. */
export async function readEngines(deps: Deps, workspace: Workspace): Promise<EngineView[]> {
  const settings = new Map((await readEngineSettings(deps.db, workspace.id)).map((setting) => [setting.engine, setting]));
  const own = await pageKeys(deps, workspace);
  const open = new Map((await openByEngine(deps.db, workspace.id)).map((one) => [one.engine, one]));
  return engineIds.map((id) => {
    // Whether it can be opened shows when it is used.
    const env = { ...environmentOf(deps, workspace), ...Object.fromEntries((own.get(id) ?? []).map((name) => [name, '-'])) };
    const missing = missingKeys(engines[id], env);
    const keys = namesOfKeys(id).map((name) => ({ name, from: whereFrom(name, own.get(id) ?? [], env) }));
    const { label, surface } = engines[id];
    const { waiting = 0, active = 0 } = open.get(id) ?? {};
    return {
      ...(settings.get(id) ?? unset(id)),
      label,
      surface,
      configured: missing.length === 0,
      missingKeys: missing,
      keys,
      waiting,
      active,
    };
  });
}

const whereFrom = (name: string, own: readonly string[], env: EngineDeps['env']): 'page' | 'environment' | null =>
  own.includes(name) ? 'page' : env[name] ? 'environment' : null;

const unset = (engine: string): EngineSetting => ({
  engine,
  enabled: false,
  model: null,
  requestsPerMinute: null,
  tokensPerMinute: null,
  concurrency: 4,
  monthlyBudgetUsd: null,
  maxAgeMinutes: 1440,
  status: 'active',
  statusCode: null,
  statusMessage: null,
  statusAt: null,
  toldRequestsPerMinute: null,
  toldTokensPerMinute: null,
  blockedUntil: null,
  spentUsd: 0,
  answers: 0,
  unpriced: 0,
});

export async function changeEngine(deps: Deps, workspace: Workspace, engine: string, change: EngineChange): Promise<void> {
  if (!isEngineId(engine)) throw new NotFoundError(`The engine "${engine}"`);
  await ensureEngineSettings(deps.db, workspace.id, [engine]);
  await changeEngineSetting(deps.db, workspace.id, engine, change);
}

/** After a person has acted on what stopped it. */
export async function resumeEngine(deps: Deps, workspace: Workspace, engine: string): Promise<void> {
  const [setting] = await readEngineSettings(deps.db, workspace.id, engine);
  if (!setting) throw new NotFoundError(`The engine "${engine}"`);
  if (setting.status === 'budget_spent' && setting.monthlyBudgetUsd !== null && setting.spentUsd >= setting.monthlyBudgetUsd) {
    throw new ConflictError('conflict', 'The budget of this month is spent. Raise it, and the engine goes on by itself.');
  }
  await startEngine(deps, workspace.id, engine);
}

/** A new start is how a person acts on a wrong key: engines that were stopped for one are tried again. */
export async function restartEngines(deps: Deps): Promise<void> {
  for (const workspace of await listWorkspaces(deps.db)) {
    for (const setting of await readEngineSettings(deps.db, workspace.id)) {
      if (setting.status === 'stopped') await startEngine(deps, workspace.id, setting.engine);
    }
  }
}
