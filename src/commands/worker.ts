import { flushCompileCache } from 'node:module';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { closeDeps, createDeps } from '../deps.ts';
import { InputError } from '../errors.ts';
import { aborted, runUntilSignal } from '../lifecycle.ts';
import { createLog } from '../log.ts';
import { openSimulatedEngines } from '../services/open-simulated-engines.ts';
import { openStore } from '../services/open-store.ts';
import { startWorkers } from '../../workers/main.ts';

export function registerWorker(program: Command): void {
  program
    .command('worker')
    .description('run workers alone, for more machines; needs DATABASE_URL')
    .action(() => runUntilSignal(work, process.env));
}

async function work(signal: AbortSignal): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseUrl === null) {
    const message = 'is needed: a worker shares the database of the server. Set it to the address that the server uses.';
    throw new InputError('The configuration is not usable.', [{ path: 'DATABASE_URL', message }]);
  }
  const log = createLog(config);
  const store = await openStore(config, log);
  const simulated = await openSimulatedEngines(config, store.url);
  const deps = createDeps(config, { databaseUrl: store.url, simulatorEnv: simulated?.env ?? null, log });
  try {
    const stop = await startWorkers(deps);
    log.info({ queues: deps.queues.kind }, 'Working.');
    flushCompileCache(); // a worker that is killed would leave nothing to the next one
    await aborted(signal);
    await stop();
  } finally {
    await closeDeps(deps);
    await simulated?.close();
  }
}
