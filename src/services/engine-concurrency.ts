import { readEngineSettings } from '../db/engine-settings.ts';
import { listWorkspaces } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { engineIds } from '../engines/registry.ts';

/** How many questions one worker process asks each engine at once: the highest that any workspace set. */
export async function engineConcurrency(deps: Deps): Promise<Map<string, number>> {
  const highest = new Map<string, number>(engineIds.map((engine) => [engine, 1]));
  for (const workspace of await listWorkspaces(deps.db)) {
    for (const { engine, concurrency } of await readEngineSettings(deps.db, workspace.id)) {
      highest.set(engine, Math.max(highest.get(engine) ?? 1, concurrency));
    }
  }
  return highest;
}
