import type { Database } from './client.ts';

/** Who may set a new password by a link; kept among better-auth's verifications, one a person. */
export type PasswordReset = { id: string; personId: string; byServer: boolean; hash: Uint8Array; expiresAt: Date };

const identifierOf = (personId: string): string => `password-reset:${personId}`;
const valueOf = (byServer: boolean, hash: Uint8Array): string =>
  `${byServer ? 'server' : 'workspace'} ${Buffer.from(hash).toString('hex')}`;

/** In place of the one before. */
export async function savePasswordReset(db: Database, { id, personId, byServer, hash, expiresAt }: PasswordReset): Promise<void> {
  const identifier = identifierOf(personId);
  await db.$transaction([
    db.verification.deleteMany({ where: { identifier } }),
    db.verification.create({ data: { id, identifier, value: valueOf(byServer, hash), expiresAt } }),
  ]);
}

export async function findPasswordReset(
  db: Database,
  personId: string,
  now: Date,
): Promise<Pick<PasswordReset, 'byServer' | 'hash'> | null> {
  const row = await db.verification.findFirst({
    where: { identifier: identifierOf(personId), expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
  });
  if (!row) return null;
  const [by, hash = ''] = row.value.split(' ');
  return { byServer: by === 'server', hash: Uint8Array.from(Buffer.from(hash, 'hex')) };
}

/** Ends all links of the person. @returns false where this one was used by somebody faster */
export async function takePasswordReset(db: Database, personId: string, hash: Uint8Array): Promise<boolean> {
  const identifier = identifierOf(personId);
  const [{ count }] = await db.$transaction([
    db.verification.deleteMany({ where: { identifier, value: { in: [valueOf(true, hash), valueOf(false, hash)] } } }),
    db.verification.deleteMany({ where: { identifier } }),
  ]);
  return count > 0;
}
