#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { AppError, InputError } from './errors.ts';
import { createRedactor } from './log.ts';

/** One line a command; only the one that is called is loaded, so that `analyze` does not wait for a database driver. */
const commands: Record<string, () => Promise<(program: Command) => void>> = {
  start: async () => (await import('./commands/start.ts')).registerStart,
  worker: async () => (await import('./commands/worker.ts')).registerWorker,
  migrate: async () => (await import('./commands/migrate.ts')).registerMigrate,
  ask: async () => (await import('./commands/ask.ts')).registerAsk,
  analyze: async () => (await import('./commands/analyze.ts')).registerAnalyze,
  audit: async () => (await import('./commands/audit.ts')).registerAudit,
  measure: async () => (await import('./commands/measure.ts')).registerMeasure,
  watch: async () => (await import('./commands/watch.ts')).registerWatch,
  import: async () => (await import('./commands/import.ts')).registerImport,
  report: async () => (await import('./commands/report.ts')).registerReport,
  export: async () => (await import('./commands/export.ts')).registerExport,
  rebuild: async () => (await import('./commands/rebuild.ts')).registerRebuild,
};

async function main(argv: string[]): Promise<number> {
  const program = new Command('wayseen').description('See whether AI answers name your brand, stage by stage.').exitOverride();
  const called = commands[argv[2] ?? ''];
  const loaded = called ? [called] : Object.values(commands);
  for (const load of loaded) (await load())(program);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(argv);
    return process.exitCode === undefined ? 0 : Number(process.exitCode);
  } catch (error) {
    return explain(error);
  }
}

/** 0 done, 1 a run-time failure, 2 the call or its input is wrong. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has said why
  const say = (line: string) => void process.stderr.write(`${createRedactor(process.env)(line)}\n`);
  if (error instanceof InputError) {
    say(error.message);
    for (const issue of error.issues) if (!error.message.includes(issue.message)) say(`  ${issue.path}: ${issue.message}`);
    return 2;
  }
  if (error instanceof AppError) {
    say(error.message);
    return 1;
  }
  if (isGone(error)) return 0;
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

/** Whoever read the output has seen enough (`| head`): no failure. */
const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

/** Without this, an output that is closed or full would end the process at once: also a server whose log nobody reads any more. */
function guardOutput(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: Error) => {
    // Where a command looks after its output itself, it says so.
    if (isGone(error) || process.stdout.listenerCount('error') > 1) return;
    process.stderr.write(`The results cannot be written: ${error.message}\n`);
    process.exitCode = 1;
  });
}

// Loading half of the product anew, types and all, is most of what a short command does. Where it cannot be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/wayseen'));
// What is set in the environment already wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');
guardOutput();
process.exitCode = await main(process.argv);
