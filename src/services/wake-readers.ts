import { listWorkspaces } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { awaitsDiscovery } from './discover-competitors.ts';

/** Rings for every workspace in which something waits for a reading that follows the analysis. */
export async function wakeReaders(deps: Deps): Promise<void> {
  for (const { id, panelVersion } of await listWorkspaces(deps.db)) {
    if (await awaitsDiscovery(deps, id, panelVersion)) await deps.queues.ring('names', id);
  }
}
