import { flushCompileCache } from 'node:module';
import { serve } from '@hono/node-server';
import type { Command } from 'commander';
import { createApi } from '../api/app.ts';
import { readConfig } from '../config.ts';
import { createDeps, closeDeps, type Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { aborted, runUntilSignal } from '../lifecycle.ts';
import { createLog } from '../log.ts';
import { ensureDemo, fillDemo } from '../services/demo.ts';
import { ensureAdministrator } from '../services/sessions.ts';
import { restartEngines } from '../services/engines.ts';
import { openStore } from '../services/open-store.ts';
import { openSimulatedEngines } from '../services/open-simulated-engines.ts';
import { enginesWithKeys, watchDemo } from '../services/status.ts';
import { startWorkers } from '../../workers/main.ts';
import { announcement } from './announcement.ts';
import { buildPages } from './build-pages.ts';

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('run the whole product in one process')
    .action(() => runUntilSignal(start, process.env));
}

async function start(signal: AbortSignal): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config);
  await buildPages(log);
  const store = await openStore(config, log);
  const simulated = await openSimulatedEngines(config, store.url);
  const deps = createDeps(config, { databaseUrl: store.url, simulatorEnv: simulated?.env ?? null, log });
  try {
    await restartEngines(deps);
    if (simulated?.withDemo) await makeDemo(deps); // before the pages are served: whoever opens one is in it at once
    const server = await listen(deps);
    const stopWorkers = await startWorkers(deps);
    const admin = await ensureAdministrator(deps);
    const engines = enginesWithKeys(config);
    const served = { ...config, port: server.port };
    for (const line of announcement({ config: served, data: store.description, simulated: simulated !== null, engines, admin })) say(line);
    flushCompileCache(); // kept also when this process is killed
    const filling = simulated?.withDemo ? fill(deps, signal) : undefined;
    await aborted(signal);
    say('Stopping: what is being asked is finished first.');
    await server.close();
    await filling;
    await stopWorkers();
  } finally {
    await closeDeps(deps);
    await simulated?.close();
    await store.close();
  }
}

async function makeDemo(deps: Deps): Promise<void> {
  await ensureDemo(deps).catch((error: unknown) => deps.log.error({ err: error }, 'The demo could not be made; it is tried again.'));
}

/** A failure leaves the rest of the product working. */
async function fill(deps: Deps, signal: AbortSignal): Promise<void> {
  try {
    await fillDemo(deps, signal);
    await watchDemo(deps, signal, say);
  } catch (error) {
    deps.log.error({ err: error }, 'The demo could not be filled; the next start tries again.');
  }
}

/** `port`: the one it got, where any free one was asked for. */
function listen(deps: Deps): Promise<{ port: number; close: () => Promise<void> }> {
  const { host, port } = deps.config;
  return new Promise((resolve, reject) => {
    // Its own Response and Request stay its own: engines are asked in this process too, and rely on the standard's.
    const server = serve({ fetch: createApi(deps).fetch, hostname: host, port, overrideGlobalObjects: false }, (address) =>
      resolve({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another one.`
          : `${host}:${port} cannot be listened on: ${error.message}.`;
      reject(new AppError('address_unusable', reason));
    });
  });
}

const say = (line: string) => void process.stderr.write(`${line}\n`);
