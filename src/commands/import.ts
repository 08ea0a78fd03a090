import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { analyzeAnswers } from '../services/analyze-answers.ts';
import { importAnswers } from '../services/import-answers.ts';
import { rollUp } from '../services/roll-up.ts';
import { changePanel, ensureImportWorkspace } from '../services/workspaces.ts';
import { tellIgnored } from './ignored-fields.ts';
import { readPanelFile } from './read-observations.ts';
import { withDeps } from './with-deps.ts';

type Options = { workspace?: string; panel?: string; skipBad?: boolean };

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('make answers that were collected elsewhere part of the history; the same file twice changes nothing')
    .argument(
      '<answers.jsonl>',
      'one JSON object a line: id, prompt, stage, engine, surface, askedAt, text, citations, language, country, run',
    )
    .option('--workspace <slug>', 'where to; made if it does not exist and --panel is given')
    .option('--panel <file>', 'PANEL.json: the brands to count from now on')
    .option('--skip-bad', 'leave out lines that are not usable instead of importing nothing')
    .action((file: string, options: Options) => importFile(file, options));
}

async function importFile(file: string, options: Options): Promise<void> {
  const panel = await tellIgnored(
    (text) => process.stderr.write(text),
    async (ignored) => (options.panel === undefined ? undefined : readPanelFile(options.panel, ignored)),
  );
  await checkReadable(file);
  await withDeps(async (deps) => {
    const workspace = await ensureImportWorkspace(deps, options.workspace, panel);
    const report = await importAnswers(deps, workspace, file, { skipBad: options.skipBad === true });
    if (panel !== undefined) await changePanel(deps, workspace, panel);
    process.stderr.write('Reading the answers …\n');
    const { signal } = new AbortController();
    await analyzeAnswers(deps, workspace.id, signal);
    await rollUp(deps, workspace.id, signal);
    for (const issue of report.bad) process.stderr.write(`${file}: ${issue.path}: ${issue.message}\n`);
    process.stdout.write(
      `${workspace.slug}: ${report.added} answers added, ${report.known} were there already, ${report.bad.length} problems in lines left out.\n`,
    );
  });
}

/** Before the store is opened, which may take a while. @throws {InputError} */
async function checkReadable(file: string): Promise<void> {
  try {
    await using handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('it is a folder');
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
