import { reportFile } from '../../src/services/report-files.ts';
import { previewReport } from '../../src/services/reports.ts';
import { rebuild } from '../../src/services/rebuild.ts';
import type { Deps } from '../../src/deps.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, median, openBenchStore } from './store.ts';

const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const [prompts, answers, rounds] = [100, 100_000, 3];
const week = { from: '2026-06-08', to: '2026-06-15' };

/** A report of a week of 100,000 answers, with as many citations three times over, and as PDF. */
export async function run(): Promise<object[]> {
  const store = await openBenchStore('postgres');
  const workspace = await makeWorkspace(store.deps, prompts, engines);
  await writeAnswers(store.deps, workspace);
  await rebuild(store.deps, workspace, false);
  await store.deps.db.$executeRaw`VACUUM ANALYZE`;
  const [dataMs, pdfMs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const report = await previewReport(store.deps, workspace, week);
    dataMs.push(performance.now() - start);
    if (report.certainty.observations.answered === 0) throw new Error('The report is empty.');
    const printing = performance.now();
    await reportFile(report, 'pdf', 'zh-CN');
    pdfMs.push(performance.now() - printing);
  }
  await store.close();
  return [{ answers, dataMs: Math.round(median(dataMs)), pdfMs: Math.round(median(pdfMs)), wanted: 'dataMs < 3000, pdfMs < 10000' }];
}

/** Two weeks of analysed observations, three citations each, straight into the store. */
async function writeAnswers({ db }: Deps, { id }: Workspace): Promise<void> {
  await db.$executeRaw`SELECT wayseen_ensure_partitions('2026-06-01', '2026-06-30')`;
  await db.$executeRaw`
    INSERT INTO run (workspace_id, id, key, kind, state, plan, planned, panel_version, starts_at)
    VALUES (${id}::uuid, ${runId}::uuid, 'bench', 'now', 'complete', '{}', ${answers}, 1, '2026-06-01')`;
  await db.$executeRaw`
    INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat,
      state, due_at, released_at, asked_at, finished_at, finish, model, result, adapter_version, parser_version, panel_version)
    SELECT p.workspace_id, wayseen_id(n::text), ${runId}::uuid, p.id, v.id, p.stage, (${engines}::text[])[1 + (n / ${prompts}) % 4], 'api', '', p.language, n,
      'answered', t.at, t.at, t.at, t.at, 'complete', 'model', r.result, 1, 1, 1
    FROM generate_series(0, ${2 * answers - 1}) AS n
    JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM prompt WHERE workspace_id = ${id}::uuid) AS p ON p.place = n % ${prompts}
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id
    CROSS JOIN LATERAL (SELECT timestamptz '2026-06-01 00:00Z' + interval '1 minute' * (n::bigint * 14 * 1440 / ${2 * answers}) AS at) AS t
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('citations', 3, 'brands', coalesce(jsonb_agg(jsonb_build_object('brand', b.key, 'visible', true, 'position', b.place,
        'recommended', b.place = 1, 'sentiment', 'neutral', 'cited', 0) ORDER BY b.place), '[]')) AS result
      FROM (SELECT key, row_number() OVER () AS place FROM brand WHERE workspace_id = ${id}::uuid AND hashint8(n::bigint * 31 + position) % 3 = 0) AS b
    ) AS r`;
  await db.$executeRaw`
    INSERT INTO citation (workspace_id, due_at, observation_id, ordinal, kind, url, domain)
    SELECT o.workspace_id, o.due_at, o.id, k, 'cited', 'https://site' || abs(hashint8(o.repeat * 7 + k)) % 500 || '.example/page', 'site.example'
    FROM observation o CROSS JOIN generate_series(0, 2) AS k WHERE o.workspace_id = ${id}::uuid`;
}
const runId = '00000000-0000-7000-8000-000000000001';
