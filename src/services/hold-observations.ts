import { renewLeases } from '../db/observations.ts';
import type { Deps } from '../deps.ts';
import type { AskContext } from './ask-engine.ts';

/** Keeps what this process is asking; to be called well within the lease. Failing is survivable: the first answer stored counts. */
export async function holdObservations(deps: Deps, { inFlight }: AskContext): Promise<void> {
  if (inFlight.size === 0) return;
  await renewLeases(deps.db, deps.holder, [...inFlight], deps.config.leaseMs).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'Leases could not be renewed.');
  });
}
