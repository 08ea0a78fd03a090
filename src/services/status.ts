import { createRequire } from 'node:module';
import type { Config } from '../config.ts';
import { pingDatabase } from '../db/client.ts';
import { listWorkspaces, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { configuredEngines } from '../engines/registry.ts';
import { sleep } from '../lifecycle.ts';
import { demoSlug, readDemoProgress } from './demo.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

export type Status = {
  version: string;
  queue: 'postgres' | 'redis';
  simulated: string[];
  configuredEngines: string[];
  demo: { planned: number; done: number } | null;
};

/** What this server runs on, what of the workspaces is simulated, and how far the demo is filled. */
export async function readStatus(deps: Deps, workspaces: readonly Workspace[]): Promise<Status> {
  const demo = workspaces.find((workspace) => workspace.slug === demoSlug && workspace.simulated);
  return {
    version,
    queue: deps.queues.kind,
    simulated: workspaces.filter((workspace) => workspace.simulated).map((workspace) => workspace.slug),
    configuredEngines: configuredEngines(deps.config.env).map((engine) => engine.id),
    demo: demo ? await readDemoProgress(deps.db, demo.id) : null,
  };
}

/** Names of the engines whose keys the environment holds. */
export const enginesWithKeys = (config: Config): string[] => configuredEngines(config.env).map(({ label }) => label);

/** Whether the database answers. */
export const isReady = (deps: Deps): Promise<boolean> =>
  pingDatabase(deps.db).then(
    () => true,
    () => false,
  );

/** Says how far the demo is filled, every few seconds until it is. */
export async function watchDemo(deps: Deps, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  for (let last = -1; !signal.aborted; await sleep(3000, signal)) {
    const { demo } = await readStatus(deps, await listWorkspaces(deps.db));
    if (!demo) continue;
    if (demo.done === demo.planned) {
      if (last !== -1) say(`  The demo is filled: ${demo.planned} answers over twelve weeks.`);
      return;
    }
    if (demo.done !== last) say(`  Filling the demo: ${demo.done} of ${demo.planned} answers`);
    last = demo.done;
  }
}
