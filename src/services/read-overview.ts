import { listAlerts, type AlertRow } from '../db/alerts.ts';
import { listBrands, type BrandRow } from '../db/panels.ts';
import { readTrend } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { stages as journey } from '../domain/journey.ts';
import type { Cell } from '../domain/metrics/cell.ts';
import { dropOff } from '../domain/metrics/drop-off.ts';
import { figures } from '../domain/metrics/index.ts';
import { changeOf } from '../domain/overview/change.ts';
import { findingsOf, type Finding, type OpenAlert, type StageReading } from '../domain/overview/findings.ts';
import { seededRandom } from '../domain/statistics/random.ts';
import { InputError } from '../errors.ts';
import { dayMs } from '../domain/durations.ts';

export type OverviewQuery = {
  /** Whole days, UTC; `to` exclusive. As many days before `from` are what it is compared with. */
  from: Date;
  to: Date;
  brand?: string | undefined;
  language?: string | undefined;
  country?: string | undefined;
};
export type Overview = { brand: string; before: Date; stages: StageReading[]; findings: Finding[] };

type Side = Map<string, Map<string, (brand: string) => Cell[]>>;

/** How one brand stands now against the same number of days before: stage by stage, by engine, beside its rivals, and in sentences' content. @throws {InputError} */
export async function readOverview(deps: Deps, workspace: Workspace, query: OverviewQuery): Promise<Overview> {
  const before = periodBefore(query);
  const brands = await listBrands(deps.db, workspace.id);
  const brand = query.brand ?? (brands.find(({ own }) => own) ?? brands[0])?.key ?? '';
  if (!brands.some(({ key }) => key === brand))
    throw new InputError('The request is not usable.', [{ path: 'brand', message: `There is no brand "${brand}" in the panel.` }]);
  const side = (from: Date, to: Date) => readSide(deps, workspace, { ...query, from, to }, brands);
  const [now, earlier] = await Promise.all([side(query.from, query.to), side(before, query.from)]);
  const alerts = await listAlerts(deps.db, workspace.id, { states: ['open', 'acknowledged'], brand, limit: 50 });
  const asked = journey.filter((stage) => workspace.stages.includes(stage) || now.has(stage));
  const stages = asked.map((stage, index) => readStage({ stage, next: asked[index + 1], now, earlier, brand, brands }));
  return { brand, before, stages, findings: findingsOf(stages, alerts.filter(({ metric }) => metric === 'visibility').map(toOpenAlert)) };
}

const longestDays = 400;

function periodBefore({ from, to }: OverviewQuery): Date {
  const days = (to.getTime() - from.getTime()) / dayMs;
  if (!(days > 0 && days <= longestDays) || from.getUTCFullYear() < 1970) {
    const message = `must be 1970-01-01 or later, before to, and at most ${longestDays} days before it.`;
    throw new InputError('The period is not usable.', [{ path: 'from', message }]);
  }
  return new Date(Math.max(0, from.getTime() - (to.getTime() - from.getTime())));
}

/** Cells by stage and engine; opening a group costs, so each is opened once. */
async function readSide(deps: Deps, { id }: Workspace, query: OverviewQuery, brands: readonly BrandRow[]): Promise<Side> {
  const filter = { ...query, brands: brands.map(({ key }) => key), grain: 'week' as const, branded: false, byEngine: true };
  const { brand: _, language, country, ...rest } = filter;
  const groups = await readTrend(deps.db, id, {
    ...rest,
    ...(language !== undefined && { language }),
    ...(country !== undefined && { country }),
  });
  const side: Side = new Map();
  for (const [stage, ofStage] of Map.groupBy(groups, (group) => group.stage)) {
    const engines = Map.groupBy(ofStage, (group) => group.engine ?? '');
    side.set(
      stage,
      new Map(
        [...engines].map(([engine, together]) => {
          const opened = together.map((group) => group.open());
          return [engine, (brand: string) => opened.flatMap((group) => group.cellsOf(brand)).map((cell) => ({ ...cell, engine }))] as const;
        }),
      ),
    );
  }
  return side;
}

type StageInput = { stage: string; next: string | undefined; now: Side; earlier: Side; brand: string; brands: readonly BrandRow[] };

function readStage({ stage, next, now, earlier, brand, brands }: StageInput): StageReading {
  const cells = (side: Side, of: string, at = stage) => [...(side.get(at)?.values() ?? [])].flatMap((read) => read(of));
  const [own, before] = [cells(now, brand), cells(earlier, brand)];
  const following = next === undefined ? [] : cells(now, brand, next);
  // The same bootstrap draws at each call: a page that is loaded again shows the same interval.
  const lost = next === undefined ? null : { ...dropOff(own, following, seededRandom(1)), next };
  return {
    stage,
    visibility: figures(own, ['visibility']).visibility,
    change: changeOf(before, own),
    dropOff: lost,
    engines: [...(now.get(stage) ?? [])]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([engine, read]) => ({
        engine,
        visibility: figures(read(brand), ['visibility']).visibility,
        change: changeOf(earlier.get(stage)?.get(engine)?.(brand) ?? [], read(brand)),
      })),
    brands: brands.map(({ key }) => ({ brand: key, own: key === brand, ...figures(cells(now, key), ['visibility', 'shareOfVoice']) })),
  };
}

const toOpenAlert = ({ id, stage, engine, direction, before, after, since }: AlertRow): OpenAlert => ({
  id,
  stage,
  engine,
  direction,
  before,
  after,
  since: since.toISOString(),
});
