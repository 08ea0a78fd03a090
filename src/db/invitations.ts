import type { Role } from '../domain/roles.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { addMember } from './people.ts';

export type Invitation = { id: string; email: string | null; role: Role; invitedBy: string; createdAt: Date; expiresAt: Date };

const fields = { id: true, email: true, role: true, invitedBy: true, createdAt: true, expiresAt: true } as const;

export const listInvitations = async (db: Database, workspaceId: string, now: Date): Promise<Invitation[]> =>
  (await db.invitation.findMany({
    where: { workspaceId, acceptedAt: null, expiresAt: { gt: now } },
    select: fields,
    orderBy: { id: 'desc' },
  })) as Invitation[];

export const addInvitation = async (
  db: Database,
  workspaceId: string,
  invitation: Omit<Invitation, 'createdAt'> & { hash: Uint8Array<ArrayBuffer> },
): Promise<Invitation> => (await db.invitation.create({ data: { workspaceId, ...invitation }, select: fields })) as Invitation;

export const removeInvitation = async (db: Database, workspaceId: string, id: string): Promise<boolean> =>
  (await db.invitation.deleteMany({ where: { workspaceId, id, acceptedAt: null } })).count > 0;

/** One that is still to be accepted. */
export const findInvitation = (db: Database, workspaceId: string, id: string, now: Date) =>
  db.invitation.findFirst({
    where: { workspaceId, id, acceptedAt: null, expiresAt: { gt: now } },
    select: { ...fields, hash: true },
  }) as Promise<(Invitation & { hash: Uint8Array }) | null>;

/** Makes the person a member. @returns false where somebody else was faster */
export const acceptInvitation = (db: Database, workspaceId: string, invitation: Invitation, personId: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const taken = await tx.$executeRaw(sql`
      UPDATE invitation SET accepted_at = now()
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${invitation.id}::uuid AND accepted_at IS NULL`);
    if (taken > 0) await addMember(tx, workspaceId, personId, invitation.role);
    return taken > 0;
  });
