import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { readdirSync } from 'node:fs';

/**
 * `npm run bench [-- name …]`: each bench prints JSON lines with medians and ratios taken within one run. Every bench
 * runs in this process one after the other; none asserts a time, because machines differ and are shared.
 */
const own = new Set(['run.ts', 'store.ts']);
const wanted = new Set(process.argv.slice(2));
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !own.has(file));

console.log(
  JSON.stringify({
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    },
  }),
);
for (const file of files) {
  const name = basename(file, '.ts');
  if (wanted.size > 0 && !wanted.has(name)) continue;
  const module: unknown = await import(join(import.meta.dirname, file));
  if (typeof module !== 'object' || module === null || !('run' in module) || typeof module.run !== 'function') continue;
  for (const row of (await module.run()) as object[]) console.log(JSON.stringify({ bench: name, ...row }));
}
process.exit(0);
