import { randomUUID } from 'node:crypto';
import { seededRandom } from '../../src/domain/statistics/random.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import type { TestStore } from './harness.ts';
import { dayMs } from '../../src/domain/durations.ts';

export type SweepPlan = {
  engines: string[];
  /** Monday of the first week. */
  from: Date;
  weeks: number;
  sweepsPerWeek: number;
  /** How likely an answer names the brand. */
  chance: (place: { brand: string; engine: string; stage: string; week: number }) => number;
  seed?: number;
  brands?: string[];
  /** Runs get these keys, so that a second call goes on where the first ended. */
  firstWeek?: number;
  kind?: string;
  citation?: (week: number) => string | null;
};

/** Writes whole sweeps with their analysed answers, as the pipeline leaves them, without asking anybody. */
export async function writeSweeps(store: TestStore, workspace: Workspace, plan: SweepPlan): Promise<void> {
  const {
    engines,
    from,
    weeks,
    sweepsPerWeek,
    chance,
    seed = 1,
    brands = ['acme', 'bolt', 'cirro'],
    firstWeek = 0,
    kind = 'scheduled',
  } = plan;
  const random = seededRandom(seed + firstWeek * 7919);
  const prompts = await store.rows<{ prompt: string; version: string; stage: string }>(
    `SELECT p.id AS prompt, v.id AS version, p.stage FROM prompt p JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id
     WHERE p.workspace_id = $1 ORDER BY v.text`,
    [workspace.id],
  );
  const runs: object[] = [];
  const observations: object[] = [];
  for (let week = firstWeek; week < weeks; week++) {
    for (let sweep = 0; sweep < sweepsPerWeek; sweep++) {
      const at = new Date(from.getTime() + week * 7 * dayMs + (sweep * 6 * dayMs) / sweepsPerWeek + 3_600_000).toISOString();
      const run = randomUUID();
      runs.push({ id: run, key: `sweep/${week}/${sweep}`, at });
      for (const engine of engines) {
        for (const { prompt, version, stage } of prompts) {
          const named = brands.filter((brand) => random() < chance({ brand, engine, stage, week }));
          const page = plan.citation?.(week) ?? null;
          const told = named.map((brand, i) => ({
            brand,
            visible: true,
            position: i + 1,
            mentions: 1,
            rank: i + 1,
            listRank: null,
            recommended: i === 0,
            sentiment: 'neutral',
            cited: 0,
          }));
          observations.push({
            id: randomUUID(),
            run,
            prompt,
            version,
            stage,
            engine,
            at,
            page,
            result: { citations: page ? 1 : 0, brands: told },
          });
        }
      }
    }
  }
  await store.rows(`SELECT wayseen_ensure_partitions($1, $2)`, [from, new Date(from.getTime() + weeks * 7 * dayMs)]);
  await store.rows(
    `INSERT INTO run (workspace_id, id, key, kind, state, plan, planned, panel_version, starts_at, completed_at)
     SELECT $1, id, key, $3, 'complete', '{}', 1, 1, at, at FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, key text, at timestamptz)`,
    [workspace.id, JSON.stringify(runs), kind],
  );
  for (let i = 0; i < observations.length; i += 5000) {
    await store.rows(
      `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS o(id uuid, run uuid, prompt uuid, version uuid, stage text, engine text, at timestamptz, page text, result jsonb)
       ), cited AS (
         INSERT INTO citation (workspace_id, due_at, observation_id, ordinal, kind, url, domain)
         SELECT $1, at, id, 1, 'cited', page, 'news.example' FROM given WHERE page IS NOT NULL)
       INSERT INTO observation (workspace_id, id, run_id, prompt_id, prompt_version_id, stage, engine, surface, state, due_at, released_at, asked_at,
         finished_at, finish, model, result, adapter_version, parser_version, panel_version)
       SELECT $1, id, run, prompt, version, stage, engine, 'api', 'answered', at, at, at, at, 'complete', 'm1', result, 1, 1, 1 FROM given`,
      [workspace.id, JSON.stringify(observations.slice(i, i + 5000))],
    );
  }
}
