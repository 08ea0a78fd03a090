import { brandCounts, unpack, type StoredCounts } from '../../src/domain/metrics/packed-counts.ts';
import type { TestStore } from './harness.ts';

export type Counts = Record<string, number>;

const names: Record<string, string> = { acme: 'Acme', bolt: 'Boltwise', cirro: 'Cirrolane' };
const domains: Record<string, string> = { acme: 'acme.example', bolt: 'boltwise.example', cirro: 'cirrolane.example' };

type Row = {
  state: string;
  stage: string;
  engine: string;
  prompt_version_id: string;
  asked_at: Date;
  text: string | null;
  citations: { url: string }[] | null;
};

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
function weekOf(date: Date): string {
  const monday = new Date(date);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return dayOf(monday);
}

/** What an answer's own text says, by plain search: nothing of the product's analysis is used. */
function readText(row: Row) {
  const text = row.text ?? '';
  const order = Object.keys(names)
    .map((brand) => ({ brand, at: text.indexOf(names[brand] ?? '?') }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ brand }) => brand);
  const pages = new Set((row.citations ?? []).map(({ url }) => url));
  const citedOf = (brand: string) => [...pages].filter((url) => new URL(url).hostname.endsWith(domains[brand] ?? '?')).length;
  return { order, pages: pages.size, citedOf };
}

/** All cells, counted one by one from the stored answers: `grain|start|stage|engine|version` and the same with `|brand`. */
export async function recount(store: TestStore, workspaceId: string): Promise<Record<string, Counts>> {
  const rows = await store.rows<Row>(
    `SELECT o.state, o.stage, o.engine, o.prompt_version_id, o.asked_at, a.text, a.citations
     FROM observation o LEFT JOIN answer a ON a.observation_id = o.id AND a.due_at = o.due_at
     WHERE o.workspace_id = $1 AND o.state IN ('answered', 'no_answer', 'refused', 'error')`,
    [workspaceId],
  );
  const cells: Record<string, Counts> = {};
  const add = (key: string, counts: Counts) => {
    const cell = (cells[key] ??= {});
    for (const [name, value] of Object.entries(counts)) cell[name] = (cell[name] ?? 0) + value;
  };
  for (const row of rows) {
    const periods = [`d|${dayOf(row.asked_at)}`, `w|${weekOf(row.asked_at)}`, `m|${dayOf(row.asked_at).slice(0, 7)}-01`];
    for (const period of periods)
      for (const engine of [row.engine, '']) countRow(row, `${period}|${row.stage}|${engine}|${row.prompt_version_id}`, add);
  }
  return cells;
}

function countRow(row: Row, key: string, add: (key: string, counts: Counts) => void): void {
  const answered = row.state === 'answered';
  const { order, pages, citedOf } = answered ? readText(row) : { order: [], pages: 0, citedOf: () => 0 };
  add(key, {
    answered: Number(answered),
    noAnswer: Number(row.state === 'no_answer'),
    refused: Number(row.state === 'refused'),
    failed: Number(row.state === 'error'),
    withCitation: Number(pages > 0),
    citations: pages,
    brandsNamed: order.length,
    brandsNamedSq: order.length ** 2,
  });
  for (const brand of Object.keys(names)) {
    const position = order.indexOf(brand) + 1;
    const cited = citedOf(brand);
    if (position === 0 && cited === 0) continue;
    add(`${key}|${brand}`, {
      visible: Number(position > 0),
      first: Number(position === 1),
      top3: Number(position > 0 && position <= 3),
      position,
      positionSq: position ** 2,
      besides: position > 0 ? order.length : 0,
      cited: Number(cited > 0),
      brandCitations: cited,
    });
  }
}

const shared = ['answered', 'noAnswer', 'refused', 'failed', 'withCitation', 'citations', 'brandsNamed', 'brandsNamedSq'] as const;
const perBrand = ['visible', 'first', 'top3', 'position', 'positionSq', 'besides', 'cited', 'brandCitations'] as const;

/** The rollups in the same form. */
export async function storedCells(store: TestStore, workspaceId: string): Promise<Record<string, Counts>> {
  const rows = await store.rows<{ key: string; counts: string }>(
    `SELECT concat_ws('|', grain, start::text, stage, engine, prompt_version_id) AS key, counts FROM rollup WHERE workspace_id = $1`,
    [workspaceId],
  );
  const cells: Record<string, Counts> = {};
  for (const row of rows) {
    const packed = unpack(JSON.parse(row.counts) as StoredCounts);
    const all = brandCounts(packed, '');
    cells[row.key] = Object.fromEntries(shared.map((name) => [name, all[name]]));
    for (const brand of packed.brands.keys()) {
      const own = brandCounts(packed, brand);
      cells[`${row.key}|${brand}`] = Object.fromEntries(perBrand.map((name) => [name, own[name] ?? 0]));
    }
  }
  return cells;
}

/** Everything in the rollups, versions included, in an order of its own. */
export async function wholeRollup(store: TestStore, workspaceId: string): Promise<string[]> {
  const rows = await store.rows<{ row: string }>('SELECT t::text AS row FROM rollup t WHERE workspace_id = $1 ORDER BY 1', [workspaceId]);
  return rows.map(({ row }) => row);
}
