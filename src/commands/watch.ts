import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { Outlook, WatchOptions } from '../domain/alerts/alert.ts';
import { addObservation, createHistory } from '../domain/alerts/history.ts';
import { watchHistory } from '../domain/alerts/watch.ts';
import { countAnyBrand, countPanelBrands } from '../domain/metrics/tally-panel.ts';
import { InputError } from '../errors.ts';
import { tellIgnored, type IgnoredFields } from './ignored-fields.ts';
import { readObservations, readPanelFile } from './read-observations.ts';

export type WatchCommandOptions = {
  falseAlarmWeeks?: string;
  baselineWeeks?: string;
  floorPoints?: string;
  floorPercent?: string;
  panel?: string;
};
export type WatchIo = { stdin: Readable; writeOut: (text: string) => void; writeError: (text: string) => void };

export function registerWatch(program: Command): void {
  program
    .command('watch')
    .description('Alerts from observations collected anywhere, as the product would have raised them; one JSON object a line')
    .argument('[observations]', 'OBSERVATIONS.jsonl; standard input unless given (or -)')
    .option('--false-alarm-weeks <n>', 'at most one false alarm in so many weeks, over all series together', '26')
    .option('--baseline-weeks <n>', 'weeks that are learned before anything is told', '6')
    .option('--floor-points <n>', 'the least change worth an alert, in percentage points', '5')
    .option('--floor-percent <n>', 'and in percent of the level before', '15')
    .option('--panel <file>', 'PANEL.json: the brands to watch; otherwise all that occur')
    .addHelpText('after', '\nWhat each series can tell, and why observations were not used, is written to standard error.')
    .action(async (file: string | undefined, options: WatchCommandOptions) => {
      await watch(file, options, {
        stdin: process.stdin,
        writeOut: (text) => process.stdout.write(text),
        writeError: (text) => process.stderr.write(text),
      });
    });
}

/** @throws InputError naming file, line and field, or the option; nothing has been printed then. */
export const watch = (file: string | undefined, options: WatchCommandOptions, io: WatchIo): Promise<void> =>
  tellIgnored(io.writeError, (ignored) => watchLines(file, options, io, ignored));

async function watchLines(file: string | undefined, options: WatchCommandOptions, io: WatchIo, ignored: IgnoredFields): Promise<void> {
  const settings = parseOptions(options);
  const panel = options.panel === undefined ? null : await readPanelFile(options.panel, ignored);
  const counted = panel === null ? countAnyBrand : countPanelBrands(panel);
  const history = createHistory(panel?.brands.map(({ id }) => id));
  const seen = new Set<string>();
  for await (const observation of readObservations(file, io.stdin, ignored)) {
    if (observation.id != null && seen.size === seen.add(observation.id).size) continue;
    addObservation(history, observation, (name) => counted.brandOf(name));
  }
  const { alerts, outlooks, notes } = watchHistory(history, settings);
  for (const alert of alerts) io.writeOut(`${JSON.stringify(alert)}\n`);
  for (const note of notes) io.writeError(`${note}\n`);
  for (const line of outlookLines(outlooks)) io.writeError(`${line}\n`);
}

function parseOptions({ falseAlarmWeeks, baselineWeeks, floorPoints, floorPercent }: WatchCommandOptions): WatchOptions {
  return {
    falseAlarmWeeks: numberIn('--false-alarm-weeks', falseAlarmWeeks ?? '26', 1, 1040),
    baselineWeeks: Math.round(numberIn('--baseline-weeks', baselineWeeks ?? '6', 2, 104)),
    floor: {
      points: numberIn('--floor-points', floorPoints ?? '5', 0, 100) / 100,
      relative: numberIn('--floor-percent', floorPercent ?? '15', 0, 100) / 100,
    },
  };
}

function numberIn(path: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  const message = `must be a number from ${least} to ${most}, not "${text}"`;
  throw new InputError(`${path}: ${message}`, [{ path, message }]);
}

/** One line for all series that stand alike. */
function outlookLines(outlooks: readonly Outlook[]): string[] {
  if (outlooks.length === 0) return ['No observation to watch.'];
  const groups = Map.groupBy(outlooks, ({ state, words }) => `${state}: ${words}`);
  return [...groups].map(([text, group]) => {
    const names = group.slice(0, 3).map(({ brand, stage, engine }) => `${brand} ${stage} ${engine}`);
    const more = group.length > names.length ? ` and ${group.length - names.length} more` : '';
    return `${group.length} series ${text} (${names.join('; ')}${more})`;
  });
}
