import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Observation } from '../domain/metrics/observation.ts';
import { addObservation, createTally, type Tally } from '../domain/metrics/tally.ts';
import { countAnyBrand, countPanelBrands } from '../domain/metrics/tally-panel.ts';
import { isoWeek } from '../domain/period.ts';
import { InputError } from '../errors.ts';
import { brandFigures, groupFigures, linkedVisibility, stageDropOffs } from './measure-line.ts';
import { tellIgnored, type IgnoredFields } from './ignored-fields.ts';
import { readObservations, readPanelFile } from './read-observations.ts';

export type MeasureOptions = { by?: string; panel?: string };
export type MeasureIo = { stdin: Readable; writeOut: (text: string) => void; writeError: (text: string) => void };

type GroupValue = string | boolean | null;
const groupKeys = {
  stage: ({ stage }) => stage,
  engine: ({ engine }) => engine,
  day: ({ askedAt }) => new Date(askedAt).toISOString().slice(0, 10),
  week: ({ askedAt }) => isoWeek(new Date(askedAt)),
  month: ({ askedAt }) => new Date(askedAt).toISOString().slice(0, 7),
  sweep: ({ sweep }) => sweep ?? null,
  intent: ({ intent }) => intent,
  prompt: ({ prompt }) => prompt,
  language: ({ language }) => language ?? null,
  country: ({ country }) => country ?? null,
  model: ({ model }) => model ?? null,
  branded: ({ branded }) => branded ?? false,
} satisfies Record<string, (observation: Observation) => GroupValue>;
type GroupKey = keyof typeof groupKeys;
const isGroupKey = (key: string): key is GroupKey => Object.hasOwn(groupKeys, key);

/** Keys that cut time into periods; the other keys tell series apart. */
const timeKeys: readonly GroupKey[] = ['day', 'week', 'month', 'sweep'];

export function registerMeasure(program: Command): void {
  program
    .command('measure')
    .description('Figures with their intervals from observations collected anywhere; one JSON object a line for each brand and group')
    .argument('[observations]', 'OBSERVATIONS.jsonl; standard input unless given (or -)')
    .option('--by <keys>', `one group for each ${Object.keys(groupKeys).join(', ')}; several with commas`)
    .option('--panel <file>', 'PANEL.json: the brands to report; their domains are needed for citation figures')
    .addHelpText(
      'after',
      '\nObservations with "branded": true are left out, unless --by names branded: then they form groups of their own. Those with "canary": true are left out always.',
    )
    .action(async (file: string | undefined, options: MeasureOptions) => {
      await measure(file, options, {
        stdin: process.stdin,
        writeOut: (text) => process.stdout.write(text),
        writeError: (text) => process.stderr.write(text),
      });
    });
}

/** @throws InputError naming file, line and field; nothing has been printed then. */
export const measure = (file: string | undefined, options: MeasureOptions, io: MeasureIo): Promise<void> =>
  tellIgnored(io.writeError, (ignored) => measureLines(file, options, io, ignored));

async function measureLines(file: string | undefined, options: MeasureOptions, io: MeasureIo, ignored: IgnoredFields): Promise<void> {
  const by = parseBy(options.by ?? '');
  const panel = options.panel === undefined ? null : await readPanelFile(options.panel, ignored);
  const brands = new Set<string>(panel?.brands.map(({ id }) => id));
  const count = panel === null ? countAnyBrand : countPanelBrands(panel);
  const groups = new Map<string, Group>();
  if (by.length === 0) groups.set('[]', { values: [], tally: createTally() });
  const seen = new Set<string>();
  let isEmpty = true;
  for await (const observation of readObservations(file, io.stdin, ignored)) {
    isEmpty = false;
    if (observation.id != null && seen.size === seen.add(observation.id).size) continue;
    // A canary tells changes of the engine apart; it is no figure of a brand.
    if (observation.canary === true) continue;
    // Seen here, so that a brand which only branded answers name is listed all the same.
    if (panel === null && observation.state === 'answered') for (const brand of observation.brands ?? []) brands.add(brand);
    if (observation.branded === true && !by.includes('branded')) continue;
    addObservation(findGroup(groups, by, observation).tally, observation, count);
  }
  if (isEmpty) io.writeError('No observation to measure.\n');
  const ordered = sortGroups([...groups.values()]);
  const panelBrands = [...brands].toSorted();
  const withDomains = new Set(panel?.brands.filter(({ domains }) => domains.length > 0).map(({ id }) => id));
  const lines = describeGroups(ordered, by, panelBrands);
  for (const { values, tally } of ordered) {
    const place = Object.fromEntries(by.map((key, i) => [key, values[i] ?? null]));
    const shared = groupFigures(tally, panelBrands);
    for (const brand of panelBrands) {
      const line = { brand, ...place, ...brandFigures(tally, brand, withDomains.has(brand), shared), ...lines(values, brand) };
      io.writeOut(`${JSON.stringify(line)}\n`);
    }
  }
}

