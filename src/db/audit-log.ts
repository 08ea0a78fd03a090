import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { newId } from './new-id.ts';

type State = Prisma.InputJsonObject | null;
export type AuditEntry = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  object: string;
  objectId: string | null;
  /** Fields of what has changed; null: it did not exist. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  requestId: string;
};
export type NewAuditEntry = Omit<AuditEntry, 'id' | 'at' | 'before' | 'after'> & { before: State; after: State };

const orNull = (state: State) => state ?? Prisma.DbNull;

export async function addAuditEntry(db: Database, workspaceId: string, { before, after, ...entry }: NewAuditEntry): Promise<void> {
  await db.auditEntry.create({ data: { workspaceId, id: newId(), ...entry, before: orNull(before), after: orNull(after) } });
}

export const listAuditEntries = async (
  db: Database,
  workspaceId: string,
  page: { limit: number; cursor?: string },
): Promise<AuditEntry[]> =>
  (await db.auditEntry.findMany({
    where: { workspaceId, ...(page.cursor !== undefined && { id: { lt: page.cursor } }) },
    orderBy: { id: 'desc' },
    take: page.limit,
    omit: { workspaceId: true },
  })) as AuditEntry[];
