import { readAlertWatch } from '../db/alert-watch.ts';
import { readEngineSettings, type EngineSetting } from '../db/engine-settings.ts';
import { listPrompts, type PromptRow } from '../db/prompts.ts';
import { listSchedules, type ScheduleRow } from '../db/schedules.ts';
import { getWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Suspect } from '../domain/alerts/alert.ts';
import { confirmingSweeps } from '../domain/alerts/sudden.ts';
import { isoWeek } from '../domain/period.ts';
import { callCosts } from './call-costs.ts';
import { planEngines, planRun } from './plan-run.ts';
import { hourMs, weekMs } from '../domain/durations.ts';

/** The sweeps that confirm are asked within hours, not at the same minute. */
const apartMs = 6 * hourMs;
const spreadMs = hourMs;

type Lane = Pick<Suspect, 'engine' | 'stage' | 'week'>;

/**
 * Asks the prompts of each suspect's stage on its engine twice more, as its schedule asks them: once for a lane and week,
 * whoever plans it, within what is left of the engine's budget, and only where a schedule that is switched on asks them anyway.
 * @returns the runs that are new
 */
export async function planConfirmingRuns(deps: Deps, workspaceId: string): Promise<string[]> {
  const { suspects, confirmRuns } = await readAlertWatch(deps.db, workspaceId);
  const lanes = freshLanes(suspects, deps.now());
  if (!confirmRuns || lanes.length === 0) return [];
  const workspace = await getWorkspace(deps.db, workspaceId);
  const schedules = (await listSchedules(deps.db, workspaceId)).filter(({ enabled }) => enabled);
  const prompts = await listPrompts(deps.db, workspaceId);
  const settings = await readEngineSettings(deps.db, workspaceId);
  const runs: string[] = [];
  for (const lane of lanes) {
    const asked = askedBy(schedules, lane, prompts);
    const setting = settings.find(({ engine }) => engine === lane.engine);
    const [engine] = await planEngines(deps, workspaceId, [lane.engine]);
    if (asked === null || setting === undefined || engine === undefined) continue;
    const [cost] = await callCosts(deps, workspace, [lane.engine]);
    const calls = confirmingSweeps * asked.promptIds.length * Math.max(1, asked.schedule.countries.length);
    if (!fitsBudget(setting, calls * (cost?.usd ?? 0))) continue;
    // Another lane of the same engine has to fit besides.
    setting.spentUsd += calls * (cost?.usd ?? 0);
    const { countries, languages } = asked.schedule;
    const plan = { stages: [lane.stage], promptIds: asked.promptIds, engines: [engine], countries, languages, repeats: 1, spreadMs };
    for (let n = 0; n < confirmingSweeps; n++) {
      const run = await planRun(deps, workspaceId, {
        key: `confirm/${lane.engine}/${lane.stage}/${lane.week}/${n + 1}`,
        kind: 'confirm',
        scheduleId: asked.schedule.id,
        plan,
        startsAt: new Date(deps.now() + n * apartMs),
        simulated: workspace.simulated,
        panelVersion: workspace.panelVersion,
      });
      if (run.created) runs.push(run.id);
    }
  }
  return runs;
}

/** What stood out in this week or the last one; older weeks tell nothing of today. */
function freshLanes(suspects: readonly Suspect[], now: number): Lane[] {
  const oldest = isoWeek(new Date(now - weekMs));
  const lanes = suspects.filter(({ week }) => week >= oldest).map(({ engine, stage, week }) => ({ engine, stage, week }));
  return [...new Map(lanes.map((lane) => [JSON.stringify(lane), lane])).values()];
}

function askedBy(
  schedules: readonly ScheduleRow[],
  { stage, engine }: Lane,
  prompts: readonly PromptRow[],
): { schedule: ScheduleRow; promptIds: string[] } | null {
  for (const schedule of schedules) {
    if (schedule.engines.length > 0 && !schedule.engines.includes(engine)) continue;
    const chosen = new Set(schedule.promptIds);
    const isAsked = (prompt: PromptRow) => (chosen.size > 0 ? chosen.has(prompt.id) : schedule.stages.includes(prompt.stage));
    const speaks = ({ language }: PromptRow) => schedule.languages.length === 0 || schedule.languages.includes(language);
    // Branded prompts are no part of what is watched.
    const own = prompts.filter(
      (prompt) => prompt.stage === stage && !prompt.branded && !prompt.canary && isAsked(prompt) && speaks(prompt),
    );
    if (own.length > 0) return { schedule, promptIds: own.map(({ id }) => id) };
  }
  return null;
}

const fitsBudget = ({ status, monthlyBudgetUsd, spentUsd }: EngineSetting, usd: number): boolean =>
  status === 'active' && (monthlyBudgetUsd === null || spentUsd + usd < monthlyBudgetUsd);
