import { AppError } from '../errors.ts';
import type { AddressGuard } from '../network/address-guard.ts';
import { guardedRequest, type GuardedReply } from '../network/guarded-request.ts';
import { MailError, type SendMail } from '../network/mailer.ts';
import { mailOf, type Mail } from './channels/email.ts';
import { slackMessage } from './channels/slack.ts';
import { teamsMessage } from './channels/teams.ts';
import { parseEvent } from './events.ts';
import { writeMessage, type Language, type Message, type Names } from './message.ts';
import { retryAfterMs } from './retry.ts';
import { signedHeaders } from './sign.ts';

export const channels = ['webhook', 'slack', 'teams', 'email'] as const;
export type Channel = (typeof channels)[number];

export type Parcel = {
  /** Of the event, the same in every attempt. */
  eventId: string;
  /** The event as it is kept; what an address of Standard Webhooks gets, word for word. */
  body: string;
  channel: Channel;
  target: string;
  /** All that are valid now. */
  secrets: readonly string[];
  language: Language;
  /** For messages to people. */
  names: Names;
  /** Where people reach this server; null where it was not told. */
  publicUrl: string | null;
  /** A mail that is written already. */
  mail?: Mail & { unsubscribe: string };
};

/** How one attempt ended. */
export type Outcome = {
  delivered: boolean;
  /** Of HTTP or SMTP; null where there was no reply. */
  status: number | null;
  latencyMs: number;
  /** The first KB. */
  reply: string | null;
  error: string | null;
  /** What the endpoint asked us to wait. */
  holdMs: number | null;
  /** It wants no more, ever. */
  gone: boolean;
  /** Trying this again would end alike: a mail server that refused for good (RFC 5321, 4.2.1: 5yz). */
  final: boolean;
};

export type Post = { guard: AddressGuard; mail: SendMail | null; now: () => number; timeoutMs: number; userAgent: string };

const keepBytes = 1024;
const notDelivered = { delivered: false, status: null, reply: null, error: null, holdMs: null, gone: false, final: false };

/** One attempt. Whatever goes wrong on the way is its outcome, not an error. */
export async function deliver(parcel: Parcel, post: Post): Promise<Outcome> {
  const startedAt = post.now();
  const ended = (result: Partial<Outcome>): Outcome => ({
    ...notDelivered,
    ...result,
    latencyMs: Math.max(0, Math.round(post.now() - startedAt)),
  });
  try {
    return ended(parcel.channel === 'email' ? await sendMail(parcel, post) : judge(await sendRequest(parcel, post), post.now()));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { status, reply } = error instanceof MailError ? error : { status: null, reply: null };
    return ended({
      error: error.message,
      status,
      reply: reply?.slice(0, keepBytes) ?? null,
      final: status !== null && status >= 500 && status < 600,
    });
  }
}

function sendRequest(parcel: Parcel, { guard, timeoutMs, now, userAgent }: Post): Promise<GuardedReply> {
  const body = bodyOf(parcel);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': userAgent,
    ...(parcel.channel === 'webhook' && signedHeaders(parcel.eventId, now(), body, parcel.secrets)),
  };
  return guardedRequest(guard, { address: parcel.target, method: 'POST', headers, body, timeoutMs, keepBytes });
}

const messageOf = ({ body, language, names, publicUrl }: Parcel): Message => writeMessage(parseEvent(body), language, names, publicUrl);

function bodyOf(parcel: Parcel): string {
  const { channel, body } = parcel;
  if (channel === 'webhook') return body;
  const message = messageOf(parcel);
  return JSON.stringify(channel === 'slack' ? slackMessage(message) : teamsMessage(message));
}

function judge({ status, headers, body }: GuardedReply, nowMs: number): Partial<Outcome> {
  const reply = body.toString('utf8');
  if (status >= 200 && status < 300) return { delivered: true, status, reply };
  const error =
    status >= 300 && status < 400
      ? `It redirects to ${(headers.location ?? '').slice(0, 200)}. Redirects are not followed: set the endpoint to the final address.`
      : `It answered ${status}.`;
  return { status, reply, error, holdMs: retryAfterMs(headers['retry-after'], nowMs), gone: status === 410 };
}

async function sendMail(parcel: Parcel, { mail, timeoutMs }: Post): Promise<Partial<Outcome>> {
  if (!mail) throw new AppError('mail_unset', 'No mail server is set: SMTP_URL and MAIL_FROM are needed.');
  const { subject, text, html } = parcel.mail ?? mailOf(messageOf(parcel), parcel.language);
  // The same in every attempt, so that a mail that arrives twice is seen as one.
  const messageId = `<${parcel.eventId}@wayseen>`;
  const { status, reply } = await mail(
    { to: parcel.target, subject, text, html, messageId, unsubscribe: parcel.mail?.unsubscribe },
    timeoutMs,
  );
  return { delivered: true, status, reply: reply.slice(0, keepBytes) };
}
