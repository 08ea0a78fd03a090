import { sql, type Database, type Queries } from './client.ts';

export type RecipientRow = {
  id: string;
  address: string;
  language: string;
  weekly: boolean;
  monthly: boolean;
  unsubscribedAt: Date | null;
};

const columns = sql`p.id, p.target AS address, p.language, r.weekly, r.monthly, r.unsubscribed_at AS "unsubscribedAt"`;
const joined = sql`report_recipient r JOIN webhook_endpoint p ON p.workspace_id = r.workspace_id AND p.id = r.endpoint_id`;

export const listRecipients = (db: Queries, workspaceId: string): Promise<RecipientRow[]> =>
  db.$queryRaw<RecipientRow[]>(
    sql`SELECT ${columns} FROM ${joined} WHERE r.workspace_id = ${workspaceId}::uuid ORDER BY p.created_at, p.id`,
  );

/** How it went with the last mail to a recipient; status, reply and error are those of its last try. */
export type LastMail = {
  recipient: string;
  /** waiting, delivered, given_up */
  state: string;
  dueAt: Date;
  triedAt: Date | null;
  /** What the mail server said, or why it was not reached. */
  status: number | null;
  reply: string | null;
  error: string | null;
};

export const listLastMails = (db: Queries, workspaceId: string): Promise<LastMail[]> =>
  db.$queryRaw<LastMail[]>(sql`
    SELECT DISTINCT ON (d.endpoint_id) d.endpoint_id AS recipient, d.state, d.due_at AS "dueAt", a.started_at AS "triedAt", a.status, a.reply, a.error
    FROM report_recipient r JOIN webhook_delivery d ON d.workspace_id = r.workspace_id AND d.endpoint_id = r.endpoint_id
    LEFT JOIN webhook_attempt a ON a.workspace_id = d.workspace_id AND a.delivery_id = d.id
    WHERE r.workspace_id = ${workspaceId}::uuid ORDER BY d.endpoint_id, d.seq DESC, a.number DESC`);

export type NewRecipient = {
  id: string;
  address: string;
  language: string;
  sealed: Uint8Array<ArrayBuffer>;
  weekly: boolean;
  monthly: boolean;
};

/** A mailbox of its own channel, to which nothing but reports is sent. */
export async function addRecipient(db: Database, workspaceId: string, recipient: NewRecipient): Promise<void> {
  const { id, address, language, sealed, weekly, monthly } = recipient;
  const endpoint = { workspaceId, id, name: address, channel: 'report', target: address, sealed, events: ['report.mail'], language };
  await db.$transaction([
    db.webhookEndpoint.create({ data: endpoint }),
    db.reportRecipient.create({ data: { workspaceId, endpointId: id, weekly, monthly } }),
  ]);
}

/** @returns whether there was one */
export async function removeRecipient(db: Database, workspaceId: string, id: string): Promise<boolean> {
  return (await db.reportRecipient.deleteMany({ where: { workspaceId, endpointId: id } })).count > 0;
}

/** @returns whether there is such a recipient; one that has gone before stays so */
export async function unsubscribeRecipient(db: Database, workspaceId: string, id: string, at: Date): Promise<boolean> {
  await db.reportRecipient.updateMany({ where: { workspaceId, endpointId: id, unsubscribedAt: null }, data: { unsubscribedAt: at } });
  return (await db.reportRecipient.count({ where: { workspaceId, endpointId: id } })) > 0;
}
