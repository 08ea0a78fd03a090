import type { Deps } from '../../src/deps.ts';
import { startRecount } from '../../src/db/start-recount.ts';
import { parserVersion } from '../../src/domain/analysis/analyze.ts';
import { parsePanel, type Panel } from '../../src/domain/analysis/panel.ts';
import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { runRecount } from '../../src/services/recount.ts';
import { readRecounts } from '../../src/services/recounts.ts';
import { rollUp } from '../../src/services/roll-up.ts';
import { changePanel, resolveWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { panelOf, readTexts } from './analyze-answers.ts';
import { makeWorkspace, openBenchStore } from './store.ts';

const answers = 50_000;
const prompts = 60;
const days = 84;
const engines = ['openai', 'anthropic', 'gemini', 'perplexity'];
const never = new AbortController().signal;

/**
 * Counts the past of 50,000 stored answers again, all of it included: reading, comparing, swapping, figures. First for one alias
 * more, which about a tenth of the answers name; then with every answer read anew, as after a new version of the analysis.
 */
export async function run(): Promise<object[]> {
  const { texts, source } = readTexts();
  const store = await openBenchStore('postgres');
  try {
    const workspace = await makeWorkspace(store.deps, prompts, engines);
    const panel = panelOf(50);
    await changePanel(store.deps, workspace, panel);
    await runRecount(store.deps, workspace.id, never); // of nothing yet
    await writeAnswers(store.deps, workspace, texts);
    await analyzeAnswers(store.deps, workspace.id, never);
    await rollUp(store.deps, workspace.id, never);
    await store.deps.db.$executeRaw`VACUUM ANALYZE`;
    const characters = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
    const about = { source, answers, characters, wanted: 'answersPerSecond >= 3000 on 2 cores' };
    await changePanel(store.deps, await resolveWorkspace(store.deps, workspace.id), withAlias(panel, rareWord(texts, panel)));
    const alias = await measure(store.deps, workspace);
    await startRecount(store.deps.db, workspace.id, { parserVersion, everything: true });
    const everything = await measure(store.deps, workspace);
    return [
      { because: 'an alias more', ...about, ...alias },
      { because: 'everything', ...about, ...everything },
    ];
  } finally {
    await store.close();
  }
}

async function measure(deps: Deps, workspace: Workspace): Promise<object> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await runRecount(deps, workspace.id, never);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const [recount] = (await readRecounts(deps, workspace, { limit: 1 })).recounts;
  if (recount?.state !== 'complete') throw new Error(`The recount is ${recount?.state}.`);
  return {
    changedShare: Math.round((100 * (recount.report?.changed ?? 0)) / answers) / 100,
    answersPerSecond: Math.round((1000 * answers) / ms),
    ownCpuUsPerAnswer: Math.round((user + system) / answers),
    ownCpuShare: Math.round((user + system) / ms / 10) / 100,
  };
}

const withAlias = (panel: Panel, alias: string): Panel =>
  parsePanel({ brands: panel.brands.map((brand, index) => (index === 0 ? { ...brand, aliases: [...brand.aliases, alias] } : brand)) });

/** A word that is nobody's name and stands, in whatever case, in about a tenth of the texts. */
function rareWord(texts: readonly string[], panel: Panel): string {
  const known = panel.brands.flatMap((brand) => brand.aliases.map((alias) => alias.text.toLowerCase())).join(' ');
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.toLowerCase().match(/\b[a-z]{7,}\b/g)))
      if (!known.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const distance = ([, count]: [string, number]) => Math.abs(count / texts.length - 0.1);
  return [...counts].toSorted((a, b) => distance(a) - distance(b))[0]?.[0] ?? 'support';
}

/** Stored answers that wait to be analysed: what asking leaves, without asking. */
async function writeAnswers(deps: Deps, workspace: Workspace, texts: readonly string[]): Promise<void> {
  const document = JSON.stringify(texts);
  const pages = JSON.stringify(
    [1, 2, 3, 4, 5].map((page) => ({ url: `https://site${page}.example/a/${page}`, title: `Page ${page}`, start: null, end: null })),
  );
  await deps.db.$executeRaw`SELECT wayseen_ensure_partitions('2026-06-01', '2026-09-01')`;
  await deps.db.$executeRaw`
    INSERT INTO run (workspace_id, id, key, kind, state, plan, planned, panel_version, starts_at)
    VALUES (${workspace.id}::uuid, ${runId}::uuid, 'bench', 'now', 'complete', '{}', ${answers}, 1, '2026-06-01')`;
  await deps.db.$executeRaw`
    INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language, repeat,
      state, due_at, released_at, asked_at, finished_at, finish, model, adapter_version)
    SELECT p.workspace_id, wayseen_id(n::text), ${runId}::uuid, p.id, v.id, p.stage, (${engines}::text[])[1 + (n / ${prompts}) % 4], 'api', '', p.language, n,
      'answered', t.at, t.at, t.at, t.at, 'complete', 'model', 1
    FROM generate_series(0, ${answers - 1}) AS n
    JOIN (SELECT *, row_number() OVER (ORDER BY id) - 1 AS place FROM prompt WHERE workspace_id = ${workspace.id}::uuid) AS p ON p.place = n % ${prompts}
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id
    CROSS JOIN LATERAL (SELECT timestamptz '2026-06-01' + interval '1 second' * (n::bigint * ${days} * 86400 / ${answers}) AS at) AS t`;
  await deps.db.$executeRaw`
    INSERT INTO answer (workspace_id, due_at, observation_id, run_id, prompt_id, prompt_version_id, stage, engine, surface, country, language,
      search, finish, text, citations, search_queries, latency_ms, simulated, asked_at, adapter_version, raw)
    SELECT o.workspace_id, o.due_at, o.id, o.run_id, o.prompt_id, o.prompt_version_id, o.stage, o.engine, o.surface, o.country, o.language,
      true, 'complete', x.text, ${pages}::jsonb, '[]', 1, true, o.asked_at, 1, 'raw'
    FROM observation o JOIN jsonb_array_elements_text(${document}::jsonb) WITH ORDINALITY AS x(text, n) ON x.n = 1 + o.repeat % ${texts.length}
    WHERE o.workspace_id = ${workspace.id}::uuid`;
}
const runId = '00000000-0000-7000-8000-000000000001';
