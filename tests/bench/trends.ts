import { createApi } from '../../src/api/app.ts';
import type { Deps } from '../../src/deps.ts';
import { rebuild } from '../../src/services/rebuild.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, openBenchStore, quantile } from './store.ts';

const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const prompts = 60;
const days = 84;
const sizes = [10_000, 1_000_000];
const requests = 60;

/** GET /api/v1/trends, twelve weeks of all nine brands by week, over 10,000 and over 1,000,000 analysed answers. */
export async function run(): Promise<object[]> {
  const p95s = [];
  const rows = [];
  for (const size of sizes) {
    const store = await openBenchStore('postgres');
    const workspace = await makeWorkspace(store.deps, prompts, engines);
    await writeObservations(store.deps, workspace, size);
    await rebuild(store.deps, workspace, false);
    await store.deps.db.$executeRaw`VACUUM ANALYZE`;
    const taken = await ask(store.deps);
    await store.close();
    p95s.push(quantile(taken, 0.95));
    rows.push({ answers: size, medianMs: round1(quantile(taken, 0.5)), p95Ms: round1(quantile(taken, 0.95)), wanted: 'p95Ms < 50' });
  }
  return [...rows, { ratio: round1((p95s[1] ?? 0) / (p95s[0] ?? 1)), wanted: 'ratio <= 1.5' }];
}

/** Analysed observations straight into the store: what asking and analysing leaves there, without a million calls. */
async function writeObservations(deps: Deps, workspace: Workspace, size: number): Promise<void> {
  await deps.db.$executeRaw`
    INSERT INTO run (workspace_id, id, key, kind, state, plan, planned, panel_version, starts_at)
    VALUES (${workspace.id}::uuid, ${runId}::uuid, 'bench', 'now', 'complete', '{}', ${size}, 1, '2026-06-01')`;
  await deps.db.$executeRaw`
    INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat,
      state, due_at, released_at, asked_at, finished_at, finish, model, result, adapter_version, parser_version, panel_version)
    SELECT p.workspace_id, wayseen_id(n::text), ${runId}::uuid, p.id, v.id, p.stage, (${engines}::text[])[1 + (n / ${prompts}) % 4], 'api', '', p.language, n,
      'answered', t.at, t.at, t.at, t.at, 'complete', 'model', r.result, 1, 1, 1
    FROM generate_series(0, ${size - 1}) AS n
    JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM prompt WHERE workspace_id = ${workspace.id}::uuid) AS p ON p.place = n % ${prompts}
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id
    CROSS JOIN LATERAL (SELECT timestamptz '2026-06-01' + interval '1 day' * (n::bigint * ${days} / ${size}) AS at) AS t
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('citations', n % 5, 'brands', coalesce(jsonb_agg(jsonb_build_object('brand', b.key, 'visible', true, 'position', b.place,
        'recommended', b.place = 1, 'sentiment', 'neutral', 'cited', (n + b.place) % 3) ORDER BY b.place), '[]')) AS result
      FROM (SELECT key, row_number() OVER () AS place FROM brand WHERE workspace_id = ${workspace.id}::uuid AND hashint8(n::bigint * 31 + position) % 3 = 0) AS b
    ) AS r`;
}
const runId = '00000000-0000-7000-8000-000000000001';

async function ask(deps: Deps): Promise<number[]> {
  const api = createApi(deps);
  const address = '/api/v1/trends?from=2026-06-01&to=2026-08-24&by=week';
  const taken = [];
  for (let request = 0; request < requests + 10; request++) {
    const start = performance.now();
    const response = await api.request(address, { headers: { host: 'localhost' } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`trends answered ${response.status}`);
    if (request >= 10) taken.push(performance.now() - start); // the first ones warm up
  }
  return taken;
}

const round1 = (value: number) => Math.round(value * 10) / 10;
