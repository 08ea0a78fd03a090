import type { Command } from 'commander';
import { withDeps } from './with-deps.ts';
import { rebuild } from '../services/rebuild.ts';
import { resolveWorkspace } from '../services/workspaces.ts';

export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('count all rollups anew from the stored answers; changes no figure unless one was wrong')
    .option('--workspace <slug>', 'where there are several')
    .option('--reanalyze', 'read the stored answers again first, with the present parser and panel')
    .action((options: { workspace?: string; reanalyze?: boolean }) =>
      withDeps(async (deps) => {
        const workspace = await resolveWorkspace(deps, options.workspace);
        const { answers } = await rebuild(deps, workspace, options.reanalyze === true);
        process.stdout.write(`${workspace.slug}: ${answers} answers read again, all figures counted anew.\n`);
      }),
    );
}
