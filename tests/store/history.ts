import type { Deps } from '../../src/deps.ts';
import { analyzeAnswers } from '../../src/services/analyze-answers.ts';
import { runRecount } from '../../src/services/recount.ts';
import { readRecounts, type Recount } from '../../src/services/recounts.ts';
import { readTrends } from '../../src/services/read-trends.ts';
import { rollUp } from '../../src/services/roll-up.ts';
import { resolveWorkspace, type Workspace } from '../../src/services/workspaces.ts';
import { never, type TestStore } from './harness.ts';

/** Analyses, counts again and rolls up all that waits. */
export async function settleAll(deps: Deps, workspace: Workspace): Promise<void> {
  await analyzeAnswers(deps, workspace.id, never);
  await runRecount(deps, workspace.id, never);
  await rollUp(deps, workspace.id, never);
}

export async function lastRecount(deps: Deps, workspace: Workspace): Promise<Recount> {
  const { recounts } = await readRecounts(deps, workspace, { limit: 1 });
  if (!recounts[0]) throw new Error('Nothing was counted again.');
  return recounts[0];
}

/** How many answers name each brand, of how many: what a reader of the trends sees. */
export async function shown(deps: Deps, workspace: Workspace): Promise<Record<string, string>> {
  const fresh = await resolveWorkspace(deps, workspace.id);
  const period = { from: new Date('2026-09-01'), to: new Date('2026-10-01') };
  const { series } = await readTrends(deps, fresh, { ...period, by: 'month', branded: false, groupBy: [] });
  return Object.fromEntries(
    series.map(({ brand, points }) => [
      brand,
      points.map(({ visibility }) => `${visibility.numerator}/${visibility.denominator}`).join(' '),
    ]),
  );
}

/** All that is derived from the workspace's answers. */
export async function wholeReading(store: TestStore, workspaceId: string): Promise<string[]> {
  const tables = ['mention', 'citation', 'comparison'].map(
    (table) => `SELECT '${table} ' || t::text AS row FROM ${table} t WHERE workspace_id = $1`,
  );
  const all = [...tables, `SELECT concat_ws(' ', id, result, digest) AS row FROM observation WHERE workspace_id = $1`].join(' UNION ALL ');
  return (await store.rows<{ row: string }>(`${all} ORDER BY 1`, [workspaceId])).map(({ row }) => row);
}

/** Copies each answer of the workspace, not yet analysed, so often: many answers without asking many times. */
export async function copyAnswers(store: TestStore, workspaceId: string, times: number): Promise<void> {
  const copy = async (table: string, changed: Record<string, string>) => {
    const columns = await store.rows<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    const values = columns.map(({ name }) => changed[name] ?? `t.${name}`).join(', ');
    const names = columns.map(({ name }) => name).join(', ');
    await store.rows(
      `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} t CROSS JOIN generate_series(1, $2::int) AS n WHERE workspace_id = $1`,
      [workspaceId, times],
    );
  };
  await copy('answer', { observation_id: `wayseen_id(t.observation_id || '/' || n)` });
  await copy('observation', { id: `wayseen_id(t.id || '/' || n)`, repeat: 't.repeat + 1000 * n' });
}
