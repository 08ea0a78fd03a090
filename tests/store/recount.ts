import type { TestStore } from './harness.ts';

export type Counts = Record<string, number>;

const names: Record<string, string> = { acme: 'Acme', bolt: 'Boltwise', cirro: 'Cirrolane' };
const domains: Record<string, string> = { acme: 'acme.example', bolt: 'boltwise.example', cirro: 'cirrolane.example' };

type Row = {
  state: string;
  stage: string;
  engine: string;
  prompt_version_id: string;
  branded: boolean;
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
    `SELECT o.state, o.stage, o.engine, o.prompt_version_id, v.branded, o.asked_at, a.text, a.citations
     FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id LEFT JOIN answer a ON a.observation_id = o.id AND a.due_at = o.due_at
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
      for (const engine of [row.engine, '']) countRow(row, `${period}|${row.stage}|${engine}|${row.prompt_version_id}|${row.branded}`, add);
  }
  return cells;
}

function countRow(row: Row, key: string, add: (key: string, counts: Counts) => void): void {
  const answered = row.state === 'answered';
  const { order, pages, citedOf } = answered ? readText(row) : { order: [], pages: 0, citedOf: () => 0 };
  add(key, {
    answered: Number(answered),
    no_answer: Number(row.state === 'no_answer'),
    refused: Number(row.state === 'refused'),
    failed: Number(row.state === 'error'),
    with_citation: Number(pages > 0),
    citations: pages,
    brands_named: order.length,
    brands_named_sq: order.length ** 2,
  });
  for (const brand of Object.keys(names)) {
    const position = order.indexOf(brand) + 1;
    const cited = citedOf(brand);
    if (position === 0 && cited === 0) continue;
    const reciprocal = position === 0 ? 0 : Math.floor(1e9 / position);
    const reciprocalSq = position === 0 ? 0 : Math.floor(1e9 / position ** 2);
    add(`${key}|${brand}`, {
      visible: Number(position > 0),
      first: Number(position === 1),
      top3: Number(position > 0 && position <= 3),
      reciprocal_rank: reciprocal,
      reciprocal_rank_sq: reciprocalSq,
      position,
      position_sq: position ** 2,
      besides: position > 0 ? order.length : 0,
      cited: Number(cited > 0),
      citations: cited,
    });
  }
}

const totals = ['answered', 'no_answer', 'refused', 'failed', 'with_citation', 'citations', 'brands_named', 'brands_named_sq'];
const perBrand = [
  'visible',
  'first',
  'top3',
  'reciprocal_rank',
  'reciprocal_rank_sq',
  'position',
  'position_sq',
  'besides',
  'cited',
  'citations',
];

/** The rollups in the same form. */
export async function storedCells(store: TestStore, workspaceId: string): Promise<Record<string, Counts>> {
  const key = `concat_ws('|', grain, start::text, stage, engine, prompt_version_id, branded::text)`;
  const all = await store.rows<{ key: string } & Record<string, string>>(
    `SELECT ${key} AS key, ${totals.join(', ')} FROM rollup WHERE workspace_id = $1`,
    [workspaceId],
  );
  const brands = await store.rows<{ key: string } & Record<string, string>>(
    `SELECT ${key} || '|' || brand AS key, ${perBrand.join(', ')} FROM rollup_brand WHERE workspace_id = $1`,
    [workspaceId],
  );
  return Object.fromEntries(
    [...all, ...brands].map(({ key: name, ...counts }) => [
      name,
      Object.fromEntries(Object.entries(counts).map(([column, value]) => [column, Number(value)])),
    ]),
  );
}

/** Everything in the rollups, versions included, in an order of its own. */
export async function wholeRollup(store: TestStore, workspaceId: string): Promise<string[]> {
  const tables = ['rollup', 'rollup_brand'].map((table) =>
    store.rows<{ row: string }>(`SELECT t::text AS row FROM ${table} t WHERE workspace_id = $1 ORDER BY 1`, [workspaceId]),
  );
  return (await Promise.all(tables)).flat().map(({ row }) => row);
}
