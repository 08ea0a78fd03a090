import { defaultSettings, type Alert, type WatchOptions } from '../alerts/alert.ts';
import { isoWeek } from '../period.ts';
import { seededRandom, type Random } from '../statistics/random.ts';
import type { Asked } from './asked.ts';
import { findOvertakings, type PairedWeek } from './overtaken.ts';
import { inScope, watchRule, type ChangeRule } from './rule.ts';
import { dayMs, weekMs } from '../durations.ts';

/** What is to be said of a rule besides its figure; the page has the words. */
export type RuleWord = 'brand_deleted' | 'no_answers' | 'history_too_short' | 'one_prompt' | 'all_alike' | 'below_points' | 'limit';

/** `expected`: false alarms a year; null where the history does not tell. */
export type Rehearsal = { expected: number | null; words: RuleWord[] };

const yearWeeks = 52;
/** Answers replayed in all, so that a preview takes about a second however large the workspace. */
const mostReplayed = 150_000;
const [fewestYears, mostYears] = [3, 100];
/** A Monday; where a replayed history begins does not matter. */
const anyMonday = Date.UTC(2024, 0, 1);

/**
 * How often the rule would fire in a year in which nothing changes: the workspace's own sweeps, drawn in random order (so
 * that whatever really changed is spread over all of it), watched at the threshold that the rule has now.
 * @param seed of the order; the same seed gives the same figure
 */
export function rehearseChange(
  rule: ChangeRule,
  asked: readonly Asked[],
  options: WatchOptions,
  seed: number,
): Rehearsal & { fired: Alert[] } {
  const rows = asked.filter((one) => inScope(rule, one));
  const answered = rows.filter(({ state }) => state === 'answered');
  if (answered.length === 0) return { expected: null, fired: [], words: ['no_answers'] };
  const words = describe(rule, answered);
  const { baselineWeeks } = defaultSettings(options);
  const thresholds = new Map<string, number>();
  const { alerts } = watchRule(rule, rows, { ...options, thresholds });
  const fired = alerts.filter(({ status }) => status === 'opened');
  const threshold = [...thresholds.values()].at(-1);
  const weeks = new Set(answered.map(({ at }) => isoWeek(new Date(at)))).size;
  if (threshold === undefined || weeks <= baselineWeeks) return { expected: null, fired, words: [...words, 'history_too_short'] };
  const lanes = sweepsOfLanes(rows);
  const years = yearsFor(lanes, baselineWeeks);
  const random = seededRandom(seed);
  const known = new Map<string, number>();
  known.get = () => threshold;
  let alarms = 0;
  for (let year = 0; year < years; year++) {
    const replay = lanes.flatMap((lane) => drawSweeps(lane, baselineWeeks + yearWeeks, random));
    alarms += watchRule(rule, replay, { ...options, thresholds: known }).alerts.filter(({ status }) => status === 'opened').length;
  }
  return { expected: alarms / years, fired, words };
}

function describe(rule: ChangeRule, answered: readonly Asked[]): RuleWord[] {
  const hits = answered.filter((one) => one.hits.includes(rule.brand)).length;
  const words: RuleWord[] = [];
  if (new Set(answered.map(({ prompt }) => prompt)).size === 1) words.push('one_prompt');
  if (hits === 0 || hits === answered.length) words.push('all_alike');
  if (rule.direction === 'down' && hits > 0 && hits / answered.length < rule.points) words.push('below_points');
  return words;
}

type LaneSweeps = { sweeps: Asked[][]; perWeek: number };

function sweepsOfLanes(rows: readonly Asked[]): LaneSweeps[] {
  const lanes = Map.groupBy(rows, ({ stage, engine }) => JSON.stringify([stage, engine]));
  return [...lanes.values()].map((lane) => {
    const sweeps = [...Map.groupBy(lane, ({ sweep, at }) => sweep ?? `day ${Math.floor(at / dayMs)}`).values()];
    const weeks = new Set(lane.map(({ at }) => isoWeek(new Date(at)))).size;
    return { sweeps, perWeek: Math.max(1, Math.round(sweeps.length / weeks)) };
  });
}

function yearsFor(lanes: readonly LaneSweeps[], baselineWeeks: number): number {
  const weekly = lanes.reduce((sum, { sweeps, perWeek }) => sum + (perWeek * sweeps.flat().length) / sweeps.length, 0);
  return Math.round(Math.min(mostYears, Math.max(fewestYears, mostReplayed / (weekly * (baselineWeeks + yearWeeks)))));
}

function drawSweeps({ sweeps, perWeek }: LaneSweeps, weeks: number, random: Random): Asked[] {
  return Array.from({ length: weeks * perWeek }, (_, slot) => {
    const at = anyMonday + Math.floor((slot * weekMs) / perWeek);
    const drawn = sweeps[Math.floor(random() * sweeps.length)] ?? [];
    return drawn.map((one) => ({ ...one, at, sweep: `replayed ${slot}` }));
  }).flat();
}

const overtakenYears = 200;
const leastWeeks = 6;

/** The same for a rule on being overtaken, by drawing weeks. @param rivals the weeks beside each rival */
export function rehearseOvertaken(rivals: readonly (readonly PairedWeek[])[], seed: number): Rehearsal {
  const measured = rivals.filter((weeks) => weeks.length > 0);
  if (measured.length === 0) return { expected: null, words: ['no_answers'] };
  if (measured.every((weeks) => weeks.length < leastWeeks)) return { expected: null, words: ['history_too_short'] };
  const random = seededRandom(seed);
  let alarms = 0;
  for (const weeks of measured) {
    for (let year = 0; year < overtakenYears; year++) {
      const drawn = Array.from({ length: yearWeeks }, () => weeks[Math.floor(random() * weeks.length)]).filter(
        (week) => week !== undefined,
      );
      alarms += findOvertakings(drawn).length;
    }
  }
  return { expected: alarms / overtakenYears, words: [] };
}

/** Rules that are tested exactly fire by chance at most once in so many weeks. */
export const rehearseByLimit = (falseAlarmWeeks: number): Rehearsal => ({ expected: yearWeeks / falseAlarmWeeks, words: ['limit'] });
