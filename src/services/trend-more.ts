import { readContests } from '../db/comparisons.ts';
import { readTrend, type TrendFilter } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Cell, Figure } from '../domain/metrics/cell.ts';
import { figures, metricIds, type MetricId } from '../domain/metrics/index.ts';

/** Read each answer's order of mention, which rollups do not keep. */
const ofOrders: readonly MetricId[] = ['winRate', 'stability', 'orderStability'];
/** Means of engines, which pooled rollups do not tell apart. */
const ofEngines: readonly MetricId[] = ['citationShare'];

/** Where a point of a trend lies; null: all stages, all engines. */
export type TrendPlace = { start: string; stage: string | null; engine: string | null };
export type MoreFigures = (place: TrendPlace, brand: string, pooled: () => Cell[]) => Partial<Record<MetricId, Figure>>;

/** Prepares figures besides the usual ones, each from the cells that it needs. @param panel all brands that are counted */
export async function readMore(
  deps: Deps,
  { id }: Workspace,
  filter: TrendFilter,
  metrics: readonly MetricId[],
  panel: readonly string[],
): Promise<MoreFigures> {
  const isAny = (some: readonly MetricId[]) => metrics.some((metric) => some.includes(metric));
  const [contests, groups] = await Promise.all([
    isAny(ofOrders) ? readContests(deps.db, id, { ...filter, by: filter.grain }) : [],
    isAny(ofEngines) ? readTrend(deps.db, id, { ...filter, byEngine: true }) : [],
  ]);
  const orders = Map.groupBy(contests, ({ start }) => start);
  const engines = Map.groupBy(groups, ({ start }) => start);
  const fits = ({ stage, engine }: TrendPlace, at: { stage: string; engine: string | null }) =>
    (stage === null || stage === at.stage) && (engine === null || engine === at.engine);
  return (place, brand, pooled) => {
    const told = (orders.get(place.start) ?? []).filter(({ engine, cell }) => fits(place, { stage: cell.stage, engine }));
    const apart = (engines.get(place.start) ?? []).filter((group) => fits(place, group));
    const cellsFor = (metric: MetricId): Cell[] => {
      if (ofOrders.includes(metric)) return told.map(({ cell }) => cell);
      return ofEngines.includes(metric) ? apart.flatMap((group) => group.open().cellsOf(brand)) : pooled();
    };
    const wanted = metricIds.filter((metric) => metrics.includes(metric));
    return Object.fromEntries(wanted.map((metric) => [metric, figures(cellsFor(metric), [metric], { brand, panel })[metric]]));
  };
}
