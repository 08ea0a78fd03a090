import type { Overruling } from '../domain/analysis/overrulings.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { Overrule } from './generated/client.ts';
import { newId } from './new-id.ts';
import { lockWorkspace } from './workspaces.ts';

export type OverruleRow = Overrule;
export type NewOverrule = Pick<Overrule, 'scope' | 'brand' | 'counts' | 'text'> & Partial<Overrule>;

/** What people overruled that is in force in this version of the panel, the oldest first. */
export async function readOverrulings(db: Database, workspaceId: string, panelVersion: number): Promise<Overruling[]> {
  const rows = await db.overrule.findMany({
    where: { workspaceId, since: { lte: panelVersion }, OR: [{ until: null }, { until: { gt: panelVersion } }] },
    orderBy: { id: 'asc' },
  });
  return rows.map(toOverruling);
}

function toOverruling(row: Overrule): Overruling {
  const { brand, counts, rule, near, within } = row;
  if (row.scope === 'rule') return { scope: 'rule', brand, alias: row.text, counts, rule, near, within };
  return { scope: 'mention', answer: row.observationId ?? '', brand, start: row.startOffset ?? 0, end: row.endOffset ?? 0, counts };
}

/** Keeps a person's word and puts it into force, as a new version of the same panel. */
export function addOverrule(db: Database, workspaceId: string, overrule: NewOverrule): Promise<Overrule> {
  return nextPanelVersion(db, workspaceId, (tx, version) =>
    tx.overrule.create({ data: { ...overrule, workspaceId, id: newId(), since: version } }),
  );
}

/** Takes it back, as a new version of the panel too; once undone it stays undone. @returns null where there is none */
export async function undoOverrule(db: Database, workspaceId: string, id: string): Promise<Overrule | null> {
  const known = await db.overrule.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  if (!known || known.undoneAt !== null) return known;
  return nextPanelVersion(db, workspaceId, async (tx, version) => {
    await tx.overrule.updateMany({ where: { workspaceId, id, undoneAt: null }, data: { undoneAt: new Date(), until: version } });
    return tx.overrule.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
  });
}

type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];

function nextPanelVersion<T>(db: Database, workspaceId: string, change: (tx: Transaction, version: number) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'panel');
    const { panelVersion } = await tx.workspace.update({ where: { id: workspaceId }, data: { panelVersion: { increment: 1 } } });
    await tx.$executeRaw(sql`
      INSERT INTO panel_version (workspace_id, version, panel)
      SELECT workspace_id, ${panelVersion}::int, panel FROM panel_version WHERE workspace_id = ${workspaceId}::uuid AND version = ${panelVersion - 1}::int`);
    return change(tx, panelVersion);
  });
}

export type OverruleFilter = { answer?: string; undone: boolean; before?: string; limit: number };

/** The newest first. */
export const listOverrules = (db: Database, workspaceId: string, { answer, undone, before, limit }: OverruleFilter): Promise<Overrule[]> =>
  db.overrule.findMany({
    where: {
      workspaceId,
      ...(answer && { observationId: answer }),
      ...(!undone && { undoneAt: null }),
      ...(before && { id: { lt: before } }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
