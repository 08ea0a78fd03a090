import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from './errors.ts';

/** Encrypts what is kept for others. `context` says whose it is: moved to another row, it cannot be opened. */
export type Secrets = {
  seal: (text: string, context: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** @throws {AppError} `sealed` where the key is not the one that it was sealed with */
  open: (sealed: Uint8Array, context: string) => Promise<string>;
  /** A secret for one purpose, the same at each call. */
  derive: (purpose: string) => Promise<string>;
};

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D): version, nonce, tag, ciphertext.
 * @param key any long random text; null takes the key in `dataDir`, which is made when it is first needed
 */
export function createSecrets(key: string | null, dataDir: string): Secrets {
  let known: Promise<Buffer> | undefined;
  const keyBytes = async () => {
    known ??= (key === null ? ownKey(dataDir) : Promise.resolve(key)).then((text) => createHash('sha256').update(text).digest());
    known.catch(() => (known = undefined));
    return known;
  };
  return {
    derive: async (purpose) =>
      createHmac('sha256', await keyBytes())
        .update(purpose)
        .digest('hex'),
    seal: async (text, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', await keyBytes(), nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]));
    },
    open: async (sealed, context) => {
      const part = (from: number, to?: number) => Buffer.from(sealed.subarray(from, to));
      const decipher = createDecipheriv('aes-256-gcm', await keyBytes(), part(1, 1 + nonceBytes))
        .setAAD(Buffer.from(context))
        .setAuthTag(part(1 + nonceBytes, 1 + nonceBytes + tagBytes));
      try {
        return decipher.update(part(1 + nonceBytes + tagBytes)).toString('utf8') + decipher.final('utf8');
      } catch (error) {
        const message = 'A secret was kept with another key. Give every server and worker the same WAYSEEN_SECRET_KEY.';
        throw new AppError('sealed', message, { cause: error });
      }
    },
  };
}

/** Of several that make it at once, one wins and all use its key. */
async function ownKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret-key');
  const found = await readFile(file, 'utf8').catch(except('ENOENT'));
  if (found !== undefined) return found.trim();
  await mkdir(dataDir, { recursive: true });
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(fresh, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  await link(fresh, file).catch(except('EEXIST'));
  await rm(fresh);
  return (await readFile(file, 'utf8')).trim();
}

/** Takes the one failure that is expected. */
const except =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Error && 'code' in error && error.code === code)) throw error;
  };