type Group = { values: GroupValue[]; tally: Tally };

function parseBy(by: string): GroupKey[] {
  const keys = new Set<GroupKey>();
  for (const key of by.split(',').map((part) => part.trim())) {
    // Every line is a brand's anyway.
    if (key === '' || key === 'brand') continue;
    if (!isGroupKey(key)) {
      const message = `"${key}" is not one of ${Object.keys(groupKeys).join(', ')}`;
      throw new InputError(`--by: ${message}`, [{ path: '--by', message }]);
    }
    keys.add(key);
  }
  return [...keys];
}

function findGroup(groups: Map<string, Group>, by: readonly GroupKey[], observation: Observation): Group {
  const values = by.map((key) => groupKeys[key](observation));
  const key = JSON.stringify(values);
  let group = groups.get(key);
  if (group === undefined) {
    group = { values, tally: createTally() };
    groups.set(key, group);
  }
  return group;
}

function sortGroups(groups: Group[]): Group[] {
  return groups.toSorted((a, b) => {
    for (const [i, value] of a.values.entries()) {
      // A group without the value comes first.
      const [left, right] = [String(value ?? ''), String(b.values[i] ?? '')];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}

/** What a line tells by other groups: those of the next stage, and those of the other periods. */
function describeGroups(groups: readonly Group[], by: readonly GroupKey[], brands: readonly string[]) {
  const without = (values: readonly GroupValue[], keys: readonly GroupKey[]) =>
    JSON.stringify(values.filter((_, i) => !keys.includes(by[i] ?? 'stage')));
  const stageAt = by.indexOf('stage');
  const time = timeKeys.filter((key) => by.includes(key));
  const periodOf = (values: readonly GroupValue[]) => JSON.stringify(values.filter((_, i) => time.includes(by[i] ?? 'stage')));
  const byStage = Map.groupBy(groups, ({ values }) => without(values, ['stage']));
  const bySeries = Map.groupBy(groups, ({ values }) => without(values, time));
  const linked = new Map<string, ReadonlyMap<string, number | null>>();
  for (const [series, members] of time.length === 0 ? [] : bySeries) {
    const periods = members.map(({ values, tally }) => ({ period: periodOf(values), tally }));
    for (const brand of brands) linked.set(`${series}${brand}`, linkedVisibility(periods, brand));
  }
  return (values: readonly GroupValue[], brand: string) => ({
    ...(time.length > 0 && { linkedVisibility: linked.get(`${without(values, time)}${brand}`)?.get(periodOf(values)) ?? null }),
    dropOff: stageDropOffs(
      talliesByStage(byStage.get(without(values, ['stage'])) ?? []),
      brand,
      stageAt < 0 ? undefined : String(values[stageAt]),
    ),
  });
}

function talliesByStage(groups: readonly Group[]): Map<string, Tally[]> {
  const found = new Map<string, Tally[]>();
  for (const { tally } of groups) {
    for (const stage of new Set([...tally.values()].map((prompt) => prompt.stage))) found.set(stage, [...(found.get(stage) ?? []), tally]);
  }
  return found;
}
