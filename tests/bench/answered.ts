import type { Deps } from '../../src/deps.ts';
import { rebuild } from '../../src/services/rebuild.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, openBenchStore, type BenchStore } from './store.ts';

const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const prompts = 60;
export const answeredDays = 84;
const runId = '00000000-0000-7000-8000-000000000001';

/** A store with so many analysed and counted answers of nine brands, spread evenly over twelve weeks from `firstDay` (YYYY-MM-DD). */
export async function openAnsweredStore(size: number, firstDay: string): Promise<BenchStore> {
  const store = await openBenchStore('postgres');
  const workspace = await makeWorkspace(store.deps, prompts, engines);
  await writeObservations(store.deps, workspace, size, firstDay);
  await rebuild(store.deps, workspace, false);
  await store.deps.db.$executeRaw`VACUUM ANALYZE`;
  return store;
}

/** Analysed observations straight into the store: what asking and analysing leaves there, without a million calls. */
async function writeObservations(deps: Deps, workspace: Workspace, size: number, firstDay: string): Promise<void> {
  await deps.db.$executeRaw`
    INSERT INTO run (workspace_id, id, key, kind, state, plan, planned, panel_version, starts_at)
    VALUES (${workspace.id}::uuid, ${runId}::uuid, 'bench', 'now', 'complete', '{}', ${size}, 1, ${firstDay}::date)`;
  await deps.db.$executeRaw`
    INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat,
      state, due_at, released_at, asked_at, finished_at, finish, model, result, adapter_version, parser_version, panel_version)
    SELECT p.workspace_id, wayseen_id(n::text), ${runId}::uuid, p.id, v.id, p.stage, (${engines}::text[])[1 + (n / ${prompts}) % 4], 'api', '', p.language, n,
      'answered', t.at, t.at, t.at, t.at, 'complete', 'model', r.result, 1, 1, 1
    FROM generate_series(0, ${size - 1}) AS n
    JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM prompt WHERE workspace_id = ${workspace.id}::uuid) AS p ON p.place = n % ${prompts}
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id
    CROSS JOIN LATERAL (SELECT (${firstDay}::date)::timestamp AT TIME ZONE 'UTC' + interval '1 day' * (n::bigint * ${answeredDays} / ${size}) AS at) AS t
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('citations', n % 5, 'brands', coalesce(jsonb_agg(jsonb_build_object('brand', b.key, 'visible', true, 'position', b.place,
        'recommended', b.place = 1, 'sentiment', 'neutral', 'cited', (n + b.place) % 3) ORDER BY b.place), '[]')) AS result
      FROM (SELECT key, row_number() OVER () AS place FROM brand WHERE workspace_id = ${workspace.id}::uuid AND hashint8(n::bigint * 31 + position) % 3 = 0) AS b
    ) AS r`;
}
