/**
 * How often do alerts come without a change, and how soon with one? metrics.md's design and markets unlike it, beside the
 * rules that others use on the same data. `node tests/bench/alerts.ts [replications] [world …]`
 */
import type { Alert } from '../../src/domain/alerts/alert.ts';
import { watchHistory } from '../../src/domain/alerts/watch.ts';
import { seededRandom } from '../../src/domain/statistics/random.ts';
import { firstMonday, simulateHistory, standardWorld, weekMs, type AlertWorld, type Story } from './alert-worlds.ts';
import { plainRules } from './plain-rules.ts';

/** Visibilities, numbers of brands, prompts and sweeps, and dependences that the design does not have. */
const worlds: Record<string, Partial<AlertWorld>> = {
  standard: {},
  'rarely named': { brands: 6, engines: 2, prompts: 12, sweeps: 3, visibility: (random) => 0.02 + 0.2 * random() },
  'nearly always named': { prompts: 10, sweeps: 3, visibility: (random) => 0.75 + 0.23 * random() },
  'four series, 8 prompts': { brands: 2, engines: 1, prompts: 8, sweeps: 3, visibility: (random) => 0.02 + 0.96 * random() },
  '36 series, 60 prompts': { brands: 6, prompts: 60, sweeps: 7, visibility: (random) => 0.02 + 0.96 * random(), spread: 1.5 },
  'prompts all or nothing': {
    brands: 5,
    prompts: 15,
    sweeps: 4,
    visibility: (random) => 0.02 + 0.96 * random(),
    spread: { betaSize: 1.5 },
  },
  'brands in lists together': { brands: 8, engines: 2, visibility: (random) => 0.1 + 0.6 * random(), general: 0.3 },
  'weeks that differ': { visibility: (random) => 0.2 + 0.5 * random(), weekly: 0.12 },
  'levels that wander': { visibility: (random) => 0.2 + 0.5 * random(), weekly: 0.1, memory: 0.6 },
  'answers collected twice': { twice: 0.2 },
};

const opened = (alerts: readonly Alert[]) => alerts.filter(({ status }) => status === 'opened');
const round = (value: number) => Math.round(value * 1000) / 1000;

/** From the middle of the half-year on, on the standard market: what is no change of any brand, however it looks. */
const middle = 13;
const nobody = new Map<string, number>();
const mishaps: Record<string, Story> = {
  'an engine fails for a week': {
    collect: (count, { engine, week }) =>
      engine === 0 && week === middle ? { ...count, answered: 0, failed: 1, visible: nobody, brandsNamed: 0 } : count,
  },
  'a third of the prompts is edited': {
    // For the worse: every other answer to the new wording names nobody.
    collect: (count, { week, prompt, sweep }) =>
      week >= middle && prompt % 3 === 0 ? { ...count, version: '2', ...((prompt + sweep) % 2 === 0 && { visible: nobody }) } : count,
  },
  'an alias is added': {
    // One brand is found in more answers, and another no longer in those that only seemed to name it.
    collect: (count, { week, prompt, sweep }) => {
      if (week < middle) return count;
      const visible = new Map(count.visible);
      if ((prompt + sweep) % 2 === 0) visible.set('brand0', 1);
      if (prompt % 3 === 0) visible.delete('brand1');
      return { ...count, version: 'parser 2', visible };
    },
  },
  'a model changes its name': { collect: (count, { week }) => ({ ...count, model: week >= middle ? 'model-2' : 'model-1' }) },
  'two engines come days late': {
    collect: (count, { engine, week }) => (engine > 0 && week >= middle ? { ...count, at: count.at + 4 * 86_400_000 } : count),
  },
};

function falseAlarms(name: string, world: AlertWorld, replications: number, seed: number, story: Story = {}): object {
  const counts = { down: 0, up: 0, sustained: 0, sudden: 0 };
  const beside: Record<string, number> = {};
  for (let i = 0; i < replications; i++) {
    const history = simulateHistory(world, seed + i, story);
    for (const { direction, tier } of opened(watchHistory(history).alerts)) {
      counts[direction]++;
      counts[tier]++;
    }
    for (const [rule, alarms] of Object.entries(plainRules(history))) beside[rule] = (beside[rule] ?? 0) + alarms.length;
  }
  const share = (entries: Record<string, number>) =>
    Object.fromEntries(Object.entries(entries).map(([key, n]) => [key, round(n / replications)]));
  const alarms = counts.down + counts.up;
  return {
    case: 'nothing changes',
    world: name,
    replications,
    falseAlarmsAHalfYear: round(alarms / replications),
    standardError: round(Math.sqrt(alarms) / replications),
    ...share(counts),
    beside: share(beside),
  };
}

