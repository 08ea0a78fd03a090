import { createAuth, type Auth } from './auth.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './db/client.ts';
import type { EngineDeps } from './engines/engine.ts';
import { httpFetch } from './engines/http-fetch.ts';
import { createLog, type Log } from './log.ts';
import { createAddressGuard, type AddressGuard } from './network/address-guard.ts';
import { createMailer, type SendMail } from './network/mailer.ts';
import { openQueueBackend } from './queue/backends.ts';
import { createQueues, type Queues } from './queue/queues.ts';
import { createSecrets, type Secrets } from './secrets.ts';

/** What services work with; built once per process, passed down. */
export type Deps = {
  config: Config;
  log: Log;
  db: Database;
  queues: Queues;
  now: () => number;
  random: () => number;
  /** Who this process is, as the holder of observations. */
  holder: string;
  fetch: typeof globalThis.fetch;
  /** Keys and addresses of the simulated engines; null where there are none. */
  simulatorEnv: Readonly<Record<string, string>> | null;
  secrets: Secrets;
  auth: Auth;
  /** For addresses that users give us. */
  guard: AddressGuard;
  /** For addresses that answers cite: those who write the web choose them. */
  pageGuard: AddressGuard;
  /** null: no mail server is set. */
  mail: SendMail | null;
};

export type DepsOptions = {
  databaseUrl: string;
  simulatorEnv: Deps['simulatorEnv'];
  now?: () => number;
  fetch?: typeof globalThis.fetch;
  log?: Log;
};

export function createDeps(config: Config, options: DepsOptions): Deps {
  const log = options.log ?? createLog(config);
  const now = options.now ?? Date.now;
  const backend = openQueueBackend({
    databaseUrl: options.databaseUrl,
    redisUrl: config.redisUrl,
    prefix: config.queuePrefix,
    onError: oncePer(30_000, now, (error) => log.warn({ reason: error.message }, 'The queue has a problem; it is tried again.')),
  });
  const db = openDatabase(options.databaseUrl);
  const secrets = createSecrets(config.secretKey, config.dataDir);
  return {
    config,
    log,
    db,
    queues: createQueues(backend, now),
    now,
    random: Math.random,
    holder: `${process.pid}-${Math.random().toString(36).slice(2, 10)}`,
    fetch: options.fetch ?? httpFetch,
    simulatorEnv: options.simulatorEnv,
    secrets,
    auth: createAuth(db, secrets),
    guard: createAddressGuard(config.webhookNetworks),
    pageGuard: createAddressGuard(config.pageNetworks),
    mail: config.smtp && createMailer(config.smtp.url, config.smtp.from),
  };
}

/** Dozens of connections fail together when a server is away; one line tells it. */
function oncePer(ms: number, now: () => number, report: (error: Error) => void): (error: Error) => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (now() - lastAt < ms) return;
    lastAt = now();
    report(error);
  };
}

export async function closeDeps(deps: Deps): Promise<void> {
  await deps.queues.close();
  await deps.db.$disconnect();
}

/** What an adapter may use: a simulated workspace asks the simulated engines, and no other ever does. */
export function engineDeps(deps: Deps, options: { simulated: boolean; headers?: Record<string, string> }): EngineDeps {
  const { simulated, headers } = options;
  const env = simulated ? (deps.simulatorEnv ?? {}) : deps.config.env;
  const fetch: typeof globalThis.fetch = headers ? (input, init) => deps.fetch(input, withHeaders(input, init, headers)) : deps.fetch;
  return { env, fetch, now: deps.now, timeoutMs: deps.config.engineTimeoutMs };
}

function withHeaders(input: RequestInfo | URL, init: RequestInit | undefined, extra: Record<string, string>): RequestInit {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  return { ...init, headers };
}
