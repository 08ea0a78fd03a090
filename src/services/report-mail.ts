import { z } from 'zod';
import type { Queries } from '../db/client.ts';
import { newId } from '../db/new-id.ts';
import { writeEvent, type DeliveryClaim } from '../db/outbox.ts';
import {
  addRecipient,
  listLastMails,
  listRecipients,
  removeRecipient,
  unsubscribeRecipient,
  type LastMail,
  type RecipientRow,
} from '../db/report-recipients.ts';
import { findReport } from '../db/reports.ts';
import { deleteEndpoint } from '../db/webhooks.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { toDocument } from '../domain/report/document.ts';
import type { ReportPeriod } from '../domain/report/period.ts';
import { reportLanguages, type ReportLanguage } from '../domain/report/report.ts';
import { createWords } from '../domain/report/words.ts';
import { AppError, InputError, NotFoundError } from '../errors.ts';
import { reportMail, type ReportMail } from '../files/report-mail.ts';
import { parseEvent } from '../webhooks/events.ts';
import { seal } from './webhooks.ts';

/** Mailboxes of recipients are endpoints of the outbox, with a channel that nothing else is sent by. */
export const reportChannel = 'report';

export type RecipientInput = { address: string; language: ReportLanguage; weekly: boolean; monthly: boolean };
export type { LastMail } from '../db/report-recipients.ts';

export const readRecipients = (deps: Deps, workspace: Workspace): Promise<RecipientRow[]> => listRecipients(deps.db, workspace.id);

export type RecipientState = RecipientRow & { lastMail: LastMail | null };

/** All recipients, each with how it went with the last mail. */
export async function readRecipientStates(deps: Deps, workspace: Workspace): Promise<RecipientState[]> {
  const [recipients, mails] = await Promise.all([readRecipients(deps, workspace), listLastMails(deps.db, workspace.id)]);
  return recipients.map((one) => ({ ...one, lastMail: mails.find(({ recipient }) => recipient === one.id) ?? null }));
}

/** @throws {InputError} also where no mail server is set */
export async function createRecipient(deps: Deps, workspace: Workspace, input: RecipientInput): Promise<RecipientRow> {
  const refuse = (message: string) => new InputError('The recipient is not usable.', [{ path: 'address', message }]);
  if (deps.mail === null) throw refuse('no mail server is set: SMTP_URL and MAIL_FROM are needed.');
  if (!z.email().safeParse(input.address).success) throw refuse('must be one mail address.');
  const known = await readRecipients(deps, workspace);
  if (known.some(({ address }) => address.toLowerCase() === input.address.toLowerCase())) throw refuse('is a recipient already.');
  const id = newId();
  const sealed = await seal(deps, { workspaceId: workspace.id, id }, { target: input.address, secret: null, previousSecret: null });
  await addRecipient(deps.db, workspace.id, { id, sealed, ...input });
  return { id, ...input, unsubscribedAt: null };
}

/** With what was sent there. @throws {NotFoundError} */
export async function deleteRecipient(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await removeRecipient(deps.db, workspace.id, id))) throw new NotFoundError('The recipient');
  await deleteEndpoint(deps.db, { workspaceId: workspace.id, endpointId: id });
}

/** Puts the report of a week or month into the outbox for those who want it; one that says nothing is not mailed. */
export async function mailReport(
  tx: Queries,
  workspaceId: string,
  { kind }: Pick<ReportPeriod, 'kind'>,
  report: { id: string; measured: boolean },
): Promise<void> {
  if (!report.measured) return;
  for (const { id, weekly, monthly, unsubscribedAt } of await listRecipients(tx, workspaceId)) {
    const wanted = (kind === 'week' && weekly) || (kind === 'month' && monthly);
    if (wanted && unsubscribedAt === null) await writeEvent(tx, workspaceId, 'report.mail', { report: report.id }, { onlyTo: id });
  }
}

/** The mail of a delivery, written anew from the report, which never changes. @throws {AppError} `unsubscribed` */
export async function writeReportMail(deps: Deps, claim: DeliveryClaim): Promise<ReportMail & { unsubscribe: string }> {
  const event = parseEvent(claim.body);
  const { workspaceId, endpointId } = claim;
  const recipient = (await listRecipients(deps.db, workspaceId)).find(({ id }) => id === endpointId);
  if (!recipient || recipient.unsubscribedAt !== null) throw new AppError('unsubscribed', 'The recipient wants no more reports.');
  const kept = event.type === 'report.mail' ? await findReport(deps.db, workspaceId, event.data.report) : null;
  if (!kept) throw new AppError('not_found', 'The report of this mail does not exist.');
  const language = reportLanguages.find((one) => one === recipient.language) ?? 'en';
  const document = toDocument(kept.report, language);
  const { texts, say, period } = createWords(language, kept.report);
  const { mail } = texts;
  const words = {
    ...mail,
    subject: say(mail.subject, { title: document.title, label: period(kept.report.period) }),
    why: say(mail.why, { workspace: kept.report.workspace.name }),
  };
  const { publicUrl, host, port } = deps.config;
  const base = (publicUrl ?? `http://${host}:${port}`).replace(/\/+$/, '');
  const leave = `${base}/api/v1/unsubscribe/${await tokenOf(deps, workspaceId, endpointId)}`;
  const open = `${base}/reports/${kept.id}?workspace=${encodeURIComponent(kept.report.workspace.slug)}`;
  return { ...reportMail(document, words, { open, unsubscribe: leave }), unsubscribe: leave };
}

const tokenContext = 'unsubscribe';
const token = z.tuple([z.uuid(), z.uuid()]);

const tokenOf = async (deps: Deps, workspaceId: string, endpointId: string): Promise<string> =>
  Buffer.from(await deps.secrets.seal(JSON.stringify([workspaceId, endpointId]), tokenContext)).toString('base64url');

/** Ends the mails to the recipient that a link was made for; again changes nothing. @throws {NotFoundError} */
export async function unsubscribe(deps: Deps, given: string): Promise<void> {
  const [workspaceId, endpointId] = await openToken(deps, given);
  if (!(await unsubscribeRecipient(deps.db, workspaceId, endpointId, new Date(deps.now())))) throw new NotFoundError('The link');
}

async function openToken(deps: Deps, given: string): Promise<[string, string]> {
  try {
    return token.parse(JSON.parse(await deps.secrets.open(Buffer.from(given, 'base64url'), tokenContext)));
  } catch {
    throw new NotFoundError('The link');
  }
}
