import { listWorkspaces } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { awaitsEvaluation } from './evaluate-alerts.ts';
import { awaitsDiscovery } from './discover-competitors.ts';
import { awaitsPages } from './read-pages.ts';
import { awaitsJudge } from './judge-answers.ts';

/** Rings for every workspace in which something waits for a reading that follows the analysis, or has changed since the last look. */
export async function wakeReaders(deps: Deps): Promise<void> {
  for (const workspace of await listWorkspaces(deps.db)) {
    const { id, panelVersion } = workspace;
    if (await awaitsEvaluation(deps, id)) await deps.queues.ring('alerts', id);
    if (await awaitsDiscovery(deps, id, panelVersion)) await deps.queues.ring('names', id);
    if (await awaitsJudge(deps, id, panelVersion)) await deps.queues.ring('judge', id);
    if (await awaitsPages(deps, workspace)) await deps.queues.ring('pages', id);
  }
}
