import type { Role } from '../domain/roles.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';

export type ApiKey = {
  id: string;
  name: string;
  role: Role;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

const fields = {
  id: true,
  name: true,
  role: true,
  createdBy: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

export const listApiKeys = async (db: Database, workspaceId: string, page: { limit: number; cursor?: string }): Promise<ApiKey[]> =>
  (await db.apiKey.findMany({
    where: { workspaceId, ...(page.cursor !== undefined && { id: { lt: page.cursor } }) },
    select: fields,
    orderBy: { id: 'desc' },
    take: page.limit,
  })) as ApiKey[];

export const addApiKey = async (
  db: Database,
  workspaceId: string,
  key: Pick<ApiKey, 'id' | 'name' | 'role' | 'createdBy' | 'expiresAt'> & { hash: Uint8Array<ArrayBuffer> },
): Promise<ApiKey> => (await db.apiKey.create({ data: { workspaceId, ...key }, select: fields })) as ApiKey;

/** One that may still be used. */
export const findApiKey = (db: Database, workspaceId: string, id: string, now: Date) =>
  db.apiKey.findFirst({
    where: { workspaceId, id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { ...fields, hash: true },
  }) as Promise<(ApiKey & { hash: Uint8Array }) | null>;

/** Written once a minute at most. */
export const touchApiKey = (db: Database, workspaceId: string, id: string): Promise<number> =>
  db.$executeRaw(sql`
    UPDATE api_key SET last_used_at = now()
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
      AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`);

/** @returns whether there is such a key */
export const revokeApiKey = async (db: Database, workspaceId: string, id: string): Promise<boolean> =>
  (await db.$executeRaw(sql`
    UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`)) > 0;
