import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '../errors.ts';

/**
 * Makes this process the only one on the folder. A lock whose process is gone, killed at whatever line, does not count.
 * @returns how to give the folder back
 * @throws {ConflictError} where another process has it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const lockFile = join(dataDir, 'wayseen.lock');
  const mine = `${lockFile}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, born: await bornAt(process.pid) }));
  try {
    for (;;) {
      // Linking fails where the name exists: of two that try at once, one gets it.
      const got = await link(mine, lockFile).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (got) return () => rm(lockFile, { force: true });
      const holder = await readHolder(lockFile);
      if (holder && (await isAlive(holder))) {
        const message = `Another Wayseen (process ${holder.pid}) already runs on ${dataDir}. Use that one, stop it first, or set WAYSEEN_DATA_DIR to another folder.`;
        throw new ConflictError('data_dir_in_use', message);
      }
      await rm(lockFile, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

type Holder = { pid: number; born: string | null };

async function readHolder(lockFile: string): Promise<Holder | null> {
  try {
    const parsed: unknown = JSON.parse(await readFile(lockFile, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || typeof parsed.pid !== 'number') return null;
    return { pid: parsed.pid, born: 'born' in parsed && typeof parsed.born === 'string' ? parsed.born : null };
  } catch {
    return null;
  }
}

/** Numbers of processes come round again: the same number born at another time is another process. */
async function isAlive({ pid, born }: Holder): Promise<boolean> {
  if (pid === process.pid) return born === null || born === (await bornAt(pid));
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const now = await bornAt(pid);
  if (now === 'dead') return false;
  return born === null || now === null || now === born;
}

/** Start time in clock ticks since boot, from /proc; null where the system does not tell, `dead` for a zombie. */
async function bornAt(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'dead' : (fields[19] ?? null);
}
