import type { Database } from './client.ts';
import { sql } from './client.ts';

type Id = { workspaceId: string; key: Uint8Array<ArrayBuffer> };
export type EarlierRequest = { request: Uint8Array; status: number | null; answer: Uint8Array | null };

/** Takes the key, unless it was taken within a day; one whose holder died is free again after two minutes. @returns who has it, null where we do now */
export async function beginIdempotent(
  db: Database,
  { workspaceId, key, request }: Id & { request: Uint8Array },
): Promise<EarlierRequest | null> {
  await db.$executeRaw(sql`
    DELETE FROM idempotency_key WHERE workspace_id = ${workspaceId}::uuid
      AND (created_at < now() - interval '1 day' OR (key = ${key} AND status IS NULL AND created_at < now() - interval '2 minutes'))`);
  const taken = await db.$executeRaw(sql`
    INSERT INTO idempotency_key (workspace_id, key, request) VALUES (${workspaceId}::uuid, ${key}, ${request})
    ON CONFLICT (workspace_id, key) DO NOTHING`);
  if (taken > 0) return null;
  // Gone meanwhile: its holder failed and gave it back.
  return (
    (await db.idempotencyKey.findUnique({ where: { workspaceId_key: { workspaceId, key } } })) ??
    beginIdempotent(db, { workspaceId, key, request })
  );
}

export async function endIdempotent(
  db: Database,
  { workspaceId, key }: Id,
  status: number,
  answer: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db.idempotencyKey.updateMany({ where: { workspaceId, key }, data: { status, answer } });
}

export async function forgetIdempotent(db: Database, { workspaceId, key }: Id): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { workspaceId, key } });
}
