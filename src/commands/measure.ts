import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Figure } from '../domain/metrics/cell.ts';
import { figures, type MetricId } from '../domain/metrics/index.ts';
import type { Observation } from '../domain/metrics/observation.ts';
import { addObservation, cellsOf, createTally, type Tally } from '../domain/metrics/tally.ts';
import { countAnyBrand, countPanelBrands } from '../domain/metrics/tally-panel.ts';
import { isoWeek } from '../domain/period.ts';
import { InputError } from '../errors.ts';
import { readObservations, readPanelFile } from './read-observations.ts';

export type MeasureOptions = { by?: string; panel?: string };
export type MeasureIo = { stdin: Readable; writeOut: (text: string) => void };

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

/** In the order of printing. What needs more than an observation tells (tone, recommendation) is left out. */
const printed = [
  'visibility',
  'firstMention',
  'shareOfVoice',
  'citationRate',
  'top3Rate',
  'meanReciprocalRank',
  'averagePosition',
  'citationRateAmongCiting',
  'citationShare',
  'coverage',
  'noAnswerRate',
  'refusalRate',
] as const satisfies readonly MetricId[];
/** Cannot be told for a brand whose domains nobody said. */
const needDomains = ['citationRate', 'citationRateAmongCiting', 'citationShare'] as const satisfies readonly MetricId[];

export function registerMeasure(program: Command): void {
  program
    .command('measure')
    .description('Figures with their intervals from observations collected anywhere; one JSON object a line for each brand and group')
    .argument('[observations]', 'OBSERVATIONS.jsonl; standard input unless given')
    .option('--by <keys>', `one group for each ${Object.keys(groupKeys).join(', ')}; several with commas`)
    .option('--panel <file>', 'PANEL.json: the brands to report; their domains are needed for citation figures')
    .addHelpText(
      'after',
      '\nObservations with "branded": true are left out, unless --by names branded: then they form groups of their own.',
    )
    .action(async (file: string | undefined, options: MeasureOptions) => {
      await measure(file, options, { stdin: process.stdin, writeOut: (text) => process.stdout.write(text) });
    });
}

/** @throws InputError naming file, line and field; nothing has been printed then. */
export async function measure(file: string | undefined, options: MeasureOptions, io: MeasureIo): Promise<void> {
  const by = parseBy(options.by ?? '');
  const panel = options.panel === undefined ? null : await readPanelFile(options.panel);
  const brands = new Set<string>(panel?.brands.map(({ id }) => id));
  const count = panel === null ? countAnyBrand : countPanelBrands(panel);
  const groups = new Map<string, Group>();
  if (by.length === 0) groups.set('[]', { values: [], tally: createTally() });
  for await (const observation of readObservations(file, io.stdin)) {
    // Seen here, so that a brand which only branded answers name is listed all the same.
    if (panel === null && observation.state === 'answered') for (const brand of observation.brands ?? []) brands.add(brand);
    if (observation.branded === true && !by.includes('branded')) continue;
    addObservation(findGroup(groups, by, observation).tally, observation, count);
  }
  const withDomains = new Set(panel?.brands.filter(({ domains }) => domains.length > 0).map(({ id }) => id));
  for (const { values, tally } of sortGroups([...groups.values()])) {
    const place = Object.fromEntries(by.map((key, i) => [key, values[i] ?? null]));
    for (const brand of [...brands].toSorted()) {
      io.writeOut(`${JSON.stringify({ brand, ...place, ...brandFigures(tally, brand, withDomains.has(brand)) })}\n`);
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

function brandFigures(tally: Tally, brand: string, hasDomains: boolean): Partial<Record<MetricId, Figure>> {
  const result = figures(cellsOf(tally, brand), printed);
  const ordered: Partial<Record<MetricId, Figure>> = {};
  for (const id of printed) {
    const unknown = !hasDomains && needDomains.some((need) => need === id);
    ordered[id] = unknown ? notMeasured(result[id]) : result[id];
  }
  return ordered;
}

function notMeasured(figure: Figure): Figure {
  const { denominator, prompts, intents, runs, missing } = figure;
  return { value: null, numerator: 0, denominator, prompts, intents, runs, missing, panel: null, market: null };
}
