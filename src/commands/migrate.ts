import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { InputError } from '../errors.ts';
import { createLog } from '../log.ts';
import { waitAndMigrate } from '../services/open-store.ts';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database at DATABASE_URL up to date')
    .action(async () => {
      const config = readConfig(process.env);
      if (config.databaseUrl === null) {
        const message = 'is needed; the embedded database is migrated by "start" itself.';
        throw new InputError('The configuration is not usable.', [{ path: 'DATABASE_URL', message }]);
      }
      const applied = await waitAndMigrate(config, config.databaseUrl, createLog(config));
      const report = applied.length === 0 ? 'The database is up to date.\n' : `Applied: ${applied.join(', ')}\n`;
      // A timer of the schema engine would hold the process for ten seconds more.
      process.stdout.write(report, () => process.exit());
    });
}
