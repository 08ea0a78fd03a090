import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { fileFormats, reportFile, reportLanguages, type FileFormat } from '../services/report-files.ts';
import { createReport, previewReport, readKept, readReports } from '../services/reports.ts';
import { resolveWorkspace } from '../services/workspaces.ts';
import { InputError } from '../errors.ts';
import { withDeps } from './with-deps.ts';

type Options = { workspace?: string; id?: string; from?: string; to?: string; format: string; language: string; output?: string };

export function registerReport(program: Command): void {
  describe(program.command('report'), 'text')
    .description(
      'a report as a file, as the page’s download buttons give it: the newest one, one by its id, or one made now of the days given',
    )
    .option('--id <id>', 'a report that is kept')
    .action((options: Options) =>
      withDeps(async (deps) => {
        const workspace = await resolveWorkspace(deps, options.workspace);
        const days = daysOf(options);
        const id = days
          ? (await createReport(deps, workspace, days)).id
          : (options.id ?? (await readReports(deps, workspace, { limit: 1 })).reports[0]?.id);
        if (id === undefined) throw new InputError('There is no report yet. Give --from and --to to make one.');
        await put((await readKept(deps, workspace, id)).report, options);
      }),
    );
}

export function registerExport(program: Command): void {
  describe(program.command('export'), 'csv')
    .description('every figure of the days given, with its counts, intervals and what was missing; nothing is kept')
    .action((options: Options) =>
      withDeps(async (deps) => {
        const workspace = await resolveWorkspace(deps, options.workspace);
        const days = daysOf(options);
        if (!days) throw new InputError('Say of which days.', [{ path: '--from', message: 'is needed, with --to, such as 2026-09-07' }]);
        await put(await previewReport(deps, workspace, days), options);
      }),
    );
}

function describe(command: Command, format: FileFormat): Command {
  return command
    .option('--workspace <slug>', 'where there are several')
    .option('--from <day>', 'first day, UTC, such as 2026-09-07')
    .option('--to <day>', 'the day after the last')
    .option('--format <format>', Object.keys(fileFormats).join(', '), format)
    .option('--language <language>', reportLanguages.join(', '), 'en')
    .option('--output <file>', 'where to, instead of standard output');
}

/** @throws {InputError} */
function daysOf({ from, to, id }: Options): { from: string; to: string } | null {
  if (from === undefined && to === undefined) return null;
  if (id !== undefined) throw new InputError('Give --id, or --from and --to, not both.');
  const issues = Object.entries({ '--from': from, '--to': to })
    .filter(([, day]) => day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day)))
    .map(([path]) => ({ path, message: 'must be a day such as 2026-09-07' }));
  if (issues.length > 0 || from === undefined || to === undefined) throw new InputError('The period is not usable.', issues);
  return { from, to };
}

async function put(report: Parameters<typeof reportFile>[0], { format, language, output }: Options): Promise<void> {
  const wanted = Object.keys(fileFormats).find((one): one is FileFormat => one === format);
  const spoken = reportLanguages.find((one) => one === language);
  const issues = [
    ...(wanted ? [] : [{ path: '--format', message: `must be one of ${Object.keys(fileFormats).join(', ')}` }]),
    ...(spoken ? [] : [{ path: '--language', message: `must be one of ${reportLanguages.join(', ')}` }]),
  ];
  if (!wanted || !spoken) throw new InputError('The call is not usable.', issues);
  const { content } = await reportFile(report, wanted, spoken);
  if (output !== undefined) return writeFile(output, content);
  await new Promise<void>((resolve, reject) => process.stdout.write(content, (error) => (error ? reject(error) : resolve())));
}
