import { readContests, type ContestFilter } from '../db/comparisons.ts';
import { listBrands } from '../db/panels.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { stages } from '../domain/journey.ts';
import type { Cell, Figure } from '../domain/metrics/cell.ts';
import { figures } from '../domain/metrics/index.ts';
import { toSample } from '../domain/metrics/sample.ts';
import { strengths, type Strength } from '../domain/metrics/strength.ts';
import { headToHeads, type HeadToHead } from '../domain/metrics/win-rate.ts';
import { periodLabel } from '../domain/period.ts';
import { seededRandom } from '../domain/statistics/random.ts';
import { InputError } from '../errors.ts';
import { dayMs } from '../domain/durations.ts';

export type ComparisonQuery = ContestFilter & {
  /** Whose contests are shown; our own brand where left out. */
  brand?: string | undefined;
  groupBy: ('stage' | 'engine')[];
  /** Also every brand of the panel against every other. */
  matrix?: boolean | undefined;
};

/** The row's brand against the column's. */
export type Pair = HeadToHead & { brand: string };

export type ComparisonGroup = {
  period: string | null;
  start: string | null;
  stage: string | null;
  engine: string | null;
  /** The brand against each rival of the panel, and against all of them. */
  winRate: Figure;
  rivals: HeadToHead[];
  /** Of every brand, the strongest first. */
  strengths: Strength[];
  /** Empty where it was not asked for. */
  matrix: Pair[];
};

export type Comparisons = { brand: string; groups: ComparisonGroup[] };

const longestDays = 400;

/** Head-to-head of one brand with its rivals by stage, engine and period. @throws {InputError} */
export async function readComparisons(deps: Deps, workspace: Workspace, query: ComparisonQuery): Promise<Comparisons> {
  checkPeriod(query);
  const brands = await listBrands(deps.db, workspace.id);
  const brand = query.brand ?? (brands.find(({ own }) => own) ?? brands[0])?.key ?? '';
  if (!brands.some(({ key }) => key === brand)) {
    throw new InputError('The comparison is not usable.', [{ path: 'brand', message: `There is no brand "${brand}" in the panel.` }]);
  }
  const panel = brands.map(({ key }) => key);
  const cells = await readContests(deps.db, workspace.id, query);
  const [byStage, byEngine] = [query.groupBy.includes('stage'), query.groupBy.includes('engine')];
  const groups = Map.groupBy(cells, ({ start, engine, cell }) =>
    JSON.stringify([start, byStage ? cell.stage : null, byEngine ? engine : null]),
  );
  const described = [...groups].map(([key, together]) => {
    const [start, stage, engine] = JSON.parse(key) as [string, string | null, string | null];
    const contests = compare(
      together.map(({ cell }) => cell),
      brand,
      panel,
    );
    const matrix = query.matrix
      ? pairsOf(
          together.map(({ cell }) => cell),
          panel,
        )
      : [];
    return { period: query.by ? periodLabel(start, query.by) : null, start: start || null, stage, engine, ...contests, matrix };
  });
  return { brand, groups: described.toSorted(inOrder) };
}

const pairsOf = (cells: readonly Cell[], panel: readonly string[]): Pair[] =>
  panel.flatMap((brand) => {
    const sample = toSample(cells, { brand, panel });
    return headToHeads(
      sample,
      panel.filter((rival) => rival !== brand),
    ).map((pair) => ({ brand, ...pair }));
  });

/** Head-to-head of one brand, and everyone's strength, from cells that have the orders of mention. */
export function compare(
  cells: readonly Cell[],
  brand: string,
  panel: readonly string[],
): Pick<ComparisonGroup, 'winRate' | 'rivals' | 'strengths'> {
  const options = { brand, panel };
  const sample = toSample(cells, options);
  // The same bootstrap draws at each call: a page that is loaded again shows the same intervals.
  const strong = strengths(sample, seededRandom(1));
  return {
    winRate: figures(cells, ['winRate'], options).winRate,
    rivals: headToHeads(
      sample,
      panel.filter((rival) => rival !== brand),
    ),
    strengths: strong.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.brand < b.brand ? -1 : 1)),
  };
}

function inOrder(a: ComparisonGroup, b: ComparisonGroup): number {
  const stageAt = ({ stage }: ComparisonGroup) => (stages as readonly (string | null)[]).indexOf(stage);
  return (a.start ?? '').localeCompare(b.start ?? '') || stageAt(a) - stageAt(b) || (a.engine ?? '').localeCompare(b.engine ?? '');
}

function checkPeriod({ from, to }: ComparisonQuery): void {
  const days = (to.getTime() - from.getTime()) / dayMs;
  if (days > 0 && days <= longestDays) return;
  const message =
    days > 0 ? `covers at most ${longestDays} days; choose a later day.` : 'must be before to; the period ends before that day.';
  throw new InputError('The period is not usable.', [{ path: 'from', message }]);
}
