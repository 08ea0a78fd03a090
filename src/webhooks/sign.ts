import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** A signing secret of Standard Webhooks, from 24 to 64 bytes of chance. */
export const secretOf = (bytes: Uint8Array): string => prefix + Buffer.from(bytes).toString('base64');

/**
 * The three headers of Standard Webhooks 1.0 (standardwebhooks.com). Every secret that is valid signs, so that a receiver
 * with either of two takes the message.
 * @param sentAt ms since 1970
 */
export function signedHeaders(id: string, sentAt: number, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(sentAt / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(prefix, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
