import { listBrands } from '../db/panels.ts';
import { listPrompts } from '../db/prompts.ts';
import { readTrend } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Cell } from '../domain/metrics/cell.ts';
import { addCells } from '../domain/metrics/add-cells.ts';
import { usualShares, type DropQuestion } from '../domain/planner/design.ts';
import { findDesign, type Wish, type WishAnswer } from '../domain/planner/find-design.ts';
import { planSchedule, type Plan, type PlanInput, type StagePlan } from '../domain/planner/plan.ts';
import { varianceShares, type VarianceShares } from '../domain/statistics/variance-components.ts';
import { InputError } from '../errors.ts';
import { callCosts } from './call-costs.ts';
import { dayMs } from '../domain/durations.ts';

/** What is left out is taken from the workspace: its prompts, its engines that are switched on, its measured variances. */
export type PlanRequest = {
  stages: string[];
  engines: string[];
  languages: string[];
  countries: string[];
  sweepsPerWeek: number;
  intents?: number | undefined;
  wordings?: number | undefined;
  /** 0..1, instead of what was measured. */
  visibility?: number | undefined;
  falseAlarmWeeks: number;
  wish?: Wish | undefined;
};

export type PlanAnswer = {
  plan: Plan;
  wish: WishAnswer | null;
  /** What the figures rest on. */
  basis: { costs: Record<string, 'measured' | 'listed' | 'unknown'>; variances: Record<string, 'measured' | 'usual'>; drop: DropQuestion };
};

/** Costs and precision of a schedule before it is saved, and of the cheapest that keeps a wish. @throws {InputError} */
export async function planner(deps: Deps, workspace: Workspace, request: PlanRequest): Promise<PlanAnswer> {
  const costs = await callCosts(deps, workspace, request.engines);
  const measured = await measuredShares(deps, workspace, request.stages);
  const sizes = await panelSizes(deps, workspace, request);
  const stages = request.stages.map((stage): StagePlan => {
    const shares = measured.get(stage) ?? usualShares;
    return { stage, ...sizeOf(sizes, stage, request), shares: { ...shares, visibility: request.visibility ?? shares.visibility } };
  });
  const brands = (await listBrands(deps.db, workspace.id)).length;
  const series = Math.max(1, brands) * stages.length * costs.length;
  const drop = { baselineWeeks: 6, withinWeeks: 4, series, falseAlarmWeeks: request.falseAlarmWeeks, power: 0.9 };
  const input: PlanInput = {
    stages,
    engines: costs,
    sweepsPerWeek: request.sweepsPerWeek,
    languages: Math.max(1, sizes.languages.size),
    countries: Math.max(1, request.countries.length),
    drop,
  };
  return {
    plan: planSchedule(input),
    wish: request.wish ? findDesign(input, request.wish) : null,
    basis: {
      costs: Object.fromEntries(costs.map(({ engine, basis }) => [engine, basis])),
      variances: Object.fromEntries(request.stages.map((stage) => [stage, measured.has(stage) ? 'measured' : 'usual'])),
      drop,
    },
  };
}

type PanelSizes = { languages: ReadonlySet<string>; stages: ReadonlyMap<string, { intents: number; prompts: number }> };

async function panelSizes(deps: Deps, workspace: Workspace, { languages, stages }: PlanRequest): Promise<PanelSizes> {
  const prompts = (await listPrompts(deps.db, workspace.id)).filter(
    ({ language, stage, branded, canary }) =>
      !branded && !canary && stages.includes(stage) && (languages.length === 0 || languages.includes(language)),
  );
  const byStage = [...Map.groupBy(prompts, ({ stage }) => stage)].map(
    ([stage, own]) => [stage, { intents: new Set(own.map(({ intent }) => intent)).size, prompts: own.length }] as const,
  );
  return { languages: new Set(languages.length > 0 ? languages : prompts.map(({ language }) => language)), stages: new Map(byStage) };
}

/** What the request says, else what the workspace has. @throws {InputError} where neither tells */
function sizeOf(
  { languages, stages }: PanelSizes,
  stage: string,
  { intents, wordings }: PlanRequest,
): { intents: number; wordings: number } {
  const known = stages.get(stage);
  const count = intents ?? known?.intents;
  if (count === undefined) {
    throw new InputError('There is nothing to plan.', [
      { path: 'intents', message: `The stage ${stage} has no prompts yet; say how many intents it is to have.` },
    ]);
  }
  return { intents: count, wordings: wordings ?? (known ? known.prompts / known.intents / Math.max(1, languages.size) : 1) };
}

/** Of our own brand over the last four weeks, by stage, the mean of the engines; stages with too little to tell are left out. */
async function measuredShares(deps: Deps, workspace: Workspace, stages: readonly string[]): Promise<Map<string, VarianceShares>> {
  const brand = (await listBrands(deps.db, workspace.id)).find(({ own }) => own)?.key;
  const found = new Map<string, VarianceShares>();
  if (brand === undefined) return found;
  const to = new Date(Math.ceil(deps.now() / dayMs) * dayMs);
  const period = { from: new Date(to.getTime() - 28 * dayMs), to, grain: 'week' as const };
  const groups = await readTrend(deps.db, workspace.id, {
    ...period,
    stages: [...stages],
    brands: [brand],
    branded: false,
    byEngine: true,
  });
  for (const [stage, ofStage] of Map.groupBy(groups, (group) => group.stage)) {
    const engineShares = [...Map.groupBy(ofStage, (group) => group.engine)].flatMap(
      ([, weeks]) => varianceShares(addCells(weeks.flatMap((group) => group.open().cellsOf(brand))).map(toRate)) ?? [],
    );
    if (engineShares.length > 0) found.set(stage, meanShares(engineShares));
  }
  return found;
}

const toRate = ({ intent, counts: { answered, visible } }: Cell) => ({ intent, answered, visible });

function meanShares(shares: readonly VarianceShares[]): VarianceShares {
  const mean = (pick: (one: VarianceShares) => number) => shares.reduce((sum, one) => sum + pick(one), 0) / shares.length;
  return { visibility: mean((one) => one.visibility), intent: mean((one) => one.intent), wording: mean((one) => one.wording) };
}
