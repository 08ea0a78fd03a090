import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { previewReport } from '../services/reports.ts';
import { resolveWorkspace } from '../services/workspaces.ts';
import { checkOutput, daysOf, formatNames, languageNames, putReport, type ReportOptions } from './report-output.ts';
import { withDeps } from './with-deps.ts';

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('every figure of the days given, with its counts, its intervals and what was missing; nothing is kept')
    .option('--workspace <slug>', 'where there are several')
    .option('--from <day>', 'first day, UTC, such as 2026-09-07')
    .option('--to <day>', 'the day after the last')
    .option('--format <format>', formatNames, 'csv')
    .option('--language <language>', languageNames, 'en')
    .option('--output <file>', 'where to, instead of standard output')
    .action(putFigures);
}

function putFigures(options: ReportOptions): Promise<void> {
  checkOutput(options);
  const days = daysOf(options);
  if (!days) throw new InputError('Say of which days.', [{ path: '--from', message: 'is needed, with --to, such as 2026-09-07' }]);
  return withDeps(async (deps) => putReport(await previewReport(deps, await resolveWorkspace(deps, options.workspace), days), options));
}
