import type { Database } from './client.ts';

export type LinkRow = { id: string; reportId: string; expiresAt: Date; revokedAt: Date | null; createdAt: Date };
const shown = { id: true, reportId: true, expiresAt: true, revokedAt: true, createdAt: true } as const;

export const addLink = (db: Database, workspaceId: string, link: Omit<LinkRow, 'revokedAt'> & { tokenHash: string }): Promise<LinkRow> =>
  db.reportLink.create({ data: { workspaceId, ...link }, select: shown });

/** The newest first. */
export const listLinks = (db: Database, workspaceId: string, reportId: string): Promise<LinkRow[]> =>
  db.reportLink.findMany({ where: { workspaceId, reportId }, orderBy: { id: 'desc' }, select: shown });

export const findLink = (db: Database, workspaceId: string, id: string): Promise<(LinkRow & { tokenHash: string }) | null> =>
  db.reportLink.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: { ...shown, tokenHash: true } });

/** @returns whether there was such a link */
export async function revokeLink(db: Database, workspaceId: string, place: { id: string; reportId: string }, at: Date): Promise<boolean> {
  const { count } = await db.reportLink.updateMany({ where: { workspaceId, ...place, revokedAt: null }, data: { revokedAt: at } });
  return count > 0 || (await findLink(db, workspaceId, place.id))?.reportId === place.reportId;
}
