import { flushCompileCache } from 'node:module';
import { serve } from '@hono/node-server';
import type { Command } from 'commander';
import { createApi } from '../api/app.ts';
import { readConfig, type Config } from '../config.ts';
import { createDeps, closeDeps, type Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { aborted, runUntilSignal } from '../lifecycle.ts';
import { createLog } from '../log.ts';
import { fillDemo } from '../services/demo.ts';
import { ensureAdministrator } from '../services/sessions.ts';
import { restartEngines } from '../services/engines.ts';
import { openStore, type Store } from '../services/open-store.ts';
import { openSimulatedEngines } from '../services/open-simulated-engines.ts';
import { watchDemo } from '../services/status.ts';
import { startWorkers } from '../../workers/main.ts';
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
    const server = await listen(deps);
    const stopWorkers = await startWorkers(deps);
    announce(config, store, simulated !== null, await ensureAdministrator(deps));
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

/** A failure leaves the rest of the product working. */
async function fill(deps: Deps, signal: AbortSignal): Promise<void> {
  try {
    await fillDemo(deps, signal);
    await watchDemo(deps, signal, say);
  } catch (error) {
    deps.log.error({ err: error }, 'The demo could not be filled; the next start tries again.');
  }
}

function listen(deps: Deps): Promise<{ close: () => Promise<void> }> {
  const { host, port } = deps.config;
  return new Promise((resolve, reject) => {
    // Its own Response and Request stay its own: engines are asked in this process too, and rely on the standard's.
    const server = serve({ fetch: createApi(deps).fetch, hostname: host, port, overrideGlobalObjects: false }, () =>
      resolve({
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

type Administrator = Awaited<ReturnType<typeof ensureAdministrator>>;

function announce(config: Config, store: Store, simulated: boolean, admin: Administrator): void {
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const queue = config.redisUrl === null ? 'PostgreSQL' : 'Redis';
  say('');
  const address = `http://${host}:${config.port}`;
  say(`  Wayseen is ready at ${address}`);
  say('');
  say(`  Data        ${store.description}; queues in ${queue}`);
  if (simulated) {
    say('  Simulated   the demo workspace: its engines, brands and answers are made up, and marked so everywhere');
  }
  // Only what need not be kept secret from this machine: it is open to it anyway.
  if (admin.token !== null) say(`  Sign in     ${address}/sign-in#${admin.token} makes you ${admin.email}; not needed on this machine`);
  else if (config.admin.password !== null) say(`  Sign in     as ${admin.email} with WAYSEEN_ADMIN_PASSWORD`);
  say('  Next        open the address; then set a key (see .env.example) and start again to ask the real engines');
  say('  Reference   the API is described at /docs');
  say('');
}
