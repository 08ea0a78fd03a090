import { promptCosts } from '../db/ask-costs.ts';
import { readContests } from '../db/comparisons.ts';
import { listBrands } from '../db/panels.ts';
import { readTrend } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Cell, Figure } from '../domain/metrics/cell.ts';
import { figures } from '../domain/metrics/index.ts';
import { dayMs } from '../domain/durations.ts';

export type PromptFigures = {
  prompt: string;
  visibility: Figure;
  /** How alike the brands of two answers to it are, 0..1. */
  stability: Figure;
  /** Visibility a week, oldest first; null where it was not measured. */
  weeks: { start: string; value: number | null }[];
  /** USD over the 30 days before the end of the period; null where no answer's cost is known. */
  usdPerMonth: number | null;
};

/** What each prompt shows of one brand in a period, and what it costs. */
export async function readPromptFigures(deps: Deps, workspace: Workspace, period: { from: Date; to: Date }): Promise<PromptFigures[]> {
  const brands = (await listBrands(deps.db, workspace.id)).map(({ key, own }) => ({ key, own }));
  const own = brands.find((one) => one.own);
  // Without a brand of our own the first one tells how alike answers are, and nobody's visibility is told.
  const brand = (own ?? brands[0])?.key ?? '';
  const panel = brands.map(({ key }) => key);
  const read = async (branded: boolean) => {
    const [groups, contests] = await Promise.all([
      readTrend(deps.db, workspace.id, { ...period, grain: 'week', brands: [brand], branded, byEngine: false }),
      readContests(deps.db, workspace.id, { ...period, branded }),
    ]);
    return { groups, contests };
  };
  const [plain, branded, costs] = await Promise.all([
    read(false),
    read(true),
    promptCosts(deps.db, workspace.id, new Date(period.to.getTime() - 30 * dayMs), period.to),
  ]);
  const weekly = [...plain.groups, ...branded.groups].flatMap(({ start, open }) =>
    open()
      .cellsOf(brand)
      .map((cell) => ({ start, cell })),
  );
  const ordered = Map.groupBy([...plain.contests, ...branded.contests], ({ cell }) => cell.prompt);
  const starts = [...new Set(weekly.map(({ start }) => start))].toSorted();
  const usd = new Map(costs.map((cost) => [cost.prompt, cost.usd]));
  return [...Map.groupBy(weekly, ({ cell }) => cell.prompt)].map(([prompt, mine]) => {
    const level = (cells: readonly Cell[]) => figures(own ? cells : [], ['visibility']).visibility;
    const at = Map.groupBy(mine, ({ start }) => start);
    const orders = (ordered.get(prompt) ?? []).map(({ cell }) => cell);
    return {
      prompt,
      visibility: level(mine.map(({ cell }) => cell)),
      stability: figures(orders, ['stability'], { brand, panel }).stability,
      weeks: starts.map((start) => ({ start, value: level((at.get(start) ?? []).map(({ cell }) => cell)).value })),
      usdPerMonth: usd.get(prompt) ?? null,
    };
  });
}
