import fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSecrets } from '../src/secrets.ts';

const key = 'a long random key of more than 32 characters';

test('what was sealed comes back whole, for whom it was sealed', async () => {
  const secrets = createSecrets(key, '/nowhere');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, context) => {
      expect(await secrets.open(await secrets.seal(text, context), context)).toBe(text);
      await expect(secrets.open(await secrets.seal(text, context), `${context}!`)).rejects.toMatchObject({ code: 'sealed' });
    }),
  );
});

test('the same secret is sealed differently each time, and neither changed nor by another key can it be opened', async () => {
  const secrets = createSecrets(key, '/nowhere');
  const [one, two] = [await secrets.seal('whsec_x', 'a'), await secrets.seal('whsec_x', 'a')];
  expect(Buffer.from(one).equals(two)).toBe(false);
  for (let index = 1; index < one.length; index++) {
    const changed = one.with(index, (one[index] ?? 0) ^ 1);
    await expect(secrets.open(changed, 'a')).rejects.toMatchObject({ code: 'sealed' });
  }
  await expect(createSecrets(`${key}.`, '/nowhere').open(one, 'a')).rejects.toMatchObject({
    code: 'sealed',
    message: expect.stringContaining('WAYSEEN_SECRET_KEY'),
  });
});

test('a key of our own is made once, for us alone, however many need it first', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'wayseen-secrets-'));
  const many = Array.from({ length: 8 }, () => createSecrets(null, dataDir));
  const sealed = await Promise.all(many.map((secrets, index) => secrets.seal(`text ${index}`, 'x')));
  for (const [index, bytes] of sealed.entries()) expect(await many[7 - index]?.open(bytes, 'x')).toBe(`text ${index}`);
  expect(await readdir(dataDir)).toEqual(['secret-key']);
  expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(dataDir, 'secret-key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  await rm(dataDir, { recursive: true });
});
