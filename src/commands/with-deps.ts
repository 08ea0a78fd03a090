import { readConfig } from '../config.ts';
import { closeDeps, createDeps, type Deps } from '../deps.ts';
import { createLog } from '../log.ts';
import { openStore } from '../services/open-store.ts';

/** For commands that work on the store: opens it, also beside a server that runs on it, and closes it after. */
export async function withDeps(run: (deps: Deps) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  const store = await openStore(config, log, { share: true });
  const deps = createDeps(config, { databaseUrl: store.url, simulatorEnv: null, log });
  try {
    await run(deps);
  } finally {
    await closeDeps(deps);
    await store.close();
  }
}
