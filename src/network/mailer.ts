import { createTransport } from 'nodemailer';
import { AppError } from '../errors.ts';

export type MailMessage = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Where to unsubscribe by one click (RFC 8058). */
  unsubscribe?: string | undefined;
};
/** Sends one mail. @returns what the server said. @throws {AppError} `mail_failed` with the server's words, `status` its code */
export type SendMail = (mail: MailMessage, timeoutMs: number) => Promise<{ status: number; reply: string }>;

export class MailError extends AppError {
  readonly status: number | null;
  /** Its own words; null where it was not reached. */
  readonly reply: string | null;

  constructor(message: string, said: { status: number | null; reply: string | null }, cause: unknown) {
    super('mail_failed', message, { cause });
    this.status = said.status;
    this.reply = said.reply;
  }
}

/** @param url of the server, such as smtps://user:password@mail.example.com; its password is in no message */
export function createMailer(url: string, from: string): SendMail {
  return async (mail, timeoutMs) => {
    const limits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs };
    const transport = createTransport({ url, disableFileAccess: true, disableUrlAccess: true, ...limits });
    try {
      const { to, subject, text, html, messageId, unsubscribe } = mail;
      const headers =
        unsubscribe === undefined ? {} : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
      // As objects, so that nothing in a name or an address is read as a list of more recipients.
      const { response } = await transport.sendMail({ from, to: [{ name: '', address: to }], subject, text, html, messageId, headers });
      return { status: Number.parseInt(response, 10), reply: response };
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null;
      const reply = error instanceof Error && 'response' in error && typeof error.response === 'string' ? error.response : null;
      throw new MailError(`The mail server did not take it: ${said}`, { status: code, reply }, error);
    } finally {
      transport.close();
    }
  };
}
