#!/usr/bin/env node
// The product needs Node 24, which comes with its packages; this much runs on the Node that the machine has.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const cli = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '../src/cli.ts');
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(cli);
} else {
  const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin/node');
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
