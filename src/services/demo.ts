import { countObservations, earliestRun, type Progress } from '../db/runs.ts';
import { openDatabase, type Database } from '../db/client.ts';
import { findWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { parsePanel } from '../domain/analysis/panel.ts';
import { defaultStages, type Stage } from '../domain/journey.ts';
import { demoCustomers, demoEngines, demoSeed, demoStart, demoWeeks, demoWorkspace } from '../engines/simulator/demo.ts';
import { oddFaults } from '../engines/simulator/faults.ts';
import { createMarket } from '../engines/simulator/market.ts';
import { startSimulator, type RunningSimulator } from '../engines/simulator/server.ts';
import type { KnownPrompt } from '../engines/simulator/simulator.ts';
import { planConversations, readCustomers, saveCustomer, talkingEngines } from './conversations.ts';
import { planEngines, planRun } from './plan-run.ts';
import { loadPromptPack } from './prompt-packs.ts';
import { readyScript } from './ready-script.ts';
import { createSchedule, readSchedules } from './schedules.ts';
import { fillWorkspace } from './workspaces.ts';
import { hourMs, weekMs } from '../domain/durations.ts';

export const demoSlug = 'demo';
const locales = ['en', 'zh-CN', 'zh-TW'];
const sweepMs = 8 * hourMs;
/** English is asked every week, Chinese every fourth: enough for a trend, few enough for a first start of a minute. */
const languagesOf = (week: number): string[] => (week % 4 === 3 ? locales : ['en']);

/**
 * The simulated engines for this process. Their market starts where the demo's history does, so that every process and
 * every restart knows the same one.
 */
export async function openSimulator(databaseUrl: string, now: number): Promise<RunningSimulator> {
  const db = openDatabase(databaseUrl, { connections: 1 });
  try {
    const demo = await findWorkspace(db, demoSlug);
    const startsAt = (demo && (await knownStart(db, demo.id))) ?? demoStart(new Date(now));
    const market = createMarket({ seed: demoSeed, startsAt, weeks: demoWeeks });
    return await startSimulator({ market, prompts: [...knownPrompts(), ...(await knownTurns())], faults: oddFaults, slowMs: 1500 });
  } finally {
    await db.$disconnect();
  }
}

const keyPrefix = 'demo/';
const keyOf = (week: number) => `${keyPrefix}${week}`;

/** When the demo's first week began, also where only some of its weeks were planned before a kill; null where none was. */
async function knownStart(db: Database, workspaceId: string): Promise<Date | null> {
  const run = await earliestRun(db, workspaceId, 'demo');
  return run && new Date(run.startsAt.getTime() - Number(run.key.slice(keyPrefix.length)) * weekMs);
}

const packPrompts = () => loadPromptPack({ industry: demoWorkspace.industry, stages: [...defaultStages], locales, brand: '' });
const knownPrompts = () => packPrompts().map(({ text, intent, stage, locale }) => ({ text, intent, stage, language: locale }));

/** The demo's map has two stages; its customers go one further, to the purchase. */
const talkStages: Stage[] = [...defaultStages, 'decision'];
const talkRepeats = 4;
/** The weeks come first: a new user looks at them. */
const talksAfterMs = 45_000;

/** What the demo's customers ask, as the market has to know it; the questions after the first are alike in one language. */
async function knownTurns(): Promise<KnownPrompt[]> {
  const scripts = await Promise.all(
    demoCustomers.map(async (customer) =>
      ((await readyScript(customer, talkStages)) ?? []).map((turn) => ({ ...turn, language: customer.language })),
    ),
  );
  return scripts.flat().map(({ stage, text, language }) => ({ text, stage, language, intent: `conversation-${stage}` }));
}

async function planTalks(deps: Deps, workspace: Workspace): Promise<void> {
  if ((await readCustomers(deps, workspace)).length === 0) {
    for (const customer of demoCustomers) {
      const script = (await readyScript(customer, talkStages)) ?? [];
      await saveCustomer(deps, workspace, { ...customer, script, country: '', byModel: false, weekly: 1 }, null);
    }
  }
  const customers = await readCustomers(deps, workspace);
  const engines = await talkingEngines(deps, workspace.id, [...demoEngines]);
  const startsAt = new Date(deps.now() + talksAfterMs);
  await planConversations(deps, workspace, { key: 'demo/conversations', customers, engines, repeats: talkRepeats, startsAt });
}

/** In Chinese one wording an intent. */
function demoPrompts() {
  const seen = new Set<string>();
  return packPrompts().filter(({ locale, stage, intent }) => {
    const key = `${locale}/${stage}/${intent}`;
    return locale === 'en' || (!seen.has(key) && seen.add(key));
  });
}

/** The demo's workspace with its brands and prompts, before anything is asked. */
export const ensureDemo = (deps: Deps): Promise<Workspace> =>
  fillWorkspace(
    deps,
    { slug: demoSlug, name: demoWorkspace.name, timeZone: 'UTC', stages: [...defaultStages], simulated: true },
    { panel: parsePanel(demoWorkspace.panel), prompts: demoPrompts(), engines: [...demoEngines] },
  );

/** How many answers the demo has when it is filled: known before its weeks are planned, one after the other. */
const demoAnswers = (): number => {
  const prompts = demoPrompts();
  const asked = (week: number) => prompts.filter(({ locale }) => languagesOf(week).includes(locale)).length * demoEngines.length;
  return Array.from({ length: demoWeeks }, (_, week) => asked(week)).reduce((sum, answers) => sum + answers, 0);
};

/** How far the demo is filled, in answers. */
export async function readDemoProgress(db: Database, workspaceId: string): Promise<Progress> {
  const { expanded, planned, done } = await countObservations(db, workspaceId, 'demo');
  return { planned: expanded < demoWeeks ? Math.max(planned, demoAnswers()) : planned, done };
}

/** Makes the demo workspace and plans its twelve weeks through the real pipeline; doing it again adds nothing. */
export async function fillDemo(deps: Deps, signal: AbortSignal): Promise<Workspace> {
  const workspace = await ensureDemo(deps);
  const startsAt = (await knownStart(deps.db, workspace.id)) ?? demoStart(new Date(deps.now()));
  const engines = await planEngines(deps, workspace.id, [...demoEngines]);
  // The last weeks first: they are what the pages open with.
  for (let week = demoWeeks - 1; week >= 0 && !signal.aborted; week--) {
    await planRun(deps, workspace.id, {
      key: keyOf(week),
      kind: 'demo',
      plan: {
        stages: [...defaultStages],
        promptIds: [],
        engines,
        countries: [],
        languages: languagesOf(week),
        repeats: 1,
        spreadMs: sweepMs,
      },
      startsAt: new Date(startsAt.getTime() + week * weekMs),
      simulated: true,
      panelVersion: workspace.panelVersion,
    });
  }
  await planTalks(deps, workspace);
  if ((await readSchedules(deps, workspace)).length === 0) await createSchedule(deps, workspace, weekly);
  return workspace;
}

const weekly = {
  name: 'Weekly',
  cron: '0 3 * * 1',
  timeZone: 'UTC',
  stages: [...defaultStages],
  promptIds: [],
  engines: [],
  countries: [],
  languages: [],
  sweepsPerWeek: 1,
  enabled: true,
};
