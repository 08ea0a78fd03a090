import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { webDir } from '../api/app.ts';
import type { Log } from '../log.ts';

const root = join(import.meta.dirname, '../..');

/** The pages are built when the packages are installed; where install scripts are off, at the first start. */
export async function buildPages(log: Log): Promise<void> {
  if (existsSync(join(webDir, 'index.html'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  if (!existsSync(vite)) return log.warn({}, 'The pages are not built and cannot be here; the API works.');
  log.info({}, 'Building the pages, once.');
  await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: root });
}
