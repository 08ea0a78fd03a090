import type { Database } from './client.ts';

export type EngineKey = { engine: string; name: string; sealed: Uint8Array };

export const readEngineKeys = (db: Database, workspaceId: string, engine?: string): Promise<EngineKey[]> =>
  db.engineKey.findMany({
    where: { workspaceId, ...(engine !== undefined && { engine }) },
    select: { engine: true, name: true, sealed: true },
  });

export async function setEngineKey(
  db: Database,
  { workspaceId, engine, name }: { workspaceId: string; engine: string; name: string },
  sealed: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  if (sealed === null) {
    await db.engineKey.deleteMany({ where: { workspaceId, engine, name } });
    return;
  }
  const where = { workspaceId_engine_name: { workspaceId, engine, name } };
  await db.engineKey.upsert({ where, create: { workspaceId, engine, name, sealed }, update: { sealed, updatedAt: new Date() } });
}
