import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { createReport, readKept, readReports } from '../services/reports.ts';
import { resolveWorkspace } from '../services/workspaces.ts';
import { checkOutput, daysOf, formatNames, languageNames, putReport, type ReportOptions } from './report-output.ts';
import { withDeps } from './with-deps.ts';

export function registerReport(program: Command): void {
  program
    .command('report')
    .description('a report as the page’s download buttons give it: the newest, one by its id, or one made now of the days given')
    .option('--workspace <slug>', 'where there are several')
    .option('--id <id>', 'a report that is kept')
    .option('--from <day>', 'first day, UTC, such as 2026-09-07')
    .option('--to <day>', 'the day after the last')
    .option('--format <format>', formatNames, 'text')
    .option('--language <language>', languageNames, 'en')
    .option('--output <file>', 'where to, instead of standard output')
    .action(putOne);
}

function putOne(options: ReportOptions & { id?: string }): Promise<void> {
  checkOutput(options);
  const days = daysOf(options);
  if (days && options.id !== undefined) throw new InputError('Give --id, or --from and --to, not both.');
  return withDeps(async (deps) => {
    const workspace = await resolveWorkspace(deps, options.workspace);
    const newest = async () => (await readReports(deps, workspace, { limit: 1 })).reports[0]?.id;
    const id = days ? (await createReport(deps, workspace, days)).id : (options.id ?? (await newest()));
    if (id === undefined) throw new InputError('There is no report yet. Give --from and --to to make one.');
    await putReport((await readKept(deps, workspace, id)).report, options);
  });
}
