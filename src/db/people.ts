import type { Role } from '../domain/roles.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import { newId } from './new-id.ts';

export type Person = { id: string; email: string; name: string; administrator: boolean; language: string | null; theme: string | null };
export type Member = { id: string; email: string; name: string; role: Role; since: Date };

const fields = { id: true, email: true, name: true, administrator: true, language: true, theme: true } as const;

export const findPerson = (db: Database, id: string): Promise<Person | null> => db.person.findUnique({ where: { id }, select: fields });

export const findPersonByEmail = (db: Database, email: string): Promise<Person | null> =>
  db.person.findUnique({ where: { email }, select: fields });

/** Makes the person unless the address is known. */
export async function ensurePerson(db: Database, person: { email: string; name: string; administrator?: boolean }): Promise<Person> {
  await db.person.createMany({ data: [{ id: newId(), emailVerified: person.administrator === true, ...person }], skipDuplicates: true });
  return db.person.findUniqueOrThrow({ where: { email: person.email }, select: fields });
}

export const countAdministrators = (db: Database): Promise<number> => db.person.count({ where: { administrator: true } });

export const changePerson = (db: Database, id: string, change: Partial<Pick<Person, 'name' | 'language' | 'theme'>>): Promise<Person> =>
  db.person.update({ where: { id }, data: { ...change, updatedAt: new Date() }, select: fields });

/** Workspaces by id, with the person's role in each. */
export async function readMemberships(db: Database, personId: string): Promise<Map<string, Role>> {
  // From the workspaces, so that each is found by the key of the table.
  const rows = await db.$queryRaw<{ id: string; role: Role }[]>(sql`
    SELECT w.id::text AS id, m.role FROM workspace w
    JOIN membership m ON m.workspace_id = w.id AND m.person_id = ${personId}::uuid`);
  return new Map(rows.map(({ id, role }) => [id, role]));
}

export const listMembers = (db: Database, workspaceId: string): Promise<Member[]> =>
  db.$queryRaw<Member[]>(sql`
    SELECT p.id::text AS id, p.email, p.name, m.role, m.created_at AS since
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = ${workspaceId}::uuid ORDER BY m.created_at, p.email`);

export const addMember = (db: Pick<Database, '$executeRaw'>, workspaceId: string, personId: string, role: Role): Promise<number> =>
  db.$executeRaw(sql`
    INSERT INTO membership (workspace_id, person_id, role) VALUES (${workspaceId}::uuid, ${personId}::uuid, ${role})
    ON CONFLICT (workspace_id, person_id) DO UPDATE SET role = excluded.role`);

/** @returns whether the person was a member */
export const changeMember = async (db: Database, workspaceId: string, personId: string, role: Role): Promise<boolean> =>
  (await db.membership.updateMany({ where: { workspaceId, personId }, data: { role } })).count > 0;

export const removeMember = async (db: Database, workspaceId: string, personId: string): Promise<boolean> =>
  (await db.membership.deleteMany({ where: { workspaceId, personId } })).count > 0;
