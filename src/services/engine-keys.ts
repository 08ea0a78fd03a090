import { readEngineKeys, setEngineKey } from '../db/engine-keys.ts';
import { readEngineSettings } from '../db/engine-settings.ts';
import type { Workspace } from '../db/workspaces.ts';
import { engineDeps, type Deps } from '../deps.ts';
import type { EngineDeps } from '../engines/engine.ts';
import { engines, isEngineId } from '../engines/registry.ts';
import { AppError, EngineError, InputError, NotFoundError } from '../errors.ts';
import { startEngine } from './tick.ts';

type Whose = { id: string; simulated: boolean };

const contextOf = (workspaceId: string, engine: string, name: string): string => `engine-key ${workspaceId} ${engine} ${name}`;

/** Keys that may be entered in the page; an address may not, as it would let the server be sent anywhere. */
export const namesOfKeys = (engine: string): string[] =>
  isEngineId(engine) ? [...new Set(engines[engine].keys.flat())].filter((name) => !name.endsWith('_URL')) : [];

/** Names of the keys that were entered in the page, by engine. */
export async function pageKeys(deps: Deps, workspace: Whose): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (workspace.simulated) return names;
  for (const { engine, name } of await readEngineKeys(deps.db, workspace.id)) names.set(engine, [...(names.get(engine) ?? []), name]);
  return names;
}

export const environmentOf = (deps: Deps, { simulated }: Pick<Whose, 'simulated'>): EngineDeps['env'] =>
  engineDeps(deps, { simulated }).env;

/**
 * What an engine is asked with: the server's environment, and over it the keys of the workspace.
 * @throws {EngineError} `unauthorized` where a key was sealed with another key than ours
 */
export async function envOf(deps: Deps, workspace: Whose, engine: string): Promise<EngineDeps['env']> {
  const env = environmentOf(deps, workspace);
  if (workspace.simulated) return env;
  const own: Record<string, string> = {};
  for (const { name, sealed } of await readEngineKeys(deps.db, workspace.id, engine)) {
    own[name] = await deps.secrets.open(sealed, contextOf(workspace.id, engine, name)).catch((error: unknown) => {
      if (error instanceof AppError) throw new EngineError('unauthorized', error.message, { cause: error });
      throw error;
    });
  }
  return { ...env, ...own };
}

/** Keeps keys, sealed; null forgets one. An engine that was stopped for its key goes on. */
export async function changeEngineKeys(
  deps: Deps,
  workspace: Workspace,
  engine: string,
  keys: Readonly<Record<string, string | null>>,
): Promise<void> {
  if (!isEngineId(engine)) throw new NotFoundError(`The engine "${engine}"`);
  const known = namesOfKeys(engine);
  const unknown = Object.keys(keys).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new InputError('The request is not usable.', [{ path: `keys.${unknown[0]}`, message: `is none of ${known.join(', ')}` }]);
  for (const [name, value] of Object.entries(keys)) {
    const sealed = value === null ? null : await deps.secrets.seal(value.trim(), contextOf(workspace.id, engine, name));
    await setEngineKey(deps.db, { workspaceId: workspace.id, engine, name }, sealed);
  }
  await startEngine(deps, workspace.id, engine);
}

export type Trial = {
  ok: boolean;
  text: string | null;
  latencyMs: number | null;
  costUsd: number | null;
  error: { code: string; message: string } | null;
};

/** Asks one short question, whatever limits and budget say; what came is not kept. */
export async function tryEngine(deps: Deps, workspace: Workspace, engine: string): Promise<Trial> {
  if (!isEngineId(engine)) throw new NotFoundError(`The engine "${engine}"`);
  const question = { text: 'Name one well-known search engine.', country: null, language: null };
  const [setting] = await readEngineSettings(deps.db, workspace.id, engine);
  try {
    const env = await envOf(deps, workspace, engine);
    const answer = await engines[engine].ask(
      question,
      { model: setting?.model ?? null },
      { ...engineDeps(deps, { simulated: workspace.simulated }), env },
    );
    return { ok: true, text: answer.text.slice(0, 300).toWellFormed(), latencyMs: answer.latencyMs, costUsd: answer.costUsd, error: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { ok: false, text: null, latencyMs: null, costUsd: null, error: { code: error.code, message: error.message } };
  }
}