type Change = {
  name: string;
  part: number;
  hits: (place: { brand: number; stage: number; engine: number }, chosen: typeof place) => boolean;
};
const changes: Change[] = [
  { name: 'one series falls by 30 %', part: 0.7, hits: (a, b) => a.brand === b.brand && a.stage === b.stage && a.engine === b.engine },
  { name: 'one series falls by 20 %', part: 0.8, hits: (a, b) => a.brand === b.brand && a.stage === b.stage && a.engine === b.engine },
  { name: 'a brand falls by 30 % everywhere', part: 0.7, hits: (a, b) => a.brand === b.brand },
  { name: 'an engine falls by 30 %', part: 0.7, hits: (a, b) => a.engine === b.engine },
];
const promisedWeeks = 4;

function found(change: Change, replications: number, seed: number): object {
  const tally = { found: 0, named: 0, oneEvent: 0, days: 0 };
  const beside: Record<string, number> = {};
  for (let i = 0; i < replications; i++) {
    const random = seededRandom(seed + i);
    const draw = (n: number) => Math.floor(n * random());
    const chosen = { brand: draw(standardWorld.brands), stage: draw(standardWorld.stages), engine: draw(standardWorld.engines) };
    const week = 7 + draw(15);
    const story: Story = { factor: (place) => (place.week >= week && change.hits(place, chosen) ? change.part : 1) };
    const history = simulateHistory(standardWorld, 7919 * seed + i, story);
    const [from, to] = [firstMonday + week * weekMs, firstMonday + (week + promisedWeeks) * weekMs];
    const covers = (name: { brand: string; stage: string; engine: string }) =>
      change.hits({ brand: Number(name.brand.slice(5)), stage: Number(name.stage.slice(5)), engine: Number(name.engine.slice(6)) }, chosen);
    const hits = opened(watchHistory(history).alerts).filter(
      ({ at, direction, series }) => direction === 'down' && Date.parse(at) >= from && Date.parse(at) < to && series.some(covers),
    );
    for (const [rule, alarms] of Object.entries(plainRules(history)))
      if (alarms.some((alarm) => covers(alarm) && alarm.at >= from && alarm.at < to + weekMs)) beside[rule] = (beside[rule] ?? 0) + 1;
    const [first] = hits;
    if (first === undefined) continue;
    tally.found++;
    tally.days += (Date.parse(first.at) - from) / 86_400_000;
    if (hits.length === 1) tally.oneEvent++;
    const isEngine = change.name.startsWith('an engine');
    if (
      isEngine
        ? first.cause === 'engine-wide' && first.brand === null && first.engine === `engine${chosen.engine}`
        : first.cause === 'brand'
    )
      tally.named++;
  }
  return {
    case: change.name,
    replications,
    foundWithin4Weeks: round(tally.found / replications),
    causeRight: round(tally.named / tally.found),
    oneEvent: round(tally.oneEvent / tally.found),
    meanDays: round(tally.days / tally.found),
    beside: Object.fromEntries(Object.entries(beside).map(([rule, n]) => [rule, round(n / replications)])),
  };
}

/** 10 brands × 5 stages × 6 engines × 26 weeks: processor seconds with the threshold looked for, and with it known. */
function speed(): object {
  const history = simulateHistory({ ...standardWorld, brands: 10, stages: 5, engines: 6 }, 1);
  const thresholds = new Map<string, number>();
  const seconds = () => {
    const start = process.cpuUsage();
    watchHistory(history, { thresholds });
    const { user, system } = process.cpuUsage(start);
    return round((user + system) / 1e6);
  };
  return { case: 'speed', series: 300, cpuSeconds: seconds(), cpuSecondsCached: Math.min(seconds(), seconds()) };
}

/** @returns a row for each world without a change, each kind of change, and the time it takes */
export async function run(replications = 60, wanted: readonly string[] = [], seed = 1): Promise<object[]> {
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
  const rows = Object.entries(worlds)
    .filter(([name]) => isWanted(name))
    .map(([name, world]) => falseAlarms(name, { ...standardWorld, ...world }, replications, seed));
  for (const [name, story] of Object.entries(mishaps))
    if (isWanted(name)) rows.push(falseAlarms(name, standardWorld, replications, seed, story));
  rows.push(...changes.filter(({ name }) => isWanted(name)).map((change) => found(change, replications, seed)));
  if (isWanted('speed')) rows.push(speed());
  return rows;
}

if (import.meta.main) for (const row of await run(Number(process.argv[2] ?? 60), process.argv.slice(3))) console.log(JSON.stringify(row));
