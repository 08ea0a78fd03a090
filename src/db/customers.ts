import { scriptSchema, type Script } from '../domain/conversations/script.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { Customer } from './generated/client.ts';
import { newId } from './new-id.ts';

export type NewCustomer = {
  persona: string;
  need: string;
  language: string;
  country: string;
  script: Script;
  byModel: boolean;
  weekly: number;
};
export type CustomerRow = NewCustomer & { id: string; archived: boolean };

export async function addCustomer(db: Database, workspaceId: string, customer: NewCustomer, madeBy: string | null): Promise<string> {
  const id = newId();
  await db.customer.create({ data: { workspaceId, id, ...customer, madeBy } });
  return id;
}

/** The newest first. */
export async function listCustomers(db: Database, workspaceId: string): Promise<CustomerRow[]> {
  const rows = await db.customer.findMany({ where: { workspaceId }, orderBy: { id: 'desc' } });
  return rows.map(toRow);
}

export async function findCustomer(db: Database, workspaceId: string, id: string): Promise<CustomerRow | null> {
  const row = await db.customer.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && toRow(row);
}

/** Customers who are to talk every week and have no run of this one yet, with the key that it gets; in all workspaces. */
export const weeklyTalksDue = (db: Database, week: string) =>
  db.$queryRaw<{ workspaceId: string; id: string; weekly: number; key: string }[]>(sql`
    SELECT u.workspace_id AS "workspaceId", u.id, u.weekly, k.key FROM customer u
    CROSS JOIN LATERAL (SELECT concat_ws('/', 'conversation', u.id, ${week}::text) AS key) AS k
    WHERE u.weekly > 0 AND u.archived_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM run r WHERE r.workspace_id = u.workspace_id AND r.key = k.key)`);

/** What a customer asked before stays as it was: each conversation keeps its own script. @returns false where there is none */
export async function changeCustomer(
  db: Database,
  workspaceId: string,
  id: string,
  { archived, ...change }: Partial<NewCustomer> & { archived?: boolean },
): Promise<boolean> {
  const archivedAt = archived === undefined ? {} : { archivedAt: archived ? new Date() : null };
  return (await db.customer.updateMany({ where: { workspaceId, id }, data: { ...change, ...archivedAt } })).count > 0;
}

const toRow = ({ id, persona, need, language, country, script, byModel, weekly, archivedAt }: Customer): CustomerRow => ({
  id,
  persona,
  need,
  language,
  country,
  script: scriptSchema.parse(script),
  byModel,
  weekly,
  archived: archivedAt !== null,
});
