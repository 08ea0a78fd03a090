import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startWorkers } from '../../workers/main.ts';
import { changeEngine } from '../../src/services/engines.ts';
import { askNow, readRun } from '../../src/services/runs.ts';
import { sql } from '../../src/db/client.ts';
import { queueApplication } from '../../src/queue/backends.ts';
import { simulatorEnv } from '../../src/engines/simulator/server.ts';
import { hasRedis, makeWorkspace, openBenchStore, pause, startSimulatorProcess, type Backend, type BenchStore } from './store.ts';

const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const prompts = 300;
const repeats = 10;

/**
 * From queued to rolled up, by server and workers in one process (one for each backend, started as the product is), against
 * engines that answer at once from another one. `share` tells where the processor's time went.
 */
export async function run(): Promise<object[]> {
  const backends: Backend[] = (await hasRedis()) ? ['postgres', 'redis'] : ['postgres'];
  const rows = [];
  for (const backend of backends) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-semi-space-size=32',
      '--heap-growing-percent=100',
      import.meta.filename,
      backend,
    ]);
    rows.push(JSON.parse(stdout) as object);
  }
  return rows;
}

async function measure(backend: Backend): Promise<object> {
  const store = await openBenchStore(backend);
  const engineProcess = await startSimulatorProcess();
  const deps = { ...store.deps, simulatorEnv: simulatorEnv(engineProcess.url) };
  const workspace = await makeWorkspace(deps, prompts, engines);
  for (const engine of engines) await changeEngine(deps, workspace, engine, { concurrency: 24 });
  const stop = await startWorkers(deps);
  await completed(await queued(1)); // everything loaded, prepared and warm
  const measured = await queued(repeats);
  const serversBefore = await serverSeconds(store);
  const enginesBefore = await processSeconds(engineProcess.pid);
  const before = process.cpuUsage();
  const start = performance.now();
  const planned = await completed(measured);
  const seconds = (performance.now() - start) / 1000;
  const own = process.cpuUsage(before);
  const servers = await serverSeconds(store);
  const enginesTook = (await processSeconds(engineProcess.pid)) - enginesBefore;
  const memoryMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  await stop();
  engineProcess.stop();
  await store.close();
  const ownShare = (own.user + own.system) / 1e6 / seconds;
  return {
    backend,
    observations: planned,
    perSecond: Math.round(planned / seconds),
    wanted: backend === 'redis' ? 'perSecond >= 300' : 'perSecond >= 150',
    share: {
      ourCode: shareOf(ownShare * seconds),
      database: shareOf(servers.database - serversBefore.database),
      queue: shareOf(servers.queue - serversBefore.queue),
      simulatedEngines: shareOf(enginesTook),
    },
    memoryMb,
    memoryWanted: '< 500 MB',
  };

  function shareOf(processorSeconds: number): object {
    return { cores: round2(processorSeconds / seconds), msPerObservation: round2((processorSeconds * 1000) / planned) };
  }

  /** A run whose observations are all written and about to be queued; planning has a bench of its own. */
  async function queued(times: number): Promise<string> {
    const id = await askNow(deps, workspace, { promptIds: [], stages: [], engines: [], countries: [], languages: [], repeats: times });
    for (;;) {
      const [row] = await deps.db.$queryRaw<{ state: string }[]>(sql`
        SELECT state FROM run WHERE workspace_id = ${workspace.id}::uuid AND id = ${id}::uuid`);
      if (row?.state !== 'planning') return id;
      await pause(20);
    }
  }

  async function completed(id: string): Promise<number> {
    for (;;) {
      const current = await readRun(deps, workspace, id);
      if (current.state === 'complete') return current.planned;
      await pause(500); // counting them costs the database
    }
  }
}

/** Processor seconds that the servers have used so far, of the database those for us and those for the queue; NaN off Linux. */
async function serverSeconds({ url, redis }: BenchStore): Promise<{ database: number; queue: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number; name: string }>('SELECT pid, application_name AS name FROM pg_stat_activity');
  await client.end();
  const took = { database: 0, queue: redis ? await processSeconds(redis.pid) : 0 };
  for (const { pid, name } of rows) took[name === queueApplication ? 'queue' : 'database'] += await processSeconds(pid);
  return took;
}

async function processSeconds(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

const round2 = (value: number) => Math.round(value * 100) / 100;

if (import.meta.main) {
  const row = await measure(process.argv[2] === 'redis' ? 'redis' : 'postgres');
  process.stdout.write(JSON.stringify(row), () => process.exit(0));
}
