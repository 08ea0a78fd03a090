import { dueEndpoints } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';

/** Tells the workers what waits to be sent, in one workspace or in all. Forgotten, the next tick does it. */
export async function ringDeliveries(deps: Deps, workspaceId?: string): Promise<void> {
  for (const key of await dueEndpoints(deps.db, workspaceId)) await deps.queues.deliver(key, 0);
}
