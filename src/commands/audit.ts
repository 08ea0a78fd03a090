import type { Command } from 'commander';
import type { DetectorReport, DetectorScore, Share } from '../domain/audit/score-detector.ts';
import { readAudit, type AuditReport } from '../services/audit.ts';
import { auditDetector } from '../services/audit-detector.ts';
import { resolveWorkspace } from '../services/workspaces.ts';
import { withDeps } from './with-deps.ts';

export function registerAudit(program: Command): void {
  const audit = program
    .command('audit')
    .description('how far the product’s own figures can be trusted: false alarms, intervals, detection, missing answers, age')
    .option('--workspace <slug>', 'where there are several')
    .option('--json', 'the same as one JSON object')
    .action((options: { workspace?: string; json?: boolean }) =>
      withDeps(async (deps) => {
        const workspace = await resolveWorkspace(deps, options.workspace);
        const report = await readAudit(deps, workspace);
        process.stdout.write(options.json ? `${JSON.stringify({ workspace: workspace.slug, ...report })}\n` : printAudit(report));
      }),
    );
  audit
    .command('detector')
    .description('precision, recall and F1 of the analysis on its labelled answers, by category and language, with 95 % intervals')
    .option('--json', 'the same as one JSON object, with every answer that was read wrong')
    .option('--wrong', 'also print what was read wrong')
    .action((_options: object, command: Command) => {
      // `--json` is an option of `audit` as well, which takes it wherever it stands.
      const options = command.optsWithGlobals<{ json?: boolean; wrong?: boolean }>();
      const report = auditDetector();
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : printReport(report, options.wrong ?? false));
    });
}

/** One sentence a line. */
export function printAudit({ falseAlarms, coverage, languages, missing, lastSweep }: AuditReport): string {
  const busy = { sentence: 'Not now: the history is being added to or read anew.' };
  const lines: [string, { sentence: string }][] = [
    ['False alarms', falseAlarms ?? busy],
    ['Intervals', coverage ?? busy],
    ...languages.map((one): [string, { sentence: string }] => ['Detection', one]),
    ['Missing', missing],
    ['Last sweep', lastSweep],
  ];
  return lines.map(([name, { sentence }]) => `${name.padEnd(13)} ${sentence}\n`).join('');
}

const columns = ['measure', 'language', 'cases', 'items', 'precision', 'recall', 'F1', 'unknown', 'promised'];

/** A table for people, in columns of even width. */
export function printReport(report: DetectorReport, withWrong: boolean): string {
  const rows = [columns, ...report.scores.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const wrong = withWrong
    ? report.wrong.map(({ id, text, verdicts }) => `${id}  ${JSON.stringify(text)}\n${verdicts.map(lineOf).join('')}`)
    : [];
  const head = `${report.cases} labelled answers in ${report.languages.length} languages and scripts, parser version ${report.parserVersion}`;
  return [head, '', ...table, '', ...wrong].join('\n');
}

const lineOf = ({ measure, expected, got }: DetectorReport['wrong'][number]['verdicts'][number]): string =>
  `    ${measure}: ${got ?? 'nothing'} instead of ${expected ?? 'nothing'}\n`;

function rowOf(score: DetectorScore): string[] {
  const promised = score.least === null ? '' : `${percent(score.least)}${score.reached === false ? ' MISSED' : ''}`;
  const shares = [score.precision, score.recall, score.f1, score.unknown].map(shareText);
  return [score.measure, score.language ?? 'all', `${score.cases}`, `${score.items}`, ...shares, promised];
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const shareText = (share: Share | null): string =>
  share === null ? '–' : `${percent(share.value)} [${percent(share.low)}–${percent(share.high)}]`;
